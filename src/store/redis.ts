import { Redis } from 'ioredis';
import { StoreError } from './errors.ts';

/**
 * Opens Redis. A command fails within seconds when the server is away (the defaults would let a person wait for ever);
 * the connection itself is tried again for as long as the program runs.
 */
export async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    // Commands of turns that run at the same moment share a round trip.
    enableAutoPipelining: true,
    commandTimeout: 3_000,
    connectTimeout: 3_000,
    retryStrategy: (tries) => Math.min(tries * 200, 3_000),
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch (cause) {
    redis.disconnect();
    throw new StoreError('reach Redis', cause, 'check REDIS_URL');
  }
}
