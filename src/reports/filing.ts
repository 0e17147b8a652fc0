import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../store/index.ts';
import { dayOf } from '../time.ts';
import { alike } from './alike.ts';
import type { Context } from './events.ts';
import { photosOf, type Answers } from './form.ts';
import { reportById, twinsOf, type Report, type ReportEvent } from './queries.ts';

/** Files a report from its draft; with `again`, files one anew under its old code: a returned one, or a correction. */
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
  /** Other units of the Union that held it too. */
  jointWith: string[];
  /** Of those, whose like reports she may hear of. */
  besides?: string[];
  /** Nobody stands above: it counts as accepted at once. */
  final: boolean;
  /** The report and its revision as the author saw it; null is not known. */
  again: { reportId: number; revision: number | null } | null;
  /** Reports like this one, up to this id, are others: she has been asked. */
  known: number;
  /** Its day lies in a period that has been closed. */
  late: boolean;
}

/**
 * What became of it. `before`: this draft had been filed, nothing was written twice. `twin`: the unit, or one it acted with,
 * has one like it that she has not been asked about. `changed`: somebody changed or withdrew the report meanwhile. Of the last two
 * nothing is written and the draft stays.
 */
export type Filed = { kind: 'filed' | 'before' | 'changed'; code: string } | { kind: 'twin'; code: string; id: number; unitId: string };

interface Written {
  id: number;
  code: string;
}

export async function fileReport(effect: FileReport, context: Context): Promise<Filed> {
  const { tx } = context;
  const before = await alone(effect, tx);
  if (before) return { kind: 'before', code: before };
  const twin = await twinOf(effect, tx);
  if (twin) return { kind: 'twin', code: twin.code, id: twin.id, unitId: twin.unitId };
  const row = effect.again ? await fileAgain(effect, effect.again, context) : await insertReport(effect, context);
  if (!row.id) return { kind: 'changed', code: row.code };
  await writeFigures(tx, effect, row.code, dayOf(context.world.now));
  return { kind: 'filed', code: row.code };
}

/**
 * Two of one unit at once: the second waits here until the first is written, and then sees it. Brings the code, if this
 * draft has been filed.
 */
async function alone({ draftId, unitId, kind, day }: FileReport, tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ code: string | null }>`
    select pg_advisory_xact_lock(hashtext(${`report:${unitId}:${kind}:${day}`})),
      (select code from reports join drafts on drafts.report_id = reports.id where drafts.id = ${draftId}) as code`.execute(tx);
  return rows[0]?.code ?? undefined;
}

async function twinOf(effect: FileReport, tx: Tx): Promise<Pick<Report, 'id' | 'code' | 'unitId'> | undefined> {
  const { title, again, known } = effect;
  const others = await twinsOf(tx, effect);
  return others.find((one) => one.id > known && one.id !== again?.reportId && alike(one.title, title));
}

/**
 * BC-YYMM-NNNN. The counter moves inside the transaction: a report that is not written leaves no gap. One statement with
 * all that hangs on the report: whoever files next waits for the counter until this transaction ends.
 */
async function insertReport(effect: FileReport, context: Context): Promise<Written> {
  const { unitId, kind, title, day, answers, cadreId, final, late, jointWith } = effect;
  const { world, key } = context;
  const month = dayOf(world.now).slice(2, 7).replace('-', '');
  const row = sql`
    numbered as (
      insert into counters (name, value) values (${`report-${month}`}, 1) on conflict (name) do update set value = counters.value + 1 returning value
    ), filed as (
      insert into reports (code, unit_id, kind, title, day, answers, author_id, status, filed_at, effect_key, late, joint_with)
      select ${`BC-${month}-`} || lpad(value::text, greatest(4, length(value::text)), '0'), ${unitId}, ${kind}, ${title}, ${day}, ${JSON.stringify(answers)},
        ${cadreId}, ${final ? 'accepted' : 'filed'}, ${world.now}, ${key}, ${late}, ${jointWith}::text[]
      from numbered returning id, code
    )`;
  return written(row, effect, { what: 'filed', detail: { after: answers } }, context);
}

