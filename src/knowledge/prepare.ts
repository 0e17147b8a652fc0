import { tidy } from '../vietnamese/fold.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseAt, phrasesIn, type PhraseTable, type Token } from './phrases.ts';
import { meanings, unify, writtenWords, type Reader } from './reading.ts';
import { withoutPeople } from './privacy.ts';
import { mend, soundsLike, split } from './repair.ts';
import { bothForms, isSyllable, undoChat, undoTelex, undoVni } from './syllable.ts';
import type { Vocabulary } from './vocabulary.ts';

export type { Token } from './phrases.ts';

/** A syllable that takes part in the search, and how much it tells one procedure from another, 0..1. */
export interface Word {
  f: string;
  key: string;
  tells: number;
}

const TELLS = { word: 1, perhaps: 0.5, cue: 0.4, light: 0.25 };

/** Whether a word says something by itself: more than a little word, or a word that only asks for a part of an answer. */
export const isTelling = ({ tells }: Word): boolean => tells > TELLS.cue;

export interface Prepared {
  /** The question syllable by syllable: abbreviations written out, spaces and slips mended, nothing left out. */
  tokens: Token[];
  /** The same, folded, one space apart. */
  folded: string;
  /** What is searched: without polite padding, different ways of saying made one. */
  words: Word[];
  /** The same without what only asks: of "hội viên cần gì" the name. */
  bare: Word[];
  /** Other associations, unions and funds named. */
  elsewhere: string[][];
  tricky: boolean;
  /** Share of words that are no Vietnamese syllable, number or known abbreviation, 0..1. */
  foreign: number;
}

/** Only the beginning is understood; 4,096 letters are a story, and its question stands first or not at all. */
const LONGEST_TEXT = 1_200;

