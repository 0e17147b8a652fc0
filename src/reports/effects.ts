import type { EffectContext, Tx } from '../store/index.ts';
import { dayOf } from '../time.ts';
import type { Answers } from './form.ts';
import { photosOf } from './form.ts';
import { reportById } from './queries.ts';

/** Keeps an unfinished report where nothing is lost. */
export interface SaveDraft {
  type: 'report.save-draft';
  draftId: string;
  cadreId: number;
  unitId: string;
  kind: string;
  /** The scene's state and its version. */
  version: number;
  state: unknown;
}

export interface DiscardDraft {
  type: 'report.discard-draft';
  draftId: string;
  cadreId: number;
}

/** Files a report from its draft; with `again`, files a returned one anew under its old code. */
export interface FileReport {
  type: 'report.file';
  draftId: string;
  cadreId: number;
  unitId: string;
  kind: string;
  title: string;
  day: string;
  answers: Answers;
  measures: { measure: string; value: number }[];
  figures: { figure: string; value: number }[];
  /** Nobody stands above: it counts as accepted at once. */
  final: boolean;
  again: number | null;
}

export interface Filed {
  code: string;
  /** False when this draft had been filed before: nothing was written twice. */
  fresh: boolean;
}

export interface ReviewReport {
  type: 'report.review';
  reportId: number;
  cadreId: number;
  verdict: 'accepted' | 'returned';
  /** For a return: the question whose answer is wrong, and why. */
  question?: string;
  comment?: string;
}

type Context = EffectContext<{ now: Date }>;

export const reportEffects = {
  async 'report.save-draft'({ draftId, cadreId, unitId, kind, version, state }: SaveDraft, { tx, world: { now } }: Context): Promise<void> {
    const row = { unit_id: unitId, kind, version, state: JSON.stringify(state), updated_at: now, closed_at: null, closed_as: null, report_id: null };
    await tx
      .insertInto('drafts')
      .values({ id: draftId, cadre_id: cadreId, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('drafts.cadre_id', '=', cadreId))
      .execute();
  },

  async 'report.discard-draft'({ draftId, cadreId }: DiscardDraft, { tx, world: { now } }: Context): Promise<void> {
    await closeDraft(tx, draftId, cadreId, 'discarded', now);
  },

  async 'report.file'(effect: FileReport, context: Context): Promise<Filed> {
    const { tx, world } = context;
    const first = await closeDraft(tx, effect.draftId, effect.cadreId, 'filed', world.now);
    if (!first) return { code: await codeFiledFrom(tx, effect.draftId), fresh: false };
    const { id, code } = effect.again === null ? await insertReport(effect, context) : await fileAgain(effect, effect.again, context);
    await tx.updateTable('drafts').set({ report_id: id }).where('id', '=', effect.draftId).execute();
    await writeParts(tx, id, effect);
    await tx
      .insertInto('report_events')
      .values({ report_id: id, at: world.now, cadre_id: effect.cadreId, what: effect.again === null ? 'filed' : 'filed-again', detail: JSON.stringify({ answers: effect.answers }) })
      .execute();
    await writeFigures(tx, effect, code, dayOf(world.now));
    return { code, fresh: true };
  },

  /** Only a waiting report can be reviewed: of two reviewers at once, one gets `false`. */
  async 'report.review'({ reportId, cadreId, verdict, question, comment }: ReviewReport, { tx, world: { now } }: Context): Promise<boolean> {
    const done = await tx
      .updateTable('reports')
      .set({ status: verdict, reviewer_id: cadreId, reviewed_at: now })
      .where('id', '=', reportId)
      .where('status', '=', 'filed')
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return false;
    await tx
      .insertInto('report_events')
      .values({ report_id: reportId, at: now, cadre_id: cadreId, what: verdict, detail: JSON.stringify({ question, comment }) })
      .execute();
    return true;
  },
};

async function closeDraft(tx: Tx, draftId: string, cadreId: number, closed_as: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('drafts')
    .set({ closed_at: now, closed_as })
    .where('id', '=', draftId)
    .where('cadre_id', '=', cadreId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

async function codeFiledFrom(tx: Tx, draftId: string): Promise<string> {
  const row = await tx
    .selectFrom('drafts')
    .innerJoin('reports', 'reports.id', 'drafts.report_id')
    .select('reports.code')
    .where('drafts.id', '=', draftId)
    .executeTakeFirstOrThrow();
  return row.code;
}

async function insertReport(effect: FileReport, { tx, world: { now }, key }: Context): Promise<{ id: number; code: string }> {
  return tx
    .insertInto('reports')
    .values({
      code: await nextCode(tx, dayOf(now)),
      unit_id: effect.unitId,
      kind: effect.kind,
      title: effect.title,
      day: effect.day,
      answers: JSON.stringify(effect.answers),
      author_id: effect.cadreId,
      status: effect.final ? 'accepted' : 'filed',
      filed_at: now,
      reviewer_id: null,
      reviewed_at: null,
      effect_key: key,
    })
    .returning(['id', 'code'])
    .executeTakeFirstOrThrow();
}

/** BC-YYMM-NNNN. The counter moves inside the transaction: a report that is not written leaves no gap. */
async function nextCode(tx: Tx, today: string): Promise<string> {
  const month = `${today.slice(2, 4)}${today.slice(5, 7)}`;
  const { value } = await tx
    .insertInto('counters')
    .values({ name: `report-${month}`, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((is) => ({ value: is('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return `BC-${month}-${String(value).padStart(4, '0')}`;
}

async function fileAgain(effect: FileReport, id: number, { tx, world: { now } }: Context): Promise<{ id: number; code: string }> {
  const old = await reportById(tx, id);
  if (old?.status !== 'returned') throw new Error(`report ${id} was not returned`);
  await tx
    .updateTable('reports')
    .set({ title: effect.title, day: effect.day, answers: JSON.stringify(effect.answers), status: effect.final ? 'accepted' : 'filed', filed_at: now })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('report_measures').where('report_id', '=', id).execute();
  await tx.deleteFrom('report_photos').where('report_id', '=', id).execute();
  return { id, code: old.code };
}

async function writeParts(tx: Tx, reportId: number, { measures, answers }: FileReport): Promise<void> {
  if (measures.length > 0) await tx.insertInto('report_measures').values(measures.map((one) => ({ report_id: reportId, ...one }))).execute();
  const photos = photosOf(answers).map(({ hash, mime, bytes }, position) => ({ report_id: reportId, position, hash, mime, bytes }));
  if (photos.length > 0) await tx.insertInto('report_photos').values(photos).execute();
}

async function writeFigures(tx: Tx, { figures, unitId }: FileReport, source: string, today: string): Promise<void> {
  for (const { figure, value } of figures) {
    const row = { value, as_of: today, source };
    await tx
      .insertInto('figures')
      .values({ unit_id: unitId, figure, period: 'term', ...row })
      .onConflict((conflict) => conflict.columns(['unit_id', 'figure', 'period']).doUpdateSet(row))
      .execute();
  }
}
