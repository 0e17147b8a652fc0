import { sql } from 'kysely';
import type { Tx } from '../store/index.ts';
import { addDays, dayOf, instantOf } from '../time.ts';
import { allOrNothing, type Changes, type Into } from './import.ts';
import { allUnits, TREE_VERSION } from './queries.ts';
import { ImportRefused } from './resolve.ts';
import type { UnitRow } from './sheets/index.ts';
import { unitTree, type UnitTree } from './tree.ts';
import { successorsOf, type Unit } from './unit.ts';
import { planUnits, type UnitChange } from './units-plan.ts';

/** What hangs on a unit that an import changes. All of it stays; people move by the roster only. */
export interface Touched {
  people: string[];
  reports: number;
  figures: number;
  drafts: number;
  reminders: number;
  /** Units below that go where it goes. */
  below: number;
}

/** A line of what an import of units does. */
export interface UnitLine {
  what: UnitChange['what'];
  id: string;
  name: string;
  above: string | null;
  before: { name: string; above: string | null } | null;
  from: string;
  to: string | null;
  into: string[];
  touched: Touched;
}

export interface UnitsChanges extends Changes {
  units: UnitLine[];
}

/**
 * Writes units with their places in the tree. All or nothing; the same file twice changes nothing. With `now`, who holds a
 * position in a unit that ends is told where it went.
 */
export function importUnits(into: Into, rows: UnitRow[], now?: Date): Promise<UnitsChanges> {
  return allOrNothing(into, async (tx) => {
    const before = await allUnits(tx);
    const plan = planUnits(rows, before, await firstReports(tx));
    if (plan.faults.length > 0) throw new ImportRefused(plan.faults);
    const [was, tree] = [unitTree(before), unitTree(plan.all)];
    const touched = await touchedBy(tx, plan.changes, was);
    if (plan.changes.length > 0) await writeUnits(tx, plan.changes.map(({ after }) => after));
    if (now) await tellPeople(tx, plan.changes, now);
    const added = plan.changes.filter(({ before: old }) => old === null).length;
    return { added, changed: plan.changes.length - added, same: plan.same, units: plan.changes.map((change) => lineOf(change, tree, was, touched)) };
  });
}

async function firstReports(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('reports').select('unit_id').select((is) => is.fn.min('day').as('day')).groupBy('unit_id').execute();
  return new Map(rows.map((row) => [row.unit_id, row.day]));
}

async function writeUnits(tx: Tx, units: Unit[]): Promise<void> {
  const ids = units.map((unit) => unit.id);
  const rows = units.map(({ id, name, kind, parentId, from, to, mergedInto }) => ({ id, name, kind, parent_id: parentId, valid_from: from, valid_to: to, merged_into: mergedInto }));
  // One statement: links between units are checked when all of them are there.
  await sql`insert into units (id, name, kind, parent_id, valid_from, valid_to, merged_into)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, name text, kind text, parent_id text, valid_from date, valid_to date, merged_into text)
    on conflict (id) do update set name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, merged_into = excluded.merged_into`.execute(tx);
  const past = units.flatMap(({ id, past: shapes = [] }) => shapes.map((shape) => ({ unit_id: id, name: shape.name, kind: shape.kind, parent_id: shape.parentId, valid_from: shape.from, valid_to: shape.to })));
  await sql`delete from unit_shapes where unit_id = any(${ids})`.execute(tx);
  await sql`insert into unit_shapes (unit_id, name, kind, parent_id, valid_from, valid_to)
    select * from json_to_recordset(${JSON.stringify(past)}::json) as r(unit_id text, name text, kind text, parent_id text, valid_from date, valid_to date)`.execute(tx);
  const splits = units.flatMap(({ id, splitInto = [] }) => splitInto.map((into) => ({ unit_id: id, into_id: into })));
  await sql`delete from unit_splits where unit_id = any(${ids})`.execute(tx);
  await sql`insert into unit_splits (unit_id, into_id) select * from json_to_recordset(${JSON.stringify(splits)}::json) as r(unit_id text, into_id text)`.execute(tx);
  await moveTree(tx);
}

async function moveTree(tx: Tx): Promise<void> {
  await tx
    .insertInto('counters')
    .values({ name: TREE_VERSION, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql<number>`counters.value + 1` }))
    .execute();
}

const nothing = (): Touched => ({ people: [], reports: 0, figures: 0, drafts: 0, reminders: 0, below: 0 });

/** What hangs on each unit that is there already and changes. */
async function touchedBy(tx: Tx, changes: UnitChange[], tree: UnitTree): Promise<Map<string, Touched>> {
  const touched = new Map(changes.filter(({ before }) => before !== null).map(({ after }) => [after.id, nothing()]));
  if (touched.size === 0) return touched;
  const { rows } = await sql<{ id: string; people: string[]; reports: number; figures: number; drafts: number; reminders: number }>`
    select u.id,
      coalesce((select array_agg(c.name order by c.name) from cadres c where c.left_on is null and exists (select 1 from positions p where p.cadre_id = c.id and p.unit_id = u.id)), '{}') as people,
      (select count(*) from reports r where r.unit_id = u.id) as reports,
      (select count(*) from figures f where f.unit_id = u.id) as figures,
      (select count(*) from drafts d where d.unit_id = u.id and d.closed_at is null) as drafts,
      (select count(*) from pushes s join positions p on p.cadre_id = s.cadre_id where p.unit_id = u.id and s.state = 'planned') as reminders
    from units u where u.id = any(${[...touched.keys()]})`.execute(tx);
  for (const { id, ...counts } of rows) touched.set(id, { ...counts, below: tree.subtree(id, tree.get(id)?.to ?? '9999-12-31').length - 1 });
  return touched;
}

/** Planned once a person and unit; due when it has ended and the hour allows. */
async function tellPeople(tx: Tx, changes: UnitChange[], now: Date): Promise<void> {
  const today = dayOf(now);
  const ended = changes.flatMap(({ what, after }) => (after.to !== null && what.some((one) => one === 'ended' || one === 'merged' || one === 'split') ? [{ id: after.id, to: after.to }] : []));
  for (const { id, to } of ended) {
    const due = to < today ? now : instantOf(addDays(to, 1), '08:00');
    await sql`insert into pushes (cadre_id, key, scene, payload, due_at)
      select distinct p.cadre_id, ${`unit-ended:${id}`}, 'donvi', ${JSON.stringify({ unitId: id })}::jsonb, ${due}::timestamptz
      from positions p join cadres c on c.id = p.cadre_id where p.unit_id = ${id} and c.left_on is null
      on conflict (cadre_id, key) do nothing`.execute(tx);
  }
}

function lineOf({ what, before, after }: UnitChange, tree: UnitTree, was: UnitTree, touched: Map<string, Touched>): UnitLine {
  const above = (unit: Unit, inTree: UnitTree): string | null => (unit.parentId === null ? null : (inTree.get(unit.parentId)?.name ?? null));
  return {
    what,
    id: after.id,
    name: after.name,
    above: above(after, tree),
    before: before && { name: before.name, above: above(before, was) },
    from: after.from,
    to: after.to,
    into: successorsOf(after).map((id) => tree.get(id)?.name ?? id),
    touched: touched.get(after.id) ?? nothing(),
  };
}
