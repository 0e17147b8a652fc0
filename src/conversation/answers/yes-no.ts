import { read, refuse, type Reading } from './reading.ts';
import { between, lexicon, phrases, tokensOf, type Token } from './tokens.ts';

const all = <V>(value: V, list: string[]): Record<string, V> => Object.fromEntries(list.map((phrase) => [phrase, value]));

/** `soft` is politeness that may open either answer ("dạ không"); `not` turns what follows ("chưa đúng"). */
type Sign = 'yes' | 'soft' | 'not' | 'wrong';
const SIGNS = lexicon<Sign>({
  ...all<Sign>('yes', ['có', 'có chứ', 'đúng', 'đúng rồi', 'đúng vậy', 'đúng thế', 'đúng đấy', 'phải', 'phải rồi', 'rồi', 'xong rồi', 'được', 'đc', 'dc', 'được rồi', 'chuẩn', 'chính xác', 'chắc chắn', 'tất nhiên', 'đương nhiên', 'đồng ý', 'nhất trí', 'yes', 'y', 'ok', 'oke', 'okê', 'okie', 'oki', 'okay', 'okla', 'đã có', 'có luôn', '👍', '👌', '✅', '✔']),
  ...all<Sign>('soft', ['dạ', 'vâng', 'vang', 'vg', 'ừ', 'uh', 'uhm', 'ừm', 'um', 'uk', 'ừa', 'ờ', 'à', 'ạ', 'thưa', 'ừ thì', 'ô kê', 'zâng', 'dzạ', 'vâng ạ']),
  ...all<Sign>('not', ['không', 'ko', 'k', 'kg', 'kh', 'khg', 'hông', 'hong', 'hổng', 'hem', 'hok', 'hk', 'kô', 'chưa', 'chẳng', 'chả', 'không phải', 'ko phải', 'k phải', 'chưa phải', 'no', 'thôi', 'thôi khỏi', 'khỏi', 'đừng', '👎', '❌']),
  ...all<Sign>('wrong', ['sai', 'sai rồi', 'nhầm', 'nhầm rồi']),
});
const FILLER = phrases(['ạ', 'a', 'ak', 'à', 'nhé', 'nhe', 'nha', 'nhá', 'em', 'em ơi', 'chị', 'cô', 'bác', 'ơi', 'đấy', 'đó', 'thế', 'vậy', 'cả', 'luôn', 'đâu', 'mà', 'đâu ạ', 'thì', 'bên chị', 'bên em', 'bên mình', '.', ',', '!', ';', ':', '…', '-', '"', '️', '🏻', '🏼', '🏽', '🏾', '🏿']);
const MAYBE = phrases(['chắc', 'chắc là', 'hình như', 'có lẽ', 'có lẽ là', 'có thể', 'có thể là', 'có khi', 'có khi là', 'chắc vậy', 'chắc thế', 'nghe nói', 'đâu như']);
/** "không biết", "chưa rõ": neither yes nor no. */
const UNKNOWING = phrases(['biết', 'rõ', 'nhớ', 'chắc', 'hiểu', 'chắc chắn', 'để ý', 'nắm', 'bít', 'bik', 'sao']);
const EITHER = phrases(['hay', 'hoặc']);

/** "có", "dạ có ạ", "đúng rồi", "ok"; "không", "chưa có", "ko", "sai". "có không?", "không biết" are neither. */
export function readYesNo(text: string): Reading<boolean> {
  const tokens = tokensOf(text);
  const start = opening(tokens);
  const hedge = SIGNS(tokens, start)?.next === start + 2 ? null : MAYBE(tokens, start);
  const { signs, next } = signsFrom(tokens, hedge ? hedge.next : start);
  if (signs.length === 0) return hedge && tokens[start]?.folded === 'co' && next >= tokens.length ? read(true, false) : refuse('not-yes-no');
  const value = valueOf(signs);
  if (value === null || tokens.at(-1)?.text === '?' || asksOn(tokens, next, value)) return refuse('unclear');
  const rest = between(text, tokens, next, tokens.length);
  const onlySoft = signs.every((sign) => sign === 'soft');
  return read(value, hedge === null && !(onlySoft && rest !== '') && MAYBE(tokens, next) === null, rest);
}

/** Where the answer begins; "co" without marks is "có" before it is "cô". */
function opening(tokens: Token[]): number {
  let at = 0;
  for (;;) {
    const filler = SIGNS(tokens, at) || MAYBE(tokens, at) ? null : FILLER(tokens, at);
    if (!filler) return at;
    at = filler.next;
  }
}

function signsFrom(tokens: Token[], from: number): { signs: Sign[]; next: number } {
  const signs: Sign[] = [];
  let next = from;
  for (;;) {
    const found = SIGNS(tokens, next);
    if (signs.at(-1) === 'not' && UNKNOWING(tokens, next)) return { signs, next };
    if (found && !(found.value !== 'soft' && MAYBE(tokens, next) && tokens[next]?.folded === 'co')) {
      signs.push(found.value);
      next = found.next;
    } else if (FILLER(tokens, next)) next = FILLER(tokens, next)!.next;
    else return { signs, next };
  }
}

/** Null when a sentence says both: "có không", "không sai". */
function valueOf(signs: Sign[]): boolean | null {
  const firm = signs.filter((sign) => sign !== 'soft');
  const [first, ...others] = firm;
  if (first === undefined || first === 'yes') return others.some((sign) => sign !== 'yes') ? null : true;
  if (first === 'wrong') return others.includes('yes') ? null : false;
  return others.includes('wrong') ? null : false;
}

/** Whether what follows takes the answer back: "không biết", "có ai không", "có hay không". */
function asksOn(tokens: Token[], next: number, value: boolean): boolean {
  if (!value && UNKNOWING(tokens, next)) return true;
  if (EITHER(tokens, next)) return true;
  const last = tokens.findLast((token) => token.kind === 'word' && !['a', 'nhi', 'em', 'the', 'vay'].includes(token.folded));
  const place = last ? tokens.indexOf(last) : -1;
  return value && place >= next && ['khong', 'ko', 'chua', 'k', 'hong'].includes(last!.folded);
}
