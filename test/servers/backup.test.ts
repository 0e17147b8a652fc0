import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderFiles, openDatabase, restoreBackup, writeBackup, type Database } from '../../src/store/index.ts';
import { play, type Play } from '../support/play.ts';
import { everyRow } from '../support/rows.ts';

/** Run only by .ci/run, which starts the server. */
const url = process.env['DATABASE_URL'];
if (!url) throw new Error('DATABASE_URL must name a server that may be written to');
const NAME = 'hoi_backup';

let folder: string;
let stage: Play;
let admin: Database;
let server: Database;
let embedded: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-backup-'));
  stage = await play(undefined, { DATA_DIR: join(folder, 'files') });
  admin = await openDatabase({ url });
  await sql`drop database if exists ${sql.ref(NAME)}`.execute(admin.db);
  await sql`create database ${sql.ref(NAME)}`.execute(admin.db);
  const there = new URL(url);
  there.pathname = `/${NAME}`;
  server = await openDatabase({ url: there.href });
  embedded = await openDatabase({ memory: await PGlite.create() });
}, 90_000);
afterAll(async () => {
  await server.close();
  await sql`drop database ${sql.ref(NAME)}`.execute(admin.db);
  for (const one of [admin, embedded]) await one.close();
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

/** The same whichever store wrote it: instants without how they are written. */
async function rowsOf({ db }: { db: Database['db'] }): Promise<string[]> {
  await sql`set time zone 'UTC'`.execute(db);
  return (await everyRow(db)).filter(({ table }) => !/^kysely|^locks$/.test(table)).map(({ table, text }) => `${table} ${text}`).toSorted();
}

test('the embedded store moves to PostgreSQL and back, every row as it was', async () => {
  const files = folderFiles(join(folder, 'files', 'files'));
  const before = await rowsOf(stage.program);
  const out = join(folder, 'out.backup');
  await writeBackup(stage.program.db, files, out, stage.clock.at);
  await restoreBackup(server.db, files, out);
  expect(await rowsOf(server)).toEqual(before);
  const back = join(folder, 'back.backup');
  await writeBackup(server.db, files, back, stage.clock.at);
  await restoreBackup(embedded.db, files, back);
  expect(await rowsOf(embedded)).toEqual(before);
}, 90_000);
