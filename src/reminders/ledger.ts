import { sql } from 'kysely';
import type { Db, Tx } from '../store/index.ts';
import { dayOf, instantOf } from '../time.ts';

/** A push to be kept: what is planned once is sent at most once, by (cadre, key). */
export interface PushRow {
  cadreId: number;
  key: string;
  scene: string;
  payload: unknown;
  dueAt: Date;
  /** She waits for it: no quiet hour, no daily cap and no stop switch holds it back. */
  asked?: boolean;
}

export interface Claimed {
  id: number;
  cadreId: number;
  scene: string;
  payload: unknown;
  asked: boolean;
  /** Also names this very claim: a claim that was lost and taken again has another number. */
  attempts: number;
}

const LEASE_MS = 120_000;
/** A working day of trying again, ever more slowly; a digest that misses its day is folded into the next. */
const TRIES = 12;
/** What the program may say on its own to one person in a day, digests and notices together. */
export const MOST_A_DAY = 8;
const CHUNK = 2000;

/** False when that person already has that key. */
export async function plan(db: Db | Tx, push: PushRow): Promise<boolean> {
  return (await planAll(db, [push])) === 1;
}

/** How many of them are new. */
export async function planAll(db: Db | Tx, pushes: PushRow[]): Promise<number> {
  let fresh = 0;
  for (let at = 0; at < pushes.length; at += CHUNK) {
    const rows = pushes.slice(at, at + CHUNK).map(({ cadreId, key, scene, payload, dueAt, asked = false }) => ({ cadre_id: cadreId, key, scene, payload, due_at: dueAt, asked }));
    const done = await sql`insert into pushes (cadre_id, key, scene, payload, due_at, asked)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (cadre_id integer, key text, scene text, payload jsonb, due_at timestamptz, asked boolean)
      on conflict (cadre_id, key) do nothing`.execute(db);
    fresh += Number(done.numAffectedRows ?? 0);
  }
  return fresh;
}

/**
 * Takes up to `most` due pushes for this process, one a person at a time and in order. What nobody asked for waits while
 * the stop switch is on, and until tomorrow once she has heard enough for the day. One conditional update: two processes
 * never hold the same one.
 */
