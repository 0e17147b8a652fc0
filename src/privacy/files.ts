import { sql } from 'kysely';
import type { Db, Tx } from '../store/index.ts';

/** Of these files, those that something in SQL still names. */
export async function namedFiles(db: Db | Tx, hashes: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ hash: string }>`
    select f.hash from unnest(${hashes}::text[]) as f (hash)
    where exists (select from report_photos p where p.hash = f.hash)
      or exists (select from exports e where e.hash = f.hash)
      or exists (select from web_messages m where m.body::text like '%' || f.hash || '%')
      or exists (select from drafts d where d.state::text like '%' || f.hash || '%')
      or exists (select from reports r where r.answers::text like '%' || f.hash || '%')
      or exists (select from report_events v where v.detail::text like '%' || f.hash || '%')`.execute(db);
  return new Set(rows.map((row) => row.hash));
}
