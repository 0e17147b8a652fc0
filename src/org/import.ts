import { sql } from 'kysely';
import type { Db, Tx } from '../store/index.ts';
import { slug } from '../vietnamese/fold.ts';
import type { Positions } from './positions.ts';
import { allUnits, TREE_VERSION } from './queries.ts';
import { sameName, type Fault, type FigureRow, type RosterRow, type UnitKind, type UnitRow } from './sheets/index.ts';
import { unitTree, type Unit, type UnitTree } from './tree.ts';

const kindNames: Record<UnitKind, string> = {
  'thanh-pho': 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
  'dac-khu': 'đặc khu',
  'chi-hoi': 'chi hội',
};

/** The first day of a unit that was there before anyone wrote it down. */
const EVER = '1900-01-01';

/** An import was refused: every fault, nothing was kept. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    super(`${faults.length} faults`);
    this.faults = faults;
  }
}

const fault = (row: { sheet: string; row: number }, code: string, value: string): Fault => ({
  sheet: row.sheet,
  row: row.row,
  column: null,
  value,
  code: code as Fault['code'],
  args: {},
});

export interface Changes {
  added: number;
  changed: number;
  same: number;
}

/** Where an import goes. `rehearse`: everything is done and taken back, so that what is told is what would happen. */
export interface Into {
  db: Db;
  rehearse?: boolean;
}

class Rehearsed extends Error {
  readonly changes: Changes;

  constructor(changes: Changes) {
    super('rehearsed');
    this.changes = changes;
  }
}

