import { lexicon, tokensOf, type Lexicon } from '../../conversation/index.ts';

/** A stretch [from, to) of the NFC line. */
export interface Span {
  from: number;
  to: number;
}

/** Words as a lexicon wants them: lower case, words and signs apart by one space. */
export const phraseOf = (words: string): string => tokensOf(words).map((token) => token.text).join(' ');

/** Every place where one of these phrases stands, left to right, marks given or left out; of two at one place the longer. */
export function all<V>(line: string, find: Lexicon<V>): (Span & { value: V })[] {
  const tokens = tokensOf(line);
  const found: (Span & { value: V })[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = find(tokens, at);
    if (match) found.push({ value: match.value, from: tokens[at]!.from, to: tokens[match.next - 1]!.to });
    at = match?.next ?? at + 1;
  }
  return found;
}

/** Words of the forms, which are few and the same in every line. */
const known = new Map<string, Lexicon<true>>();

/** Where those words of a form first stand in the line, or null. */
export function within(line: string, words: string): Span | null {
  const find = known.get(words) ?? lexicon({ [phraseOf(words)]: true as const });
  known.set(words, find);
  return all(line, find)[0] ?? null;
}

/** Times of day: "8h30", "14 giờ", "lúc 7h". They say nothing a report asks for, and end what stands before them. */
export const clocksIn = (line: string): Span[] =>
  [...line.matchAll(/(?:(?:lúc|luc|hồi|hoi|từ|tu)\s+)?(?<![\d/.,])\d{1,2}\s?(?:h|g|giờ|gio)\s?(?:\d{2})?(?![\p{L}\d])/giu)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
