import type { Db } from '../store/index.ts';
import type { Activity, Forms } from './activities.ts';
import { closedOn } from './closings.ts';
import * as queries from './queries.ts';
import { contributions, countByKind, reportsInFull, standingReports } from './standing.ts';

export { loadForms, type Activity, type Forms, type Question } from './activities.ts';
export type { ClosePeriod, ReopenPeriod } from './closings.ts';
export type { DiscardDraft, SaveDraft } from './drafts.ts';
export { reportEffects, type RestoreReport, type ReviewReport, type WithdrawReport } from './effects.ts';
export type { Filed, FileReport } from './filing.ts';
export type { JoinReport } from './joining.ts';
export * from './form.ts';
export { withMarks } from './line/marks.ts';
export { numbersOf, readLine, type Understood } from './line/index.ts';
export { rowsBelow, type Rows } from './rows.ts';
export { cumulativeFrom, kindOf, periodAfter, periodsAround, readPeriod, type Period, type PeriodKind, type TermDays } from './period.ts';
export { partnersOf } from './partners.ts';
export { readPeriodWords } from './period-words.ts';
export type { Closing, Draft, Report, ReportEvent, Waiting } from './queries.ts';
export type { Told } from './standing.ts';
export { between, byRow, summarise, whole, type AddingOf, type Standing, type Summary } from './summary.ts';
export { totalOf, type Adding, type Contribution, type Total } from './totals.ts';
export { usualAnswers, usualKinds } from './usual.ts';

/** What scenes may read of reports. */
export function openReports(db: Db, forms: Forms) {
  const { activities } = forms;
  return {
    forms,
    activities,
    activity: (id: string): Activity | undefined => activities.find((one) => one.id === id),
    byCode: (code: string) => queries.reportByCode(db, code),
    byIds: (ids: number[]) => queries.reportsByIds(db, ids),
    byId: (id: number) => queries.reportById(db, id),
    ofDraft: (draftId: string) => queries.reportOfDraft(db, draftId),
    waiting: (which: queries.Waiting, most: number, after?: number) => queries.waitingReports(db, which, most, after),
    countWaiting: (which: queries.Waiting) => queries.countWaiting(db, which),
    countWaitingIn: (unitIds: string[], from: string, to: string) => queries.countWaitingIn(db, unitIds, from, to),
    recent: (unitId: string, most: number) => queries.recentReports(db, unitId, most),
    events: (reportId: number) => queries.eventsOf(db, reportId),
    by: (cadreId: number, most: number) => queries.reportsBy(db, cadreId, most),
    closings: (unitIds: string[]) => queries.closingsOf(db, unitIds),
    /** Closings by these units that hold that day. */
    closedOn: async (unitIds: string[], day: string) => closedOn(await queries.closingsOf(db, unitIds), day),
    openDrafts: (cadreId: number) => queries.openDrafts(db, cadreId),
    draft: (cadreId: number, id: string) => queries.draftOf(db, cadreId, id),
    contributions: (unitIds: string[], from: string, to: string) => contributions(db, unitIds, from, to),
    standing: (unitIds: string[], from: string, to: string) => standingReports(db, unitIds, from, to),
    inFull: (unitIds: string[], from: string, to: string) => reportsInFull(db, unitIds, from, to),
    countByKind: (unitIds: string[], from: string, to: string) => countByKind(db, unitIds, from, to),
  };
}

export type Reports = ReturnType<typeof openReports>;
