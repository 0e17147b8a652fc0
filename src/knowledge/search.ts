import MiniSearch from 'minisearch';
import { allLines, isTaught, plain, teachersOf, waysOf, type Entry } from './entry.ts';
import { frequencyBuilder, type Frequency } from './frequency.ts';
import { hear, silence, type Speech } from './language.ts';
import { learner } from './learner.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseOf, type Token } from './phrases.ts';
import { preparer, type Prepared, type Preparer, type Word } from './prepare.ts';
import { profileOf, type Profile, type Sayings } from './profile.ts';
import { rank, type Belonging, type Language, type Ranked } from './rank.ts';
import { reader, type Reader } from './reading.ts';
import { isSyllable } from './syllable.ts';
import { termsOf } from './terms.ts';
import { vocabularyBuilder, type Vocabulary } from './vocabulary.ts';

/** How many candidates of the index are looked at closely. */
const CANDIDATES = 20;
/** Up to here bodies and pairs are indexed too; beyond, titles and ways of asking must do, and pairs count in the closer look. */
const SMALL = 1_000;
/** In a large index the language is learnt from this many entries; the rest adds names. */
const TEACHERS = 300;
/** From so many entries, spread over all, it is learnt what is the Union's. */
const SAMPLE = 60;
/** So many questions are made of each name. */
const FRAMES = 2;
/** So many of a question's terms are searched for, the rarest: the others of a long story decide nothing. */
const RAREST = 24;
/** How many postings a question may visit in a large index: common words would visit every entry and decide nothing. */
const VISITS = 2_000;

export interface Index {
  prepare: Preparer['question'];
  tokens: Preparer['tokens'];
  content: Preparer['content'];
  said: Preparer['said'];
  forget: Preparer['forget'];
  /** Best first. `also` is looked at too, whatever the index says. */
  find(question: Prepared, also?: string): Ranked[];
  /** Whether it sounds like small talk more than like anything asked. */
  isTalk(question: Prepared): boolean;
}

/** Builds the index of all entries once; a question then costs a few milliseconds. `alsoSaid`: words people use besides. */
export function buildIndex(entries: readonly Entry[], lexicon: Lexicon, alsoSaid: readonly string[] = []): Index {
  const read = reader(lexicon);
  const { mini, vocabulary, frequency, meansOtherwise, named } = learn(entries, lexicon, read, alsoSaid);
  const prepare = preparer(lexicon, vocabulary, meansOtherwise, read);
  const language = languageOf(frequency, entries.filter(isTaught).length || entries.length);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const profiles = new Map<string, Profile>();
  const profile = (id: string): Profile => {
    const known = profiles.get(id);
    if (known) return known;
    const made = profileOf(sayingsOf(byId.get(id)!, lexicon, prepare.content, entries.length <= SMALL), language.weight);
    profiles.set(id, made);
    return made;
  };
  const strangers = lexicon.strangers.map((questions) => speechOf(questions.map(prepare.content)));
  const belonging = belongingOf(entries, lexicon, prepare.content);
  return {
    prepare: prepare.question,
    tokens: prepare.tokens,
    content: prepare.content,
    said: prepare.said,
    forget: prepare.forget,
    find(question, also) {
      const found = new Set(candidates(mini, question.words, frequency, entries.length));
      for (const words of [question.words, question.bare]) for (const id of named.get(keyOf(words)) ?? []) found.add(id);
      if (also !== undefined && byId.has(also)) found.add(also);
      return rank(question, [...found].map(profile), strangers, language, belonging(question.words));
    },
    isTalk: ({ words, foreign }) => foreign === 0 && belonging(words).talk,
  };
}

function speechOf(texts: readonly Word[][]): Speech {
  const speech = silence();
  for (const words of texts) hear(speech, termsOf(words).keys());
  return speech;
}

/** How much words speak for the Union rather than for other offices or small talk, learnt from the ways of asking for each. */
function belongingOf(entries: readonly Entry[], lexicon: Lexicon, content: (text: string) => Word[]): (words: readonly Word[]) => Belonging {
  const teachers = teachersOf(entries, SAMPLE);
  const cues = [...lexicon.sections.values()].flat().map(({ keys }) => keys.join(' '));
  const ours = teachers.flatMap((entry, nth) => {
    const names = [entry.title, ...entry.keywords];
    // "Hội phí bao nhiêu": strangers ask as shortly, so that the asking must not count against the name.
    const short = names.flatMap((name, at) => Array.from({ length: FRAMES }, (_, turn) => `${name} ${cues[(nth * 31 + at * 7 + turn * 97) % cues.length]}`));
    return [...names, ...short, ...(lexicon.topics.get(entry.id) ?? []), ...entry.asked.map(({ text }) => text)];
  });
  const example = (label: number) => (text: string) => ({ signs: saidIn(content(text)), label });
  const judge = learner([...lexicon.strangers.flat().map(example(0)), ...ours.map(example(1)), ...lexicon.talk.map(example(2))], 3);
  return (words) => {
    const [theirs, own, talk] = judge(saidIn(words)) as [number, number, number];
    return { belongs: own - Math.log(Math.exp(theirs) + Math.exp(talk)), others: theirs - own, talk: talk > Math.max(own, theirs) };
  };
}

/** Little words are heard too, softly: how something is asked tells where it belongs. */
function saidIn(words: readonly Word[]): Map<string, number> {
  const terms = termsOf(words);
  for (const [term, tells] of terms) terms.set(term, Math.sqrt(tells));
  return terms;
}

interface Learnt {
  mini: MiniSearch;
  vocabulary: Vocabulary;
  frequency: Frequency;
  /** Unmarked syllables that are a common little word and also what some entry is about ("vay", "do"). */
  meansOtherwise: Set<string>;
  /** Which entries are called so; a name of common words is not found by its words. */
  named: Map<string, string[]>;
}

