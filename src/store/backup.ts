import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { StoreError } from './errors.ts';
import type { KeptFiles } from './files.ts';
import { migrationsDone } from './migrate.ts';

/*
 * A backup is gzipped lines, each with a letter for what it is:
 *   H {"format":"hoi-backup","version":1,"at":…,"migrations":[…]}
 *   T units                       a table; its rows follow
 *   R {"id":"31",…}               a row as the database writes it in JSON, so that either store reads it back exactly
 *   F 3fe1… <base64>              a file by the hash of its bytes
 *   E 9c0b…                       the end: sha-256 of every line before
 * It is written and read as a stream; nothing but one row or file at a time is in memory.
 */

/** What is in the database only while programs run. */
const LEFT_OUT = ['kysely_migration', 'kysely_migration_lock', 'locks'];
/** A store with any row in these is in use. */
const IN_USE = ['units', 'cadres', 'accounts', 'reports'];
const ROWS_AT_ONCE = 500;

export interface BackupHeader {
  at: string;
  /** The tables are as these left them. */
  migrations: string[];
}

export interface Backed {
  rows: number;
  files: number;
}

/** Not restored, and nothing was changed. */
export class BackupError extends Error {
  override name = 'BackupError';
  readonly code: 'not-a-backup' | 'damaged' | 'not-empty' | 'other-version';

  constructor(code: BackupError['code'], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** Writes everything as it is at one moment into `path`; whole, or not at all. */
export async function writeBackup(db: Db, files: KeptFiles, path: string, at: Date): Promise<Backed> {
  const part = `${path}.part`;
  const counted: Backed = { rows: 0, files: 0 };
  const written = createHash('sha256');
  const lines = async function* (): AsyncGenerator<string> {
    for await (const line of allLines(db, files, counted, at)) {
      written.update(line);
      yield line;
    }
    yield `E ${written.digest('hex')}\n`;
  };
  try {
    await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600 }));
    await rename(part, path);
    return counted;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function* allLines(db: Db, files: KeptFiles, counted: Backed, at: Date): AsyncGenerator<string> {
  const header = { format: 'hoi-backup', version: 1, at: at.toISOString(), migrations: await migrationsDone(db) };
  yield `H ${JSON.stringify(header)}\n`;
  // One snapshot for all tables, also while programs go on writing.
  const { tx, done } = await openSnapshot(db);
  try {
    for (const table of await tablesOf(tx)) {
      yield `T ${table}\n`;
      for await (const row of rowsOf(tx, table)) {
        counted.rows++;
        yield `R ${row}\n`;
      }
    }
  } finally {
    await done();
  }
  for await (const { hash } of files.list()) {
    counted.files++;
    yield `F ${hash} ${Buffer.from(await files.read(hash)).toString('base64')}\n`;
  }
}

async function openSnapshot(db: Db): Promise<{ tx: Tx; done(): Promise<void> }> {
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').execute();
  return { tx, done: () => tx.rollback().execute() };
}

async function tablesOf(db: Db | Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  return rows.map((row) => row.name).filter((name) => !LEFT_OUT.includes(name));
}

async function* rowsOf(tx: Tx, table: string): AsyncGenerator<string> {
  await sql`declare backed no scroll cursor for select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from backed`.execute(tx);
    for (const { row } of rows) yield row;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await sql`close backed`.execute(tx);
}

/** The header of a backup, before any store is opened for it. Throws BackupError. */
export async function readHeader(path: string): Promise<BackupHeader> {
  for await (const line of linesOf(path)) return headerOf(line);
  throw new BackupError('not-a-backup');
}

function headerOf(line: string): BackupHeader {
  try {
    const header = JSON.parse(line.slice(2)) as BackupHeader & { format: string; version: number };
    if (line.startsWith('H ') && header.format === 'hoi-backup' && header.version === 1) return header;
  } catch {
    // Falls through: whatever it is, it is no backup of ours.
  }
  throw new BackupError('not-a-backup');
}

/** Brings a backup into an empty store whose tables are as the header says. All of it or nothing. Throws BackupError. */
export async function restoreBackup(db: Db, files: KeptFiles, path: string): Promise<Backed> {
  const { migrations } = await readHeader(path);
  if (JSON.stringify(await migrationsDone(db)) !== JSON.stringify(migrations)) throw new BackupError('other-version');
  return db.transaction().execute(async (tx) => {
    await refuseInUse(tx);
    const links = await dropLinks(tx);
    const counted = await load(tx, files, path);
    for (const { table, name, definition } of links) {
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx);
    }
    await moveSequences(tx);
    return counted;
  });
}

