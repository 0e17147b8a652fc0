import { fold } from '../vietnamese/fold.ts';
import { askedKind, mentions, type FormerUnit, type Mention } from './former-mentions.ts';
import type { Cell, Table } from './sheets/index.ts';
import { bareUnitName } from './unit-name.ts';

export type { FormerUnit } from './former-mentions.ts';

/**
 * What a question found.
 * - `asked: 'now'`: what became of a former unit; `one` when all matches lie in one unit of today, else `many`: ask the
 *   district (or, when the districts are the same, the kind of unit).
 * - `asked: 'former'`: what a unit of today was made of; `one` when one unit of today is meant, its parts the matches.
 */
export interface FormerFound {
  kind: 'one' | 'many' | 'none';
  asked: 'now' | 'former';
  matches: FormerUnit[];
}

const OF_WHAT = /(?:^| )(?:gom|bao gom|tu (?:nhung|cac|may)|(?:sap nhap|hop nhat|nhap|thanh lap|hinh thanh|ghep) tu|(?:nhung|cac|may) (?:xa|phuong|thi tran|don vi))(?: |$)/;
const ONCE = /(?:^| )(?:truoc day|truoc kia|truoc do|ngay truoc|hoi truoc|cu la)(?: |$)/;
const TODAY = /(?:^| )(?:gio|nay|hien nay|hien gio|bay gio|sau sap xep|vao dau)(?: |$)/;

/**
 * Looks a unit up in what a person typed: "xã Đoàn Lập giờ là xã nào", "Lê Lợi, Ngô Quyền", "xã Tiên Minh gồm những xã
 * nào cũ". Marks, tone placement and kind words are optional; where given, they choose among the candidates.
 */
export function findFormer(text: string, rows: readonly FormerUnit[]): FormerFound {
  const words = fold(text);
  const found = mentions(text, rows);
  const unit = found.find((mention) => mention.place === 'unit');
  const around = found.filter((mention) => mention !== unit);
  const backwards = OF_WHAT.test(words) || (ONCE.test(words) && !TODAY.test(words));
  if (!unit) return conclude('now', ofDistricts(around, rows));
  const former = (): FormerFound => conclude('former', choose(unit, rows, (row) => row.now));
  const now = (): FormerFound => conclude('now', choose(unit, within(around, unit, rows), (row) => row.name));
  const [first, second] = backwards ? [former, now] : [now, former];
  const answer = first();
  return answer.kind === 'none' ? second() : answer;
}

function conclude(asked: FormerFound['asked'], matches: FormerUnit[]): FormerFound {
  const now = new Set(matches.map((row) => row.now));
  return { kind: now.size === 0 ? 'none' : now.size === 1 ? 'one' : 'many', asked, matches };
}

/** Rows whose name is the one mentioned; of these the ones of the kind, then of the very spelling, if there are any. */
function choose(unit: Mention, rows: readonly FormerUnit[], nameOf: (row: FormerUnit) => string): FormerUnit[] {
  const named = rows.filter((row) => bareUnitName(nameOf(row)).folded === unit.folded);
  const ofKind = prefer(named, (row) => unit.kind !== null && bareUnitName(nameOf(row)).kind === unit.kind);
  return prefer(ofKind, (row) => bareUnitName(nameOf(row)).spelled === unit.spelled);
}

function prefer<T>(all: T[], better: (one: T) => boolean): T[] {
  const some = all.filter(better);
  return some.length > 0 ? some : all;
}

/** Rows inside the districts or provinces also mentioned. A district without a unit of that name was a slip: all count. */
function within(around: readonly Mention[], unit: Mention, rows: readonly FormerUnit[]): readonly FormerUnit[] {
  let left = rows.filter((row) => bareUnitName(row.name).folded === unit.folded);
  for (const place of around) left = prefer(left, (row) => lies(row, place));
  return left;
}

function lies(row: FormerUnit, { folded, place }: Mention): boolean {
  const names = place === 'province' ? [row.province] : [row.district, row.province];
  return names.some((name) => bareUnitName(name).folded === folded);
}

/** "Huyện Tiên Lãng giờ là đâu": everything it had. Asking for a whole province gives nothing to choose from. */
function ofDistricts(around: readonly Mention[], rows: readonly FormerUnit[]): FormerUnit[] {
  const district = around.find((mention) => mention.place === 'district');
  if (!district) return [];
  return rows.filter((row) => {
    // An island district without communes stands in the data under its own name.
    const name = row.district === '' ? row.name : row.district;
    const bare = bareUnitName(name);
    return bare.folded === district.folded && (district.kind === null || askedKind(district.kind, bare.kind));
  });
}

/** Reads the table of former names. Throws when a column is missing or a cell is empty that must not be. */
export function readFormerUnits(table: Table): FormerUnit[] {
  const [header, ...rows] = table.sheets[0]?.rows ?? [];
  const columns = ['ten cu', 'huyen cu', 'tinh cu', 'nay thuoc'].map((wanted) => {
    const at = header?.cells.findIndex((cell) => fold(written(cell)) === wanted) ?? -1;
    if (at < 0) throw new Error(`${table.fileName}: no column "${wanted}" in row 1`);
    return at;
  });
  return rows.map(({ number, cells }) => {
    const [name = '', district = '', province = '', now = ''] = columns.map((at) => written(cells[at] ?? null));
    if (!name || !province || !now) throw new Error(`${table.fileName}: row ${number} needs a name, a province and a unit of today`);
    return { name, district, province, now };
  });
}

const written = (cell: Cell): string => (typeof cell === 'string' ? cell.trim() : '');
