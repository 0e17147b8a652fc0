import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkShape, ContentError, readYaml, type ContentFault } from '../content.ts';
import { amountOn, type AmountOn, type AmountRow } from './amounts.ts';
import { askedOf, readAsked } from './asked.ts';
import { readBody } from './body.ts';
import { allLines, type Entry, type Line } from './entry.ts';
import { amountRow, front, safety, type CardId, type SafetyCard } from './front.ts';
import { lintEntry, lintTogether } from './lint.ts';

/** Everything that `content/` says about procedures, checked. */
export interface Content {
  entries: Entry[];
  cards: SafetyCard[];
  entry(id: string): Entry | null;
  card(id: CardId): SafetyCard;
  /** `day` is 'YYYY-MM-DD' in Asia/Ho_Chi_Minh. */
  amount(id: string, day: string): AmountOn;
}

/**
 * Reads procedures/*.md, asked/*.txt, amounts/*.yaml and safety.yaml of the folder `dir`.
 * Throws one ContentError with every fault of every file.
 */
export function loadContent(dir: string): Content {
  const faults: ContentFault[] = [];
  const entries = filesIn(join(dir, 'procedures'), '.md').flatMap((file) => collect(faults, () => readEntry(file)));
  for (const file of filesIn(join(dir, 'asked'), '.txt')) faults.push(...addAsked(entries, file, dir));
  const amounts = filesIn(join(dir, 'amounts'), '.yaml').flatMap((file) => collect(faults, () => readAmounts(file)));
  const cards = collect(faults, () => readYaml(join(dir, 'safety.yaml'), safety).cards);
  // Between files only once each file is right: a broken file would be told again by all that lean on it.
  if (faults.length === 0) faults.push(...lintTogether(entries, amounts, cards));
  if (faults.length > 0) throw new ContentError(faults);
  return contentOf(entries, amounts, cards);
}

/** Content from parts, unchecked: for tests and for entries that come from elsewhere. */
export function contentOf(entries: Entry[], amounts: readonly AmountRow[], cards: SafetyCard[]): Content {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byCard = new Map(cards.map((card) => [card.id, card]));
  return {
    entries,
    cards,
    entry: (id) => byId.get(id) ?? null,
    card: (id) => {
      const card = byCard.get(id);
      if (!card) throw new Error(`no safety card ${id}`);
      return card;
    },
    amount: (id, day) => amountOn(amounts, id, day),
  };
}

/** One procedure from a file's text. Throws ContentError. */
export function parseEntry(file: string, text: string): Entry {
  const whole = text.replace(/^\ufeff/, '').replace(/\r\n/g, '\n');
  const found = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(whole);
  if (!found) throw new ContentError([{ file, where: '', what: 'tệp bắt đầu bằng phần khai báo giữa hai dòng "---"' }]);
  const [, yaml = '', markdown = ''] = found;
  const head = checkShape(file, parseYaml(file, yaml), front);
  const body = readBody(markdown, yaml.split('\n').length + 3);
  const grades = new Map(head.sources.map(({ ref, grade }) => [ref, grade]));
  const weigh = (line: Line): Line => ({ ...line, secondary: line.refs.length > 0 && line.refs.every((ref) => grades.get(ref) === 'S2') });
  const entry: Entry = {
    id: head.id,
    file,
    title: head.title,
    ask: head.ask,
    asked: [],
    keywords: head.keywords,
    for: head.for,
    public: head.public,
    urgent: head.urgent,
    status: head.status,
    validFrom: head.valid_from,
    validTo: head.valid_to,
    supersededBy: head.superseded_by,
    checked: head.checked,
    related: head.related,
    sources: head.sources,
    lead: body.lead.map(weigh),
    sections: body.sections.map((section) => ({ ...section, lines: section.lines.map(weigh) })),
  };
  const faults = body.faults.map(({ line, what }) => ({ file, where: `dòng ${line}`, what }));
  if (markdown !== markdown.normalize('NFC')) faults.push({ file, where: 'nội dung', what: 'chữ phải ở dạng dựng sẵn (NFC)' });
  faults.push(...lintEntry(entry, { lead: body.leadLength, body: body.length }));
  if (faults.length > 0) throw new ContentError(faults);
  return entry;
}

/** Amounts that an entry names, each as it stands on `day`. */
export const amountsOf = (content: Content, entry: Entry, day: string): AmountOn[] => [
  ...new Set(allLines(entry).flatMap(({ parts }) => parts.flatMap((part) => ('amount' in part ? [part.amount] : [])))),
].map((id) => content.amount(id, day));

const readEntry = (file: string): Entry[] => [parseEntry(file, readFileSync(file, 'utf8'))];

/** Ways of asking join their entry; the faults of the file come back. */
function addAsked(entries: readonly Entry[], file: string, dir: string): ContentFault[] {
  const faults: ContentFault[] = [];
  const asked = collect(faults, () => readAsked(file));
  const entry = entries.find(({ id }) => id === askedOf(file));
  if (entry) entry.asked = asked;
  // Of an entry that is there but faulty, its own faults are enough.
  else if (!existsSync(join(dir, 'procedures', `${askedOf(file)}.md`))) faults.push({ file, where: '', what: `không có mục "${askedOf(file)}" trong procedures` });
  return faults;
}

const readAmounts = (file: string): (AmountRow & { file: string })[] => readYaml(file, z.array(amountRow, 'cần danh sách các số tiền')).map((row) => ({ ...row, file }));

function parseYaml(file: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (cause) {
    throw new ContentError([{ file, where: 'phần khai báo', what: (cause as Error).message }]);
  }
}

function filesIn(dir: string, ending: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(dir, name));
}

function collect<T>(faults: ContentFault[], read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    faults.push(...error.faults);
    return [];
  }
}
