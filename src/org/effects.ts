import type { Address } from '../conversation/index.ts';
import { recordAudit, releaseAccounts } from '../privacy/index.ts';
import type { Db, EffectContext, Tx } from '../store/index.ts';

/** An account becomes this cadre's. Her other account on the same channel loses access at once. */
export interface LinkAccount {
  type: 'org.link';
  cadreId: number;
  from: Address;
  /** Hash of the code used, if she came by one. */
  code?: string;
  /** The notice she has just agreed to, if she was asked. */
  agreed?: string;
}

/** Someone whom the roster does not know was there, with a number that is hers; with `phone` and `words` she asks to be added. */
export interface AskToJoin {
  type: 'org.ask-to-join';
  from: Address;
  phone?: string;
  words?: string;
  /** The number is certainly hers; else she only wrote it. */
  proved?: boolean;
}

/** Every open request has been dealt with. */
export interface HandleRequests {
  type: 'org.handle-requests';
  upTo: number;
}

/** She came by a code and reads the notice: it is nobody else's from now on. */
export interface ClaimCode {
  type: 'org.claim-code';
  code: string;
  from: Address;
}

export interface CodeFailed {
  type: 'org.code-failed';
  from: Address;
}

type Context = EffectContext<{ now: Date }>;

export const orgEffects = {
  async 'org.link'({ cadreId, from, code, agreed }: LinkAccount, { tx, world: { now } }: Context): Promise<boolean> {
    if (code && !(await useCode(tx, code, from, now))) return false;
    await releaseForHer(tx, cadreId, from);
    await linkAccount(tx, cadreId, from, now);
    if (agreed) await agree(tx, cadreId, from.channel, agreed, now);
    return true;
  },

  async 'org.ask-to-join'({ from, phone, words, proved = true }: AskToJoin, { tx, world: { now } }: Context): Promise<void> {
    const row = { at: now, handled_at: null, proved, ...(phone && words ? { phone, words } : {}) };
    await tx
      .insertInto('join_requests')
      .values({ channel: from.channel, account: from.account, phone: null, words: null, ...row })
      .onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(row))
      .execute();
  },

  async 'org.handle-requests'({ upTo }: HandleRequests, { tx, world: { now } }: Context): Promise<void> {
    await tx.updateTable('join_requests').set({ handled_at: now }).where('id', '<=', upTo).where('handled_at', 'is', null).execute();
  },

  async 'org.claim-code'({ code, from: { channel, account } }: ClaimCode, { tx }: Context): Promise<void> {
    await tx.updateTable('link_codes').set({ channel, account }).where('hash', '=', code).where('account', 'is', null).execute();
  },

  async 'org.code-failed'({ from }: CodeFailed, { tx, world: { now } }: Context): Promise<void> {
    await tx.insertInto('code_attempts').values({ channel: from.channel, account: from.account, at: now }).execute();
  },
};

/** The account is hers from now on. */
export async function linkAccount(tx: Tx, cadreId: number, from: Address, now: Date): Promise<void> {
  const row = { chat: from.chat, cadre_id: cadreId, linked_at: now, seen_at: now, unreachable_at: null, unreachable_why: null };
  await tx
    .insertInto('accounts')
    .values({ channel: from.channel, account: from.account, ...row })
    .onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(row))
    .execute();
  await recordAudit(tx, { cadreId, channel: from.channel }, { what: 'linked', subject: 'cadre', id: String(cadreId) }, now);
}

/** Her other accounts on that channel are not hers any more; nor is this one anybody else's. */
async function releaseForHer(tx: Tx, cadreId: number, { channel, account }: Address): Promise<void> {
  await releaseAccounts(tx, (is) =>
    is.and([
      is('channel', '=', channel),
      is.or([is.and([is('cadre_id', '=', cadreId), is('account', '<>', account)]), is.and([is('cadre_id', '<>', cadreId), is('account', '=', account)])]),
    ]),
  );
}

async function agree(tx: Tx, cadreId: number, channel: string, notice: string, now: Date): Promise<void> {
  const row = { notice, at: now, channel };
  await tx.insertInto('consents').values({ cadre_id: cadreId, ...row }).onConflict((conflict) => conflict.column('cadre_id').doUpdateSet(row)).execute();
  await recordAudit(tx, { cadreId, channel }, { what: 'agreed', subject: 'own-data', id: notice }, now);
}

/** A code works once: of two persons with the same code one gets in. Claimed in time, it waits while she reads. */
async function useCode(tx: Tx, hash: string, { channel, account }: Address, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('link_codes')
    .set({ used_at: now, channel, account })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where((is) => is.or([is.and([is('account', 'is', null), is('expires_at', '>', now)]), is.and({ channel, account })]))
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function saveCode(db: Db, cadreId: number, hash: string, expiresAt: Date): Promise<void> {
  await db.insertInto('link_codes').values({ hash, cadre_id: cadreId, expires_at: expiresAt, used_at: null, channel: null, account: null }).execute();
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
