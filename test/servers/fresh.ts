import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Redis } from 'ioredis';

/** Run only by .ci/run, which starts both servers: `npx vitest run --config vitest.servers.config.ts`. */
export function servers(): { url: string; redisUrl: string } {
  const [url, redisUrl] = [process.env['DATABASE_URL'], process.env['REDIS_URL']];
  if (!url || !redisUrl) throw new Error('DATABASE_URL and REDIS_URL must name servers that may be written to');
  return { url, redisUrl };
}

/** An empty database of its own on the PostgreSQL of DATABASE_URL. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const url = process.env['DATABASE_URL'] ?? '';
  const name = `hoi_${randomBytes(6).toString('hex')}`;
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await ask(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => ask(`drop database ${name} with (force)`) };
}

/** One of the sixteen databases of the Redis of REDIS_URL, emptied. Suites that run at once take different numbers. */
export async function freshRedis(number: number): Promise<{ url: string; forgetAll(): Promise<void> }> {
  const own = new URL(servers().redisUrl);
  own.pathname = `/${number}`;
  const forgetAll = async (): Promise<void> => {
    const redis = new Redis(own.href);
    await redis.flushdb().finally(() => redis.disconnect());
  };
  await forgetAll();
  return { url: own.href, forgetAll };
}
