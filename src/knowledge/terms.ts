import type { Word } from './prepare.ts';

/** A pair counts beside its two words, so it weighs less than either. */
const PAIR = 0.6;

/** Syllables and neighbouring pairs of a text, each once, with how much each tells beside its rarity. */
export function termsOf(words: readonly Word[]): Map<string, number> {
  const terms = new Map<string, number>();
  words.forEach((word, at) => {
    terms.set(word.f, Math.max(terms.get(word.f) ?? 0, word.tells));
    const next = words[at + 1];
    if (next) terms.set(`${word.f}_${next.f}`, (PAIR * (word.tells + next.tells)) / 2);
  });
  return terms;
}
