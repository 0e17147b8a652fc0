import { sql } from 'kysely';
import type { Db, EffectContext, Tx } from '../store/index.ts';

/** A push to be kept: what is planned once is sent at most once, by (cadre, key). */
export interface PlanPush {
  type: 'push.plan';
  cadreId: number;
  key: string;
  scene: string;
  payload: unknown;
  dueAt: string;
  /** She waits for it: quiet hours do not hold it back. */
  asked?: boolean;
}

/** Leave her alone until that day. */
export interface SnoozeReminders {
  type: 'push.snooze';
  cadreId: number;
  until: string;
}

export interface Claimed {
  id: number;
  cadreId: number;
  scene: string;
  payload: unknown;
  asked: boolean;
  attempts: number;
}

const LEASE_MS = 120_000;
const TRIES = 5;

export const pushEffects = {
  'push.plan': ({ cadreId, key, scene, payload, dueAt, asked }: PlanPush, { tx }: EffectContext<unknown>): Promise<boolean> =>
    plan(tx, { cadreId, key, scene, payload, dueAt: new Date(dueAt), asked: asked ?? false }),

  async 'push.snooze'({ cadreId, until }: SnoozeReminders, { tx, world }: EffectContext<{ now: Date }>): Promise<void> {
    const row = { until, asked_at: world.now };
    await tx
      .insertInto('snoozes')
      .values({ cadre_id: cadreId, ...row })
      .onConflict((conflict) => conflict.column('cadre_id').doUpdateSet(row))
      .execute();
  },
};

/** False when that person already has that key. */
export async function plan(
  db: Db | Tx,
  push: { cadreId: number; key: string; scene: string; payload: unknown; dueAt: Date; asked?: boolean },
): Promise<boolean> {
  const row = await db
    .insertInto('pushes')
    .values({ cadre_id: push.cadreId, key: push.key, scene: push.scene, payload: JSON.stringify(push.payload), due_at: push.dueAt, asked: push.asked ?? false })
    .onConflict((conflict) => conflict.columns(['cadre_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes up to `most` due pushes for this process. One conditional update: two processes never hold the same one. */
export async function claim(db: Db, now: Date, most: number): Promise<Claimed[]> {
  const due = db
    .selectFrom('pushes')
    .select('id')
    .where('state', '=', 'planned')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked();
  const rows = await db
    .updateTable('pushes')
    .set({ state: 'claimed', claimed_until: new Date(now.getTime() + LEASE_MS), attempts: sql`attempts + 1` })
    .where('id', 'in', due)
    .where('state', '=', 'planned')
    .returning(['id', 'cadre_id as cadreId', 'scene', 'payload', 'asked', 'attempts'])
    .execute();
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Claims of a process that died: what had not left yet is free again; what may have gone out is never sent twice. */
export async function recoverClaims(db: Db, now: Date): Promise<void> {
  const ended = db.updateTable('pushes').where('state', '=', 'claimed').where('claimed_until', '<', now);
  await ended.set({ state: 'unknown', why: 'process ended while sending', done_at: now }).where('sending_at', 'is not', null).execute();
  await ended.set({ state: 'planned', claimed_until: null }).where('sending_at', 'is', null).execute();
}

/** Right before the message leaves. */
export async function markLeaving(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('pushes').set({ sending_at: now }).where('id', '=', id).execute();
}

export async function settle(db: Db, id: number, state: 'sent' | 'unknown' | 'unreachable' | 'cancelled', why: string | null, now: Date): Promise<void> {
  await db.updateTable('pushes').set({ state, why, done_at: now, claimed_until: null }).where('id', '=', id).execute();
}

/** Gives a push back for later; after too many tries it is a dead letter that an operator may retry. */
export async function postpone(db: Db, { id, attempts }: Claimed, dueAt: Date, why: string, now: Date): Promise<void> {
  if (attempts >= TRIES) return settle(db, id, 'unreachable', why, now);
  await db.updateTable('pushes').set({ state: 'planned', due_at: dueAt, why, claimed_until: null, sending_at: null }).where('id', '=', id).execute();
}

/** Not yet its hour: given back without counting a try. */
export async function defer(db: Db, id: number, dueAt: Date): Promise<void> {
  await db
    .updateTable('pushes')
    .set({ state: 'planned', due_at: dueAt, claimed_until: null, attempts: sql`attempts - 1` })
    .where('id', '=', id)
    .execute();
}

/** A dead letter gets another chance. False when there is none of that id. */
export async function retry(db: Db, id: number, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('pushes')
    .set({ state: 'planned', due_at: now, attempts: 0, sending_at: null, done_at: null })
    .where('id', '=', id)
    .where('state', 'in', ['unreachable', 'unknown'])
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export const unreachable = (db: Db): Promise<{ id: number; cadreId: number; name: string; key: string; state: string; why: string | null }[]> =>
  db
    .selectFrom('pushes')
    .innerJoin('cadres', 'cadres.id', 'pushes.cadre_id')
    .select(['pushes.id', 'cadre_id as cadreId', 'cadres.name', 'key', 'state', 'why'])
    .where('state', 'in', ['unreachable', 'unknown'])
    .orderBy('pushes.id')
    .execute();

/** The day of each cadre's last digest, and until when she asked for quiet. */
export async function reminderHistory(db: Db): Promise<Map<number, { lastDigest: string | null; snoozedUntil: string | null }>> {
  const digests = await db
    .selectFrom('pushes')
    .select('cadre_id')
    .select((is) => is.fn.max('key').as('key'))
    .where('key', 'like', 'digest:%')
    .where('state', 'in', ['planned', 'claimed', 'sent', 'unknown'])
    .groupBy('cadre_id')
    .execute();
  const snoozes = await db.selectFrom('snoozes').select(['cadre_id', 'until']).execute();
  const history = new Map<number, { lastDigest: string | null; snoozedUntil: string | null }>();
  for (const { cadre_id, key } of digests) history.set(cadre_id, { lastDigest: key.slice('digest:'.length), snoozedUntil: null });
  for (const { cadre_id, until } of snoozes) history.set(cadre_id, { lastDigest: history.get(cadre_id)?.lastDigest ?? null, snoozedUntil: until });
  return history;
}
