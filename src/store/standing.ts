import { sql } from 'kysely';
import type { Db } from './database.ts';

/** How many reports, drafts, pushes and questions there are in each state. */
export async function standingRows(db: Db): Promise<{ what: string; state: string; count: number }[]> {
  const { rows } = await sql<{ what: string; state: string; count: number }>`
    select 'reports' as what, status as state, count(*) as count from reports group by status
    union all select 'drafts', coalesce(closed_as, 'open'), count(*) from drafts group by closed_as
    union all select 'pushes', state, count(*) from pushes group by state
    union all select 'questions', status, count(*) from questions group by status`.execute(db);
  return rows;
}
