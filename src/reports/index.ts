import type { Db } from '../store/index.ts';
import type { Activity } from './activities.ts';
import * as queries from './queries.ts';
import { contributions, countByKind, reportsBehind, reportsInFull, standingReports } from './standing.ts';

export { loadActivities, type Activity, type Question } from './activities.ts';
export { reportEffects, type DiscardDraft, type Filed, type FileReport, type ReviewReport, type SaveDraft } from './effects.ts';
export * from './form.ts';
export { rowsBelow, type Rows } from './rows.ts';
export { cumulativeFrom, kindOf, periodsAround, readPeriod, type Period, type PeriodKind, type TermDays } from './period.ts';
export { readPeriodWords } from './period-words.ts';
export type { Draft, Report } from './queries.ts';
export type { Told } from './standing.ts';
export { between, byRow, summarise, whole, type AddingOf, type Standing, type Summary } from './summary.ts';
export { totalOf, type Adding, type Contribution, type Total } from './totals.ts';

/** What scenes may read of reports. */
export function openReports(db: Db, activities: Activity[]) {
  return {
    activities,
    activity: (id: string): Activity | undefined => activities.find((one) => one.id === id),
    byCode: (code: string) => queries.reportByCode(db, code),
    byId: (id: number) => queries.reportById(db, id),
    waiting: (unitIds: string[], most: number) => queries.waitingReports(db, unitIds, most),
    countWaiting: (unitIds: string[]) => queries.countWaiting(db, unitIds),
    twins: (unitId: string, kind: string, day: string) => queries.twinsOf(db, unitId, kind, day),
    by: (cadreId: number, most: number) => queries.reportsBy(db, cadreId, most),
    openDrafts: (cadreId: number) => queries.openDrafts(db, cadreId),
    draft: (cadreId: number, id: string) => queries.draftOf(db, cadreId, id),
    contributions: (unitIds: string[], from: string, to: string) => contributions(db, unitIds, from, to),
    standing: (unitIds: string[], from: string, to: string) => standingReports(db, unitIds, from, to),
    inFull: (unitIds: string[], from: string, to: string) => reportsInFull(db, unitIds, from, to),
    behind: (unitIds: string[], from: string, to: string, most: number, skip: number) => reportsBehind(db, unitIds, from, to, most, skip),
    countByKind: (unitIds: string[], from: string, to: string) => countByKind(db, unitIds, from, to),
  };
}

export type Reports = ReturnType<typeof openReports>;
