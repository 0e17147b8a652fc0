import type { Address } from '../conversation/index.ts';
import type { Db, EffectContext, Tx } from '../store/index.ts';

/** An account becomes this cadre's. Her other account on the same channel loses access at once. */
export interface LinkAccount {
  type: 'org.link';
  cadreId: number;
  from: Address;
  /** Hash of the code used, if she came by one. */
  code?: string;
}

export interface CodeFailed {
  type: 'org.code-failed';
  from: Address;
}

type Context = EffectContext<{ now: Date }>;

export const orgEffects = {
  async 'org.link'({ cadreId, from, code }: LinkAccount, { tx, world: { now } }: Context): Promise<boolean> {
    if (code && !(await useCode(tx, code, now))) return false;
    await tx.updateTable('accounts').set({ cadre_id: null, linked_at: null }).where('channel', '=', from.channel).where('cadre_id', '=', cadreId).execute();
    const row = { chat: from.chat, cadre_id: cadreId, linked_at: now, seen_at: now, unreachable_at: null, unreachable_why: null };
    await tx
      .insertInto('accounts')
      .values({ channel: from.channel, account: from.account, ...row })
      .onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(row))
      .execute();
    return true;
  },

  async 'org.code-failed'({ from }: CodeFailed, { tx, world: { now } }: Context): Promise<void> {
    await tx.insertInto('code_attempts').values({ channel: from.channel, account: from.account, at: now }).execute();
  },
};

/** A code works once: of two persons with the same code one gets in. */
async function useCode(tx: Tx, hash: string, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('link_codes')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function saveCode(db: Db, cadreId: number, hash: string, expiresAt: Date): Promise<void> {
  await db.insertInto('link_codes').values({ hash, cadre_id: cadreId, expires_at: expiresAt, used_at: null }).execute();
}

/** An account that wrote within this time is not written down again at each message. */
const FRESH_MS = 5 * 60_000;
const REMEMBERED = 10_000;

/** When accounts wrote, and which cannot be written to. Kept apart from turns: losing it costs nothing. */
export function sightings(db: Db) {
  const marked = new Map<string, number>();
  const keyOf = ({ channel, account, chat }: Address): string => `${channel}:${account}:${chat}`;
  return {
    async mark(from: Address, now: Date): Promise<void> {
      const key = keyOf(from);
      if (now.getTime() - (marked.get(key) ?? -Infinity) < FRESH_MS) return;
      await markSeen(db, from, now);
      if (marked.size >= REMEMBERED) marked.clear();
      marked.set(key, now.getTime());
    },
    async lost(to: Address, why: string, now: Date): Promise<void> {
      marked.delete(keyOf(to));
      await markUnreachable(db, to, why, now);
    },
  };
}

async function markSeen(db: Db, from: Address, now: Date): Promise<void> {
  const row = { chat: from.chat, seen_at: now, unreachable_at: null, unreachable_why: null };
  await db
    .insertInto('accounts')
    .values({ channel: from.channel, account: from.account, cadre_id: null, linked_at: null, ...row })
    .onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(row))
    .execute();
}

async function markUnreachable(db: Db, to: Address, why: string, now: Date): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ unreachable_at: now, unreachable_why: why })
    .where('channel', '=', to.channel)
    .where('account', '=', to.account)
    .execute();
}