/** One pass over all entries: which syllables there are, how often, and in which entry. */
function learn(entries: readonly Entry[], lexicon: Lexicon, read: Reader, alsoSaid: readonly string[]): Learnt {
  const small = entries.length <= SMALL;
  const vocabulary = vocabularyBuilder();
  const usual = frequencyBuilder(small);
  // An entry that came in later must not move how much a word tells for the others: only words of its own are counted.
  const later = frequencyBuilder(small);
  const anyTaught = entries.some(isTaught);
  const meansOtherwise = new Set<string>();
  const named = new Map<string, string[]>();
  for (const phrase of [...lexicon.phrases, ...alsoSaid]) vocabulary.add(phraseOf(phrase).folded);
  const mini = new MiniSearch({ fields: ['said'], tokenize: (text) => text.split(' '), processTerm: (term) => (term === '' ? null : term) });
  const teachers = small ? entries.length : TEACHERS;
  // Little words in a large index cost much and find nothing.
  const skip = small ? new Set<string>() : lexicon.light.folded;
  for (const [at, entry] of entries.entries()) {
    const teaches = at < teachers;
    // Only where pairs are learnt must the phrases be read one by one.
    const readAll = (texts: readonly string[]) => (teaches ? texts.map(read.meant) : [read.meant(texts.join(' '))]);
    const names = readAll([entry.title, ...entry.keywords]);
    const topics = readAll(lexicon.topics.get(entry.id) ?? []);
    const asks = readAll(waysOf(entry));
    const body = small ? read.meant(bodyOf(entry).join(' ')) : [];
    const frequency = anyTaught && !isTaught(entry) ? later : usual;
    frequency.next();
    for (const tokens of [...names, ...topics, ...asks]) {
      frequency.add(tokens);
      if (teaches) vocabulary.add(tokens.map(({ f }) => f));
    }
    frequency.addPassing(body);
    vocabulary.add(body.map(({ f }) => f).filter(isSyllable));
    for (const tokens of names) {
      const folded = tokens.map(({ f }) => f);
      const key = keyOf(tokens);
      named.set(key, [...(named.get(key) ?? []), entry.id]);
      if (!teaches) vocabulary.add(folded);
      else vocabulary.addInitials(folded);
      for (const { f, key } of tokens) if (lexicon.light.folded.has(f) && !lexicon.light.keys.has(key)) meansOtherwise.add(f);
    }
    mini.add({ id: entry.id, said: terms([...names, ...topics, ...asks], [body], small, skip) });
  }
  for (const questions of lexicon.strangers) {
    usual.next();
    for (const question of questions) usual.add(read.meant(question));
  }
  return { mini, vocabulary: vocabulary.done(), frequency: firstOf(usual.done(), later.done()), meansOtherwise, named };
}

const firstOf = (usual: Frequency, later: Frequency): Frequency => ({ total: usual.total, of: (term) => usual.of(term) || later.of(term) });

const keyOf = (words: readonly { f: string }[]): string => words.map(({ f }) => f).join(' ');

/** Terms of some texts, each once, as the index takes them; of the body only the syllables. */
function terms(texts: readonly (readonly Token[])[], bodies: readonly (readonly Token[])[], pairs: boolean, skip: ReadonlySet<string>): string {
  const found = new Set<string>();
  for (const tokens of [...texts, ...bodies]) for (const { f } of tokens) if (!skip.has(f)) found.add(f);
  if (pairs) for (const tokens of texts) for (let at = 1; at < tokens.length; at += 1) found.add(`${tokens[at - 1]!.f}_${tokens[at]!.f}`);
  return [...found].join(' ');
}

/** That something is not known, and whom to ask, is said in nearly every entry: none is about it. */
const NOT_KNOWN = /(?:em )?chưa có nguồn(?: đã kiểm)?|chị hỏi [^.;]*/giu;

const bodyOf = (entry: Entry): string[] => [...entry.sections.map(({ heading }) => heading), ...allLines(entry).map((line) => plain(line).replace(NOT_KNOWN, ''))];

function sayingsOf(entry: Entry, lexicon: Lexicon, content: (text: string) => Word[], small: boolean): Sayings {
  return {
    id: entry.id,
    names: [entry.title, ...entry.keywords].map(content),
    topics: (lexicon.topics.get(entry.id) ?? []).map(content),
    asks: entry.ask.map(content),
    asked: entry.asked.map(({ text }) => content(text)),
    body: small ? bodyOf(entry).map(content) : [],
  };
}

/** Rare terms weigh more; a pair counts as one term. Unknown terms weigh as the rarest. */
const languageOf = (frequency: Frequency, entries: number): Language => ({
  weight: (term) => Math.log(1 + (entries + 1) / (frequency.of(term) + 0.5)),
  share: (term) => frequency.of(term) / frequency.total,
});

function candidates(mini: MiniSearch, words: readonly Word[], frequency: Frequency, total: number): string[] {
  const small = total <= SMALL;
  const rarest = [...termsOf(words).keys()]
    .filter((term) => small || !term.includes('_'))
    .map((term) => ({ term, seen: frequency.of(term) }))
    .filter(({ seen }) => seen > 0)
    .toSorted((a, b) => a.seen - b.seen);
  let visits = 0;
  const telling = rarest.filter(({ seen }, at) => {
    visits += seen;
    return small ? at < RAREST : at < 2 || (seen <= Math.max(12, total * 0.25) && visits <= VISITS);
  });
  if (telling.length === 0) return [];
  return mini
    .search(telling.map(({ term }) => term).join(' '))
    .slice(0, CANDIDATES)
    .map((hit) => String(hit.id));
}
