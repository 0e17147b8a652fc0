import { likeness } from './language.ts';
import type { Prepared } from './prepare.ts';
import type { Profile } from './profile.ts';
import { termsOf } from './terms.ts';

/** The language of all entries together. */
export interface Language {
  /** How much a term tells by its rarity. */
  weight(term: string): number;
  /** The share of all that is said which this term makes. */
  share(term: string): number;
}

export interface Ranked {
  id: string;
  /** How much better the entry's own language explains the question than the language of all does; for the order. */
  worth: number;
  features: Features;
}

export interface Features {
  /** The worth as a chance among the candidates, 0..1. */
  likely: number;
  /** The worth of one word of the question. */
  fit: number;
  /** The same against the nearest matter of other offices. */
  ahead: number;
  /** Share of what the question says that the entry says too. */
  covered: number;
  /** Weight of the longest name (title, keyword) said whole. */
  name: number;
  /** Other associations in the question that the entry does not name, counted. */
  elsewhere: number;
}

export function rank(question: Prepared, candidates: readonly Profile[], strangers: readonly Profile[], language: Language): Ranked[] {
  const said = saidOf(question, language);
  if (said.total === 0) return [];
  const strange = Math.max(...strangers.map((profile) => likeness(said.counts, profile, language.share)));
  const judged = candidates.map((profile) => {
    const worth = likeness(said.counts, profile, language.share);
    const features = {
      likely: 0,
      fit: worth / said.length,
      ahead: Math.tanh((worth - strange) / 4),
      covered: coverage(said, profile),
      name: Math.min(1, Math.max(0, ...profile.names.map((name) => whole(said, name))) / 12),
      elsewhere: question.elsewhere.filter((folded) => !names(said, profile, folded)).length,
    };
    return { id: profile.id, features, worth };
  });
  const best = Math.max(...judged.map(({ worth }) => worth));
  const all = judged.reduce((sum, { worth }) => sum + Math.exp(worth - best), 0);
  for (const { worth, features } of judged) features.likely = Math.exp(worth - best) / all;
  return judged.toSorted((a, b) => b.worth - a.worth);
}

/** A question's terms with their weights, ready for comparing. */
interface Said {
  terms: Map<string, number>;
  total: number;
  /** How much each term counts in the likeness of languages, and all of them. */
  counts: Map<string, number>;
  length: number;
}

function saidOf({ words }: Prepared, language: Language): Said {
  const said: Said = { terms: new Map(), total: 0, counts: new Map(), length: 0 };
  for (const [term, tells] of termsOf(words)) {
    const weight = language.weight(term) * tells;
    said.terms.set(term, weight);
    said.total += weight;
    // Little words tell which part is asked for, and by that a little of the entry too: the root keeps them heard.
    const count = Math.sqrt(tells);
    said.counts.set(term, count);
    said.length += count;
  }
  return said;
}

function coverage(said: Said, profile: Profile): number {
  let covered = 0;
  for (const [term, weight] of said.terms) covered += weight * (profile.place.get(term) ?? 0);
  return covered / said.total;
}

/** Whether a name of the entry that is said whole holds the phrase. */
function names(said: Said, profile: Profile, folded: readonly string[]): boolean {
  const terms = folded.length === 1 ? folded : folded.slice(1).map((f, at) => `${folded[at]!}_${f}`);
  return profile.names.some((name) => terms.every((term) => name.includes(term)) && whole(said, name) > 0);
}

/** The weight of a name if every term of it is said, else 0. */
function whole(said: Said, name: readonly string[]): number {
  return name.every((term) => said.terms.has(term)) ? name.reduce((sum, term) => sum + said.terms.get(term)!, 0) : 0;
}
