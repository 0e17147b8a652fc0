import { sql } from 'kysely';
import type { EffectContext } from '../store/index.ts';

/** A figure that does not come from reports, as a cadre knows it. */
export interface SetFigure {
  type: 'indicator.set-figure';
  unitId: string;
  figure: string;
  value: number;
  /** The day it was true. */
  asOf: string;
  cadreId: number;
}

/** "Đã báo cáo giấy", or taken back. */
export interface NotePaper {
  type: 'indicator.note-paper';
  unitId: string;
  indicator: string;
  deadline: string;
  cadreId: number;
  noted: boolean;
}

type Context = EffectContext<{ now: Date }>;

export const indicatorEffects = {
  async 'indicator.set-figure'({ unitId, figure, value, asOf, cadreId }: SetFigure, { tx }: Context): Promise<void> {
    const row = { value, as_of: asOf, source: `cadre:${cadreId}` };
    await tx
      .insertInto('figures')
      .values({ unit_id: unitId, figure, period: 'term', ...row })
      .onConflict((conflict) => conflict.columns(['unit_id', 'figure', 'period', 'as_of']).doUpdateSet({ ...row, told_at: sql`now()` }))
      .execute();
  },

  async 'indicator.note-paper'({ unitId, indicator, deadline, cadreId, noted }: NotePaper, { tx, world: { now } }: Context): Promise<void> {
    if (!noted) return void (await tx.deleteFrom('paper_notes').where((is) => is.and({ unit_id: unitId, indicator, deadline })).execute());
    await tx
      .insertInto('paper_notes')
      .values({ unit_id: unitId, indicator, deadline, by_id: cadreId, at: now })
      .onConflict((conflict) => conflict.columns(['unit_id', 'indicator', 'deadline']).doNothing())
      .execute();
  },
};
