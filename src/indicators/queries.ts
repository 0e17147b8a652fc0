import { sql } from 'kysely';
import type { Db, Tx } from '../store/index.ts';

export interface Figure {
  unitId: string;
  figure: string;
  value: number;
  asOf: string;
}

/**
 * Of each figure of these units, as it stood on `day`: of the values that were true by then what was told last; if all
 * came later, the first of them, which is nearer to the truth than nothing. What a report states counts while the report
 * does.
 */
const figuresOn = (unitIds: string[], day: string) => sql`
  select distinct on (figures.unit_id, figure) figures.unit_id, figure, value, as_of
  from figures left join reports on reports.code = figures.source
  where figures.unit_id = any(${unitIds}) and period in ('term', ${day.slice(0, 4)}) and (reports.id is null or status in ('filed', 'accepted'))
  order by figures.unit_id, figure, as_of > ${day}::date, case when as_of > ${day}::date then as_of end, told_at desc`;

export async function figuresOf(db: Db | Tx, unitIds: string[], day: string): Promise<Figure[]> {
  const { rows } = await sql<Figure>`select unit_id as "unitId", figure, value, as_of as "asOf" from (${figuresOn(unitIds, day)}) known`.execute(db);
  return rows;
}

/** Figures, and what the level above has noted as reported on paper since `from`. One query: it runs with every push. */
export async function knownOf(db: Db | Tx, unitIds: string[], from: string, day: string): Promise<{ figures: Figure[]; notes: { unitId: string; indicator: string; deadline: string }[] }> {
  const { rows } = await sql<{ unitId: string; what: string; value: number | null; day: string }>`
    select unit_id as "unitId", figure as what, value, as_of as day from (${figuresOn(unitIds, day)}) known
    union all select unit_id, indicator, null, deadline from paper_notes where unit_id = any(${unitIds}) and deadline >= ${from}`.execute(db);
  return {
    figures: rows.flatMap(({ unitId, what, value, day: asOf }) => (value === null ? [] : [{ unitId, figure: what, value, asOf }])),
    notes: rows.flatMap(({ unitId, what, value, day: deadline }) => (value === null ? [{ unitId, indicator: what, deadline }] : [])),
  };
}
