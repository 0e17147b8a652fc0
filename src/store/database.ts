import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import { StoreError } from './errors.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { EagerDialect } from './eager.ts';
import { PreparingClient } from './prepared.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** The open SQL store. `close` ends it; nothing may be asked of it afterwards. */
export interface Database {
  db: Db;
  kind: 'embedded' | 'server';
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL at `url`, or without one the embedded database in `folder` (`memory` keeps it in this process),
 * and brings its tables up to date, or as far as the migration `upTo`. Throws StoreError with what was tried.
 */
export async function openDatabase(where: { url: string } | { folder: string } | { memory: PGlite }, upTo?: string): Promise<Database> {
  if ('url' in where) return ready(serverPool(where.url), 'server', async () => undefined, upTo);
  if ('memory' in where) return ready(embeddedPool(where.memory), 'embedded', () => where.memory.close(), upTo);
  const lock = await lockFolder(where.folder);
  try {
    const engine = await PGlite.create(join(where.folder, 'sql'));
    return await ready(embeddedPool(engine), 'embedded', async () => {
      await engine.close();
      await lock.release();
    }, upTo);
  } catch (cause) {
    await release(lock);
    throw cause instanceof StoreError ? cause : new StoreError(`open the embedded database in ${where.folder}`, cause);
  }
}

/** A database in this process's memory that is gone when it is closed. */
export const openScratch = async (): Promise<Database> => openDatabase({ memory: await PGlite.create() });

const release = (lock: FolderLock): Promise<void> => lock.release().catch(() => undefined);

async function ready(pool: pg.Pool, kind: Database['kind'], after: () => Promise<void>, upTo?: string): Promise<Database> {
  // A broken idle connection is reported by the query that needs the next one; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new EagerDialect({ pool }) });
  try {
    await migrate(db, upTo);
  } catch (cause) {
    await db.destroy();
    await after();
    throw cause instanceof StoreError ? cause : new StoreError('reach the database', cause, 'check DATABASE_URL');
  }
  return {
    db,
    kind,
    async close() {
      await db.destroy();
      await after();
    },
  };
}

/** Days stay text (a Date would shift at local midnight); counts and sums are numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 1082) return (text: string) => text;
    if (oid === 20 || oid === 1700) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

const serverPool = (connectionString: string): pg.Pool =>
  new pg.Pool({ connectionString, types, Client: PreparingClient, pipeline: true, max: 10, connectionTimeoutMillis: 5_000, statement_timeout: 60_000 });

/** One session only: a query outside an open transaction would wait for ever, so waiting is bounded. */
const embeddedPool = (engine: PGlite): pg.Pool =>
  new pg.Pool(Object.assign(createPgConfig(engine), { types, Client: PreparingClient, max: 1, connectionTimeoutMillis: 15_000, idleTimeoutMillis: 0 }) as unknown as pg.PoolConfig);
