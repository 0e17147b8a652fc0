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

/**
 * A question as it may be kept, or leave this machine: without numbers that reach a person, and without names that
 * follow a form of address. A name in small letters cannot be told from a word and stays.
 */
export function withoutPersonal(text: string): string {
  return text.replace(ADDRESSES, TAKEN_OUT).replace(CODES, TAKEN_OUT).replace(NUMBERS, TAKEN_OUT).replace(NAMED, TAKEN_OUT);
}
