import { sql } from 'kysely';
import type { Db } from '../store/index.ts';
import { reportFields, type Report } from './queries.ts';
import type { Standing } from './summary.ts';

/** Reports of these units between two days, both included, that count: filed or accepted. */
export async function standingReports(db: Db, unitIds: string[], from: string, to: string): Promise<Standing[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'unit_id', 'kind', 'day', 'status'])
    .select(sql<Standing['adds']>`coalesce((select json_agg(json_build_object('measure', measure, 'value', value)) from report_measures where report_id = reports.id), '[]')`.as('adds'))
    .where('status', 'in', ['filed', 'accepted'])
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('id')
    .execute();
  return rows.map(({ unit_id, status, ...row }) => ({ ...row, unitIds: [unit_id], final: status === 'accepted' }));
}

/** The same reports in full, newest day first: those behind a figure. */
export const reportsBehind = (db: Db, unitIds: string[], from: string, to: string, most: number, skip = 0): Promise<Report[]> =>
  reportFields(db)
    .where('status', 'in', ['filed', 'accepted'])
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .offset(skip)
    .execute();
