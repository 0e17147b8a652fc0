import type { Prepared } from './prepare.ts';
import type { Profile } from './profile.ts';
import { isPair, termsOf } from './terms.ts';

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
  /** Things of other offices in the question that the entry does not name, counted. */
  elsewhere: number;
}

/**
 * An entry that says little is judged mostly by the language of all (Dirichlet smoothing); a pair repeats its words and
 * counts half; terms lean on each other, so that all of them together prove only a part of what they would alone.
 */
const SMOOTHING = 100;
const PAIR = 0.5;
const LEANING = 0.5;

export function rank(question: Prepared, candidates: readonly Profile[], strangers: readonly Profile[], language: Language): Ranked[] {
  const said = saidOf(question, language);
  if (said.total === 0) return [];
  const strange = Math.max(...strangers.map((profile) => LEANING * worthOf(said, profile, language)));
  const judged = candidates.map((profile) => {
    const worth = LEANING * worthOf(said, profile, language);
    const features = {
      likely: 0,
      fit: worth / said.length,
      ahead: (worth - strange) / said.length,
      covered: coverage(said, profile),
      name: Math.min(1, Math.max(0, ...profile.names.map((name) => whole(said, name))) / 12),
      elsewhere: question.elsewhere.filter(({ folded }) => !names(said, profile, folded)).length,
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
  /** Terms, pairs as half. */
  length: number;
}

function saidOf({ words }: Prepared, language: Language): Said {
  const terms = new Map<string, number>();
  let [total, length] = [0, 0];
  for (const [term, tells] of termsOf(words)) {
    const weight = language.weight(term) * tells;
    terms.set(term, weight);
    total += weight;
    length += isPair(term) ? PAIR : 1;
  }
  return { terms, total, length };
}

function worthOf(said: Said, profile: Profile, language: Language): number {
  let worth = 0;
  for (const term of said.terms.keys()) {
    const share = language.share(term);
    if (share === 0) continue;
    const own = ((profile.counts.get(term) ?? 0) + SMOOTHING * share) / (profile.size + SMOOTHING);
    worth += (isPair(term) ? PAIR : 1) * Math.log(own / share);
  }
  return worth;
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
