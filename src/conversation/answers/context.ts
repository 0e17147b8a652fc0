import type { Quantity } from './quantity.ts';
import { isWord, lexicon, phrases, tokensOf, type Lexicon, type Token } from './tokens.ts';

/** Words that make the number after them a name or a place in a row, not a count: "tổ 5", "số 12", "tháng 11". */
const LABELS = phrases([
  ...['tổ', 'tổ dân phố', 'tổ dp', 'tdp', 'khu', 'khu phố', 'kp', 'xóm', 'thôn', 'ấp', 'bản', 'cụm', 'khối', 'số', 'số nhà', 'ngõ', 'ngách', 'hẻm', 'phố', 'đường'],
  ...['chi hội', 'ch', 'phường', 'xã', 'quận', 'phòng', 'tầng', 'lô', 'tòa', 'toà', 'nhà', 'km', 'quốc lộ', 'đội', 'liên gia', 'kdc', 'khu dân cư', 'tdc', 'nhà văn hóa', 'nvh'],
  ...['ngày', 'mùng', 'mồng', 'tháng', 'năm', 'quý', 'thứ', 'tuần', 'lúc', 'hồi', 'kỳ', 'đợt', 'lần', 'lần thứ', 'khóa', 'khoá', 'bài', 'chuyên đề', 'chương', 'đề án', 'chương trình'],
  ...['điều', 'khoản', 'điểm', 'mục', 'chỉ tiêu', 'tiêu chí', 'nghị quyết', 'kế hoạch', 'quyết định', 'nghị định', 'luật', 'thông tư', 'công văn', 'mô hình', 'lớp', 'nhóm', 'clb', 'covid'],
]);
/** Labels that also come before a count: "lớp 40 hội viên", "số: 85", "nam 5" without marks; but never "tổ 5 hội viên". */
const SOFT = phrases(['lớp', 'nhóm', 'clb', 'lần', 'đợt', 'số']);

const HEDGED = phrases([
  ...['khoảng', 'tầm', 'gần', 'hơn', 'trên', 'dưới', 'trên dưới', 'chừng', 'cỡ', 'độ', 'ước', 'ước chừng', 'ước tính', 'áng chừng', 'ngót', 'ngót nghét', 'xấp xỉ', 'sấp sỉ', 'khỏang'],
  ...['~', '≈', '>', '<', '+', '±', '?', 'chắc', 'chắc là', 'chắc tầm', 'hình như', 'có lẽ', 'tối đa', 'tối thiểu', 'ít nhất', 'nhiều nhất', 'hơn kém', 'gì đó', 'mấy', 'lẻ', 'trở lên', 'đổ lại', 'hay sao'],
]);
/** Words of rough counts; "co" without marks is "có" before it is "cỡ". */
export const HEDGES: Lexicon<true> = (tokens, at) => (tokens[at]?.text === 'co' ? null : HEDGED(tokens, at));
const SOME = phrases(['vài', 'mấy', 'dăm', 'nhiều', 'hàng', 'vài ba', 'đôi ba']);
const THROUGH = phrases(['-', '–', '—', '~', 'đến', 'tới', 'hoặc', 'hay', '/']);
const CLOCK = phrases(['h', 'giờ', 'phút']);

const PEOPLE = [
  ...['người', 'ng', 'hội viên', 'hv', 'lượt người', 'lượt', 'lượt hội viên', 'phụ nữ', 'pn', 'chị', 'chị em', 'ce', 'bà', 'cô', 'cán bộ', 'cb', 'cbhv', 'cán bộ hội viên', 'đại biểu', 'đb', 'đồng chí', 'đ c'],
  ...['học viên', 'thành viên', 'tv', 'chi hội trưởng', 'cht', 'đảng viên', 'quần chúng', 'bạn', 'bạn trẻ', 'cháu', 'em', 'trẻ', 'trẻ em', 'học sinh', 'phụ huynh', 'bà mẹ', 'mẹ', 'nam', 'nữ', 'khách', 'khách mời', 'công nhân', 'lao động', 'nữ công nhân', 'hộ', 'hộ gia đình', 'gia đình', 'cặp'],
];
const GIFTS = ['suất', 'suất quà', 'phần', 'phần quà', 'túi quà', 'xuất', 'xuất quà', 'món quà'];
const OTHER = ['lớp', 'buổi', 'cuộc', 'mô hình', 'chi hội', 'cơ sở', 'đơn vị', 'tổ', 'thôn', 'xã', 'phường', 'ngày', 'tháng', 'năm', 'tuần', 'cây', 'kg', 'km', 'm', 'm2', 'chiếc', 'cái', 'bộ', 'con', 'nhà', 'mái ấm', 'tin', 'bài', 'câu', 'bước', 'có', 'không', 'sạch', 'an', 'biết'];

