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
  belongs: number;
  elsewhere: number;
}

/** Below `offer` a question is not known; an entry as likely as `beside` times the best is offered with it. */
export const levels = { offer: 0.48, answer: 0.6, beside: 0.4 };

/** From bench/knowledge/fit.ts. */
const FIT: Signs = { base: -2.4, likely: 1.14, ahead: 1.46, belongs: 1.38, elsewhere: -1.8 };

export function surenessOf(question: Prepared, ranked: readonly Ranked[]): Sureness {
  const scores = ranked.map((_, at) => chance(signsOf(ranked, at)));
  const best = scores[0] ?? 0;
  const likely = ranked.filter(({ features }) => features.likely >= levels.beside * ranked[0]!.features.likely).length;
  // A bare word of the Union's ("môi trường") tells little, yet it is asked: better to offer than to refuse.
  const called = ranked.some(({ features }, at) => at < 3 && features.called);
  if ((best < levels.offer && !called) || question.foreign > 0.5) return { outcome: 'unknown', scores, likely };
  return { outcome: best < levels.answer || likely > 1 ? 'choose' : 'answer', scores, likely };
}

export function signsOf(ranked: readonly Ranked[], at: number): Signs {
  const { likely, ahead, belongs, elsewhere } = ranked[at]!.features;
  return { base: 1, likely, ahead: Math.tanh(ahead / 4), belongs, elsewhere: Math.min(1, elsewhere) };
}

function chance(signs: Signs): number {
  const sum = (Object.keys(FIT) as (keyof Signs)[]).reduce((total, name) => total + FIT[name] * signs[name], 0);
  return 1 / (1 + Math.exp(-sum));
}
