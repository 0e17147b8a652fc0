import { likeness, type Speech } from './language.ts';
import { isTelling, type Prepared } from './prepare.ts';
import type { Profile } from './profile.ts';
import { termsOf } from './terms.ts';
import { nearest } from './ways.ts';

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

/** Whose a question is by its words alone. */
export interface Belonging {
  belongs: number;
  others: number;
  /** It sounds like small talk more than like anything asked. */
  talk: boolean;
}

export interface Features {
  /** The worth as a chance among the candidates, 0..1. */
  likely: number;
  /** How much the worth is ahead of the nearest matter of other offices. */
  ahead: number;
  /** How much the question's words speak for the Union rather than for other offices or small talk; the same for every entry. */
  belongs: number;
  /** How much they speak for other offices rather than for the Union. */
  others: number;
  /** Weight of the longest name (title, keyword) said whole. */
  name: number;
  /** The question is nothing but a name of the entry, whatever is asked around it, or several words of one. */
  called: boolean;
  /** It says nothing else of its own than a name: "hội phí bao nhiêu". */
  about: boolean;
  /** Beside a name it says only what is usual to say of the entry: "hội phí một tháng đóng bao nhiêu". */
  usual: boolean;
  /** How much of the question and of the nearest way of asking is the same, 0..1; of the best only. */
  near: number;
  /** Other associations in the question that the entry does not name, counted. */
  elsewhere: number;
}

/** What a name said whole is worth beside: "939" alone tells more than all the words around it. */
const NAMED = 5;
/** So many of the best are compared with each way of asking for them. */
const NEAREST = 8;
/** A question this near to a known way of asking is for its entry, whatever the languages say. */
const ASKED = 0.75;

export function rank(question: Prepared, candidates: readonly Profile[], strangers: readonly Speech[], language: Language, { belongs, others }: Belonging): Ranked[] {
  const said = saidOf(question, language);
  if (said.terms.size === 0) return [];
  // Looked up once: every candidate is compared by the same terms.
  const shares = new Map([...said.counts.keys()].map((term) => [term, language.share(term)]));
  const share = (term: string): number => shares.get(term)!;
  const strange = Math.max(...strangers.map((speech) => likeness(said.counts, speech, share)));
  const bare = new Set(termsOf(question.bare).keys());
  const judged = candidates.map((profile) => {
    const called = profile.names.filter((name) => calls(said, name));
    const exactly = called.some((name) => name.length === said.terms.size) || profile.names.some((name) => isName(name, bare));
    const name = exactly ? 1 : Math.min(1, Math.max(0, ...profile.names.map((name) => whole(said, name))) / 12);
    const worth = likeness(said.counts, profile, share) + NAMED * name;
    const features = {
      likely: 0,
      ahead: worth - strange,
      belongs,
      others,
      name,
      called: called.length > 0 || exactly,
      about: isAbout(said, profile.names, (word, name) => name.includes(word)),
      usual: isAbout(said, profile.names, (word) => profile.spoken.has(word)),
      near: 0,
      elsewhere: question.elsewhere.filter((folded) => !names(said, profile, folded)).length,
    };
    return { id: profile.id, features, worth, profile };
  });
  const best = Math.max(...judged.map(({ worth }) => worth));
  const all = judged.reduce((sum, { worth }) => sum + Math.exp(worth - best), 0);
  for (const { worth, features } of judged) features.likely = Math.exp(worth - best) / all;
  const ranked = judged.toSorted((a, b) => b.worth - a.worth);
  // Every way of asking is compared: only where it can decide.
  for (const { profile, features } of ranked.slice(0, NEAREST)) features.near = nearest(said.terms, profile.ways, language.weight);
  const [asked] = ranked.slice(0, NEAREST).filter(({ features }) => features.near >= ASKED).toSorted((a, b) => b.features.near - a.features.near);
  const order = asked ? [asked, ...ranked.filter((one) => one !== asked)] : ranked;
  return order.map(({ id, features, worth }) => ({ id, features, worth }));
}

/** A question's terms with their weights, ready for comparing. */
interface Said {
  terms: Map<string, number>;
  /** How much each term counts in the likeness of languages. */
  counts: Map<string, number>;
  /** Words that say something by themselves. */
  telling: string[];
}

function saidOf({ words }: Prepared, language: Language): Said {
  const said: Said = { terms: new Map(), counts: new Map(), telling: words.filter(isTelling).map(({ f }) => f) };
  for (const [term, tells] of termsOf(words)) {
    said.terms.set(term, language.weight(term) * tells);
    // Little words tell which part is asked for, and by that a little of the entry too: the root keeps them heard.
    said.counts.set(term, Math.sqrt(tells));
  }
  return said;
}

/** Whether a name of the entry that is said whole holds the phrase. */
function names(said: Said, profile: Profile, folded: readonly string[]): boolean {
  const terms = folded.length === 1 ? folded : folded.slice(1).map((f, at) => `${folded[at]!}_${f}`);
  return profile.names.some((name) => terms.every((term) => name.includes(term)) && whole(said, name) > 0);
}

/** Two words are three terms: each by itself and the pair. */
const calls = ({ terms }: Said, name: readonly string[]): boolean => (terms.size >= 3 || terms.size === name.length) && [...terms.keys()].every((term) => name.includes(term));

/** Two words or more that are just this name, whatever is asked around it: "hội viên là gì". */
const isName = (name: readonly string[], bare: ReadonlySet<string>): boolean => bare.size >= 3 && name.length === bare.size && name.every((term) => bare.has(term));

/** A name said whole, and beside it no word that is not one of `own`. */
const isAbout = (said: Said, names: readonly string[][], own: (word: string, name: readonly string[]) => boolean): boolean =>
  said.telling.length > 0 && names.some((name) => name.length >= 3 && said.telling.every((word) => own(word, name)) && whole(said, name) > 0);

/** The weight of a name if every term of it is said, else 0. */
function whole(said: Said, name: readonly string[]): number {
  return name.every((term) => said.terms.has(term)) ? name.reduce((sum, term) => sum + said.terms.get(term)!, 0) : 0;
}
