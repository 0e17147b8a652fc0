import type { Answers } from '../../src/reports/index.ts';
import { measuresOf, titleOf } from '../../src/reports/index.ts';
import type { Program } from '../../src/program.ts';

export const TODAY = '2026-11-25';

let made = 0;

/** A report as its turn would have left it. */
export async function given({ db, org, reports, clock }: Program, unitName: string, kind: string, day: string, more: Answers, status: 'filed' | 'accepted' | 'returned' = 'accepted'): Promise<number> {
  const [unit] = (await org.tree()).find(unitName, TODAY);
  const activity = reports.activity(kind);
  if (!unit || !activity) throw new Error(`no ${unitName} or ${kind}`);
  const answers: Answers = { ngay: day, ...more };
  made++;
  const row = { code: `BC-TEST-${String(made).padStart(4, '0')}`, unit_id: unit.id, kind, title: titleOf(activity, answers), day, answers: JSON.stringify(answers), author_id: null, status, filed_at: clock.now(), reviewer_id: null, reviewed_at: null, effect_key: `test:${made}` };
  const { id } = await db.insertInto('reports').values(row).returning('id').executeTakeFirstOrThrow();
  const measures = measuresOf(activity, answers);
  if (measures.length > 0) await db.insertInto('report_measures').values(measures.map((one) => ({ report_id: id, ...one }))).execute();
  return id;
}
