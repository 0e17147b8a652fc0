export { openDatabase, type Database, type Db, type Tx } from './database.ts';
export { StoreError } from './errors.ts';
export { folderFiles, type KeptFiles } from './files.ts';
export { processLocks, redisLocks, sqlLocks } from './locks.ts';
export { openRedis } from './redis.ts';
export { redisSessions, sqlSessions, type SessionStore } from './sessions.ts';
export { standingRows } from './standing.ts';
export { turnLedger, type EffectContext, type EffectHandlers } from './turn-ledger.ts';
export type { Tables } from './tables.ts';