async function allOrNothing({ db, rehearse }: Into, work: (tx: Tx) => Promise<Changes>): Promise<Changes> {
  try {
    return await db.transaction().execute(async (tx) => {
      const changes = await work(tx);
      if (rehearse) throw new Rehearsed(changes);
      return changes;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.changes;
    throw error;
  }
}

/** Writes units with their places in the tree. All or nothing; the same file twice changes nothing. */
export function importUnits(into: Into, rows: UnitRow[]): Promise<Changes> {
  return allOrNothing(into, async (tx) => {
    const before = await allUnits(tx);
    const { units, faults } = placed(rows, before);
    if (faults.length > 0) throw new ImportRefused(faults);
    const known = new Map(before.map((unit) => [unit.id, unit]));
    const changes = { added: 0, changed: 0, same: 0 };
    for (const unit of units) {
      const old = known.get(unit.id);
      if (old && JSON.stringify(old) === JSON.stringify(unit)) changes.same++;
      else changes[old ? 'changed' : 'added']++;
    }
    // Parents first, links between units once all are there.
    for (const unit of units) await writeUnit(tx, unit, null);
    for (const unit of units) if (unit.mergedInto) await tx.updateTable('units').set({ merged_into: unit.mergedInto }).where('id', '=', unit.id).execute();
    if (changes.added + changes.changed > 0) await moveTree(tx);
    return changes;
  });
}

async function writeUnit(tx: Tx, unit: Unit, merged_into: string | null): Promise<void> {
  const row = { name: unit.name, kind: unit.kind, parent_id: unit.parentId, valid_from: unit.from, valid_to: unit.to };
  await tx
    .insertInto('units')
    .values({ id: unit.id, ...row, merged_into })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

async function moveTree(tx: Tx): Promise<void> {
  await tx
    .insertInto('counters')
    .values({ name: TREE_VERSION, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql<number>`counters.value + 1` }))
    .execute();
}

/** Rows as units, parents before children, each name resolved among the rows and what is there. */
function placed(rows: UnitRow[], before: Unit[]): { units: Unit[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const ids = new Map<UnitRow, string>();
  const idOf = (row: UnitRow): string => ids.get(row) ?? (ids.set(row, row.code ?? `${parentOf(row)?.id ?? ''}-${slug(row.name)}`), ids.get(row)!);
  const overlaps = (aFrom: string | null, aTo: string | null, bFrom: string | null, bTo: string | null): boolean => (aFrom ?? EVER) <= (bTo ?? '9999') && (bFrom ?? EVER) <= (aTo ?? '9999');
  function parentOf(row: UnitRow): { id: string } | null {
    if (row.above === null) return null;
    const inFile = rows.filter((one) => one !== row && sameName(one.name, row.above!) && overlaps(one.from, one.to, row.from, row.to));
    const there = before.filter((one) => sameName(one.name, row.above!) && overlaps(one.from, one.to, row.from, row.to));
    const found = [...new Set([...inFile.map(idOf), ...there.map((one) => one.id)])];
    if (found.length !== 1) faults.push(fault(row, found.length === 0 ? 'unknown-unit' : 'two-units', row.above));
    return found[0] ? { id: found[0] } : null;
  }
  const units = rows.map((row): Unit => {
    const into = row.mergedInto === null ? [] : [...rows.filter((one) => sameName(one.name, row.mergedInto!) && one.to === null).map(idOf), ...before.filter((one) => sameName(one.name, row.mergedInto!) && one.to === null).map((one) => one.id)];
    if (row.mergedInto !== null && new Set(into).size !== 1) faults.push(fault(row, into.length === 0 ? 'unknown-unit' : 'two-units', row.mergedInto));
    return { id: idOf(row), name: row.name, kind: kindNames[row.kind], parentId: parentOf(row)?.id ?? null, from: row.from ?? EVER, to: row.to, mergedInto: into[0] ?? null };
  });
  return { units: parentsFirst(units), faults };
}

function parentsFirst(units: Unit[]): Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const depth = (unit: Unit): number => (unit.parentId && byId.has(unit.parentId) ? 1 + depth(byId.get(unit.parentId)!) : 0);
  return units.toSorted((a, b) => depth(a) - depth(b));
}

/** Finds the one unit of today that a row names, or adds the fault. */
function unitOf(row: { unit: string; above: string | null; sheet: string; row: number }, tree: UnitTree, today: string, faults: Fault[]): Unit | null {
  const found = tree.find(row.unit, today, row.above ?? undefined);
  if (found.length !== 1) faults.push(fault(row, found.length === 0 ? 'unknown-unit' : 'two-units', row.unit));
  return found.length === 1 ? found[0]! : null;
}

/** Writes the roster: who is in the file is on it with exactly these positions; who is not in it is left as she was. */
export function importRoster(into: Into, rows: RosterRow[], positions: Positions, today: string): Promise<Changes> {
  return allOrNothing(into, async (tx) => {
    const tree = unitTree(await allUnits(tx));
    const faults: Fault[] = [];
    const people = new Map<string, { row: RosterRow; admin: boolean; held: { unit_id: string; title: string }[] }>();
    for (const row of rows) {
      const unit = unitOf(row, tree, today, faults);
      if (positions.read(row.title) === null) faults.push(fault(row, 'unknown-title', row.title));
      const person = people.get(row.phone) ?? { row, admin: false, held: [] };
      person.admin ||= row.administrator;
      if (unit) person.held.push({ unit_id: unit.id, title: row.title });
      people.set(row.phone, person);
    }
    if (faults.length > 0) throw new ImportRefused(faults);
    const changes = { added: 0, changed: 0, same: 0 };
    for (const [phone, person] of people) changes[await writeCadre(tx, phone, person)]++;
    return changes;
  });
}

async function writeCadre(tx: Tx, phone: string, { row, admin, held }: { row: RosterRow; admin: boolean; held: { unit_id: string; title: string }[] }): Promise<keyof Changes> {
  const old = await tx.selectFrom('cadres').selectAll().where('phone', '=', phone).executeTakeFirst();
  const fields = { name: row.name, address: row.address ?? 'chị', admin, left_on: null };
  const { id } = await tx
    .insertInto('cadres')
    .values({ phone, ...fields })
    .onConflict((conflict) => conflict.column('phone').doUpdateSet(fields))
    .returning('id')
    .executeTakeFirstOrThrow();
  const before = await tx.selectFrom('positions').select(['unit_id', 'title']).where('cadre_id', '=', id).orderBy('unit_id').orderBy('title').execute();
  const after = held.toSorted((a, b) => (a.unit_id + a.title < b.unit_id + b.title ? -1 : 1));
  const samePositions = JSON.stringify(before) === JSON.stringify(after);
  if (!samePositions) {
    await tx.deleteFrom('positions').where('cadre_id', '=', id).execute();
    await tx.insertInto('positions').values(after.map((one) => ({ cadre_id: id, ...one }))).onConflict((conflict) => conflict.doNothing()).execute();
  }
  if (!old) return 'added';
  const same = samePositions && old.name === fields.name && old.address === fields.address && old.admin === admin && old.left_on === null;
  return same ? 'same' : 'changed';
}

/** Writes figures; `figureIds` maps what the file calls them to their ids. */
export function importFigures(into: Into, rows: FigureRow[], figureId: (written: string) => string | null, today: string): Promise<Changes> {
  return allOrNothing(into, async (tx) => {
    const tree = unitTree(await allUnits(tx));
    const faults: Fault[] = [];
    const changes = { added: 0, changed: 0, same: 0 };
    for (const row of rows) {
      const unit = unitOf(row, tree, today, faults);
      const figure = figureId(row.measure);
      if (figure === null) faults.push(fault(row, 'unknown-figure', row.measure));
      if (!unit || figure === null) continue;
      const key = { unit_id: unit.id, figure, period: row.period };
      const old = await tx.selectFrom('figures').select('value').where((is) => is.and(key)).executeTakeFirst();
      changes[old ? (old.value === row.value ? 'same' : 'changed') : 'added']++;
      const fields = { value: row.value, as_of: today, source: 'import' };
      await tx.insertInto('figures').values({ ...key, ...fields }).onConflict((conflict) => conflict.columns(['unit_id', 'figure', 'period']).doUpdateSet(fields)).execute();
    }
    if (faults.length > 0) throw new ImportRefused(faults);
    return changes;
  });
}
