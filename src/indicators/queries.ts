import { sql } from 'kysely';
import type { Db, Tx } from '../store/index.ts';

export interface Figure {
  unitId: string;
  figure: string;
  period: string;
  value: number;
  asOf: string;
}

/** Figures of these units, of the given periods ('term', '2026', …). */
export const figuresOf = (db: Db | Tx, unitIds: string[], periods: string[]): Promise<Figure[]> =>
  db
    .selectFrom('figures')
    .select(['unit_id as unitId', 'figure', 'period', 'value', 'as_of as asOf'])
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .where('period', 'in', periods)
    .execute();

/** Figures, and what the level above has noted as reported on paper since `from`. One query: it runs with every push. */
export async function knownOf(db: Db | Tx, unitIds: string[], from: string, today: string): Promise<{ figures: Figure[]; notes: { unitId: string; indicator: string; deadline: string }[] }> {
  const { rows } = await sql<{ unitId: string; what: string; period: string | null; value: number | null; day: string }>`
    select unit_id as "unitId", figure as what, period, value, as_of as day from figures where unit_id = any(${unitIds}) and period in ('term', ${today.slice(0, 4)})
    union all select unit_id, indicator, null, null, deadline from paper_notes where unit_id = any(${unitIds}) and deadline >= ${from}
    order by day`.execute(db);
  return {
    figures: rows.flatMap(({ unitId, what, period, value, day }) => (period === null ? [] : [{ unitId, figure: what, period, value: value!, asOf: day }])),
    notes: rows.flatMap(({ unitId, what, period, day }) => (period === null ? [{ unitId, indicator: what, deadline: day }] : [])),
  };
}
