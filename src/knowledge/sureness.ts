import type { Prepared } from './prepare.ts';
import type { Features, Ranked } from './rank.ts';

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

/**
 * Below `offer` (`about`, where nothing but a name is asked about; `usual`, where nothing unusual is) a question is not known.
 * An entry as likely as `beside` times the best is offered with it; from `near` on a question is one of the known ways of asking.
 */
export const levels = { offer: 0.4, answer: 0.62, about: 0.25, usual: 0.35, beside: 0.4, near: 0.6 };

/** From bench/knowledge/fit.ts. */
const FIT: Signs = { base: -2.05, likely: 1.37, ahead: 1.66, belongs: 1.23, elsewhere: -1.65 };

export function surenessOf(question: Prepared, ranked: readonly Ranked[]): Sureness {
  const scores = ranked.map(({ features }, at) => Math.max(chance(signsOf(ranked, at)), isAsked(features) ? features.near : 0));
  const best = scores[0] ?? 0;
  const likely = ranked.filter(({ features }) => features.likely >= levels.beside * ranked[0]!.features.likely).length;
  const near = ranked.slice(0, 3).map(({ features }) => features);
  if (best < leastOf(near) || question.foreign > 0.5) return { outcome: 'unknown', scores, likely };
  const sure = best >= levels.answer || (near[0] && (isKnown(near[0]) || near[0].about || (near[0].usual && near[0].elsewhere === 0)));
  return { outcome: sure && likely === 1 ? 'answer' : 'choose', scores, likely };
}

/** A bare word of the Union's ("môi trường") tells little, yet it is asked: better to offer than to refuse. */
function leastOf(near: readonly Features[]): number {
  if (near.some(isKnown)) return 0;
  if (near.some(({ about }) => about)) return levels.about;
  return near.some(({ usual }) => usual) ? levels.usual : levels.offer;
}

/** It is nearly one of the known ways of asking for the entry. */
const isAsked = ({ near, elsewhere }: Features): boolean => near >= levels.near && elsewhere === 0;

const isKnown = (features: Features): boolean => features.called || isAsked(features);

/** A name said whole with only what is usual of it: however many strangers ask alike ("một tháng đóng bao nhiêu"), no less than this. */
const LEAST = -0.7;

export function signsOf(ranked: readonly Ranked[], at: number): Signs {
  const { likely, ahead, belongs, elsewhere, usual } = ranked[at]!.features;
  return { base: 1, likely, ahead: Math.tanh(ahead / 4), belongs: usual ? Math.max(belongs, LEAST) : belongs, elsewhere: Math.min(1, elsewhere) };
}

function chance(signs: Signs): number {
  const sum = (Object.keys(FIT) as (keyof Signs)[]).reduce((total, name) => total + FIT[name] * signs[name], 0);
  return 1 / (1 + Math.exp(-sum));
}
