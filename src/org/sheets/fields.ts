import { addDays } from '../../time.ts';
import { fold, tidy } from '../../vietnamese/fold.ts';
import type { Fault, FaultCode } from './fault.ts';
import type { Entry } from './header.ts';
import { cellText, LONGEST_VALUE } from './table.ts';

const SHOWN = 80;
const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

export interface RowReader<Field extends string> {
  /** The cell as one line of text; null, with a fault, when it is empty. */
  needed(field: Field): string | null;
  /** The cell as one line of text; null when it is empty. */
  optional(field: Field): string | null;
  /** Notes what is wrong with the cell and gives null. */
  fault(field: Field, code: FaultCode, args?: Record<string, string>): null;
  /** Whether anything was wrong so far. */
  failed(): boolean;
}

/** Reads one row's cells, collecting what is wrong into `faults`. */
export function rowReader<Field extends string>(entry: Entry<Field>, faults: Fault[]): RowReader<Field> {
  const before = faults.length;
  const fault: RowReader<Field>['fault'] = (field, code, args = {}) => {
    const value = cellText(entry.cell(field)).slice(0, SHOWN);
    const column = entry.column(field);
    faults.push({ sheet: entry.sheet, row: entry.row, column, value, code, args: { field, ...args } });
    return null;
  };
  const optional: RowReader<Field>['optional'] = (field) => {
    const cell = entry.cell(field);
    // Before any work on it: a cell may hold 32,767 letters, and a file thousands of them.
    if (typeof cell === 'string' && cell.length > LONGEST_VALUE) {
      return fault(field, 'too-long', { limit: String(LONGEST_VALUE) });
    }
    const text = cellText(cell);
    return FORMULA_ERROR.test(text) ? fault(field, 'formula-error') : text || null;
  };
  const needed: RowReader<Field>['needed'] = (field) => {
    const wrong = faults.length;
    const text = optional(field);
    return text === null && faults.length === wrong ? fault(field, 'missing') : text;
  };
  return { needed, optional, fault, failed: () => faults.length > before };
}

/** "như trên" in the ways lists write it. */
const DITTO = /^(?:[-–"'“”〃.\s]*)(?:nt|n\.t\.?|như trên|nhu tren|như dòng trên|[-–"'“”〃]{1,3})(?:[-–"'“”〃.\s]*)$/iu;

/** Remembers each column's last value, so that "nt" below it is read as that value: only in `fields`, never in people's names. */
export function dittos<Field extends string>(fields: readonly Field[]) {
  let sheet = '';
  let last = new Map<Field, string>();
  return {
    reader(entry: Entry<Field>, read: RowReader<Field>): RowReader<Field> {
      if (entry.sheet !== sheet) last = new Map();
      sheet = entry.sheet;
      const filled = (field: Field, text: string | null): string | null => {
        if (text === null) return null;
        if (DITTO.test(text)) return (fields.includes(field) ? last.get(field) : null) ?? read.fault(field, 'ditto');
        last.set(field, text);
        return text;
      };
      return { ...read, needed: (field) => filled(field, read.needed(field)), optional: (field) => filled(field, read.optional(field)) };
    },
  };
}

/** 1954 and 2119: a year, a code or a phone number is not taken for a day. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_000];

/** The day in a cell that may be empty. Anything else is a fault. */
export function readDayCell<Field extends string>(entry: Entry<Field>, read: RowReader<Field>, field: Field): string | null {
  const text = read.optional(field);
  const cell = entry.cell(field);
  // A day whose cell has lost its format is the number of days the spreadsheet program counts.
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return addDays('1899-12-30', cell);
  return text === null ? null : (readDay(text) ?? read.fault(field, 'bad-date'));
}

/** A day in the way Vietnamese write it (dd/mm/yyyy, also - and .) or as yyyy-mm-dd; null when it is none. */
export function readDay(text: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [day, month, year] = local ? [local[1], local[2], local[3]] : iso ? [iso[3], iso[2], iso[1]] : [];
  if (!day || !month || !year) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  // 31/2 would silently become 3/3.
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === written ? written : null;
}

/**
 * Spelling with its marks, but blind to case and to where the tone stands: "Hoà" and "Hòa" are one, "Hoa" is another.
 * Two communes differ in nothing else: Cẩm Giang and Cẩm Giàng.
 */
export function spelling(text: string): string {
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const words = tidy(text).toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return words
    .map((word) => {
      const letters = word.normalize('NFD');
      return (letters.replace(TONES, '') + (letters.match(TONES) ?? []).join('')).normalize('NFC');
    })
    .join(' ');
}

/** One person's or unit's name in two writings: equal but for case, tone placement, or marks that one leaves out. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [spelling(one), spelling(other)];
  return a === b || (fold(one) === fold(other) && (a === fold(one) || b === fold(other)));
}
