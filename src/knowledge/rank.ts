import type { Prepared } from './prepare.ts';
import { saidOf, type Profile, type Said } from './profile.ts';

/** How much a term tells by its rarity. */
export type Weigher = (term: string) => number;

export interface Ranked {
  id: string;
  /** Likeness used for the order; not a probability. */
  worth: number;
  features: Features;
}

export interface Features {
  /** Share of what the question says that the entry says too. */
  covered: number;
  /** Mean likeness of the three nearest ways of asking. */
  asks: number;
  /** Weight of the longest name (title, keyword) said whole. */
  name: number;
  /** The index's own score, against the best candidate's. */
  index: number;
  /** Things of other offices in the question that the entry does not name, counted. */
  elsewhere: number;
}

/** Found on ways of asking left out of the index, one in five at a time. */
export const weights = { covered: 2, asks: 0.5, name: 0.5, index: 0.2 };

export function rank(question: Prepared, candidates: readonly { profile: Profile; score: number }[], weigh: Weigher): Ranked[] {
  const said = saidOf(question.words, weigh);
  if (said.total === 0) return [];
  const top = Math.max(...candidates.map(({ score }) => score), 1e-9);
  return candidates
    .map(({ profile, score }) => {
      const likes = profile.asks.map((ask) => likeness(said, ask)).toSorted((a, b) => b - a);
      const features = {
        covered: coverage(said, profile),
        asks: ((likes[0] ?? 0) + (likes[1] ?? 0) + (likes[2] ?? 0)) / 3,
        name: Math.min(1, Math.max(0, ...profile.names.map((name) => whole(said, name))) / 12),
        index: score / top,
        elsewhere: question.elsewhere.filter(({ folded }) => !names(said, profile, folded)).length,
      };
      return { id: profile.id, features, worth: worthOf(features) };
    })
    .toSorted((a, b) => b.worth - a.worth);
}

export const worthOf = (features: Features): number =>
  weights.covered * features.covered + weights.asks * features.asks + weights.name * features.name + weights.index * features.index;

function coverage(said: Said, profile: Profile): number {
  let covered = 0;
  for (const [term, weight] of said.terms) covered += weight * (profile.place.get(term) ?? 0);
  return covered / said.total;
}

/** Weight both say, against the mean of what each says. */
function likeness(a: Said, b: Said): number {
  let both = 0;
  for (const [term, weight] of a.terms) if (b.terms.has(term)) both += weight;
  return (2 * both) / (a.total + b.total);
}

/** Whether a name of the entry that is said whole holds the phrase. */
function names(said: Said, profile: Profile, folded: readonly string[]): boolean {
  const terms = folded.length === 1 ? folded : folded.slice(1).map((f, at) => `${folded[at]!}_${f}`);
  return profile.names.some((name) => terms.every((term) => name.terms.has(term)) && whole(said, name) > 0);
}

/** The weight of a name if every term of it is said, else 0. */
function whole(said: Said, name: Said): number {
  if (name.terms.size === 0) return 0;
  for (const term of name.terms.keys()) if (!said.terms.has(term)) return 0;
  return name.total;
}
