/** What stands where something personal was. */
const TAKEN_OUT = '•••';

/** Phone, identity and account numbers, however spaced: nine digits or more. Money has its unit; a hotline (1800…, 1900…) is nobody's. */
const NUMBERS = /(?<![\p{L}\d])(?!1[89]00)\+?\d(?:[\s.-]?\d){8,}(?!\s*(?:đồng|đ\b|vnđ))/giu;
const ADDRESSES = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Report codes, identity codes: letters and digits that a list could be searched by. */
const CODES = /\b[A-Z]{2}-?\d{4}-\d{4}\b/g;

/** Forms of address and kin, before one to five capitalised syllables: "chị Nguyễn Thị Hoa", "Cháu An". */
const ADDRESSED = ['chị', 'anh', 'bà', 'ông', 'cô', 'chú', 'bác', 'cháu', 'em', 'chồng', 'vợ', 'con', 'mẹ', 'bố', 'bé'].flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]).join('|');
/** What else is written with a capital there: titles, and the Heroic Mothers. */
const TITLES = 'Hội|Chi|Chủ|Phó|Trưởng|Tổ|Ủy|Bí|Mẹ|Ban|Công|Việt';
const NAMED = new RegExp(`(?<=(?:^|[\\s(,.;:"'])(?:${ADDRESSED})\\s)(?!(?:${TITLES})(?!\\p{L}))\\p{Lu}\\p{Ll}*(?:\\s\\p{Lu}\\p{Ll}*){0,4}(?!\\p{L})`, 'gu');

/** Family names, and the middle word that makes a name of them: "nguyễn thị hoa", in whatever letters, with marks or without. */
const FAMILY = 'nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đinh|trịnh|đoàn|mai|tô|lương|cao|hà|tạ|phùng|lưu|chu|vương|quách|thái|khổng|lâm';
const FAMILY_PLAIN = 'nguyen|tran|pham|hoang|huynh|phan|bui|ngo|duong|dinh|trinh|luong|phung|vuong';
/** "Đoàn thị xã", "đoàn văn nghệ", "phòng thị trường" are no names. */
const THI = 'thị(?!\\s(?:xã|trấn|trường|sát|hành|đội|uỷ|ủy))|văn(?!\\s(?:phòng|hóa|hoá|nghệ|công|bản|thư|minh|kiện|học|đoàn|miếu))';
const THI_PLAIN = 'thi(?!\\s(?:xa|tran|truong|sat|hanh|dua|doi|uy|dau|tuyen))|van(?!\\s(?:phong|hoa|nghe|cong|ban|thu|minh|kien|hoc|doan|dong|de))';
/** What comes after a name of one syllable. */
const NO_NAME = 'bị|bi|là|la|ở|có|co|thì|xin|hỏi|muốn|muon|không|khong|được|duoc|và|với|của|cua|đang|dang|đã|tại|thuộc|xã|phường|thôn|tổ|sinh|năm|nay|chồng|chong|con|mẹ|bố|này|ấy|kia|hội|sống|đánh';
/** Places and prizes bear the names of the dead. */
const NAMED_AFTER = 'giải thưởng|đường|phố|trường';
const FULL = new RegExp(`(?<!\\p{L}|(?:${NAMED_AFTER})\\s)(?:(?:${FAMILY})\\s(?:${THI})|(?:${FAMILY_PLAIN})\\s(?:${THI_PLAIN}))\\s\\p{L}+(?:\\s(?!(?:${NO_NAME})(?!\\p{L}))\\p{L}+)?`, 'giu');

/**
 * A question as it may be kept, or leave this machine: without numbers that reach a person, without whole names in any
 * letters, and without names that follow a form of address. A given name alone, in small letters ("chị hoa"), cannot be
 * told from a word and stays.
 */
export function withoutPersonal(text: string): string {
  return [ADDRESSES, CODES, NUMBERS, FULL, NAMED].reduce((left, personal) => left.replace(personal, TAKEN_OUT), text);
}

/** A question as it is understood: a number to call and a whole name tell nothing of what is asked. */
export const withoutPeople = (text: string): string => [ADDRESSES, NUMBERS, FULL].reduce((left, personal) => left.replace(personal, ' '), text);
