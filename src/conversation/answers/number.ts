import { readPhone } from '../../vietnamese/phone.ts';
import { goesThrough, HEDGES, isCounted, isInsideCode, isMinus, isRough, isSome, labelBefore, unitWords } from './context.ts';
import { withoutGaps } from './digits.ts';
import { quantityAt, type Quantity } from './quantity.ts';
import { read, refuse, type Found, type Reading } from './reading.ts';
import { courtesy, phrases, skip, tokensOf, type Lexicon, type Token } from './tokens.ts';

export interface NumberOptions {
  min?: number;
  max?: number;
  /** Whole numbers only. */
  integer?: boolean;
}

export interface Said {
  at: number;
  quantity: Quantity;
  digits: boolean;
}

const NONE = phrases(['không', 'ko', 'k', 'kg', 'hông', 'không có', 'ko có', 'k có', 'chưa có', 'không ai', 'không có ai', 'chưa có ai', 'không có người nào', 'không người nào', 'chẳng có ai']);
const NOUGHT = phrases(['không', 'không người', 'không đồng', 'số không']);

/** A number as people type it: "85 hội viên", "1.250", "hai chục", "khoảng trăm người" (asked back). Never a date or a phone. */
export function readNumber(text: string, { min, max, integer = false }: NumberOptions = {}): Reading<number> {
  if (hasDateOrPhone(text)) return refuse('not-a-number');
  const tokens = tokensOf(withoutGaps(text));
  const said = amountsIn(tokens).filter(({ at, quantity }) => labelBefore(tokens, at) !== 'hard' && !isInsideCode(tokens, at, quantity.next)).filter((one) => isSaid(tokens, one));
  const [first, second] = mainOf(said);
  if (!first) return none(tokens, min);
  if (isMinus(tokens, first.at)) return refuse('negative');
  if (isSome(tokens, first.at, first.quantity.next)) return refuse('not-a-number');
  if (first.quantity.range || second) return refuse('range');
  const { value } = first.quantity;
  if (integer && !Number.isInteger(value)) return refuse('not-whole');
  if (min !== undefined && value < min) return refuse('too-small');
  if (value > (max ?? Number.MAX_SAFE_INTEGER)) return refuse('too-large');
  return read(value, !isRough(tokens, first.at, first.quantity));
}

/** "không có ai": nobody, asked back because it may also be no answer to this question. */
function none(tokens: Token[], min = 0): Reading<number> {
  const at = skip(tokens, 0, courtesy);
  const found = NONE(tokens, at) ?? NOUGHT(tokens, at);
  if (!found || skip(tokens, found.next, courtesy) < tokens.length) return refuse('not-a-number');
  return min > 0 ? refuse('too-small') : read(0, false);
}

/** Every amount in a text, left to right. */
export function amountsIn(tokens: Token[]): Said[] {
  const said: Said[] = [];
  for (let at = 0; at < tokens.length; ) {
    const quantity = quantityAt(tokens, at);
    if (quantity) said.push({ at, quantity, digits: tokens.slice(at, quantity.next).some((token) => token.kind === 'number') });
    at = quantity?.next ?? at + 1;
  }
  return said;
}

/** Words that can be numbers ("nam", "ba") count only where no digits are. */
export const mainOf = (said: Said[]): Said[] => (said.some((one) => one.digits) ? said.filter((one) => one.digits) : said);

const LEAD = phrases([
  ...['có', 'được', 'tổng', 'tổng số', 'tổng cộng', 'cả', 'tất cả', 'số', 'số lượng', 'số người', 'gồm', 'toàn bộ', 'hiện', 'hiện có', 'đủ', 'đúng', 'chính xác', 'cả thảy', 'hội viên', 'người', 'khoảng'],
]);
/** Words count where an answer begins or before what they count: "bà Bảy đi vắng" has no number. */
const isSaid = (tokens: Token[], { at, quantity, digits }: Said): boolean => digits || startsAt(tokens, at) || isCounted(tokens, quantity.next);
const startsAt = (tokens: Token[], at: number): boolean => skip(tokens, 0, LEAD, HEDGES, courtesy) >= at;