export async function claim(db: Db, now: Date, most: number): Promise<Claimed[]> {
  const midnight = instantOf(dayOf(now));
  const until = new Date(now.getTime() + LEASE_MS);
  const { rows } = await sql<Claimed>`
    update pushes set state = 'claimed', claimed_until = ${until}, attempts = attempts + 1, sending_at = null
    where state = 'planned' and id in (
      select id from pushes as due where state = 'planned' and due_at <= ${now}
        and not exists (select 1 from pushes as other where other.cadre_id = due.cadre_id and other.state = 'claimed')
        and (asked or (
          not exists (select 1 from reminder_stop)
          and not exists (select 1 from pushes as other where other.cadre_id = due.cadre_id and other.state = 'planned' and (other.due_at, other.id) < (due.due_at, due.id))
          and (select count(*) from pushes as said where said.cadre_id = due.cadre_id and said.state in ('sent', 'unknown') and not said.asked and said.done_at >= ${midnight}) < ${MOST_A_DAY}))
      order by due_at, id limit ${most} for update skip locked)
    returning id, cadre_id as "cadreId", scene, payload, asked, attempts`.execute(db);
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Claims of a process that died: what had not left yet is free again; what may have gone out is never sent twice. */
export async function recoverClaims(db: Db, now: Date): Promise<void> {
  await sql`update pushes set claimed_until = null,
      state = case when sending_at is null then 'planned' else 'unknown' end,
      why = case when sending_at is null then why else 'process ended while sending' end,
      done_at = case when sending_at is null then null else ${now}::timestamptz end
    where state = 'claimed' and claimed_until < ${now}`.execute(db);
}

/** The push, as long as this claim of it stands. */
const held = (db: Db, { id, attempts }: Claimed) => db.updateTable('pushes').where('id', '=', id).where('attempts', '=', attempts);

/** Right before the message leaves. False when the claim has run out meanwhile: somebody else may be sending it. */
export async function markLeaving(db: Db, claimed: Claimed, now: Date): Promise<boolean> {
  const done = await held(db, claimed)
    .set({ sending_at: now, claimed_until: new Date(now.getTime() + LEASE_MS) })
    .where('state', '=', 'claimed')
    .where('sending_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** It certainly did not leave: another account may be tried. */
export async function markStayed(db: Db, claimed: Claimed): Promise<void> {
  await held(db, claimed).set({ sending_at: null }).where('state', '=', 'claimed').execute();
}

type End = 'sent' | 'unknown' | 'unreachable' | 'cancelled';

/** How it ended. A message that waited long behind a flood was `unknown` meanwhile. */
export async function settle(db: Db, claimed: Claimed, state: End, why: string | null, now: Date): Promise<void> {
  await held(db, claimed).set({ state, why, done_at: now, claimed_until: null }).where('state', 'in', ['claimed', 'unknown']).execute();
}

/** Gives a push back for later; after too many tries it is a dead letter that an operator may retry. */
export async function postpone(db: Db, claimed: Claimed, dueAt: Date, why: string, now: Date): Promise<void> {
  if (claimed.attempts >= TRIES) return settle(db, claimed, 'unreachable', why, now);
  await held(db, claimed).set({ state: 'planned', due_at: dueAt, why, claimed_until: null, sending_at: null }).where('state', '=', 'claimed').execute();
}

/** Not yet its hour: given back without counting a try. */
export async function defer(db: Db, claimed: Claimed, dueAt: Date): Promise<void> {
  await held(db, claimed)
    .set({ state: 'planned', due_at: dueAt, claimed_until: null, attempts: sql`attempts - 1` })
    .where('state', '=', 'claimed')
    .execute();
}

/** What could not be delivered, or only perhaps. */
export const unreachable = (db: Db): Promise<{ id: number; cadreId: number; name: string; key: string; dueAt: Date; state: string; why: string | null }[]> =>
  db
    .selectFrom('pushes')
    .innerJoin('cadres', 'cadres.id', 'pushes.cadre_id')
    .select(['pushes.id', 'cadre_id as cadreId', 'cadres.name', 'key', 'due_at as dueAt', 'state', 'why'])
    .where('state', 'in', ['unreachable', 'unknown'])
    .orderBy('pushes.id')
    .execute();

/** A dead letter gets another chance; a digest becomes that of `day`. False when there is none, or she has that day's. */
export async function retry(db: Db, id: number, day: string, dueAt: Date): Promise<boolean> {
  const asOfDay = sql<string>`case when key like 'digest:%' then ${`digest:${day}`} else key end`;
  const done = await db
    .updateTable('pushes')
    .set({ state: 'planned', due_at: dueAt, attempts: 0, sending_at: null, done_at: null, key: asOfDay })
    .set({ payload: sql`case when key like 'digest:%' then jsonb_set(payload, '{day}', to_jsonb(${day}::text)) else payload end` })
    .where('id', '=', id)
    .where('state', 'in', ['unreachable', 'unknown'])
    .where((is) => is.not(is.exists(is.selectFrom('pushes as other').select('other.id').whereRef('other.cadre_id', '=', 'pushes.cadre_id').where('other.id', '!=', id).where('other.key', '=', asOfDay))))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** The stop switch for everything the program says on its own. */
export async function stopPushes(db: Db, now: Date): Promise<void> {
  await db.insertInto('reminder_stop').values({ since: now }).onConflict((conflict) => conflict.doNothing()).execute();
}

export async function startPushes(db: Db): Promise<void> {
  await db.deleteFrom('reminder_stop').execute();
}

/** Since when nothing is said; null when all is well. */
export async function stoppedSince(db: Db | Tx): Promise<Date | null> {
  return (await db.selectFrom('reminder_stop').select('since').executeTakeFirst())?.since ?? null;
}
