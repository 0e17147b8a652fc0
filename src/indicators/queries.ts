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

/** What the level above has noted as reported on paper, for periods that have not ended before `today`. */
export const notesOf = (db: Db | Tx, unitIds: string[], today: string): Promise<{ unitId: string; indicator: string; deadline: string }[]> =>
  db
    .selectFrom('paper_notes')
    .select(['unit_id as unitId', 'indicator', 'deadline'])
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .where('deadline', '>=', today)
    .execute();
