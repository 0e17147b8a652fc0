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

/** Brings the database up to this program. A database newer than the program is left alone and stops it. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: files });
  await refuseNewer(db);
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((one) => one.status === 'Error')?.migrationName;
    throw new StoreError(`bring the database up to date${failed ? ` with ${failed}` : ''}`, error);
  }
}

async function refuseNewer(db: Kysely<Tables>): Promise<void> {
  const known = Object.keys(await files.getMigrations());
  const there = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (!there.rows[0]?.there) return;
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = done.rows.map((row) => row.name).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new StoreError('open the database', `it is newer than this program (has ${unknown.join(', ')})`, 'install the newer program');
  }
}
