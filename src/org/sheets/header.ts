import { fold } from '../../vietnamese/fold.ts';
import type { Fault, FaultColumn } from './fault.ts';
import { columnLetters } from './sheet-xml.ts';
import { cellText, isEmpty, type Cell, type Table, type TableRow, type TableSheet } from './table.ts';

/** A column a reader wants: how its header may read, folded and without spaces, and whether it must be there. */
export interface ColumnSpec {
  headers: readonly string[];
  required: boolean;
}

export type ColumnSpecs<Field extends string> = Readonly<Record<Field, ColumnSpec>>;

/** One row below the header, its cells by field. */
export interface Entry<Field extends string> {
  sheet: string;
  row: number;
  cell(field: Field): Cell;
  column(field: Field): FaultColumn | null;
  /** All columns of the sheet's table, by field. */
  columns: Partial<Record<Field, FaultColumn>>;
}

export interface Entries<Field extends string> {
  entries: Entry<Field>[];
  faults: Fault[];
  skipped: string[];
}

interface Header<Field extends string> {
  sheet: TableSheet;
  row: TableRow;
  /** Index of each field's column. */
  columns: Map<Field, number>;
  doubles: number[];
}

/** Titles, addresses and a motto stand above the header, never this many. */
const SEARCHED_ROWS = 40;
const LONGEST_HEADER = 80;

/** A header as it is compared: without marks, case, spaces, punctuation and what stands in brackets. */
const headerKey = (text: string): string => fold(text.replace(/\([^)]*\)/g, ' ')).replace(/ /g, '');

/**
 * Finds the table in every sheet and gives its rows. A sheet with fewer than two of the wanted columns holds something
 * else and is skipped; one with some, but not all that are needed, is a fault: nobody shall be left out unseen.
 */
export function findEntries<Field extends string>(table: Table, specs: ColumnSpecs<Field>): Entries<Field> {
  const found: Entries<Field> = { entries: [], faults: [], skipped: [] };
  for (const sheet of table.sheets) {
    const header = findHeader(sheet, specs);
    if (!header) {
      if (sheet.rows.length > 0) found.skipped.push(sheet.name);
      continue;
    }
    const faults = headerFaults(header, specs);
    found.faults.push(...faults);
    if (faults.length > 0) continue;
    for (const entry of below(header)) found.entries.push(entry);
  }
  if (found.skipped.length > 0 && found.skipped.length === table.sheets.filter((sheet) => sheet.rows.length > 0).length) {
    found.faults.push(noHeader(table.sheets[0]?.name ?? table.fileName, specs));
  }
  return found;
}

function findHeader<Field extends string>(sheet: TableSheet, specs: ColumnSpecs<Field>): Header<Field> | null {
  let best: Header<Field> | null = null;
  for (const row of sheet.rows.slice(0, SEARCHED_ROWS)) {
    const header = readHeader(sheet, row, specs);
    if (header.columns.size > (best?.columns.size ?? 1)) best = header;
  }
  return best;
}

function readHeader<Field extends string>(sheet: TableSheet, row: TableRow, specs: ColumnSpecs<Field>): Header<Field> {
  const header: Header<Field> = { sheet, row, columns: new Map(), doubles: [] };
  row.cells.forEach((cell, at) => {
    const field = fieldOf(cell, specs);
    if (field === null) return;
    if (header.columns.has(field)) header.doubles.push(at);
    else header.columns.set(field, at);
  });
  return header;
}

function fieldOf<Field extends string>(cell: Cell, specs: ColumnSpecs<Field>): Field | null {
  if (typeof cell !== 'string' || cell.length > LONGEST_HEADER) return null;
  const key = headerKey(cell);
  return fieldsOf(specs).find((field) => specs[field].headers.includes(key)) ?? null;
}

function fieldsOf<Field extends string>(specs: ColumnSpecs<Field>): Field[] {
  const fields: Field[] = [];
  for (const field in specs) fields.push(field);
  return fields;
}

function headerFaults<Field extends string>({ sheet, row, columns, doubles }: Header<Field>, specs: ColumnSpecs<Field>): Fault[] {
  const at = { sheet: sheet.name, row: row.number };
  const missing = fieldsOf(specs)
    .filter((field) => specs[field].required && !columns.has(field))
    .map((field): Fault => ({ ...at, column: null, value: '', code: 'missing-column', args: { field } }));
  const twice = doubles.map((index): Fault => {
    const column = columnAt(row, index);
    return { ...at, column, value: column.header, code: 'double-column', args: {} };
  });
  return [...missing, ...twice];
}

function noHeader<Field extends string>(sheet: string, specs: ColumnSpecs<Field>): Fault {
  const first = fieldsOf(specs).find((field) => specs[field].required) ?? '';
  return { sheet, row: null, column: null, value: '', code: 'no-header', args: { field: first } };
}

function columnAt(row: TableRow, index: number): FaultColumn {
  const cell = row.cells[index];
  return { letter: columnLetters(index + 1), header: typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '' };
}

function below<Field extends string>({ sheet, row: header, columns }: Header<Field>): Entry<Field>[] {
  const at = sheet.rows.indexOf(header);
  const named: Partial<Record<Field, FaultColumn>> = {};
  for (const [field, index] of columns) named[field] = columnAt(header, index);
  const wanted = [...columns.values()];
  return sheet.rows.slice(at + 1).flatMap((row, below): Entry<Field>[] => {
    const cells = wanted.map((index) => row.cells[index] ?? null);
    if (cells.every(isEmpty) || repeatsHeader(row, header, wanted) || (below <= 1 && numbersColumns(cells))) return [];
    const cell = (field: Field): Cell => row.cells[columns.get(field) ?? -1] ?? null;
    return [{ sheet: sheet.name, row: row.number, cell, column: (field) => named[field] ?? null, columns: named }];
  });
}

/** A header is repeated on every printed page, and stands twice when its cells are merged over two rows. */
function repeatsHeader(row: TableRow, header: TableRow, wanted: readonly number[]): boolean {
  return wanted.every((index) => {
    const [here, there] = [row.cells[index], header.cells[index]];
    return typeof here === 'string' && typeof there === 'string' && headerKey(here) === headerKey(there);
  });
}

/** The line of column numbers that official forms carry below the header: A, B, 1, 2 or (1), (2). */
function numbersColumns(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell));
  return filled.length > 1 && filled.every((cell) => /^(?:\(?\d{1,2}\)?|[A-Z])$/.test(cellText(cell)));
}
