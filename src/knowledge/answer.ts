import type { Content } from './content.ts';
import { alarm } from './alarm.ts';
import type { Danger } from './danger.ts';
import { teachersOf, type SectionId } from './entry.ts';
import type { CardId } from './front.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseAt, phrasesIn, type Token } from './phrases.ts';
import { partsLearner, type PartAsked } from './parts.ts';
import { isTelling, type Prepared } from './prepare.ts';
import { buildIndex, type Index } from './search.ts';
import { cuesIn } from './sections.ts';
import { surenessOf } from './sureness.ts';
import type { Ranked } from './rank.ts';

export type OutcomeOf = 'answer' | 'choose' | 'unknown' | 'smalltalk' | 'urgent';

export interface Found {
  id: string;
  /** The part asked about, null for none in particular; `sectionFor` tells where the entry answers it. */
  section: SectionId | null;
  /** How sure, 0..1. */
  score: number;
}

export interface Answer {
  outcome: OutcomeOf;
  /** At most three, best first. Empty when nothing is near. */
  entries: Found[];
  /** The safety card, when urgent. */
  card: CardId | null;
}

export interface Asking {
  now: Date;
  /** What was answered before, so that "thế ai ký?" is understood. */
  previous?: { id: string; section: SectionId | null };
}

export interface Answerer {
  /** Pure: the same question at the same time gets the same answer. Never throws on any text. */
  ask(question: string, asking: Asking): Answer;
  /** The card to show first if someone may be in danger, else null. */
  isUrgent(text: string): CardId | null;
  /** Whether a text is a question rather than an answer, a number or a date. */
  looksLikeQuestion(text: string): boolean;
}

const MOST_FOUND = 3;
/** So many entries at most teach what is calm and which part is asked for. */
const TEACHERS = 60;
/** So many ways of asking show how calmly an entry is asked for. */
const CALM = 24;
/** Of strangers' questions every third shows it too: all of them would only lengthen the start. */
const NTH = 3;
/** How sure a continuation is, at least, that it means the entry before. */
const FOLLOWED = 0.9;

export function answerer(content: Content, lexicon: Lexicon, danger: Danger): Answerer {
  const index = buildIndex(content.entries, lexicon, danger.phrases);
  const teachers = teachersOf(content.entries, TEACHERS);
  const asked = (urgent: boolean): string[] => teachers.filter((entry) => entry.urgent === urgent).flatMap(({ ask }) => ask.slice(0, CALM));
  const strangers = lexicon.strangers.flat().filter((_, at) => at % NTH === 0);
  const raises = alarm(danger, index.said, [...asked(false), ...strangers, ...lexicon.talk], asked(true), lexicon.light.folded);
  const partAsked = partsLearner(teachers, index.content, lexicon);
  index.forget();
  const isUrgent = (text: string): CardId | null => raises(index.tokens(text));
  return {
    isUrgent,
    looksLikeQuestion: (text) => looksLikeQuestion(text, index, lexicon),
    ask(question, { previous }) {
      const card = isUrgent(question);
      if (card) return urgently(card, content);
      const prepared = index.prepare(question);
      if (prepared.words.length === 0) return { outcome: prepared.tokens.length > 0 ? 'smalltalk' : 'unknown', entries: [], card: null };
      if (!(previous && opensAsFollowUp(prepared.tokens, lexicon)) && isSmalltalk(prepared, lexicon) && !isCalled(prepared, index)) return { outcome: 'smalltalk', entries: [], card: null };
      if (prepared.tricky) return { outcome: 'unknown', entries: [], card: null };
      return answered(prepared, { content, lexicon, index, partAsked, previous });
    },
  };
}

function urgently(card: CardId, content: Content): Answer {
  const related = content.cards.find(({ id }) => id === card)?.related ?? null;
  const entry = related ? content.entry(related) : null;
  const section = entry?.sections.find(({ id }) => id === 'quy-trinh')?.id ?? null;
  return { outcome: 'urgent', entries: entry ? [{ id: entry.id, section, score: 1 }] : [], card };
}

interface Books {
  content: Content;
  lexicon: Lexicon;
  index: Index;
  partAsked: PartAsked;
  previous: Asking['previous'];
}

function answered(question: Prepared, books: Books): Answer {
  const { content, lexicon, index, partAsked, previous } = books;
  const before = previous ? content.entry(previous.id) : null;
  const ranked = index.find(question, before?.id);
  const follows = before !== null && refersBack(question, ranked, before.id, lexicon);
  const order = follows ? [...ranked.filter(({ id }) => id === before.id), ...ranked.filter(({ id }) => id !== before.id)] : ranked;
  const sure = surenessOf(question, order);
  // "Còn hội viên thì sao?" goes on about the part asked for before.
  const still = previous?.section && opensAsFollowUp(question.tokens, lexicon) && cuesIn(question.tokens, lexicon).length === 0 ? previous.section : null;
  const entries = order.slice(0, MOST_FOUND).map(({ id }, at) => ({
    id,
    section: still ?? partAsked(question.words, id),
    score: round(follows && at === 0 ? Math.max(FOLLOWED, sure.scores[0] ?? 0) : (sure.scores[at] ?? 0)),
  }));
  if (follows) return { outcome: 'answer', entries: entries.slice(0, 1), card: null };
  if (sure.outcome === 'unknown' && index.isTalk(question)) return { outcome: 'smalltalk', entries: [], card: null };
  if (sure.outcome === 'unknown') return { outcome: 'unknown', entries: entries.filter(isNear), card: null };
  if (sure.outcome === 'choose') return { outcome: 'choose', entries: entries.slice(0, Math.max(2, sure.likely)), card: null };
  return { outcome: 'answer', entries: entries.filter((found, at) => at === 0 || isNear(found)), card: null };
}

