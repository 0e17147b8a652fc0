import { bothForms, tonelessOf } from './syllable.ts';

/** One syllable of a question: folded, and keyed with the marks it was typed with (equal to `f` without any). */
export interface Token {
  f: string;
  key: string;
}

export interface Phrase<V> {
  folded: string[];
  keys: string[];
  value: V;
}

/** Phrases by their first folded syllable, longest first. */
export type PhraseTable<V> = Map<string, Phrase<V>[]>;

export function phraseOf(text: string): { folded: string[]; keys: string[] } {
  const forms = (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(bothForms);
  return { folded: forms.map(({ f }) => f), keys: forms.map(({ key }) => key) };
}

export function tokensOf(text: string): Token[] {
  const { folded, keys } = phraseOf(text);
  return folded.map((f, at) => ({ f, key: keys[at]! }));
}

export function phraseTable<V>(rows: Iterable<readonly [string, V]>): PhraseTable<V> {
  const table: PhraseTable<V> = new Map();
  for (const [text, value] of rows) {
    const { folded, keys } = phraseOf(text);
    const first = folded[0];
    if (first === undefined) continue;
    table.set(first, [...(table.get(first) ?? []), { folded, keys, value }]);
  }
  for (const [first, phrases] of table) table.set(first, phrases.toSorted((a, b) => b.folded.length - a.folded.length));
  return table;
}

/**
 * The longest phrase that begins at `at`. `strict` counts marks where they were typed, `loose` forgives wrong ones;
 * a phrase of three syllables or more, which chance does not make, is at least forgiven its tones. One syllable alone is always strict: "vay" is
 * not "vậy".
 */
export function phraseAt<V>(table: PhraseTable<V>, tokens: readonly Token[], at: number, how: 'strict' | 'loose'): Phrase<V> | null {
  const first = tokens[at];
  if (!first) return null;
  for (const phrase of table.get(first.f) ?? []) {
    if (at + phrase.folded.length > tokens.length) continue;
    // Letters first: most phrases part there, and marks cost more to compare.
    if (!phrase.folded.every((folded, index) => tokens[at + index]!.f === folded)) continue;
    if (phrase.folded.every((_, index) => fits(tokens[at + index]!, phrase.keys[index]!, phrase.folded.length, how))) return phrase;
  }
  return null;
}

function fits(token: Token, key: string, length: number, how: 'strict' | 'loose'): boolean {
  if (token.key === key) return true;
  if (length === 1) return false;
  return how === 'loose' || token.key === token.f || (length > 2 && tonelessOf(token.key) === tonelessOf(key));
}

/** All phrases found, left to right, none overlapping. */
export function phrasesIn<V>(table: PhraseTable<V>, tokens: readonly Token[], how: 'strict' | 'loose'): { at: number; phrase: Phrase<V> }[] {
  const found: { at: number; phrase: Phrase<V> }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = phraseAt(table, tokens, at, how);
    if (phrase) found.push({ at, phrase });
    at += phrase?.folded.length ?? 1;
  }
  return found;
}
