import type { Prepared } from './prepare.ts';
import type { Ranked } from './rank.ts';

export interface Sureness {
  outcome: 'answer' | 'choose' | 'unknown';
  /** One for each ranked entry, 0..1. */
  scores: number[];
  /** How many entries are near enough to be offered. */
  likely: number;
}

/**
 * Below `offer` a question is not known; between the two, or when the next entry is `beside` the first, the likely ones
 * are offered to choose from.
 */
export const levels = { offer: 0.5, answer: 0.66, beside: 0.94 };

/**
 * A logistic fit: how likely the best entry is what was asked, on ways of asking left out of the index against questions
 * of other offices. `foreign`: words that are no Vietnamese. `elsewhere`: other offices' matters named.
 */
const FIT = { base: -2.28, covered: 6.2, name: 1.02, elsewhere: -6.32, ours: 1.94, margin: 1.59, asks: 0.5, foreign: -2.26 };

export function surenessOf(question: Prepared, ranked: readonly Ranked[]): Sureness {
  const scores = ranked.map((one, at) => chance(question, one, at === 0 ? one.worth - (ranked[1]?.worth ?? 0) : 0));
  const best = scores[0] ?? 0;
  const likely = ranked.filter(({ worth }) => worth >= levels.beside * (ranked[0]?.worth ?? 0)).length;
  if (best < levels.offer || question.foreign > 0.5) return { outcome: 'unknown', scores, likely };
  return { outcome: best < levels.answer || likely > 1 ? 'choose' : 'answer', scores, likely };
}

function chance(question: Prepared, { features }: Ranked, margin: number): number {
  const sum =
    FIT.base +
    FIT.covered * features.covered +
    FIT.name * Math.min(1, 2 * features.name) +
    FIT.elsewhere * Math.min(1, features.elsewhere) +
    FIT.ours * Math.min(2, question.ours) +
    FIT.margin * margin +
    FIT.asks * features.asks +
    FIT.foreign * question.foreign;
  return 1 / (1 + Math.exp(-sum));
}
