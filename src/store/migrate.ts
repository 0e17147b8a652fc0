import { readdir, readFile } from 'node:fs/promises';
import { Migrator, sql, type Kysely, type Migration, type MigrationProvider } from 'kysely';
import { StoreError } from './errors.ts';
import type { Tables } from './tables.ts';

const folder = new URL('./migrations/', import.meta.url);

/** `migrations/NNNN-name.sql`, in order. */
const files: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
    const loaded = await Promise.all(names.map(async (name) => [name.slice(0, -4), await readFile(new URL(name, folder), 'utf8')] as const));
    return Object.fromEntries(loaded.map(([name, text]) => [name, migration(text)]));
  },
};

function migration(text: string): Migration {
  return {
    async up(db) {
      for (const statement of statements(text)) await sql.raw(statement).execute(db);
    },
  };
}

/** Our migrations hold no functions and no semicolons in strings, so a semicolon at a line's end ends a statement. */
const statements = (text: string): string[] =>
  text
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Brings the database up to this program, or only as far as `upTo`. A database that is newer than that is left alone and
 * stops the program.
 */
export async function migrate(db: Kysely<Tables>, upTo?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: files });
  await refuseNewer(db, upTo);
  const { error, results } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error) {
    const failed = results?.find((one) => one.status === 'Error')?.migrationName;
    throw new StoreError(`bring the database up to date${failed ? ` with ${failed}` : ''}`, error);
  }
}

/** What the tables of a database are made of, oldest first. */
export async function migrationsDone(db: Kysely<Tables>): Promise<string[]> {
  const there = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (!there.rows[0]?.there) return [];
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return done.rows.map((row) => row.name);
}

async function refuseNewer(db: Kysely<Tables>, upTo: string | undefined): Promise<void> {
  const known = Object.keys(await files.getMigrations());
  if (upTo !== undefined && !known.includes(upTo)) throw new StoreError('open the database', `this program has no ${upTo}`, 'install the newer program');
  const unknown = (await migrationsDone(db)).filter((name) => !known.includes(name) || (upTo !== undefined && name > upTo));
  if (unknown.length > 0) {
    throw new StoreError('open the database', `it is newer than this program (has ${unknown.join(', ')})`, 'install the newer program');
  }
}
