import { clockOf, dayOf, showDay } from '../time.ts';
import type { Section } from './held.ts';

type Word = (key: string) => string;

/** Columns that hold a word of ours, and how the keys of its Vietnamese begin. */
const CODED: Record<string, string> = {
  'reports.status': 'status',
  'deeds.what': 'audit',
  'drafts.closed_as': 'held-closed',
  'pushes.state': 'held-push',
  'questions.status': 'held-question',
  'given.kind': 'held-given',
  'messages.sender': 'held-sender',
  'audit.what': 'audit',
  'audit.subject': 'audit-of',
};

/** The sections as a text she can read and keep. `word` gives the Vietnamese of a section, a column or a code. */
export function heldText(sections: Section[], word: Word): string {
  const filled = sections.filter((one) => one.rows.length > 0);
  const parts = filled.map((section, at) => `${at + 1}. ${word(`held-section-${section.name}`)}\n\n${section.rows.map((row) => block(section.name, row, word)).join('\n\n')}`);
  return `${[word('held-title'), ...parts].join('\n\n\n')}\n`;
}

function block(section: string, row: Record<string, unknown>, word: Word): string {
  const filled = Object.entries(row).filter(([, value]) => value !== null);
  return filled.map(([column, value]) => `${word(`held-${column.replaceAll('_', '-')}`)}: ${cell(CODED[`${section}.${column}`], value, word)}`).join('\n');
}

const cell = (code: string | undefined, value: unknown, word: Word): string => (code === undefined ? shown(value, word) : word(`${code}-${String(value)}`));

/** As she would write it herself; whatever it is, nothing of it is left out. */
function shown(value: unknown, word: Word): string {
  if (value instanceof Date) return `${clockOf(value)} ${showDay(dayOf(value))}`;
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? showDay(value) : value;
  if (typeof value === 'boolean') return word(value ? 'held-yes' : 'held-no');
  if (Array.isArray(value)) return value.map((one) => shown(one, word)).join('; ');
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = (part: unknown): string => (part !== null && typeof part === 'object' ? `(${shown(part, word)})` : shown(part, word));
  return Object.entries(value).map(([name, part]) => `${name}: ${inner(part)}`).join(', ');
}
