import type { EffectContext } from '../store/index.ts';
import type { ReportEvent } from './queries.ts';

export type Context = EffectContext<{ now: Date }>;

/** Writes down what happened to a report: its history is never changed. */
export async function happened(reportId: number, cadreId: number, what: ReportEvent['what'], detail: object, { tx, world: { now } }: Context): Promise<void> {
  await tx.insertInto('report_events').values({ report_id: reportId, at: now, cadre_id: cadreId, what, detail: JSON.stringify(detail) }).execute();
}
