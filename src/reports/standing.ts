import { sql } from 'kysely';
import type { Db } from '../store/index.ts';
import { heldBy, type Report } from './queries.ts';
import { summarise, whole, type Standing } from './summary.ts';
import type { Contribution } from './totals.ts';

/** A report in full, as far as documents tell of it. */
export type Told = Pick<Report, 'id' | 'code' | 'unitId' | 'kind' | 'title' | 'day' | 'answers' | 'status' | 'jointWith'>;

/** Between two days, both included: what counts, filed or accepted. */
const counting = (unitIds: string[], from: string, to: string) =>
  sql`status in ('filed', 'accepted') and ${heldBy(unitIds)} and day >= ${from} and day <= ${to}`;

/**
 * Reports of these units that count, with what they add. All in one value: with twenty thousand reports a row each would
 * take five times as long.
 */
export async function standingReports(db: Db, unitIds: string[], from: string, to: string): Promise<Standing[]> {
  type Packed = [id: number, held: string[], kind: string, day: string, final: boolean, adds: Record<string, number> | null];
  const { rows } = await sql<{ packed: Packed[] | null }>`
    select json_agg(json_build_array(id, held, kind, day, status = 'accepted', adds)) as packed
    from (
      select id, unit_id || joint_with as held, kind, day, status, json_object_agg(measure, value) filter (where measure is not null) as adds
      from reports left join report_measures on report_id = id
      where ${counting(unitIds, from, to)} group by id order by id
    ) counted`.execute(db);
  return (rows[0]?.packed ?? []).map(([id, unitIds, kind, day, final, adds]) => ({ id, unitIds, kind, day, final, adds: Object.entries(adds ?? {}).map(([measure, value]) => ({ measure, value })) }));
}

/** What those reports add to each measure. */
export async function contributions(db: Db, unitIds: string[], from: string, to: string): Promise<Contribution[]> {
  const standing = await standingReports(db, unitIds, from, to);
  return standing.flatMap(({ id, unitIds: held, day, final, adds }) => held.flatMap((unitId) => adds.map(({ measure, value }) => ({ reportId: id, unitId, measure, value, day, final }))));
}

/** How many of them there are of each kind, and how many are accepted. */
export async function countByKind(db: Db, unitIds: string[], from: string, to: string): Promise<{ kind: string; filed: number; accepted: number }[]> {
  const { kinds } = summarise(await standingReports(db, unitIds, from, to), () => true, () => 'sum');
  return [...kinds].map(([kind, total]) => ({ kind, filed: whole(total), accepted: total.final }));
}

/** The same reports in full, oldest day first. */
export async function reportsInFull(db: Db, unitIds: string[], from: string, to: string): Promise<Told[]> {
  const { rows } = await sql<{ told: Told[] | null }>`
    select json_agg(json_build_object('id', id, 'code', code, 'unitId', unit_id, 'kind', kind, 'title', title, 'day', day, 'answers', answers, 'status', status, 'jointWith', joint_with) order by day, id) as told
    from reports where ${counting(unitIds, from, to)}`.execute(db);
  return rows[0]?.told ?? [];
}
