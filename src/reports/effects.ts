import { dayOf } from '../time.ts';
import { closingEffects } from './closings.ts';
import { draftEffects } from './drafts.ts';
import { fileReport, type FileReport, type Filed } from './filing.ts';
import { joinReport, type JoinReport } from './joining.ts';
import { happened, type Context } from './events.ts';

export interface ReviewReport {
  type: 'report.review';
  reportId: number;
  /** As the reviewer saw it: what its author has changed since is not accepted unseen. */
  revision: number;
  cadreId: number;
  verdict: 'accepted' | 'returned';
  /** For a return: the question whose answer is wrong, and why. */
  question?: string;
  comment?: string;
}

export interface WithdrawReport {
  type: 'report.withdraw';
  reportId: number;
  cadreId: number;
}

/** Takes a withdrawal back, on the day it was made. */
export interface RestoreReport {
  type: 'report.restore';
  reportId: number;
  cadreId: number;
}

export const reportEffects = {
  ...draftEffects,
  ...closingEffects,

  'report.file': (effect: FileReport, context: Context): Promise<Filed> => fileReport(effect, context),
  'report.join': (effect: JoinReport, context: Context): Promise<string | null> => joinReport(effect, context),

  /** Only a waiting report can be reviewed, and only as it was seen: of two reviewers at once, one gets `false`. */
  async 'report.review'({ reportId, revision, cadreId, verdict, question, comment }: ReviewReport, context: Context): Promise<boolean> {
    const done = await context.tx
      .updateTable('reports')
      .set({ status: verdict, reviewer_id: cadreId, reviewed_at: context.world.now })
      .where('id', '=', reportId)
      .where('status', '=', 'filed')
      .where('revision', '=', revision)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return false;
    await happened(reportId, cadreId, verdict, { question, comment }, context);
    return true;
  },

  /** From now on it counts nowhere. False when it was withdrawn already. */
  async 'report.withdraw'({ reportId, cadreId }: WithdrawReport, context: Context): Promise<boolean> {
    const { tx } = context;
    const before = await tx.selectFrom('reports').select('status').where('id', '=', reportId).where('status', '<>', 'withdrawn').forUpdate().executeTakeFirst();
    if (!before) return false;
    await tx.updateTable('reports').set({ status: 'withdrawn' }).where('id', '=', reportId).execute();
    await happened(reportId, cadreId, 'withdrawn', { from: before.status }, context);
    return true;
  },

  /** As it was before it was withdrawn today. False when it was not, or not today. */
  async 'report.restore'({ reportId, cadreId }: RestoreReport, context: Context): Promise<boolean> {
    const { tx, world } = context;
    const last = await tx.selectFrom('report_events').select(['what', 'at', 'detail']).where('report_id', '=', reportId).orderBy('id', 'desc').limit(1).executeTakeFirst();
    if (last?.what !== 'withdrawn' || dayOf(last.at) !== dayOf(world.now)) return false;
    const { from } = last.detail as { from: 'filed' | 'accepted' | 'returned' };
    await tx.updateTable('reports').set({ status: from }).where('id', '=', reportId).execute();
    await happened(reportId, cadreId, 'restored', {}, context);
    return true;
  },
};