/** Written for a machine, not for a person: SQL, HTML, templates. */
const CODE = /\bselect\b.+\bfrom\b|\bdrop\s+table\b|\bunion\b.+\bselect\b|['"]?\s*\bor\b\s+['"]?\w+['"]?\s*=|<\/?[a-z!][^>]*>|\{\{|\$\{/i;

export interface Preparer {
  /** Every syllable of a text of any length, mended; no padding or synonyms touched. */
  tokens(text: string): Token[];
  question(text: string): Prepared;
  /** Correctly written content: no mending, the same padding and synonyms. */
  content(text: string): Word[];
  /** The same, only as it is said. */
  said: Reader['said'];
  /** What was read is kept while the index learns, for several learn from the same texts; then it may go. */
  forget(): void;
}

export function preparer(lexicon: Lexicon, vocabulary: Vocabulary, meansOtherwise: ReadonlySet<string>, read: Reader): Preparer {
  const known = new Map<string, Word[]>();
  const wordsOf = (tokens: readonly Token[]): Word[] => weigh(unify(withoutPadding(tokens, lexicon), lexicon), lexicon, meansOtherwise);
  const tokensOf = (text: string): Token[] => mendAll(readAll(writtenWords(text), lexicon, vocabulary), vocabulary);
  return {
    tokens: (text) => tokensOf(tidy(text)),
    question(text) {
      const tokens = tokensOf(withoutPeople(tidy(text).slice(0, LONGEST_TEXT)));
      const others = phrasesIn(lexicon.others, tokens, 'strict');
      const words = wordsOf(tokens);
      return {
        tokens,
        folded: tokens.map(({ f }) => f).join(' '),
        words,
        bare: without(lexicon.frames, words),
        elsewhere: others.map(({ phrase }) => phrase.folded),
        tricky: CODE.test(text) || phrasesIn(lexicon.tricks, tokens, 'strict').length > 0,
        foreign: foreignIn(tokens, vocabulary),
      };
    },
    content(text) {
      const before = known.get(text);
      if (before) return before;
      const words = weigh(read.meant(text), lexicon, meansOtherwise);
      known.set(text, words);
      return words;
    },
    said: read.said,
    forget: () => known.clear(),
  };
}

/**
 * How much each word tells. In a text typed with marks, a word without any is meant so; in one typed without, "vay" may
 * be "vậy" or "vay", and counts half.
 */
function weigh(tokens: readonly Token[], lexicon: Lexicon, meansOtherwise: ReadonlySet<string>): Word[] {
  const marked = tokens.some(({ f, key }) => f !== key);
  const { keys, folded, phrases } = lexicon.light;
  const tellsOf = ({ f, key }: Token): number => {
    if (key !== f || marked) return keys.has(key) ? TELLS.light : TELLS.word;
    if (!folded.has(f)) return TELLS.word;
    return meansOtherwise.has(f) ? TELLS.perhaps : TELLS.light;
  };
  const words = tokens.map((token) => ({ ...token, tells: tellsOf(token) }));
  const lower = (table: PhraseTable<unknown>, most: number): void => {
    for (const { at, phrase } of phrasesIn(table, tokens, 'strict')) {
      for (let i = at; i < at + phrase.folded.length; i += 1) words[i]!.tells = Math.min(words[i]!.tells, most);
    }
  };
  lower(phrases, TELLS.light);
  lower(lexicon.sections, TELLS.cue);
  return words;
}

function without(table: PhraseTable<unknown>, words: readonly Word[]): Word[] {
  const covered = new Set(phrasesIn(table, words, 'strict').flatMap(({ at, phrase }) => phrase.folded.map((_, nth) => at + nth)));
  return words.filter((_, at) => !covered.has(at));
}

function foreignIn(tokens: readonly Token[], vocabulary: Vocabulary): number {
  const foreign = tokens.filter(({ f }) => !/^\d+$/.test(f) && !isSyllable(f) && vocabulary.count(f) === 0);
  return tokens.length === 0 ? 0 : foreign.length / tokens.length;
}

interface Read extends Token {
  /** Whether this is surely what was meant; a doubtful one may be mended from its neighbours. */
  sure: boolean;
}

const sure = (token: Token): Read => ({ ...token, sure: true });

/** Abbreviations with several meanings take the one that fits the words around. */
function readAll(words: readonly string[], lexicon: Lexicon, vocabulary: Vocabulary): Read[] {
  const out: Read[] = [];
  words.forEach((word, at) => {
    const left = out.at(-1)?.f ?? '';
    const right = bothForms(words[at + 1] ?? '').f;
    const ways = meanings(word, lexicon);
    if (!ways) out.push(...readWord(word, left, right, vocabulary));
    else out.push(...best(ways, (way) => vocabulary.pair(left, way[0]!.f) + vocabulary.pair(way.at(-1)!.f, right)).map(sure));
  });
  return out;
}

/** The first of the worthiest. */
function best<T>(all: readonly T[], worth: (one: T) => number): T {
  return all.reduce((a, b) => (worth(b) > worth(a) ? b : a));
}

/** One written word, by the surest reading first. */
function readWord(word: string, left: string, right: string, vocabulary: Vocabulary): Read[] {
  const own = bothForms(word);
  const known = vocabulary.count(own.f) > 0;
  if (/^\d+$/.test(own.f)) return [sure(own)];
  if (isSyllable(own.f)) return [{ ...own, sure: known }];
  const undone = undoTelex(own.f) ?? undoVni(own.f) ?? undoChat(own.f);
  if (undone) return [{ f: undone, key: undone, sure: true }];
  if (known) return [sure(own)];
  const parts = split(own.f, vocabulary) ?? splitDigits(own.f, vocabulary);
  const together = parts?.every((part, at) => at === 0 || vocabulary.pair(parts[at - 1]!, part) > 0);
  // "vine" after "hội" is "viên" misspelt rather than "vi" and "ne" run together.
  const mended = parts && !together && own.f.length < 7 ? mend(own.f, left, right, vocabulary) : null;
  if (mended && vocabulary.pair(left, mended) + vocabulary.pair(mended, right) > 0) return [{ f: mended, key: mended, sure: true }];
  if (parts) return parts.map((f) => ({ f, key: f, sure: true }));
  const meant = vocabulary.initials.get(own.f)?.[0];
  if (meant) return meant.map((f) => ({ f, key: f, sure: true }));
  return [{ ...own, sure: known }];
}

/** "5khong" → "5 khong", "nd282" → "nd 282". */
function splitDigits(word: string, vocabulary: Vocabulary): string[] | null {
  const parts = word.match(/\d+|[^\d]+/g) ?? [];
  if (parts.length < 2) return null;
  return parts.flatMap((part) => (/\d/.test(part) || isSyllable(part) ? [part] : (split(part, vocabulary) ?? [part])));
}

/** Mends what is no known syllable by one slip, and what is known but sounds like the one that fits its neighbours. */
function mendAll(tokens: readonly Read[], vocabulary: Vocabulary): Token[] {
  const out: Token[] = [];
  tokens.forEach((token, at) => {
    const left = out.at(-1)?.f ?? null;
    const right = tokens[at + 1]?.f ?? null;
    const better = betterFor(token, left, right, vocabulary);
    out.push(better ? { f: better, key: better } : { f: token.f, key: token.key });
  });
  return out;
}

function betterFor(token: Read, left: string | null, right: string | null, vocabulary: Vocabulary): string | null {
  if (/\d/.test(token.f)) return null;
  const fit = (syllable: string): number => (left ? vocabulary.pair(left, syllable) : 0) + (right ? vocabulary.pair(syllable, right) : 0);
  const like = (): string | null => {
    const ranked = soundsLike(token.f).map((syllable) => ({ syllable, worth: fit(syllable) })).filter(({ worth }) => worth > 2);
    return ranked.toSorted((a, b) => b.worth - a.worth)[0]?.syllable ?? null;
  };
  // A known word stays unless it is rare here: people also speak of things that the content does not.
  if (fit(token.f) === 0 && vocabulary.count(token.f) < 3) {
    const same = like();
    if (same) return same;
  }
  return token.sure || isSyllable(token.f) || token.f.length < 3 ? null : mend(token.f, left, right, vocabulary);
}

/** Polite padding out. A single little word goes only from either end: inside it may hold a question together. */
function withoutPadding(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = phraseAt(lexicon.padding, tokens, at, 'strict');
    const length = phrase?.folded.length ?? 0;
    const asksSoon = tokens[at + 1]?.f === 'nao';
    // Unmarked, "cho chi hoi" is also "for the branch": only at the beginning is it politeness.
    const polite = length > 1 && (kept.length === 0 || tokens.slice(at, at + length).some(({ f, key }) => f !== key));
    if (polite || (length === 1 && kept.length === 0 && !asksSoon)) at += length;
    else {
      kept.push(tokens[at]!);
      at += 1;
    }
  }
  while (kept.length > 1 && phraseAt(lexicon.padding, kept, kept.length - 1, 'strict')) kept.pop();
  return withoutTail(kept);
}

const ASKING = new Set(['nao', 'gi', 'sao', 'dau', 'khong', 'nhieu', 'the', 'ai', 'chua', 'lau', 'may']);
const TAILS = new Set(['vay', 'a', 'nhi', 'nhe', 'ha', 'day', 'do', 'the', 'voi', 'nha']);

/** Before them "vay" is what is done: "được vay", "muốn vay". */
const VERBAL = new Set(['duoc', 'cho', 'muon', 'di', 'xin', 'can', 'thi', 'de', 'va', 'phai', 'hay', 'co', 'dang', 'con', 'cung', 'ngheo', 'tu', 'nguoi', 'viec']);

/** "ai ký vay": unmarked, "vậy" looks like "vay" (vốn); at the end of what asks something it is the particle. */
function withoutTail(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (!last || !before || last.key !== last.f || !TAILS.has(last.f)) return [...tokens];
  const particle = ASKING.has(before.f) || (!VERBAL.has(before.f) && tokens.slice(0, -2).some(({ f }) => ASKING.has(f)));
  return particle ? tokens.slice(0, -1) : [...tokens];
}
