import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { importRoster, importUnits, loadPositions, type RosterOptions } from '../../src/org/index.ts';
import { parseRoster, parseUnits, readTable, type RosterRow, type UnitRow } from '../../src/org/sheets/index.ts';
import { openDatabase, type Database } from '../../src/store/index.ts';
import { table } from './sheets/make.ts';

export const positions = loadPositions('content/positions.yaml');

/** An empty store in memory. */
export const emptyStore = async (): Promise<Database> => openDatabase({ memory: await PGlite.create() });

export const shipped = async (name: string): Promise<UnitRow[]> => parseUnits(await readTable(readFileSync(`content/units/${name}`), name)).rows;

const UNITS = ['Mã', 'Tên', 'Loại', 'Thuộc', 'Từ ngày', 'Đến ngày', 'Gộp vào'];
const ROSTER = ['Họ và tên', 'Số điện thoại', 'Đơn vị', 'Thuộc', 'Chức danh', 'Quyền', 'Ngôn ngữ xưng hô'];

type Row = (string | null)[];

/** Rows of a file of units, cells left out at the end are empty. Throws when the file itself has a fault. */
export const unitRows = (...rows: Row[]): UnitRow[] => clean(parseUnits(table(UNITS, ...rows.map((row) => filled(row, UNITS.length)))));
export const rosterRows = (...rows: Row[]): RosterRow[] => clean(parseRoster(table(ROSTER, ...rows.map((row) => filled(row, ROSTER.length)))));

const filled = (row: Row, length: number): Row => Array.from({ length }, (_, at) => row[at] ?? null);

function clean<R>({ rows, faults }: { rows: R[]; faults: unknown[] }): R[] {
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return rows;
}

export const loadUnits = (store: Database, rows: UnitRow[], rehearse = false) => importUnits({ db: store.db, rehearse }, rows);
export const loadRoster = (store: Database, rows: RosterRow[], today: string, options: RosterOptions & { rehearse?: boolean } = {}) =>
  importRoster({ db: store.db, rehearse: options.rehearse ?? false }, rows, positions, today, options);
