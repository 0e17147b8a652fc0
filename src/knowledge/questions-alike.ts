import type { Lexicon } from './lexicon.ts';
import { phrasesIn, tokensOf } from './phrases.ts';
import { isSyllable } from './syllable.ts';

/** A question that waits for an officer. The asker herself is not part of it beyond her cadre id, which is never shown. */
export interface OpenQuestion {
  id: number;
  at: Date;
  text: string;
  /** unknown, not-this or none-of-these. */
  outcome: string;
  /** What was found near it, best first. */
  near: { id: string; score: number }[];
  /** Where she works; null for a stranger. */
  unitId: string | null;
  /** The unit that has it now. */
  handedTo: string | null;
  askerId: number | null;
}

/** Questions that ask the same thing, oldest first. */
export interface Group {
  /** Of its oldest question. */
  id: number;
  questions: OpenQuestion[];
}

/**
 * How much of their words two questions share, at least; a little less is enough when the same entry is nearest to both.
 * High, because one answer goes to all of a group: "do ai ký" and "mấy ngày" of one procedure are two questions.
 */
const ALIKE = { words: 0.65, sameEntry: 0.55 };

/**
 * Each question joins the group whose oldest question it is most like, or opens one. Pure: the same questions give the
 * same groups. Most asked first, then the one that has waited longest.
 */
export function groupsOf(questions: readonly OpenQuestion[], wordsOf: (text: string) => Set<string>): Group[] {
  const groups: (Group & { words: Set<string>; near: string | undefined })[] = [];
  for (const question of questions.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)) {
    const words = wordsOf(question.text);
    const near = question.near[0]?.id;
    const measured = groups.map((group) => ({ group, shared: sharedPart(group.words, words), enough: near !== undefined && near === group.near ? ALIKE.sameEntry : ALIKE.words }));
    const best = measured.filter(({ shared, enough }) => shared >= enough).toSorted((a, b) => b.shared - a.shared)[0];
    if (best) best.group.questions.push(question);
    else groups.push({ id: question.id, questions: [question], words, near });
  }
  return groups.map(({ id, questions: own }) => ({ id, questions: own })).toSorted((a, b) => b.questions.length - a.questions.length || a.id - b.id);
}

/** Words of both over words of either; two questions of no telling words at all are not alike. */
function sharedPart(a: Set<string>, b: Set<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}

/** The folded words of a question, abbreviations written out, politeness left out; "ai" and "mấy" stay, they tell what is asked. */
export function contentWords(text: string, { short, padding }: Pick<Lexicon, 'short' | 'padding'>): Set<string> {
  const tokens = tokensOf(text).flatMap((token) => short.get(token.f)?.[0] ?? [token]);
  const polite = new Set(phrasesIn(padding, tokens, 'loose').flatMap(({ at, phrase }) => phrase.folded.map((_, i) => at + i)));
  const telling = tokens.filter((_, at) => !polite.has(at));
  return new Set((telling.length > 0 ? telling : tokens).map(({ f }) => f));
}

/** At least half of its words are Vietnamese syllables or known abbreviations. */
export function isVietnamese(text: string, { short }: Pick<Lexicon, 'short'>): boolean {
  const words = tokensOf(text).filter(({ f }) => /\p{L}/u.test(f));
  return words.length > 0 && words.filter(({ f }) => isSyllable(f) || short.has(f)).length * 2 >= words.length;
}

/** The entries nearest to a whole group, best first. */
export function nearestTo({ questions }: Group, most: number): string[] {
  const sums = new Map<string, number>();
  for (const { near } of questions) for (const { id, score } of near) sums.set(id, (sums.get(id) ?? 0) + score);
  return [...sums].toSorted((a, b) => b[1] - a[1]).slice(0, most).map(([id]) => id);
}
