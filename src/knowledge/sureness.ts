import type { Prepared } from './prepare.ts';
import type { Ranked } from './rank.ts';

export interface Sureness {
  outcome: 'answer' | 'choose' | 'unknown';
  /** One for each ranked entry, 0..1. */
  scores: number[];
  /** How many entries are near enough to be offered. */
  likely: number;
  /** How surely the question names the best entry, 0..1. */
  named: number;
}

/** Where a question stops being answered, and where the second entry is near enough to be offered beside the first. */
export const levels = { answer: 0.5, choose: 0.3, beside: 0.72 };

/** Fitted on questions left out of the index; see bench/knowledge. */
export const fitted = { base: -4, worth: 3.2, elsewhere: -4, unknown: -2 };

export function surenessOf(question: Prepared, ranked: readonly Ranked[]): Sureness {
  const scores = ranked.map((one) => sigmoid(fitted.base + fitted.worth * one.worth + fitted.elsewhere * missed(question, one)));
  const best = scores[0] ?? 0;
  const likely = ranked.filter(({ worth }) => worth >= levels.beside * (ranked[0]?.worth ?? 0)).length;
  return { outcome: best >= levels.answer ? 'answer' : best >= levels.choose ? 'choose' : 'unknown', scores, likely, named: best };
}

const missed = (question: Prepared, one: Ranked): number => (question.elsewhere.length > 0 && one.features.elsewhere > 0 ? 1 : 0);

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
