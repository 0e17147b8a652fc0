import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, processLocks, sqlSessions, StoreError, type Database } from '../../src/store/index.ts';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { migrate } from '../../src/store/migrate.ts';
import { storeContract } from './contract.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ memory: await PGlite.create() });
}, 60_000);
afterAll(() => database.close());

describe('the embedded stores', () => {
  storeContract(() => ({ db: database.db, sessions: sqlSessions(database.db), locks: processLocks() }));

  test('a database newer than the program stops it', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-future', 'x')`.execute(database.db);
    await expect(migrate(database.db)).rejects.toThrow('9999-future');
    await sql`delete from kysely_migration where name = '9999-future'`.execute(database.db);
  });
});

test('a folder is held by one program; a dead one does not keep it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-lock-'));
  const held = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(StoreError);
  await held.release();
  const again = await lockFolder(folder);
  await again.release();
  await rm(folder, { recursive: true });
});
