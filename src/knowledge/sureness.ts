import type { Prepared } from './prepare.ts';
import type { Ranked } from './rank.ts';

export interface Sureness {
  outcome: 'answer' | 'choose' | 'unknown';
  /** One for each ranked entry, 0..1. */
  scores: number[];
  /** How many entries are near enough to be offered. */
  likely: number;
}

/** What speaks for a question being the Union's, and this entry's. */
export interface Signs {
  base: number;
  likely: number;
  ahead: number;
  name: number;
  elsewhere: number;
  ours: number;
  foreign: number;
}

/** Below `offer` a question is not known; an entry as likely as `beside` times the best is offered with it. */
export const levels = { offer: 0.4, answer: 0.5, beside: 0.4 };

/** From bench/knowledge/fit.ts. */
const FIT: Signs = { base: -2.52, likely: 0.26, ahead: 4.22, name: 1.03, elsewhere: -1.38, ours: 2.63, foreign: -0.20 };

export function surenessOf(question: Prepared, ranked: readonly Ranked[]): Sureness {
  const scores = ranked.map((_, at) => chance(signsOf(question, ranked, at)));
  const best = scores[0] ?? 0;
  const likely = ranked.filter(({ features }) => features.likely >= levels.beside * ranked[0]!.features.likely).length;
  if (best < levels.offer || question.foreign > 0.5) return { outcome: 'unknown', scores, likely };
  return { outcome: best < levels.answer || likely > 1 ? 'choose' : 'answer', scores, likely };
}

export function signsOf(question: Prepared, ranked: readonly Ranked[], at: number): Signs {
  const { likely, ahead, name, elsewhere } = ranked[at]!.features;
  return { base: 1, likely, ahead, name: Math.min(1, 2 * name), elsewhere: Math.min(1, elsewhere), ours: Math.min(2, question.ours), foreign: question.foreign };
}

function chance(signs: Signs): number {
  const sum = (Object.keys(FIT) as (keyof Signs)[]).reduce((total, name) => total + FIT[name] * signs[name], 0);
  return 1 / (1 + Math.exp(-sum));
}
