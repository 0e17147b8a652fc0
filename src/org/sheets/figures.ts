import type { Origin, Parsed } from './fault.ts';
import { readDayCell, rowReader, spelling, type RowReader } from './fields.ts';
import { findEntries, type ColumnSpecs, type Entry } from './header.ts';
import { readPeriod } from './period.ts';
import { otherRow } from './roster.ts';
import type { Table } from './table.ts';

/** One figure of one unit: the value of a measure of an indicator in a period. */
export interface FigureRow extends Origin {
  unit: string;
  above: string | null;
  /** Id or title of the indicator, as written. */
  indicator: string;
  /** Id or title of the measure, as written. */
  measure: string;
  /** `2026-11`, `2026-Q4`, `2026-H2`, `2026` or `term`. */
  period: string;
  /** The day it was true; null: when it was given. */
  asOf: string | null;
  /** Zero or more; never a percentage: those are reckoned from counts. */
  value: number;
}

type Field = 'unit' | 'above' | 'indicator' | 'measure' | 'period' | 'asOf' | 'value';
type Reader = RowReader<Field>;

const COLUMNS: ColumnSpecs<Field> = {
  unit: { headers: ['donvi', 'tendonvi'], required: true },
  above: { headers: ['thuoc', 'thuocdonvi', 'donvicaptren'], required: false },
  indicator: { headers: ['chitieu'], required: true },
  measure: { headers: ['solieu'], required: true },
  period: { headers: ['ky', 'kybaocao'], required: true },
  asOf: { headers: ['tinhden', 'tinhdenngay', 'ngaysolieu'], required: false },
  value: { headers: ['giatri'], required: true },
};

/** Reads a list of figures (headers as in the administrator's guide). Faults tell every cell that cannot be used. */
export function parseFigures(table: Table): Parsed<FigureRow> {
  const { entries, faults, skipped } = findEntries(table, COLUMNS);
  const rows: FigureRow[] = [];
  const known = new Map<string, FigureRow>();
  for (const entry of entries) {
    const read = rowReader(entry, faults);
    const row = readRow(entry, read);
    if (!row) continue;
    const key = [row.unit, row.above ?? '', row.indicator, row.measure].map(spelling).join('|') + `|${row.period}`;
    const same = known.get(key);
    if (same) read.fault('value', 'repeated-figure', otherRow(same));
    else known.set(key, row);
    if (!read.failed()) rows.push(row);
  }
  return { rows, faults, skipped };
}

function readRow(entry: Entry<Field>, read: Reader): FigureRow | null {
  const unit = read.needed('unit');
  const above = read.optional('above');
  const indicator = read.needed('indicator');
  const measure = read.needed('measure');
  const period = readWhen(read);
  const asOf = readDayCell(entry, read, 'asOf');
  const value = readValue(entry, read);
  if (read.failed() || unit === null || indicator === null || measure === null || period === null || value === null) return null;
  return { sheet: entry.sheet, row: entry.row, columns: entry.columns, unit, above, indicator, measure, period, asOf, value };
}

function readWhen(read: Reader): string | null {
  const text = read.needed('period');
  return text === null ? null : (readPeriod(text) ?? read.fault('period', 'bad-period'));
}

function readValue(entry: Entry<Field>, read: Reader): number | null {
  const text = read.needed('value');
  if (text === null) return null;
  if (text.endsWith('%')) return read.fault('value', 'percentage');
  const cell = entry.cell('value');
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? readNumber(text) : null;
  return value !== null && Number.isFinite(value) && value >= 0 ? value : read.fault('value', 'bad-number');
}

/** A number as Vietnamese write it: "1.234,5". Also "1234.5", but "1.234" is one thousand and more. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^\d+(?:,\d+)?$/.test(plain)) return Number(plain.replace(',', '.'));
  return /^\d+\.\d{1,2}$/.test(plain) ? Number(plain) : null;
}
