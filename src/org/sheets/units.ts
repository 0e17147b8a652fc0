import { slug } from '../../vietnamese/fold.ts';
import type { Origin, Parsed } from './fault.ts';
import { readDayCell, rowReader, spelling, type RowReader } from './fields.ts';
import { findEntries, type ColumnSpecs, type Entry } from './header.ts';
import { otherRow } from './roster.ts';
import { isEmpty, type Table } from './table.ts';

const KINDS = ['thanh-pho', 'quan', 'huyen', 'xa', 'phuong', 'thi-tran', 'dac-khu', 'chi-hoi'] as const;
export type UnitKind = (typeof KINDS)[number];

/** One unit as a file tells it. Units it hangs on are named, not found: they may stand in the store only. */
export interface UnitRow extends Origin {
  /** Null only for a chi hội: nobody gives those a code. */
  code: string | null;
  name: string;
  kind: UnitKind;
  /** Name of the unit above; null only for the top. */
  above: string | null;
  /** First day, `YYYY-MM-DD`; null: from before anyone wrote it down. */
  from: string | null;
  /** Last day; null: still there. */
  to: string | null;
  /** Name of the unit it went into after its last day. */
  mergedInto: string | null;
}

type Field = 'code' | 'unitName' | 'kind' | 'above' | 'from' | 'to' | 'mergedInto';
type Reader = RowReader<Field>;

const COLUMNS: ColumnSpecs<Field> = {
  code: { headers: ['ma', 'madonvi'], required: true },
  unitName: { headers: ['ten', 'tendonvi'], required: true },
  kind: { headers: ['loai', 'loaidonvi'], required: true },
  above: { headers: ['thuoc', 'thuocdonvi'], required: true },
  from: { headers: ['tungay'], required: false },
  to: { headers: ['denngay'], required: false },
  mergedInto: { headers: ['gopvao'], required: false },
};

/** Reads a list of units (headers as in the administrator's guide). Faults tell every cell that cannot be used. */
export function parseUnits(table: Table): Parsed<UnitRow> {
  const { entries, faults, skipped } = findEntries(table, COLUMNS);
  const rows: UnitRow[] = [];
  const byCode = new Map<string, UnitRow>();
  const byName = new Map<string, UnitRow[]>();
  for (const entry of entries) {
    const read = rowReader(entry, faults);
    const row = readRow(entry, read);
    if (row && fits(row, read, byCode, byName)) rows.push(row);
  }
  return { rows, faults, skipped };
}

function readRow(entry: Entry<Field>, read: Reader): UnitRow | null {
  const name = read.needed('unitName');
  const kind = readKind(read);
  const code = kind === 'chi-hoi' ? read.optional('code') : read.needed('code');
  const above = kind === 'thanh-pho' ? read.optional('above') : read.needed('above');
  const from = readDayCell(entry, read, 'from');
  const to = readDayCell(entry, read, 'to');
  const mergedInto = read.optional('mergedInto');
  if (from !== null && to !== null && to < from) read.fault('to', 'date-order');
  if (mergedInto !== null && isEmpty(entry.cell('to'))) read.fault('mergedInto', 'merge-without-end');
  if (read.failed() || name === null || kind === null) return null;
  return { sheet: entry.sheet, row: entry.row, columns: entry.columns, code, name, kind, above, from, to, mergedInto };
}

function readKind(read: Reader): UnitKind | null {
  const text = read.needed('kind');
  if (text === null) return null;
  return KINDS.find((kind) => kind === slug(text)) ?? read.fault('kind', 'unknown-kind');
}

/** A code means one unit, and below one unit no two have the same name at the same time. */
function fits(row: UnitRow, read: Reader, byCode: Map<string, UnitRow>, byName: Map<string, UnitRow[]>): boolean {
  const coded = row.code === null ? undefined : byCode.get(row.code);
  if (coded) read.fault('code', 'duplicate-code', { ...otherRow(coded), otherName: coded.name });
  else if (row.code !== null) byCode.set(row.code, row);
  const key = `${spelling(row.above ?? '')}|${spelling(row.name)}`;
  const named = byName.get(key) ?? [];
  const twin = named.find((other) => overlap(row, other));
  if (twin) read.fault('unitName', 'duplicate-unit', otherRow(twin));
  byName.set(key, [...named, row]);
  return !read.failed();
}

const overlap = (a: UnitRow, b: UnitRow): boolean => begins(a) <= ends(b) && begins(b) <= ends(a);
const begins = (unit: UnitRow): string => unit.from ?? '0000-00-00';
const ends = (unit: UnitRow): string => unit.to ?? '9999-99-99';
