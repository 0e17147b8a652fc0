/** What `content/` tells about one procedure, as the program uses it. Days are 'YYYY-MM-DD'. */

export const headings = [
  'Điều kiện',
  'Thẩm quyền',
  'Quy trình',
  'Hồ sơ',
  'Thời hạn',
  'Quản lý',
  'Quyền',
  'Lưu ý',
  'Nội dung',
  'Số liệu',
] as const;

export const sectionIds = [
  'dieu-kien',
  'tham-quyen',
  'quy-trinh',
  'ho-so',
  'thoi-han',
  'quan-ly',
  'quyen',
  'luu-y',
  'noi-dung',
  'so-lieu',
] as const;
export type SectionId = (typeof sectionIds)[number];

export const statuses = ['in-force', 'unverified', 'superseded', 'expired', 'no-source'] as const;
export type Status = (typeof statuses)[number];

/** S: read at its source. S2: a secondary or weak source, always shown as such. */
export type Grade = 'S' | 'S2';

export interface Source {
  ref: string;
  document: string;
  number: string | null;
  date: string | null;
  article: string | null;
  address: string | null;
  grade: Grade;
}

/** Words, or the place of an amount that changes with time. */
export type Part = { text: string } | { amount: string };

export interface Line {
  /** '' for a sentence, '-' for an item, '1.' for a step. */
  mark: string;
  parts: Part[];
  /** Sources of the line; none for a line of advice. */
  refs: string[];
  /** Every source of it is grade S2: it is shown with a warning. */
  secondary: boolean;
  /** Line number in the file, from 1. */
  at: number;
}

export interface Section {
  id: SectionId;
  heading: string;
  lines: Line[];
  /** Characters of the section as written, without its heading. */
  length: number;
}

/** A way of asking, and the part it asks for; null for none in particular. */
export interface Asked {
  section: SectionId | null;
  text: string;
}

export interface Entry {
  id: string;
  file: string;
  title: string;
  /** The ways of asking that show best what it is about. */
  ask: string[];
  /** Many more, as people type them, from content/asked. */
  asked: Asked[];
  keywords: string[];
  for: string[];
  public: boolean;
  urgent: boolean;
  status: Status;
  validFrom: string | null;
  validTo: string | null;
  supersededBy: string | null;
  checked: string;
  related: string[];
  sources: Source[];
  lead: Line[];
  sections: Section[];
}

/** Every way of asking for an entry. */
export const waysOf = ({ ask, asked }: Entry): string[] => [...ask, ...asked.map(({ text }) => text)];

/** Whether many ways of asking for it are known; else it came in later, with a few. */
export const isTaught = ({ asked }: Entry): boolean => asked.length > 0;

/**
 * The entries that teach how people ask at all, at most `most` of them, spread over the whole. One that came in later with
 * a few ways of asking is found by them, but moves nothing for the others.
 */
export function teachersOf(entries: readonly Entry[], most: number): Entry[] {
  const taught = entries.filter(isTaught);
  return taught.filter((_, at) => at % Math.ceil(taught.length / most) === 0);
}

/** The words of a line, amounts as their ids: for the index and for lint, not for people. */
export const plain = (line: Line): string => line.parts.map((part) => ('text' in part ? part.text : part.amount)).join('');

/** Every line of an entry, its lead first. */
export const allLines = (entry: Entry): Line[] => [...entry.lead, ...entry.sections.flatMap(({ lines }) => lines)];