const DATE = /(?<![\d.,])\d{1,2}\s*\/\s*\d{1,4}(?!\d)|(?<!\d)\d{1,2}([-.])\d{1,2}\1\d{4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;
const LONG_NUMBER = /\(?\+?\d[\d\s().-]{7,}\d/g;

/** 84 begins a phone only with all its digits: 840.000.000 is a number. */
const isPhone = (written: string): boolean => (/^\(?[+0]/.test(written) || /^84(?:\D*\d){9,10}$/.test(written)) && readPhone(written).ok;

export const hasDateOrPhone = (text: string): boolean => DATE.test(text) || (text.match(LONG_NUMBER) ?? []).some(isPhone);

/**
 * The first count in a longer line. With a unit it is the number before that unit ("85 hội viên"), else one announced
 * by it ("số người: 85") or one that nothing else lays claim to ("…, 85"). Place in the NFC text; null when none is.
 */
export function findNumber(text: string, { unit }: { unit?: string } = {}): Found<number> | null {
  const tokens = tokensOf(text);
  const said = amountsIn(tokens).filter((one) => isCount(tokens, one));
  const free = said.filter(({ at }) => labelBefore(tokens, at) === null);
  const plain = free.filter((one) => one.digits && !isCounted(tokens, one.quantity.next));
  if (!unit) return spanOf(tokens, free.find((one) => one.digits) ?? said.find((one) => one.digits && labelBefore(tokens, one.at) === 'soft'));
  const follows = unitWords(unit);
  const soft = said.filter(({ at }) => labelBefore(tokens, at) === 'soft');
  const before = (one: Said): boolean => unitFollows(tokens, one.quantity.next, follows);
  return spanOf(tokens, free.find(before) ?? soft.find(before) ?? plain.find((one) => isAnnounced(tokens, one.at, follows)) ?? lone(tokens, plain));
}

const ADJECTIVES = phrases(['lượt', 'chị em', 'cán bộ', 'nữ', 'đồng chí', 'các']);
const unitFollows = (tokens: Token[], next: number, unit: Lexicon<unknown>): boolean => unit(tokens, next) !== null || unit(tokens, skip(tokens, next, ADJECTIVES)) !== null;

/** An amount that may be a count: no part of a date, a code, a phone, a share, a sum of money. */
function isCount(tokens: Token[], { at, quantity, digits }: Said): boolean {
  if (quantity.range || isSome(tokens, at, quantity.next) || isMinus(tokens, at) || !Number.isInteger(quantity.value)) return false;
  // "hai" and "nam" without marks are too many other words.
  if (!digits && tokens[at]!.text === 'nam') return false;
  if (isInsideCode(tokens, at, quantity.next) || isMoney(tokens, quantity) || goesOn(tokens, at, quantity.next)) return false;
  return !/^0\d{8,}$/.test(tokens[at]!.text);
}

const goesOn = (tokens: Token[], at: number, next: number): boolean => {
  const through = goesThrough(tokens, next);
  return (through !== null && tokens[through]?.kind === 'number') || (goesThrough(tokens, at - 1) === at && tokens[at - 2]?.kind === 'number');
};

const DONG = phrases(['đồng', 'đ', 'vnđ', 'vnd', 'usd']);
const isMoney = (tokens: Token[], { scale, next }: Quantity): boolean => DONG(tokens, next) !== null || scale >= 1e6 || tokens[next - 1]?.text === 'k';

const ANNOUNCE = phrases([':', '=', 'dự', 'tham dự', 'tham gia', 'là', 'có', 'số lượng', 'khoảng', 'gần', 'hơn', 'trên']);
function isAnnounced(tokens: Token[], at: number, unit: Lexicon<unknown>): boolean {
  return [1, 2, 3, 4, 5, 6].some((back) => {
    const found = unit(tokens, at - back);
    return found !== null && found.next <= at && skip(tokens, found.next, ANNOUNCE) >= at;
  });
}

const COME = phrases(['dự', 'tham dự', 'tham gia', 'có mặt', ',', '.', ';', ')', '(', '!']);
function lone(tokens: Token[], plain: Said[]): Said | undefined {
  const found = plain.filter(({ quantity: { next } }) => next >= tokens.length || COME(tokens, next) !== null);
  return found.length === 1 ? found[0] : undefined;
}

function spanOf(tokens: Token[], said: Said | undefined): Found<number> | null {
  if (!said) return null;
  const { at, quantity } = said;
  return { value: quantity.value, sure: !isRough(tokens, at, quantity), from: tokens[at]!.from, to: tokens[quantity.next - 1]!.to };
}
