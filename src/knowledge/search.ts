import MiniSearch from 'minisearch';
import { plain, type Entry } from './entry.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseOf } from './phrases.ts';
import { preparer, type Prepared, type Preparer, type Word } from './prepare.ts';
import { profileOf, type Profile } from './profile.ts';
import { rank, type Ranked, type Weigher } from './rank.ts';
import { isSyllable } from './syllable.ts';
import { termsOf } from './terms.ts';
import { vocabularyBuilder, type Vocabulary } from './vocabulary.ts';

/** How many candidates of the index are looked at closely. */
const CANDIDATES = 14;

export interface Index {
  prepare: Preparer['question'];
  tokens: Preparer['tokens'];
  vocabulary: Vocabulary;
  /** Best first. */
  find(question: Prepared): Ranked[];
}

interface Said {
  entry: Entry;
  title: Word[];
  keywords: Word[][];
  topics: Word[][];
  ask: Word[][];
  headings: Word[];
  body: Word[];
}

/** Builds the index of all entries once; a question then costs a few milliseconds. */
export function buildIndex(entries: readonly Entry[], lexicon: Lexicon): Index {
  const { vocabulary, meansOtherwise } = learn(entries, lexicon);
  const prepare = preparer(lexicon, vocabulary, meansOtherwise);
  const said = entries.map((entry) => read(entry, lexicon.topics.get(entry.id) ?? [], prepare));
  const frequency = frequencies(said);
  const weigh = weigher(frequency, entries.length);
  const mini = fill(said);
  const profiles = new Map<string, Profile>();
  const byId = new Map(said.map((one) => [one.entry.id, one]));
  const profile = (id: string): Profile => {
    const known = profiles.get(id);
    if (known) return known;
    const one = byId.get(id)!;
    const made = profileOf({ ...one, id }, weigh);
    profiles.set(id, made);
    return made;
  };
  return {
    prepare: prepare.question,
    tokens: prepare.tokens,
    vocabulary,
    find(question) {
      const found = candidates(mini, question.words, frequency, entries.length);
      return rank(question, found.map(({ id, score }) => ({ profile: profile(id), score })), weigh);
    },
  };
}

/** The syllables of content and lists; and which unmarked syllables mean more than a common little word ("vay", "do"). */
function learn(entries: readonly Entry[], lexicon: Lexicon): { vocabulary: Vocabulary; meansOtherwise: Set<string> } {
  const builder = vocabularyBuilder();
  const meansOtherwise = new Set<string>();
  for (const phrase of lexicon.phrases) builder.add(phraseOf(phrase).folded);
  for (const entry of entries) {
    for (const term of [entry.title, ...entry.keywords]) {
      const { folded, keys } = phraseOf(term);
      builder.add(folded);
      builder.addInitials(folded);
      folded.forEach((f, at) => {
        if (lexicon.light.folded.has(f) && !lexicon.light.keys.has(keys[at]!)) meansOtherwise.add(f);
      });
    }
    for (const phrase of entry.ask) builder.add(phraseOf(phrase).folded.filter(isSyllable));
    for (const section of entry.sections) for (const line of section.lines) builder.add(phraseOf(plain(line)).folded.filter(isSyllable));
  }
  return { vocabulary: builder.done(), meansOtherwise };
}

function read(entry: Entry, topics: string[], prepare: Preparer): Said {
  const body = [...entry.lead, ...entry.sections.flatMap(({ lines }) => lines)].map(plain).join(' ');
  return {
    entry,
    title: prepare.content(entry.title),
    keywords: entry.keywords.map((term) => prepare.content(term)),
    topics: topics.map((term) => prepare.content(term)),
    ask: entry.ask.map((phrase) => prepare.content(phrase)),
    headings: prepare.content(entry.sections.map(({ heading }) => heading).join(' ')),
    body: prepare.content(body),
  };
}

/** In how many entries each term is said. */
function frequencies(said: readonly Said[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const one of said) {
    const terms = new Set<string>();
    for (const words of [one.title, ...one.keywords, ...one.topics, ...one.ask]) for (const term of termsOf(words).keys()) terms.add(term);
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    for (const { f } of one.body) {
      if (terms.has(f)) continue;
      terms.add(f);
      frequency.set(f, (frequency.get(f) ?? 0) + 0.5);
    }
  }
  return frequency;
}

/** Rare terms weigh more; a pair counts as one term. Unknown terms weigh as the rarest. */
function weigher(frequency: Map<string, number>, total: number): Weigher {
  return (term) => Math.log(1 + (total + 1) / ((frequency.get(term) ?? 0) + 0.5));
}

function fill(said: readonly Said[]): MiniSearch {
  const mini = new MiniSearch({
    fields: ['title', 'keywords', 'topics', 'ask', 'body'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
  });
  const unique = (lists: Word[][], pairs: boolean): string =>
    [...new Set(lists.flatMap((words) => (pairs ? [...termsOf(words).keys()] : words.map(({ f }) => f))))].join(' ');
  mini.addAll(
    said.map(({ entry, title, keywords, topics, ask, headings, body }) => ({
      id: entry.id,
      title: unique([title], true),
      keywords: unique(keywords, true),
      topics: unique(topics, true),
      ask: unique(ask, true),
      body: unique([headings, body], false),
    })),
  );
  return mini;
}

/** Common words would visit every entry and decide nothing; they are left to the closer look. */
function candidates(mini: MiniSearch, words: readonly Word[], frequency: Map<string, number>, total: number): { id: string; score: number }[] {
  const terms = [...termsOf(words).keys()];
  const telling = terms.filter((term) => (frequency.get(term) ?? 0) <= Math.max(12, total * 0.25));
  const query = (telling.length > 0 ? telling : terms).join(' ');
  return mini
    .search(query, { boost: { title: 3, keywords: 3, topics: 2.5, ask: 2, body: 0.6 } })
    .slice(0, CANDIDATES)
    .map((hit) => ({ id: String(hit.id), score: hit.score }));
}