async function refuseInUse(tx: Tx): Promise<void> {
  for (const table of IN_USE) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length > 0) throw new BackupError('not-empty');
  }
}

interface Link {
  table: string;
  name: string;
  definition: string;
}

/** Rows come table by table, and a row may name one that comes later: links are made again, and checked, once all are there. */
async function dropLinks(tx: Tx): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select r.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace`.execute(tx);
  for (const { table, name } of rows) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx);
  return rows;
}

async function load(tx: Tx, files: KeptFiles, path: string): Promise<Backed> {
  const known = await tablesOf(tx);
  for (const table of known) await sql`delete from ${sql.table(table)}`.execute(tx);
  const counted: Backed = { rows: 0, files: 0 };
  const read = createHash('sha256');
  let table = '';
  let rows: string[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await insert(tx, table, rows);
    counted.rows += rows.length;
    rows = [];
  };
  let ended = false;
  for await (const line of linesOf(path)) {
    if (ended) throw new BackupError('damaged');
    const rest = line.slice(2);
    switch (line.slice(0, 2)) {
      case 'H ':
        break;
      case 'T ':
        await flush();
        if (!known.includes(rest)) throw new BackupError('damaged');
        table = rest;
        break;
      case 'R ':
        rows.push(rest);
        if (rows.length === ROWS_AT_ONCE) await flush();
        break;
      case 'F ':
        await keepFile(files, rest);
        counted.files++;
        break;
      case 'E ':
        await flush();
        ended = sameSum(read, rest);
        break;
      default:
        throw new BackupError('damaged');
    }
    if (!ended) read.update(`${line}\n`);
  }
  if (!ended) throw new BackupError('damaged');
  return counted;
}

function sameSum(read: Hash, written: string): boolean {
  if (read.digest('hex') !== written) throw new BackupError('damaged');
  return true;
}

async function insert(tx: Tx, table: string, rows: string[]): Promise<void> {
  const all = `[${rows.join(',')}]`;
  try {
    await sql`insert into ${sql.table(table)} overriding system value select * from json_populate_recordset(null::${sql.table(table)}, ${all}::json)`.execute(tx);
  } catch (cause) {
    throw new BackupError('damaged', cause);
  }
}

/** A file's name is the hash of its bytes, so a damaged one is noticed. */
async function keepFile(files: KeptFiles, rest: string): Promise<void> {
  const [name = '', base64 = ''] = rest.split(' ');
  const { hash } = await files.put(Buffer.from(base64, 'base64'), '');
  if (hash !== name) throw new BackupError('damaged');
}

/** New rows are numbered after the restored ones. */
async function moveSequences(tx: Tx): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(tx);
  for (const { table, column } of rows) {
    const newest = sql`(select max(${sql.ref(column)}) from ${sql.table(table)})`;
    await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, ${column}), coalesce(${newest}, 1), ${newest} is not null)`.execute(tx);
  }
}

/** Throws BackupError when it is no gzip, or ends too early. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  source.pipe(unzipped);
  try {
    let begun: Buffer[] = [];
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, end)]).toString();
        begun = [];
        from = end + 1;
      }
      if (from < chunk.length) begun.push(chunk.subarray(from));
    }
    if (begun.length > 0) throw new Error('it ends in the middle of a line');
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new StoreError(`read ${path}`, cause);
    throw new BackupError('damaged', cause);
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}

const NEWLINE = 0x0a;
