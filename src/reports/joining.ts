import { sql } from 'kysely';
import { alike } from './alike.ts';
import { happened, type Context } from './events.ts';
import type { FileReport } from './filing.ts';
import { twinsOf } from './queries.ts';

/** Says that a report of another unit tells of what this unit would file too: it counts for both. */
export interface JoinReport extends Pick<FileReport, 'draftId' | 'cadreId' | 'unitId' | 'kind' | 'title' | 'day' | 'besides'> {
  type: 'report.join';
  reportId: number;
}

/** Brings the report's code; null when it is not what this unit may join. The draft has become a part of that report. */
export async function joinReport(effect: JoinReport, { tx, key, world }: Context): Promise<string | null> {
  const { draftId, reportId, unitId, cadreId, title } = effect;
  const report = (await twinsOf(tx, effect)).find((one) => one.id === reportId && one.unitId !== unitId && alike(one.title, title));
  if (!report) return null;
  await tx.updateTable('drafts').set({ closed_at: world.now, closed_as: 'joined', report_id: reportId }).where('id', '=', draftId).execute();
  const done = await tx
    .updateTable('reports')
    .set({ joint_with: sql`array_append(joint_with, ${unitId})` })
    .where('id', '=', reportId)
    .where(sql<boolean>`not (${unitId} = any(joint_with))`)
    .executeTakeFirst();
  if (done.numUpdatedRows === 1n) await happened(reportId, cadreId, 'joined', { unit: unitId }, { tx, key, world });
  return report.code;
}
