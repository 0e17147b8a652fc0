import type { Content } from './content.ts';
import { alarm } from './alarm.ts';
import type { Danger } from './danger.ts';
import type { Entry, SectionId } from './entry.ts';
import type { CardId } from './front.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseAt, phrasesIn, type Token } from './phrases.ts';
import { isTelling, type Prepared } from './prepare.ts';
import { buildIndex, type Index } from './search.ts';
import { sectionsAsked } from './sections.ts';
import { surenessOf } from './sureness.ts';
import type { Ranked } from './rank.ts';

export type OutcomeOf = 'answer' | 'choose' | 'unknown' | 'smalltalk' | 'urgent';

export interface Found {
  id: string;
  /** The part asked about, if the entry has it. */
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
/** From so many entries at most the alarm learns what is calm. */
const TEACHERS = 60;
/** How sure a continuation is, at least, that it means the entry before. */
const FOLLOWED = 0.9;

export function answerer(content: Content, lexicon: Lexicon, danger: Danger): Answerer {
  const index = buildIndex(content.entries, lexicon, danger.phrases);
  const calm = content.entries.filter(({ urgent }) => !urgent).slice(0, TEACHERS).flatMap(({ ask }) => ask);
  const raises = alarm(danger, index.tokens, [...calm, ...lexicon.strangers.flat(), ...lexicon.talk], content.entries.filter(({ urgent }) => urgent).flatMap(({ ask }) => ask), lexicon.light.folded);
  const isUrgent = (text: string): CardId | null => raises(index.tokens(text));
  return {
    isUrgent,
    looksLikeQuestion: (text) => looksLikeQuestion(text, index, lexicon),
    ask(question, { previous }) {
      const card = isUrgent(question);
      if (card) return urgent(card, content);
      const prepared = index.prepare(question);
      if (prepared.words.length === 0) return { outcome: prepared.tokens.length > 0 ? 'smalltalk' : 'unknown', entries: [], card: null };
      if (!(previous && opensAsFollowUp(prepared.tokens, lexicon)) && isSmalltalk(prepared, lexicon)) return { outcome: 'smalltalk', entries: [], card: null };
      if (prepared.tricky) return { outcome: 'unknown', entries: [], card: null };
      return answered(prepared, { content, lexicon, index, previous });
    },
  };
}

function urgent(card: CardId, content: Content): Answer {
  const related = content.cards.find(({ id }) => id === card)?.related ?? null;
  const entry = related ? content.entry(related) : null;
  const section = entry?.sections.find(({ id }) => id === 'quy-trinh')?.id ?? null;
  return { outcome: 'urgent', entries: entry ? [{ id: entry.id, section, score: 1 }] : [], card };
}

interface Books {
  content: Content;
  lexicon: Lexicon;
  index: Index;
  previous: Asking['previous'];
}

function answered(question: Prepared, books: Books): Answer {
  const { content, lexicon, index, previous } = books;
  const before = previous ? content.entry(previous.id) : null;
  const asked = sectionsAsked(question.tokens, lexicon);
  const ranked = index.find(question, before?.id);
  const follows = before !== null && refersBack(question, ranked, before.id, lexicon);
  const order = follows ? [...ranked.filter(({ id }) => id === before.id), ...ranked.filter(({ id }) => id !== before.id)] : ranked;
  const sure = surenessOf(question, order);
  const parts = asked.length === 0 && previous?.section && opensAsFollowUp(question.tokens, lexicon) ? [previous.section] : asked;
  const entries = order.slice(0, MOST_FOUND).map(({ id }, at) => ({
    id,
    section: partOf(content.entry(id)!, parts),
    score: round(follows && at === 0 ? Math.max(FOLLOWED, sure.scores[0] ?? 0) : (sure.scores[at] ?? 0)),
  }));
  if (follows) return { outcome: 'answer', entries: entries.slice(0, 1), card: null };
  if (sure.outcome === 'unknown') return { outcome: 'unknown', entries: entries.filter(({ score }) => score > 0.3), card: null };
  return { outcome: sure.outcome, entries: sure.outcome === 'choose' ? entries.slice(0, Math.max(2, sure.likely)) : entries, card: null };
}

/** The first part asked for that the entry has; figures may also stand in its contents. */
function partOf({ sections }: Entry, parts: readonly SectionId[]): SectionId | null {
  const has = (part: SectionId): boolean => sections.some(({ id }) => id === part);
  return parts.find(has) ?? (parts[0] === 'so-lieu' && has('noi-dung') ? 'noi-dung' : null);
}

const round = (score: number): number => Math.round(score * 1000) / 1000;

/**
 * A continuation of the question before: it names no other procedure, and the entry before fits it nearly as well as the
 * best one does. The shorter it is, and the more it opens as one ("thế…", "còn…"), the less it must fit.
 */
function refersBack(question: Prepared, ranked: readonly Ranked[], before: string, lexicon: Lexicon): boolean {
  if (question.elsewhere.length > 0 || question.foreign > 0.5) return false;
  const cues = cueWords(question, lexicon);
  const telling = question.words.filter((word) => isTelling(word) && !cues.has(word.f)).length;
  if (telling === 0) return true;
  const [first] = ranked;
  const own = ranked.find(({ id }) => id === before);
  if (!first || !own || first.id === before) return true;
  const opens = opensAsFollowUp(question.tokens, lexicon);
  const short = Math.max(0, 10 - question.tokens.length) * 0.3;
  const named = Math.max(0, first.features.name - own.features.name);
  const slack = (opens ? 3 : 0.5) + short + (cues.size > 0 ? 1.2 : 0) - named * 10;
  return first.worth - own.worth < slack;
}

/** Syllables of the question that only say which section is meant. */
function cueWords(question: Prepared, lexicon: Lexicon): Set<string> {
  return new Set([...phrasesIn(lexicon.sections, question.tokens, 'strict'), ...phrasesIn(lexicon.follow, question.tokens, 'loose')].flatMap(({ phrase }) => phrase.folded));
}

const opensAsFollowUp = (tokens: readonly Token[], lexicon: Lexicon): boolean => {
  const start = tokens.findIndex((_, at) => !['da', 'a', 'vang', 'u', 'the', 'em', 'oi'].includes(tokens[at]!.f));
  return phraseAt(lexicon.follow, tokens, 0, 'loose') !== null || (start > 0 && phraseAt(lexicon.follow, tokens, start, 'loose') !== null);
};

/** Greetings and thanks only: once they are taken away, no word is left that tells anything. */
function isSmalltalk({ tokens, words }: Prepared, lexicon: Lexicon): boolean {
  const small = words.length <= 3 && !words.some(isTelling);
  if (small && sectionsAsked(tokens, lexicon).length === 0 && tokens.every(({ f }) => /^[a-z]+$/.test(f))) return true;
  const said = phrasesIn(lexicon.smalltalk, tokens, 'strict');
  const covered = new Set(said.flatMap(({ at, phrase }) => phrase.folded.map((_, i) => at + i)));
  if (covered.size === 0) return false;
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
