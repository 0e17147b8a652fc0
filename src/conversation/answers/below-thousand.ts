import { digitsOf } from './digits.ts';
import { isWord, lexicon, type Match, type Token } from './tokens.ts';

/** A part of a number. `vague`: only said roughly ("trăm người", "ba sáu"). `range`: "năm sáu người", five or six. */
export interface Part {
  value: number;
  vague: boolean;
  range: boolean;
}
export type PartMatch = Match<Part>;

const ONES = lexicon({ một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9, không: 0 });
/** Only said after a ten: "hai mốt", "ba lăm", "bốn tư". */
const TAIL_ONES = lexicon({ mốt: 1, tư: 4, lăm: 5, nhăm: 5, dăm: 5, rưỡi: 5 });
const TENS = lexicon({ mươi: 10, mười: 10, mưoi: 10, muơi: 10, chục: 10 });
const AND = lexicon({ linh: true, lẻ: true });

export const part = (value: number, next: number, vague = false, range = false): PartMatch => ({ value: { value, vague, range }, next });

/** A number below a thousand in words, or any number in digits, with "chục" and "trăm": "ba mươi lăm", "2 trăm rưỡi". */
export function belowThousand(tokens: Token[], at: number): PartMatch | null {
  return inDigits(tokens, at) ?? hundreds(tokens, at) ?? tens(tokens, at) ?? one(tokens, at);
}

function inDigits(tokens: Token[], at: number): PartMatch | null {
  const token = tokens[at];
  const digits = token?.kind === 'number' ? digitsOf(token.text) : null;
  if (!digits) return null;
  if (isWord(tokens[at + 1], 'trăm')) return afterHundred(tokens, at + 2, digits.value * 100);
  const ten = isWord(tokens[at + 1], 'chục') || isWord(tokens[at + 1], 'mươi');
  return ten ? part(digits.value * 10, at + 2) : part(digits.value, at + 1, digits.ambiguous);
}

function hundreds(tokens: Token[], at: number): PartMatch | null {
  if (bareHundred(tokens, at)) return afterHundred(tokens, at + 1, 100, true);
  const ones = ONES(tokens, at);
  return ones && isWord(tokens[ones.next], 'trăm') ? afterHundred(tokens, ones.next + 1, ones.value * 100) : null;
}

/** "trăm" alone is roughly a hundred; "tram" without marks may be "trạm" (y tế) unless "khoang" or "hon" goes before. */
const bareHundred = (tokens: Token[], at: number): boolean =>
  tokens[at]?.text === 'trăm' || (tokens[at]?.text === 'tram' && ROUGHLY.has(tokens[at - 1]?.folded ?? '') && tokens[at + 1]?.folded !== 'y');
const ROUGHLY = new Set(['khoang', 'hon', 'gan', 'tam', 'chung', 'tren', 'duoi', 'ca', 'do']);

function afterHundred(tokens: Token[], at: number, hundred: number, bare = false): PartMatch {
  if (isWord(tokens[at], 'rưỡi')) return part(hundred + 50, at + 1);
  const and = AND(tokens, at);
  const units = and && (ONES(tokens, and.next) ?? TAIL_ONES(tokens, and.next) ?? smallDigits(tokens, and.next, 9));
  if (units) return part(hundred + units.value, units.next);
  const rest = tens(tokens, at);
  if (rest) return part(hundred + rest.value.value, rest.next, rest.value.vague, rest.value.range);
  const written = smallDigits(tokens, at, 99);
  if (written && written.value > 9) return part(hundred + written.value, written.next);
  // "trăm hai" is 120, and now and then 102.
  const short = ONES(tokens, at) ?? TAIL_ONES(tokens, at);
  return short && short.value > 0 ? part(hundred + short.value * 10, short.next, true) : part(hundred, at, bare);
}

function smallDigits(tokens: Token[], at: number, max: number): Match<number> | null {
  const token = tokens[at];
  return token?.kind === 'number' && /^\d{1,2}$/.test(token.text) && Number(token.text) <= max ? { value: Number(token.text), next: at + 1 } : null;
}

function tens(tokens: Token[], at: number): PartMatch | null {
  if (isWord(tokens[at], 'mười') || isWord(tokens[at], 'mưòi')) return withOnes(tokens, at + 1, 10);
  if (isWord(tokens[at], 'hăm')) return withOnes(tokens, at + 1, 20);
  if (isWord(tokens[at], 'chục')) return part(10, at + 1, true);
  const first = ONES(tokens, at);
  if (!first || first.value === 0) return null;
  const ten = TENS(tokens, first.next);
  if (ten) return withOnes(tokens, ten.next, first.value * 10);
  const tail = TAIL_ONES(tokens, first.next);
  if (tail && !isWord(tokens[first.next], 'rưỡi') && !isWord(tokens[first.next], 'dăm')) return part(first.value * 10 + tail.value, tail.next);
  // "ba sáu" is 36 in a hurry; "năm sáu" is five or six.
  const second = ONES(tokens, first.next);
  if (!second) return null;
  const upto = second.value === first.value + 1;
  const scale = TENS(tokens, second.next);
  if (scale || isWord(tokens[second.next], 'trăm')) return upto ? part(first.value * (scale ? 10 : 100), second.next + 1, true, true) : null;
  return part(first.value * 10 + second.value, second.next, true, upto);
}

function withOnes(tokens: Token[], at: number, ten: number): PartMatch {
  const ones = TAIL_ONES(tokens, at) ?? ONES(tokens, at);
  return ones && ones.value > 0 && !isWord(tokens[at], 'rưỡi') ? part(ten + ones.value, ones.next) : part(ten, at);
}

function one(tokens: Token[], at: number): PartMatch | null {
  const ones = ONES(tokens, at);
  if (!ones || ones.value === 0) return null;
  return isWord(tokens[ones.next], 'rưỡi') ? part(ones.value + 0.5, ones.next + 1) : part(ones.value, ones.next);
}
