import { goesThrough, isMinus, isRough, isSome, labelBefore } from './context.ts';
import { withoutGaps } from './digits.ts';
import { amountsIn, hasDateOrPhone, mainOf, type Said } from './number.ts';
import { read, refuse, type Found, type Reading } from './reading.ts';
import { courtesy, isWord, phrases, skip, tokensOf, type Token } from './tokens.ts';

const DONG = phrases(['đồng', 'đ', 'vnđ', 'vnd', 'd', 'đồng chẵn']);
const FOREIGN = phrases(['usd', 'đô', 'đô la', '$', 'euro', '€']);
const NONE = phrases(['không', 'ko', 'k', 'không đồng', 'không có', 'không mất tiền', '0 đồng', 'miễn phí']);
const PER = phrases(['/', 'mỗi', 'một suất', 'một người', '1 suất', '1 người', 'một tháng', '1 tháng', 'x', '×', '*']);
const MOST = 1e13;

/**
 * Money in đồng: "5tr", "1tr5", "500k", "500.000đ", "hai trăm nghìn". Asked back: a bare number below 1.000 that
 * people say for nghìn ("500"), a price for one ("500k/suất"), and what is said roughly.
 */
export function readMoney(text: string): Reading<number> {
  if (hasDateOrPhone(text)) return refuse('not-money');
  const tokens = tokensOf(withoutGaps(text));
  const said = mainOf(amountsIn(tokens)).filter(({ at, quantity }) => !FOREIGN(tokens, quantity.next) && (quantity.scale > 1 || labelBefore(tokens, at) !== 'hard'));
  const named = said.filter((one) => isNamed(tokens, one));
  const [first, second] = totals(tokens, named.length > 0 ? named : said);
  if (!first) return nothing(tokens);
  if (isMinus(tokens, first.at)) return refuse('negative');
  if (isSome(tokens, first.at, first.quantity.next)) return refuse('not-money');
  if (second || first.quantity.range || spans(tokens, first, said)) return refuse('range');
  return bounded(tokens, first, said.length > 1);
}

function bounded(tokens: Token[], said: Said, more: boolean): Reading<number> {
  const value = Math.round(said.quantity.value);
  if (value > MOST) return refuse('too-large');
  const each = tokens.some((_, at) => at >= said.quantity.next && PER(tokens, at));
  if (isNamed(tokens, said) || value >= 1000) return read(value, value >= 1000 && !each && !more && !isRough(tokens, said.at, said.quantity));
  if (value === 0) return read(0);
  // Nobody gives 500 đồng: "500" is 500 nghìn. "5" may be 5 nghìn or 5 triệu.
  return value >= 20 ? read(value * 1000, false) : read(Math.round(said.quantity.value * 1e6), false);
}

function nothing(tokens: Token[]): Reading<number> {
  const at = skip(tokens, 0, courtesy);
  const none = NONE(tokens, at);
  return none && skip(tokens, none.next, courtesy) >= tokens.length ? read(0, false) : refuse('not-money');
}

const TOTAL = phrases(['tổng', 'tổng cộng', 'tổng số', 'tổng trị giá', 'tổng kinh phí', 'cộng', '=', 'trị giá', 'tổng số tiền', 'tổng tiền']);
const SMALL = phrases(['là', ':', 'hết', 'khoảng', 'gần', 'hơn', 'trị giá']);

/** Of several sums those called the total: "10 suất x 300k = 3 triệu". */
function totals(tokens: Token[], said: Said[]): Said[] {
  const called = said.filter(({ at }) => [1, 2, 3, 4, 5].some((back) => {
    const found = TOTAL(tokens, at - back);
    return found !== null && found.next <= at && skip(tokens, found.next, SMALL) >= at;
  }));
  return called.length > 0 ? called : said;
}

/** Said as money: with a scale or with "đồng". */
const isNamed = (tokens: Token[], { quantity: { scale, next } }: Said): boolean => scale > 1 || DONG(tokens, next) !== null;

/** "500-700k", "từ 5 đến 7 triệu": two ends of a span. */
const spans = (tokens: Token[], said: Said, all: Said[]): boolean =>
  all.some((other) => other !== said && (goesThrough(tokens, other.quantity.next) === said.at || goesThrough(tokens, said.quantity.next) === other.at) && !isSlash(tokens, other, said));

const isSlash = (tokens: Token[], one: Said, two: Said): boolean => tokens[Math.min(one.quantity.next, two.quantity.next)]?.text === '/';

/**
 * The first sum of money in a longer line, by its scale or its "đồng": "5tr", "500.000đ"; the total when one is named.
 * What one person or gift costs is no sum ("mỗi suất 300k"), nor are "5k3s" and "2 nghìn lượt người".
 */
export function findMoney(text: string): Found<number> | null {
  const tokens = tokensOf(text);
  const [found] = totals(tokens, amountsIn(tokens).filter((one) => isNamed(tokens, one) && isSum(tokens, one)));
  if (!found) return null;
  const { at, quantity } = found;
  const end = DONG(tokens, quantity.next)?.next ?? quantity.next;
  return { value: Math.round(quantity.value), sure: !isRough(tokens, at, quantity), from: tokens[at]!.from, to: tokens[end - 1]!.to };
}

const COUNTED = phrases(['người', 'hội viên', 'lượt', 'phụ nữ', 'hộ', 'cây', 'suất', 'chị em', 'đại biểu', 'chai', 'bao', 'con', 'cái']);

function isSum(tokens: Token[], { at, quantity: { value, next, range } }: Said): boolean {
  if (range || isSome(tokens, at, next) || isMinus(tokens, at) || COUNTED(tokens, next)) return false;
  // "5k" in a line is "5 không"; sums of money are larger.
  if (value < 10_000) return false;
  const each = [1, 2, 3].some((back) => isWord(tokens[at - back], 'mỗi')) || isWord(tokens[at - 1], 'x');
  return !each && !PER(tokens, DONG(tokens, next)?.next ?? next);
}
