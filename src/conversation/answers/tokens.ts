import { unmark } from '../../vietnamese/fold.ts';

/** A word, a number as written ("1.250", "20.11") or one other sign, with its place in the NFC text. */
export interface Token {
  kind: 'word' | 'number' | 'sign';
  /** Lower case, marks kept. */
  text: string;
  /** Lower case, marks folded. */
  folded: string;
  from: number;
  to: number;
  /** No space before it: "5tr", "1tr5". */
  glued: boolean;
}

const PIECE = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*|[^\s\p{L}\p{N}]/gu;

export function tokensOf(text: string): Token[] {
  let end = -1;
  return [...text.normalize('NFC').matchAll(PIECE)].map(({ 0: piece, index }) => {
    const lower = piece.toLowerCase();
    const glued = index === end;
    end = index + piece.length;
    return { kind: kindOf(piece), text: lower, folded: unmark(piece), from: index, to: end, glued };
  });
}

const kindOf = (piece: string): Token['kind'] => (/^\d/.test(piece) ? 'number' : /^\p{L}/u.test(piece) ? 'word' : 'sign');

/**
 * Whether a token is a word given with its marks. What was typed with marks must carry the same ones ("tạm" is not
 * "tám", "Hải" not "hai"); what was typed without any is taken for every word it can be. `bare`: the word without its
 * marks, where it is already at hand.
 */
export const isWord = (token: Token | undefined, word: string, bare?: string): boolean =>
  token !== undefined && (token.text === word || (token.text === token.folded && token.folded === (bare ?? unmark(word))));

export interface Match<V> {
  value: V;
  /** The token after the phrase. */
  next: number;
}
export type Lexicon<V> = (tokens: Token[], at: number) => Match<V> | null;

/** Looks phrases up, the longest first. Phrases are lower case with marks, words and signs apart by one space. */
export function lexicon<V>(phrases: Record<string, V>): Lexicon<V> {
  const byFirst = new Map<string, { words: string[]; bare: string[]; value: V }[]>();
  for (const [phrase, value] of Object.entries(phrases)) {
    const words = phrase.split(' ');
    const bare = words.map(unmark);
    byFirst.set(bare[0]!, [...(byFirst.get(bare[0]!) ?? []), { words, bare, value }].toSorted((a, b) => b.words.length - a.words.length));
  }
  return (tokens, at) => {
    const entry = byFirst.get(tokens[at]?.folded ?? '')?.find(({ words, bare }) => words.every((word, offset) => isWord(tokens[at + offset], word, bare[offset])));
    return entry ? { value: entry.value, next: at + entry.words.length } : null;
  };
}

/** A lexicon that only says whether one of the phrases stands there. */
export const phrases = (list: string[]): Lexicon<true> => lexicon(Object.fromEntries(list.map((phrase) => [phrase, true as const])));

/** The token after any run of such phrases. */
export function skip(tokens: Token[], at: number, ...what: Lexicon<unknown>[]): number {
  let here = at;
  for (;;) {
    const found = what.map((one) => one(tokens, here)).find((one) => one !== null);
    if (!found) return here;
    here = found.next;
  }
}

/** Politeness and address around an answer: "dạ … ạ", "em ơi". */
export const courtesy = phrases([
  ...['dạ', 'vâng', 'thưa', 'ạ', 'a', 'ak', 'nhé', 'nhe', 'nha', 'nhá', 'em', 'em ơi', 'chị', 'cô', 'bác', 'ơi', 'bạn', 'mình', 'bên mình', 'bên em', 'bên chị'],
  ...['đấy', 'đó', 'thôi', 'luôn', 'nhỉ', 'thì', 'là', '.', '!', ',', ':', ';', '(', ')', '"', '“', '”', '…', '–', '😊', '🙂', '👍', '❤', '️'],
]);

/** The text from one token up to another, as written. */
export const between = (text: string, tokens: Token[], from: number, to: number): string => {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && from < to ? text.normalize('NFC').slice(first.from, last.to) : '';
};
