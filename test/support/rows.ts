import { sql } from 'kysely';
import type { Db } from '../../src/store/index.ts';

/** Every row of every table as text, with the table's name. */
export async function everyRow(db: Db): Promise<{ table: string; text: string }[]> {
  const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const rows: { table: string; text: string }[] = [];
  for (const { name } of tables.rows) {
    const found = await sql<{ text: string }>`select row_to_json(t)::text as text from ${sql.table(name)} t`.execute(db);
    rows.push(...found.rows.map(({ text }) => ({ table: name, text })));
  }
  return rows;
}
