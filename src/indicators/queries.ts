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
