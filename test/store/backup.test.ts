import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderFiles, openDatabase, readHeader, restoreBackup, writeBackup, type Database, type KeptFiles } from '../../src/store/index.ts';
import { play, type Play } from '../support/play.ts';
import { everyRow } from '../support/rows.ts';

let folder: string;
let stage: Play;
let file: string;
const opened: Database[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-backup-'));
  file = join(folder, 'hoi.backup');
  stage = await play(undefined, { DATA_DIR: folder });
  const hoa = await stage.person('hoa', '+84900000002');
  await hoa.says('/baocao');
  await hoa.presses('Sinh hoạt chi hội');
  await hoa.says('hôm qua');
  await hoa.says('Hai dòng:\n"trích dẫn", \\ và 🎉');
  await stage.program.files.put(new Uint8Array([0, 1, 2, 255]), 'image/jpeg');
  await stage.program.files.put(new Uint8Array(3_000_000).fill(7), 'image/jpeg');
  await writeBackup(stage.program.db, stage.program.files, file, stage.clock.at);
}, 90_000);
afterAll(async () => {
  for (const database of opened) await database.close();
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

async function emptyStore(name: string) {
  const database = await openDatabase({ memory: await PGlite.create() });
  opened.push(database);
  return { db: database.db, files: folderFiles(join(folder, name)) };
}

const rowsOf = async (db: Database['db']): Promise<string[]> => (await everyRow(db)).filter(({ table }) => !/^kysely|^locks$/.test(table)).map(({ table, text }) => `${table} ${text}`).toSorted();

async function hashesIn(files: KeptFiles): Promise<string[]> {
  const hashes: string[] = [];
  for await (const { hash } of files.list()) hashes.push(hash);
  return hashes.toSorted();
}

test('a restored store has every row and every file as they were, and numbers new rows after them', async () => {
  const { db, files } = await emptyStore('restored');
  const done = await restoreBackup(db, files, file);
  expect(done.files).toBe(2);
  expect(await rowsOf(db)).toEqual(await rowsOf(stage.program.db));
  expect(await hashesIn(files)).toEqual(await hashesIn(stage.program.files));
  const newest = Math.max(...(await db.selectFrom('cadres').select('id').execute()).map((row) => row.id));
  const { id } = await db.insertInto('cadres').values({ name: 'Mới', phone: '+84911111111', left_on: null }).returning('id').executeTakeFirstOrThrow();
  expect(id).toBe(newest + 1);
  await expect(db.insertInto('positions').values({ cadre_id: id, unit_id: 'nowhere', title: 'x' }).execute()).rejects.toThrow('foreign key');
}, 60_000);

test('a store in use is not restored into', async () => {
  await expect(restoreBackup(stage.program.db, stage.program.files, file)).rejects.toMatchObject({ code: 'not-empty' });
});

/** The backup's lines, changed by `change`, as a file of its own. */
function spoiled(name: string, change: (lines: string[]) => string[]): string {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString().split('\n')).join('\n')));
  return path;
}

test('a backup that is cut, changed or no backup at all is refused whole', async () => {
  const { db, files } = await emptyStore('refused');
  const before = await rowsOf(db);
  const cut = join(folder, 'cut');
  writeFileSync(cut, readFileSync(file).subarray(0, -5000));
  const noEnd = spoiled('no-end', (lines) => lines.filter((line) => !line.startsWith('E ')));
  const changed = spoiled('changed', (lines) => lines.map((line) => line.replace('Trần Thị Minh Họa', 'Trần Thị Minh Hoạ')));
  const short = spoiled('short', (lines) => lines.filter((line) => !line.includes('"phone":"+84900000003"')));
  const text = join(folder, 'text');
  writeFileSync(text, 'không phải');
  const otherText = join(folder, 'other');
  writeFileSync(otherText, gzipSync('{"format":"khác"}\n'));
  for (const path of [cut, noEnd, changed, short]) await expect(restoreBackup(db, files, path)).rejects.toMatchObject({ code: 'damaged' });
  await expect(readHeader(text)).rejects.toMatchObject({ name: 'BackupError' });
  await expect(readHeader(otherText)).rejects.toMatchObject({ code: 'not-a-backup' });
  expect(await rowsOf(db)).toEqual(before);
}, 60_000);

test('a backup of an older program goes into a store as it then was, which is brought up to date afterwards', async () => {
  const engine = await PGlite.create();
  const old = await openDatabase({ memory: engine }, '0001-foundation');
  await old.db.insertInto('units').values({ id: 'a', name: 'Xã A', kind: 'xã', parent_id: null, valid_from: '2025-07-01', valid_to: null, merged_into: null }).execute();
  const path = join(folder, 'older.backup');
  await writeBackup(old.db, folderFiles(join(folder, 'none')), path, stage.clock.at);
  const { migrations } = await readHeader(path);
  expect(migrations).toEqual(['0001-foundation']);
  await old.close();
  const fresh = await emptyStore('fresh');
  await expect(restoreBackup(fresh.db, fresh.files, path)).rejects.toMatchObject({ code: 'other-version' });
  const asThen = await openDatabase({ memory: await PGlite.create() }, migrations.at(-1));
  opened.push(asThen);
  expect(await restoreBackup(asThen.db, fresh.files, path)).toEqual({ rows: 1, files: 0 });
}, 60_000);
