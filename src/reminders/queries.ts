import { sql } from 'kysely';
import type { Db } from '../store/index.ts';
import { addDays, instantOf } from '../time.ts';
import type { Person } from './duties.ts';
import { digestKey } from './plan.ts';
import { STALE_DAYS } from './milestones.ts';

export type History = Pick<Person, 'lastDigest' | 'snoozedUntil' | 'clock' | 'awayUntil' | 'standInId'>;

export const noHistory: History = { lastDigest: null, snoozedUntil: null, clock: null, awayUntil: null, standInId: null };

/**
 * Her last digest of the days that still matter, and what she chose. A digest of an earlier day that has not left does
 * not count: it will never leave, and what is still useful of it goes into the next.
 */
export async function historyOf(db: Db, today: string, only: number[] | null = null): Promise<Map<number, History>> {
  const hers = only ? sql`cadre_id = any(${only})` : sql`true`;
  const { rows } = await sql<History & { cadreId: number }>`
    select cadre_id as "cadreId", said.key as "lastDigest", snoozes.until as "snoozedUntil", clock, away_until as "awayUntil", stand_in_id as "standInId"
    from (select cadre_id, substr(max(key), ${'digest:'.length + 1}) as key from pushes
      where ${hers} and due_at >= ${instantOf(addDays(today, -STALE_DAYS - 1))} and key like 'digest:%'
        and (state in ('sent', 'unknown', 'unreachable') or sending_at is not null or (key = ${digestKey(today)} and state <> 'cancelled'))
      group by cadre_id) as said
    full join (select * from snoozes where ${hers} and until > ${addDays(today, -STALE_DAYS)}) as snoozes using (cadre_id)
    full join (select * from reminder_choices where ${hers}) as choices using (cadre_id)`.execute(db);
  return new Map(rows.map(({ cadreId, ...history }) => [cadreId, history]));
}

/** Until which day she asked for quiet. */
export async function snoozedUntil(db: Db, cadreId: number): Promise<string | null> {
  return (await db.selectFrom('snoozes').select('until').where('cadre_id', '=', cadreId).executeTakeFirst())?.until ?? null;
}

/** Which cadre is in charge of a unit, where the level above has chosen. */
export async function ownersOf(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('reminder_owners').select(['unit_id', 'cadre_id']).execute();
  return new Map(rows.map((row) => [row.unit_id, row.cadre_id]));
}

export async function lastPlannedDay(db: Db): Promise<string | null> {
  return (await db.selectFrom('planned_days').select('day').orderBy('day', 'desc').limit(1).executeTakeFirst())?.day ?? null;
}

export interface Accepted {
  id: number;
  unitId: string;
}

/** Reports accepted since then. */
export const acceptedSince = (db: Db, since: Date): Promise<Accepted[]> =>
  db
    .selectFrom('reports')
    .select(['id', 'unit_id as unitId'])
    .where('status', '=', 'accepted')
    .where(sql<Date>`coalesce(reviewed_at, filed_at)`, '>=', since)
    .execute();

/** What these units have been praised for: "unit indicator deadline". */
export async function praisedOf(db: Db, unitIds: string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('praises').select(['unit_id', 'indicator', 'deadline']).where('unit_id', '=', sql<string>`any(${unitIds})`).execute();
  return new Set(rows.map((row) => `${row.unit_id} ${row.indicator} ${row.deadline}`));
}

/** Cadres with an undelivered push of whom the level above has not been told since they last wrote. */
export async function newlyUnreachable(db: Db, since: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct lost.cadre_id as id from pushes as lost
    where lost.state = 'unreachable' and lost.told_at is null and lost.due_at >= ${since}
      and not exists (select 1 from pushes as told where told.cadre_id = lost.cadre_id and told.told_at is not null
        and told.told_at > coalesce((select max(seen_at) from accounts where accounts.cadre_id = lost.cadre_id), '-infinity'))
    order by 1`.execute(db);
  return rows.map((row) => row.id);
}

/** When anybody of each of these units last wrote. */
export async function contactsOf(db: Db, unitIds: string[]): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('positions')
    .innerJoin('accounts', 'accounts.cadre_id', 'positions.cadre_id')
    .select('unit_id')
    .select((is) => is.fn.max('seen_at').as('seen'))
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .groupBy('unit_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.seen]));
}

/** Until which day somebody of each of these units has asked for quiet, where that is still to come. */
export async function snoozesOf(db: Db, unitIds: string[], today: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('positions')
    .innerJoin('snoozes', 'snoozes.cadre_id', 'positions.cadre_id')
    .select('unit_id')
    .select((is) => is.fn.max('until').as('until'))
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .where('until', '>', today)
    .groupBy('unit_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.until]));
}

/** Days from `from` to `to` on which each of these units has been reminded: how many, and the first. */
export async function remindedOf(db: Db, unitIds: string[], from: string, to: string): Promise<Map<string, { times: number; first: string }>> {
  const { rows } = await sql<{ unit: string; times: number; first: string }>`
    select due->>'unitId' as unit, count(distinct payload->>'day') as times, min(payload->>'day') as first
    from pushes, jsonb_array_elements(payload->'due') as due
    where key like 'digest:%' and state in ('sent', 'unknown') and due_at >= ${instantOf(from)} and payload->>'day' <= ${to} and due->>'unitId' = any(${unitIds})
    group by 1`.execute(db);
  return new Map(rows.map(({ unit, times, first }) => [unit, { times, first }]));
}

/** The day of the newest digest that told her of units behind, unless she has acknowledged it or one after it. */
export async function lastNotAcknowledged(db: Db, cadreId: number): Promise<string | null> {
  const row = await db
    .selectFrom('pushes')
    .select(['key', 'acknowledged_at'])
    .where('cadre_id', '=', cadreId)
    .where('key', 'like', 'digest:%')
    .where('state', 'in', ['sent', 'unknown'])
    .where(sql<boolean>`jsonb_array_length(payload->'above') > 0`)
    .orderBy('key', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && row.acknowledged_at === null ? row.key.slice('digest:'.length) : null;
}
