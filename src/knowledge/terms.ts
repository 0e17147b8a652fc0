import type { Word } from './prepare.ts';

/** How much a term tells beside its rarity: a pair of content words most, a light word alone least. */
export type Tells = number;

const LIGHT = 0.25;
const PAIR = 0.6;

/** Syllables and neighbouring pairs of a text, each once. */
export function termsOf(words: readonly Word[]): Map<string, Tells> {
  const terms = new Map<string, Tells>();
  words.forEach((word, at) => {
    const own = word.light ? LIGHT : 1;
    terms.set(word.f, Math.max(terms.get(word.f) ?? 0, own));
    const next = words[at + 1];
    if (next) terms.set(`${word.f}_${next.f}`, PAIR * Math.max(LIGHT, (own + (next.light ? LIGHT : 1)) / 2));
  });
  return terms;
}
