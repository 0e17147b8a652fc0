import type { Context } from './events.ts';
import { readPeriod } from './period.ts';
import type { Closing } from './queries.ts';

/** Says that a unit's figures of a period stand; `waiting` reports below are left out knowingly. */
export interface ClosePeriod {
  type: 'report.close-period';
  unitId: string;
  period: string;
  cadreId: number;
  waiting: number;
}

export interface ReopenPeriod {
  type: 'report.reopen-period';
  closingId: number;
  cadreId: number;
}

/** Of these closings those whose period holds that day. */
export const closedOn = (closings: Closing[], day: string): Closing[] =>
  closings.filter(({ period }) => {
    const read = readPeriod(period);
    return read !== null && read.from <= day && day <= read.to;
  });

export const closingEffects = {
  /** False when somebody had closed it already. */
  async 'report.close-period'({ unitId, period, cadreId, waiting }: ClosePeriod, { tx, world: { now } }: Context): Promise<boolean> {
    const done = await tx
      .insertInto('period_closings')
      .values({ unit_id: unitId, period, closed_at: now, closed_by: cadreId, waiting, reopened_at: null, reopened_by: null })
      .onConflict((conflict) => conflict.columns(['unit_id', 'period']).where('reopened_at', 'is', null).doNothing())
      .executeTakeFirst();
    return done.numInsertedOrUpdatedRows === 1n;
  },

  async 'report.reopen-period'({ closingId, cadreId }: ReopenPeriod, { tx, world: { now } }: Context): Promise<boolean> {
    const done = await tx
      .updateTable('period_closings')
      .set({ reopened_at: now, reopened_by: cadreId })
      .where('id', '=', closingId)
      .where('reopened_at', 'is', null)
      .executeTakeFirst();
    return done.numUpdatedRows === 1n;
  },
};