const people = phrases(PEOPLE);
const gifts = phrases(GIFTS);
const counted = phrases([...PEOPLE, ...GIFTS, ...OTHER]);

/** The words that may follow a count asked for in `unit`; people go by many names. */
export function unitWords(unit: string): Lexicon<true> {
  const own = lexicon({ [unit.normalize('NFC').toLowerCase()]: true as const });
  const words = people(tokensOf(unit), 0) ? people : gifts(tokensOf(unit), 0) ? gifts : own;
  // "3 chi hội" without marks are no "3 chị": the longest name counts.
  return (tokens, at) => {
    const found = words(tokens, at);
    return found && found.next >= (counted(tokens, at)?.next ?? 0) ? found : null;
  };
}

/** Whether something countable stands there: people, gifts, meetings, units. */
export const isCounted = (tokens: Token[], at: number): boolean => counted(tokens, at) !== null;

/** What name the number at `at` is part of: 'hard' ("tổ 5", "tổ số 5"), 'soft' ("lớp 40 …") or none ("tổng số 45"). */
export function labelBefore(tokens: Token[], at: number): 'hard' | 'soft' | null {
  for (let from = Math.max(0, at - 3); from < at; from++) {
    if (LABELS(tokens, from)?.next !== at) continue;
    if (TOTAL(tokens, from - 1)) return null;
    const soft = SOFT(tokens, from)?.next === at || UNMARKED.has(tokens[from]!.text);
    return soft && ![1, 2, 3].some((back) => LABELS(tokens, from - back)?.next === from) ? 'soft' : 'hard';
  }
  return null;
}
/** Without marks these are other words too: "nam" men, "tang 10 suat" gives ten. */
const UNMARKED = new Set(['nam', 'tang']);
const TOTAL = phrases(['tổng số', 'sĩ số', 'quân số', 'con số']);

/** Part of a code, a clock time, a share or a fraction: "K7", "covid-19", "8h30", "15%", "2415/QĐ", "1+1". */
export function isInsideCode(tokens: Token[], at: number, next: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[next]];
  if (token?.kind === 'number' && token.glued && before && (before.kind === 'word' || '/+%&'.includes(before.text))) return true;
  if (token?.kind === 'number' && token.glued && before?.text === '-' && before.glued && tokens[at - 2]?.kind === 'word') return true;
  if (!after) return false;
  if (after.text === '%' || ('/&'.includes(after.text) && after.glued)) return true;
  if (after.text === '+' && tokens[next + 1]?.kind === 'number') return true;
  return CLOCK(tokens, next) !== null || (after.glued && after.kind === 'word' && /^k$/.test(after.text));
}

/** Whether an amount is only said roughly: by words around it or by how it is said. */
export function isRough(tokens: Token[], at: number, quantity: Quantity): boolean {
  const before = [1, 2, 3, 4].some((back) => HEDGES(tokens, at - back) !== null && reaches(tokens, at - back, at));
  return quantity.vague || before || HEDGES(tokens, quantity.next) !== null || tokens.at(-1)?.text === '?';
}

/** Whether hedges and small words lead from one place to the other: "khoảng có 85". */
const FILL = phrases(['có', 'được', 'là', 'của', 'tới', 'đến', 'ạ', 'số', 'tổng', 'cả']);
function reaches(tokens: Token[], from: number, to: number): boolean {
  const found = HEDGES(tokens, from) ?? FILL(tokens, from);
  return from === to || (found !== null && found.next <= to && reaches(tokens, found.next, to));
}

/** "vài chục", "mấy trăm", "mười mấy": no number at all. */
export const isSome = (tokens: Token[], at: number, next: number): boolean => (at > 0 && SOME(tokens, at - 1) !== null) || isWord(tokens[next], 'mấy');

/** The amount that ends a span begun by the one before: the 7 of "5-7", of "5 đến 7". */
export const goesThrough = (tokens: Token[], next: number): number | null => THROUGH(tokens, next)?.next ?? null;

/** Whether a number is below zero: "-5", "âm 5". A dash after a word or apart from the number is only a dash. */
export function isMinus(tokens: Token[], at: number): boolean {
  const sign = tokens[at - 1];
  if (!sign) return false;
  return isWord(sign, 'âm') || ('-−'.includes(sign.text) && tokens[at]!.glued && (at === 1 || !sign.glued));
}
