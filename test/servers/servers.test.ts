import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase, openRedis, redisLocks, redisSessions, sqlLocks, sqlSessions, type Database } from '../../src/store/index.ts';
import { storeContract } from '../store/contract.ts';
import { freshRedis, servers } from './fresh.ts';

const { url } = servers();

let database: Database;
let redis: Awaited<ReturnType<typeof openRedis>>;
const clean = async () => {
  await database.db.deleteFrom('cadres').where('phone', '=', '+84900000099').execute();
  await database.db.deleteFrom('units').where('id', '=', 'contract').execute();
};
beforeAll(async () => {
  database = await openDatabase({ url });
  redis = await openRedis((await freshRedis(2)).url);
  await clean();
});
afterAll(async () => {
  await clean();
  redis.disconnect();
  await database.close();
});

describe('PostgreSQL with Redis', () => {
  storeContract(() => ({ db: database.db, sessions: redisSessions(redis), locks: redisLocks(redis) }));
});

describe('PostgreSQL alone', () => {
  beforeAll(clean);
  storeContract(() => ({ db: database.db, sessions: sqlSessions(database.db), locks: sqlLocks(database.db) }));
});
