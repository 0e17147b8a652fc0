import { stringify } from 'yaml';
import { dayOf, showDay } from '../time.ts';
import { slug } from '../vietnamese/fold.ts';
import type { Answering } from './queries.ts';

/** An officer's answer with the questions it answers, on its way to become content. */
export interface Fresh {
  id: number;
  at: Date;
  answer: Exclude<Answering, { kind: 'not-ours' }>;
  /** Who answered: position and unit, never a name. */
  title: string;
  union: string;
  texts: string[];
}

/** Sentences that a suggestion needs, by their key in locales. */
export type SaySuggestion = (key: 'suggestion-own-view' | 'suggestion-note' | 'suggestion-for', args?: Record<string, string>) => string;

const LONGEST_ASK = 200;
const LONGEST_TITLE = 90;
const LONGEST_ID = 40;

/**
 * A file for an editor: a new entry, unverified and of a secondary source until she says otherwise, or new ways of asking
 * an old one. It becomes content only through `questions accept`, which checks and measures it.
 */
export function suggestionFile(fresh: Fresh, say: SaySuggestion): { name: string; text: string } {
  const asks = [...new Set(fresh.texts.map((text) => oneLine(text).slice(0, LONGEST_ASK)))];
  if (fresh.answer.kind === 'entry') return { name: `${fresh.answer.entryId}-${fresh.id}.yaml`, text: yaml({ entry: fresh.answer.entryId, ask: asks }) };
  const id = `${idOf(asks[0] ?? '')}-${fresh.id}`;
  return { name: `${id}.md`, text: `---\n${yaml(frontOf(fresh, id, asks, say))}---\n${bodyOf(fresh, fresh.answer.words, say)}` };
}

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 });
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function idOf(text: string): string {
  const words = slug(text).replace(/[^a-z0-9-]/g, '').slice(0, LONGEST_ID + 1);
  const whole = words.length > LONGEST_ID ? words.slice(0, words.lastIndexOf('-')) : words;
  return whole.replace(/-+/g, '-').replace(/^-|-$/g, '') || 'cau-hoi';
}

function frontOf(fresh: Fresh, id: string, asks: string[], say: SaySuggestion) {
  const title = (asks[0] ?? '').slice(0, LONGEST_TITLE);
  const source = fresh.answer.kind === 'words' ? fresh.answer.source : null;
  return {
    id,
    title: title.charAt(0).toLocaleUpperCase('vi') + title.slice(1),
    ask: asks,
    keywords: [title],
    for: [say('suggestion-for')],
    public: false,
    urgent: false,
    status: 'unverified',
    checked: dayOf(fresh.at),
    related: [],
    sources: [source === null ? { ref: 'can-bo', document: say('suggestion-own-view', { title: fresh.title, union: fresh.union }), grade: 'S2' } : { ref: 'can-bo', ...citedIn(source), grade: 'S2' }],
  };
}

/** A document as she wrote it, its number and day read out of it where they stand. */
function citedIn(source: string): { document: string; number?: string; date?: string } {
  const number = /\d+\/(?:\d{4}\/)?[A-ZĐ]{2}[\wĐ-]*/u.exec(source)?.[0];
  const date = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(source);
  return {
    document: source,
    ...(number ? { number } : {}),
    ...(date ? { date: `${date[3]}-${date[2]!.padStart(2, '0')}-${date[1]!.padStart(2, '0')}` } : {}),
  };
}

function bodyOf(fresh: Fresh, words: string, say: SaySuggestion): string {
  const [lead = '', ...rest] = sentencesOf(words);
  const cited = (line: string): string => `${line} [can-bo]`;
  const more = rest.length > 0 ? `## Nội dung\n${rest.map((line) => cited(`- ${line}`)).join('\n')}\n\n` : '';
  const note = say('suggestion-note', { title: fresh.title, union: fresh.union, day: showDay(dayOf(fresh.at)) });
  return `${cited(lead)}\n\n${more}## Lưu ý\n${cited(`- ${note}`)}\n`;
}

/** One sentence a line, without the marks that a content file reads as its own. */
const sentencesOf = (words: string): string[] =>
  words
    .normalize('NFC')
    .replace(/[[{<]/g, '(')
    .replace(/[\]}>]/g, ')')
    .replace(/[`|*]/g, '')
    .split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u)
    .map((line) => oneLine(line).replace(/^[#\-•+\s]+/, ''))
    .filter((line) => line !== '');
