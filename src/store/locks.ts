import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { sql } from 'kysely';
import type { Locks } from '../conversation/index.ts';
import type { Db } from './database.ts';
import { StoreError } from './errors.ts';

/** A lock with an end: if its holder dies, it frees itself. */
interface Leases {
  take(key: string, token: string, ms: number): Promise<boolean>;
  renew(key: string, token: string, ms: number): Promise<boolean>;
  give(key: string, token: string): Promise<void>;
}

const LEASE_MS = 30_000;
const PATIENCE_MS = 60_000;

/** Orders work inside this process: first come, first served, one at a time for a key. */
export function processLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    hold(key, work) {
      const before = tails.get(key);
      const mine = before ? before.then(() => work(true)) : work(false);
      const tail = mine.catch(() => undefined);
      tails.set(key, tail);
      void tail.then(() => tails.get(key) === tail && tails.delete(key));
      return mine;
    },
  };
}

/** Orders work across processes. Inside this one it queues first, so that processes do not poll against themselves. */
function leasedLocks(leases: Leases): Locks {
  const local = processLocks();
  return { hold: (key, work) => local.hold(key, (waited) => withLease(leases, key, waited, work)) };
}

async function withLease<T>(leases: Leases, key: string, queued: boolean, work: (waited: boolean) => Promise<T>): Promise<T> {
  const token = randomUUID();
  const waited = await takeOrWait(leases, key, token);
  const renewing = setInterval(() => void leases.renew(key, token, LEASE_MS).catch(() => undefined), LEASE_MS / 3);
  try {
    return await work(queued || waited);
  } finally {
    clearInterval(renewing);
    // A lease that could not be given back ends by itself.
    await leases.give(key, token).catch(() => undefined);
  }
}

/** True when somebody else held it first. */
async function takeOrWait(leases: Leases, key: string, token: string): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  if (await leases.take(key, token, LEASE_MS)) return false;
  for (let pause = 10; !(await leases.take(key, token, LEASE_MS)); pause = Math.min(pause * 2, 250)) {
    if (Date.now() > until) throw new StoreError('take the lock of a conversation', `still held after ${PATIENCE_MS / 1000} s`);
    await sleep(pause * (0.5 + Math.random()));
  }
  return true;
}

/** Locks in Redis. The token makes sure that nobody frees a lock that has passed to someone else. */
export function redisLocks(redis: Redis): Locks {
  const name = (key: string): string => `lock:${key}`;
  const ifMine = (action: string): string => `if redis.call('get', KEYS[1]) == ARGV[1] then return ${action} else return 0 end`;
  return leasedLocks({
    take: async (key, token, ms) => (await redis.set(name(key), token, 'PX', ms, 'NX')) === 'OK',
    renew: async (key, token, ms) => (await redis.eval(ifMine(`redis.call('pexpire', KEYS[1], ARGV[2])`), 1, name(key), token, ms)) === 1,
    // Not waited for: commands of one connection run in order, so whoever takes it next here finds it free.
    give: async (key, token) => void redis.eval(ifMine(`redis.call('del', KEYS[1])`), 1, name(key), token).catch(() => undefined),
  });
}

/** Locks as rows, for several processes on one PostgreSQL without Redis. The database's clock decides when one ends. */
export function sqlLocks(db: Db): Locks {
  const end = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`;
  return leasedLocks({
    async take(key, token, ms) {
      const taken = await db
        .insertInto('locks')
        .values({ key, token, until: end(ms) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ token, until: end(ms) }).where('locks.until', '<', sql<Date>`now()`))
        .returning('key')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async renew(key, token, ms) {
      const done = await db.updateTable('locks').set({ until: end(ms) }).where('key', '=', key).where('token', '=', token).executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async give(key, token) {
      await db.deleteFrom('locks').where('key', '=', key).where('token', '=', token).execute();
    },
  });
}