/** Worth naming beside, or where nothing is sure. */
const isNear = ({ score }: Found): boolean => score > 0.3;

const round = (score: number): number => Math.round(score * 1000) / 1000;

/**
 * A continuation of the question before: it names no other procedure, and the entry before fits it nearly as well as the
 * best one does. The shorter it is, and the more it opens as one ("thế…", "còn…"), the less it must fit.
 */
function refersBack(question: Prepared, ranked: readonly Ranked[], before: string, lexicon: Lexicon): boolean {
  if (question.elsewhere.length > 0 || question.foreign > 0.5) return false;
  const own = ranked.find(({ id }) => id === before);
  if (!own) return false;
  const cues = cueWords(question, lexicon);
  const opens = opensAsFollowUp(question.tokens, lexicon);
  if (!opens && cues.size === 0 && own.worth <= 0) return false;
  const slack = 1.5 + (opens ? 3 : 0) + Math.max(0, 10 - question.tokens.length) * 0.3 + (cues.size > 0 ? 2 : 0);
  const first = ranked[0]!;
  const forAnother = first.worth - own.worth + Math.max(0, first.features.name - own.features.name) * 30;
  const forOthers = 2 * own.features.others - 0.5 * own.features.ahead;
  return Math.max(forAnother, forOthers) < slack;
}

/** Syllables of the question that only say which section is meant. */
function cueWords(question: Prepared, lexicon: Lexicon): Set<string> {
  return new Set([...phrasesIn(lexicon.sections, question.tokens, 'strict'), ...phrasesIn(lexicon.follow, question.tokens, 'loose')].flatMap(({ phrase }) => phrase.folded));
}

/** Typed without marks, "con" at the beginning is "còn" rather than a child: "con ho so thi sao". */
const GOES_ON = new Set(['con', 'the', 'vay', 'nhung']);

const opensAsFollowUp = (tokens: readonly Token[], lexicon: Lexicon): boolean => {
  if (GOES_ON.has(tokens[0]?.f ?? '') && tokens.every(({ f, key }) => f === key)) return true;
  const start = tokens.findIndex((_, at) => !['da', 'a', 'vang', 'u', 'the', 'em', 'oi'].includes(tokens[at]!.f));
  return phraseAt(lexicon.follow, tokens, 0, 'loose') !== null || (start > 0 && phraseAt(lexicon.follow, tokens, start, 'loose') !== null);
};

/** "Hội viên" is made of little words, yet it is what an entry is called. */
const isCalled = (question: Prepared, index: Index): boolean => index.find(question)[0]?.features.called ?? false;

/** Greetings and thanks only: once they are taken away, no word is left that tells anything. */
function isSmalltalk({ tokens, words }: Prepared, lexicon: Lexicon): boolean {
  const small = words.length <= 3 && !words.some(isTelling);
  if (small && cuesIn(tokens, lexicon).length === 0 && tokens.every(({ f }) => /^[a-z]+$/.test(f))) return true;
  const said = phrasesIn(lexicon.smalltalk, tokens, 'strict');
  const covered = new Set(said.flatMap(({ at, phrase }) => phrase.folded.map((_, i) => at + i)));
  if (covered.size === 0) return false;
  // "Ừ, nhưng bao giờ gửi?" asks for something after all.
  if (cuesIn(tokens.filter((_, at) => !covered.has(at)), lexicon).length > 0) return false;
  return tokens.every((token, at) => covered.has(at) || lexicon.light.folded.has(token.f) || lexicon.padding.has(token.f));
}

const ASKS = /(?:^| )(gi|nao|dau|sao|ai|may|bao nhieu|bao lau|bao gio|khi nao|the nao|nhu the nao|lam sao|tai sao|vi sao|co phai|duoc khong|co duoc)(?: |$)/;
const ASKS_AT_END = /(?:^| )(khong|chua|nhi|ha|phai khong|dung khong)$/;
const ASKS_AT_START = /^(?:da |a |em oi |chi oi )*(cho (em|chi|minh|toi|co|bac) (xin )?hoi|xin hoi|hoi (chut|ti)|the con|con .* thi sao|muon hoi|lam the nao|thu tuc|quy trinh|ho so|huong dan)(?: |$)/;

function looksLikeQuestion(text: string, index: Index, lexicon: Lexicon): boolean {
  const { tokens, folded } = index.prepare(text);
  const letters = tokens.filter(({ f }) => /[a-z]/.test(f));
  if (letters.length < 2) return false;
  if (isSmalltalk(index.prepare(text), lexicon)) return false;
  if (/\?\s*$/.test(text.trim())) return true;
  return ASKS.test(folded) || ASKS_AT_START.test(folded) || (letters.length > 3 && ASKS_AT_END.test(folded));
}
