import type { Redis } from 'ioredis';
import type { Session, Sessions } from '../conversation/index.ts';
import type { Db } from './database.ts';

export interface SessionStore extends Sessions {
  /** Persons whose scene has waited for them until `now`, longest first. */
  silent(now: Date, most: number): Promise<string[]>;
  forget(person: string): Promise<void>;
  /** Throws away what has expired; returns how many. Redis does so by itself. */
  sweep(): Promise<number>;
}

/** A conversation untouched for this long starts anew; drafts in SQL stay. */
const KEPT_SECONDS = 30 * 24 * 3600;

/** Sessions in Redis: one write with its expiry, and a sorted set of who has gone silent. The session is the truth of both. */
export function redisSessions(redis: Redis): SessionStore {
  const name = (person: string): string => `session:${person}`;
  const silence = 'silence';
  return {
    async load(person) {
      const text = await redis.get(name(person));
      return text === null ? null : readSession(text);
    },
    async save(person, session) {
      await Promise.all([
        redis.set(name(person), JSON.stringify(session), 'EX', KEPT_SECONDS),
        session.silentAt ? redis.zadd(silence, Date.parse(session.silentAt), person) : redis.zrem(silence, person),
      ]);
    },
    silent: (now, most) => redis.zrangebyscore(silence, '-inf', now.getTime(), 'LIMIT', 0, most),
    async forget(person) {
      await redis.multi().del(name(person)).zrem(silence, person).exec();
    },
    sweep: async () => 0,
  };
}

/** Sessions as rows, where there is no Redis. */
export function sqlSessions(db: Db): SessionStore {
  return {
    async load(person) {
      const row = await db
        .selectFrom('sessions')
        .select('data')
        .where('person', '=', person)
        .where('expires_at', '>', new Date())
        .executeTakeFirst();
      return row ? known(row.data) : null;
    },
    async save(person, session) {
      const row = {
        data: JSON.stringify(session),
        silent_at: session.silentAt ? new Date(session.silentAt) : null,
        expires_at: new Date(Date.now() + KEPT_SECONDS * 1000),
      };
      await db
        .insertInto('sessions')
        .values({ person, ...row })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
        .execute();
    },
    async silent(now, most) {
      const rows = await db.selectFrom('sessions').select('person').where('silent_at', '<=', now).orderBy('silent_at').limit(most).execute();
      return rows.map((row) => row.person);
    },
    async forget(person) {
      await db.deleteFrom('sessions').where('person', '=', person).execute();
    },
    async sweep() {
      return Number((await db.deleteFrom('sessions').where('expires_at', '<', new Date()).executeTakeFirst()).numDeletedRows);
    },
  };
}

/** A session that cannot be read is as good as none: the draft in SQL brings her back. */
function readSession(text: string): Session | null {
  try {
    return known(JSON.parse(text) as Session);
  } catch {
    return null;
  }
}

const known = (session: Session): Session | null => (session.format === 1 ? session : null);
