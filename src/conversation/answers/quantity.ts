import { belowThousand, part, type Part, type PartMatch } from './below-thousand.ts';
import { isWord, lexicon, phrases, type Token } from './tokens.ts';

/** An amount as it stands in a text: number and scale ("1tr5", "hai trăm nghìn", "2 triệu rưỡi"). */
export interface Quantity extends Part {
  /** The smallest scale said with it: 1 when none ("85"), 1000 for "500k". */
  scale: number;
  next: number;
}

const SCALES = lexicon({
  ...{ tỷ: 1e9, tỉ: 1e9 },
  ...{ triệu: 1e6, tr: 1e6, củ: 1e6 },
  ...{ nghìn: 1e3, ngàn: 1e3, ngìn: 1e3, k: 1e3, vạn: 1e4 },
});
const MONEY_END = phrases(['đồng', 'đ', 'vnđ', 'vnd', 'ạ', 'nhé', 'em']);

/** The amount that begins at a token, the longest that can be read; null when none does. */
export function quantityAt(tokens: Token[], at: number): Quantity | null {
  let total: Quantity | null = null;
  for (let here = at; ; ) {
    const step = scaled(tokens, here, total);
    if (!step) return total ? withTail(tokens, total) : plain(tokens, at);
    total = step;
    here = step.next;
  }
}

function plain(tokens: Token[], at: number): Quantity | null {
  const found = tokens[at]?.text === 'nửa' || (at === 0 && tokens[at]?.text === 'nua') ? part(0.5, at + 1) : belowThousand(tokens, at);
  return found && { ...found.value, scale: 1, next: found.next };
}

/** One "number scale" more: "2 triệu" and then "300 nghìn". Scales only go down. */
function scaled(tokens: Token[], at: number, sofar: Quantity | null): Quantity | null {
  const number = countOf(tokens, at, sofar === null);
  const scale = number && SCALES(tokens, number.next);
  if (!scale || (sofar && scale.value >= sofar.scale)) return null;
  // In "5k3s" the k is no thousand, but the name of a campaign.
  if (tokens[scale.next - 1]!.text === 'k' && /^\d+k\d+\p{L}/u.test(writtenTogether(tokens, scale.next - 2))) return null;
  const { value, vague, range } = number.value;
  return {
    value: (sofar?.value ?? 0) + value * scale.value,
    vague: vague || (sofar?.vague ?? false),
    range: range || (sofar?.range ?? false),
    scale: scale.value,
    next: scale.next,
  };
}

/** What stands before a scale; nothing at all counts as one in "triệu rưỡi", and roughly one in "triệu người". */
function countOf(tokens: Token[], at: number, first: boolean): PartMatch | null {
  if (tokens[at]?.text === 'nửa' || tokens[at]?.folded === 'nua') return part(0.5, at + 1);
  const number = belowThousand(tokens, at);
  if (number || !first) return number;
  const bare = tokens[at]?.kind === 'word' && tokens[at]!.text.length > 2 && SCALES(tokens, at);
  return bare ? part(1, at, !isWord(tokens[bare.next], 'rưỡi') && !belowThousand(tokens, bare.next)) : null;
}

const writtenTogether = (tokens: Token[], at: number): string => {
  const end = tokens.findIndex((token, index) => index > at && !token.glued);
  return tokens.slice(Math.max(at, 0), end < 0 ? undefined : end).map((token) => token.folded).join('');
};

/** What follows the last scale: "rưỡi", the 5 of "1tr5", the "ba trăm" of "hai triệu ba trăm". */
function withTail(tokens: Token[], total: Quantity): Quantity {
  const { value, scale, next } = total;
  const token = tokens[next];
  if (isWord(token, 'rưỡi')) return { ...total, value: value + scale / 2, next: next + 1 };
  if (isWord(token, 'linh') || isWord(token, 'lẻ') || isWord(token, 'không')) {
    const rest = belowThousand(tokens, isWord(token, 'không') ? next : next + 1);
    return rest ? { ...total, value: value + rest.value.value, next: rest.next } : total;
  }
  if (token?.kind === 'number' && !isWord(tokens[next + 1], 'trăm')) return digitTail(tokens, total, token);
  const rest = belowThousand(tokens, next);
  const tail = rest && rest.next > next + 1 ? rest : (shortTail(tokens, next) ?? rest);
  if (!tail || !endsAmount(tokens, tail.next, scale)) return total;
  const amount = tail.value.value;
  // "một nghìn hai trăm" names its hundreds; "hai triệu ba trăm" leaves out the thousand; "ba triệu hai" is 3.2.
  const worth = amount < 10 ? (amount * scale) / 10 : scale === 1e3 ? amount : (amount * scale) / 1e3;
  return { ...total, value: value + worth, vague: total.vague || tail.value.vague || (amount >= 10 && scale > 1e3), next: tail.next };
}

const SHORT_TAILS = lexicon({ mốt: 1, tư: 4, lăm: 5 });
function shortTail(tokens: Token[], at: number): PartMatch | null {
  const found = SHORT_TAILS(tokens, at);
  return found && part(found.value, found.next);
}

/** "1tr5", "1tr25", "2 triệu 350": digits after the scale are its decimals, unless they count something else. */
function digitTail(tokens: Token[], total: Quantity, token: Token): Quantity {
  const { value, scale, next } = total;
  if (!/^\d{1,3}$/.test(token.text) || (!token.glued && !endsAmount(tokens, next + 1, scale))) return total;
  return { ...total, value: value + (Number(token.text) * scale) / 10 ** token.text.length, next: next + 1 };
}

/** Whether an amount may end here: "2 triệu 5" and "2 triệu 5 đồng" go on, "2 triệu, 5 suất" and "2 triệu 5 suất" do not. */
function endsAmount(tokens: Token[], at: number, scale: number): boolean {
  const token = tokens[at];
  if (!token || (token.kind === 'sign' && !'/-%'.includes(token.text)) || MONEY_END(tokens, at)) return true;
  return scale === 1e3 && token.kind === 'word' && !isWord(token, 'suất');
}