/** The report as it is now takes its place, if it is still as its author saw it; what was before stays in its history. */
async function fileAgain(effect: FileReport, { reportId, revision }: NonNullable<FileReport['again']>, context: Context): Promise<Written | { id: null; code: string }> {
  const { tx, world } = context;
  const old = await reportById(tx, reportId);
  if (!old) throw new Error(`no report ${reportId}`);
  const done = await tx
    .updateTable('reports')
    .set({ kind: effect.kind, title: effect.title, day: effect.day, answers: JSON.stringify(effect.answers) })
    .set({ status: effect.final ? 'accepted' : 'filed', filed_at: world.now, reviewer_id: null, reviewed_at: null, revision: old.revision + 1, late: old.late || effect.late, joint_with: withJoined(effect.jointWith, reportId) })
    .where('id', '=', reportId)
    .where('status', '<>', 'withdrawn')
    .where('revision', '=', revision ?? old.revision)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return { id: null, code: old.code };
  await tx.deleteFrom('report_measures').where('report_id', '=', reportId).execute();
  await tx.deleteFrom('report_photos').where('report_id', '=', reportId).execute();
  const row = sql`filed as (select id, code from reports where id = ${reportId})`;
  return written(row, effect, { what: old.status === 'returned' ? 'filed-again' : 'corrected', detail: changesOf(old.answers, effect.answers) }, context);
}

/** Those its author names, and those that have joined by themselves. */
const withJoined = (named: string[], reportId: number) => sql<string[]>`(
  select coalesce(array_agg(distinct unit), '{}') from (
    select unnest(${named}::text[]) as unit union all select detail->>'unit' from report_events where report_id = ${reportId} and what = 'joined'
  ) held)`;

/** The answers that differ, as they were and as they are. */
function changesOf(before: Answers, after: Answers): { before: Answers; after: Answers } {
  const ids = Object.keys({ ...before, ...after }).filter((id) => JSON.stringify(before[id] ?? null) !== JSON.stringify(after[id] ?? null));
  const only = (of: Answers): Answers => Object.fromEntries(ids.map((id) => [id, of[id] ?? null]));
  return { before: only(before), after: only(after) };
}

/**
 * The report that `row` writes as "filed", with what hangs on it: its history, its measures and photos; and its draft is
 * closed.
 */
async function written(row: RawBuilder<unknown>, { draftId, cadreId, measures, answers }: FileReport, event: { what: ReportEvent['what']; detail: object }, { tx, world: { now } }: Context): Promise<Written> {
  const photos = photosOf(answers).map(({ hash, mime, bytes }, position) => ({ position, hash, mime, bytes }));
  const { rows } = await sql<Written>`
    with ${row}, happened as (
      insert into report_events (report_id, at, cadre_id, what, detail) select id, ${now}, ${cadreId}, ${event.what}, ${JSON.stringify(event.detail)} from filed
    ), measured as (
      insert into report_measures (report_id, measure, value)
      select id, measure, value from filed, json_to_recordset(${JSON.stringify(measures)}) as one (measure text, value numeric)
    ), pictured as (
      insert into report_photos (report_id, position, hash, mime, bytes)
      select id, position, hash, mime, bytes from filed, json_to_recordset(${JSON.stringify(photos)}) as one (position integer, hash text, mime text, bytes integer)
    ), closed as (
      update drafts set closed_at = ${now}, closed_as = 'filed', report_id = filed.id from filed where drafts.id = ${draftId}
    )
    select id, code from filed`.execute(tx);
  return rows[0]!;
}

async function writeFigures(tx: Tx, { figures, unitId, again }: FileReport, source: string, today: string): Promise<void> {
  if (again) await tx.deleteFrom('figures').where('source', '=', source).execute();
  for (const { figure, value } of figures) {
    const row = { value, source };
    await tx
      .insertInto('figures')
      .values({ unit_id: unitId, figure, period: 'term', as_of: today, ...row })
      .onConflict((conflict) => conflict.columns(['unit_id', 'figure', 'period', 'as_of']).doUpdateSet({ ...row, told_at: sql`now()` }))
      .execute();
  }
}
