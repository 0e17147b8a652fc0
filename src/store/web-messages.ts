import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/** How much of the past a page begins with, and how much it gets at once when it catches up. */
const NEWEST = 200;
const MOST = 500;

const columns = ['id', 'at', 'sender', 'body'] as const;
type Sender = 'person' | 'bot';

/** What was said in the web chat, in SQL. */
export function webMessages(db: Db) {
  return {
    /**
     * Keeps a message; a body with an `update` that this account already has is not kept again: its first id comes back.
     * One at a time for an account: ids then become visible in their order, and nobody who reads after an id misses one.
     */
    append: (account: string, sender: Sender, body: unknown, at: Date): Promise<{ id: number }> =>
      db.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`web:${account}`}, 0))`.execute(tx);
        const there = await keptAs(tx, account, body);
        if (there) return there;
        const values = { account, sender, body: JSON.stringify(body), at };
        return tx.insertInto('web_messages').values(values).returning('id').executeTakeFirstOrThrow();
      }),

    /** Messages after an id, oldest first; after 0 the newest only. */
    async since(account: string, afterId: number) {
      const from = db.selectFrom('web_messages').select(columns).where('account', '=', account);
      if (afterId > 0) return from.where('id', '>', afterId).orderBy('id').limit(MOST).execute();
      return (await from.orderBy('id', 'desc').limit(NEWEST).execute()).toReversed();
    },

    async one(account: string, id: number) {
      const row = db.selectFrom('web_messages').select(columns).where('account', '=', account).where('id', '=', id);
      return (await row.executeTakeFirst()) ?? null;
    },
  };
}

/** A page repeats within minutes: only the newest rows can hold the same update. */
async function keptAs(tx: Tx, account: string, body: unknown): Promise<{ id: number } | null> {
  if (typeof body !== 'object' || body === null || !('update' in body) || typeof body.update !== 'string') return null;
  const newest = tx.selectFrom('web_messages').select(['id', 'body']).where('account', '=', account).orderBy('id', 'desc').limit(NEWEST);
  const found = await tx
    .selectFrom(newest.as('newest'))
    .select('id')
    .where(sql<string>`body->>'update'`, '=', body.update)
    .executeTakeFirst();
  return found ?? null;
}
