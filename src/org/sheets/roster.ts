import { fold } from '../../vietnamese/fold.ts';
import type { Fault, Origin, Parsed } from './fault.ts';
import { dittos, rowReader, sameName, spelling, type RowReader } from './fields.ts';
import { findEntries, type ColumnSpecs, type Entry } from './header.ts';
import { readPhone } from '../../vietnamese/phone.ts';
import type { Table } from './table.ts';

/** One position of one cadre. A person with several positions has several rows. */
export interface RosterRow extends Origin {
  name: string;
  /** +84… */
  phone: string;
  unit: string;
  /** The unit above, where the unit's name alone does not tell. */
  above: string | null;
  title: string;
  /** Null when the sheet has no such column: what she may do stays as it is. */
  administrator: boolean | null;
  /** How she is called: "chị", "cô"…, or null for the usual. */
  address: string | null;
}

type Field = 'name' | 'phone' | 'unit' | 'above' | 'title' | 'right' | 'address';
type Reader = RowReader<Field>;

const COLUMNS: ColumnSpecs<Field> = {
  name: { headers: ['hovaten', 'hoten', 'hotencanbo'], required: true },
  phone: { headers: ['sodienthoai', 'sdt', 'dienthoai', 'sodt', 'dtdd'], required: true },
  unit: { headers: ['donvi', 'tendonvi'], required: true },
  above: { headers: ['thuoc', 'thuocdonvi', 'donvicaptren'], required: false },
  title: { headers: ['chucdanh', 'chucvu'], required: true },
  right: { headers: ['quyen'], required: false },
  address: { headers: ['ngonnguxungho', 'xungho', 'cachxungho'], required: false },
};

const ADMINISTRATOR = 'quan tri';
const ADDRESSES = new Set(['chi', 'co', 'bac', 'anh', 'em', 'ba', 'ong', 'chu', 'di', 'mo', 'thim', 'cau']);

/** Reads a roster (headers as in the administrator's guide). Faults tell every cell that cannot be used. */
export function parseRoster(table: Table): Parsed<RosterRow> {
  const { entries, faults, skipped } = findEntries(table, COLUMNS);
  const rows: RosterRow[] = [];
  const half: RosterRow[] = [];
  const people = new Map<string, RosterRow>();
  const positions = new Map<string, RosterRow>();
  const above = dittos<Field>(['unit', 'above', 'title']);
  for (const entry of entries) {
    const read = above.reader(entry, rowReader(entry, faults));
    const row = readRow(entry, read);
    if (row) (!read.failed() && fits(row, read, people, positions) ? rows : half).push(row);
  }
  return { rows, half, faults, skipped };
}

function readRow(entry: Entry<Field>, read: Reader): RosterRow | null {
  const name = read.needed('name');
  const phone = readPhoneNumber(read);
  const unit = read.needed('unit');
  const title = read.needed('title');
  const above = read.optional('above');
  const administrator = readRight(entry, read);
  const address = readAddress(read);
  // Enough to look the unit and the title up; without a number she is nobody yet.
  if (unit === null || title === null) return null;
  return { sheet: entry.sheet, row: entry.row, columns: entry.columns, name: name ?? '', phone: phone ?? '', unit, above, title, administrator, address };
}

function readPhoneNumber(read: Reader): string | null {
  const text = read.needed('phone');
  if (text === null) return null;
  const phone = readPhone(text);
  if (phone.ok) return phone.value;
  return read.fault('phone', text.replace(/\D/g, '').length >= TWO_NUMBERS ? 'two-phones' : 'bad-phone');
}

/** Digits of two phone numbers in one cell. */
const TWO_NUMBERS = 18;

function readRight(entry: Entry<Field>, read: Reader): boolean | null {
  if (entry.column('right') === null) return null;
  const text = read.optional('right');
  if (text !== null && fold(text) !== ADMINISTRATOR) read.fault('right', 'unknown-right');
  return text !== null;
}

function readAddress(read: Reader): string | null {
  const text = read.optional('address');
  if (text === null || ADDRESSES.has(fold(text))) return text?.toLowerCase() ?? null;
  return read.fault('address', 'unknown-address');
}

/** One phone is one person; one person does not hold one position twice. */
function fits(row: RosterRow, read: Reader, people: Map<string, RosterRow>, positions: Map<string, RosterRow>): boolean {
  const person = people.get(row.phone) ?? row;
  people.set(row.phone, person);
  if (!sameName(person.name, row.name)) {
    read.fault('phone', 'duplicate-phone', { name: row.name, ...otherRow(person), otherName: person.name });
  }
  const position = [row.phone, spelling(row.unit), spelling(row.above ?? ''), spelling(row.title)].join('|');
  const same = positions.get(position);
  if (same) read.fault('unit', 'repeated-row', { name: row.name, ...otherRow(same) });
  else positions.set(position, row);
  return !read.failed();
}

/** For a fault that is about two rows. */
export const otherRow = ({ sheet, row }: Origin): Fault['args'] => ({ otherSheet: sheet, otherRow: String(row) });
