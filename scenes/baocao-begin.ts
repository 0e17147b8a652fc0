import { end, lines, reply, say, type Outcome, type Received, type Reply, type Text } from '../src/conversation/index.ts';
import { answersFor, fittingAnswers, MOST_PHOTOS, photoQuestion, readLine, type Activity, type Answers, type Report } from '../src/reports/index.ts';
import { dayOf, daysBetween, showDay } from '../src/time.ts';
import { fold } from '../src/vietnamese/fold.ts';
import { activityOf, fitted, onward } from './baocao-form.ts';
import { nothingBegun, readState, type Before, type Begun, type DraftState, type State } from './baocao-state.ts';
import { discard, filingUnits, held, next, show, showKept } from './baocao-steps.ts';
import { answerLines, draftName, reportView, seeReport } from './report-words.ts';
import { cadreOf, type World } from './world.ts';

/** What a report begins with: any of its unit, its kind, what it is to add to, a line that tells of it, photos. */
interface Start {
  unitId?: string;
  kind?: string | null;
  measure?: string;
  begun?: Begun;
}

/** Begins a report; asks for its unit and kind where they are not given and the line does not say. */
export async function begin({ unitId, kind = null, measure = '', begun = nothingBegun }: Start, world: World, first: Reply[] = []): Promise<Outcome<State>> {
  const mine = filingUnits(world);
  const named = mine.filter((unit) => begun.line && ` ${fold(begun.line)} `.includes(` ${fold(unit.name)} `));
  const unit = mine.find((one) => one.id === unitId) ?? (named.length === 1 ? named[0] : undefined) ?? (mine.length === 1 ? mine[0] : undefined);
  if (!unit) return showHeld({ step: 'unit', kind, begun }, world, first);
  const read = begun.line ? readLine(begun.line, world.reports.forms, { today: world.today, tet: world.calendar.tet }, kind ?? undefined) : null;
  const activity = world.reports.activity(read?.kind ?? kind ?? '');
  if (!activity) return showHeld({ step: 'kind', unitId: unit.id, all: false, tries: 0, begun, of: null }, world, begun.line ? [...first, reply(say('report-line-unclear'))] : first);
  const answers = { ...answersFor(activity, measure), ...read?.answers, ...photosIn(activity, begun.photos) };
  const figures = await figuresAskedFor(activity, unit.id, world);
  const draft: DraftState = { id: begun.id ?? world.turnId, unitId: unit.id, kind: activity.id, answers, figures, again: null };
  return next(draft, world, begun.line || begun.photos.length > 0 ? [...first, understood(activity, answers)] : first);
}

/** Figures the unit has already, which this form need not ask for again. */
async function figuresAskedFor({ questions }: Activity, unitId: string, { indicators, today }: World): Promise<string[]> {
  const asks = questions.some((question) => question.type === 'number' && question.figure !== undefined);
  return asks ? indicators.figuresKnown(unitId, today) : [];
}

const showHeld = (at: Before, world: World, first: Reply[]): Promise<Outcome<State>> => show(at, world, first, held(at, world));

function photosIn(activity: Activity, photos: Received[]): Answers {
  const question = photoQuestion(activity);
  return question && photos.length > 0 ? { [question.id]: photos.slice(0, MOST_PHOTOS) } : {};
}

/** What was read from her line: the kind, and line by line the answers. */
function understood(activity: Activity, answers: Answers): Reply {
  const read = answerLines(activity, answers, []);
  return reply([say('report-understood', { kind: activity.name }), ...(read.length > 0 ? [lines(read)] : [])]);
}

/** A draft from SQL, open or just discarded, as today's form has it. */
export async function resume(id: string, world: World): Promise<Outcome<State>> {
  const row = await world.reports.draft(cadreOf(world).id, id);
  const stored = row ? readState(row.version, row.state) : null;
  if (!row || !stored || !world.scope.files(row.unitId)) return gone(id, world);
  const { at, note } = await asItIsNow(fitted(stored, world), world);
  if (!at) return discard(id, world, say('report-nothing-to-fix'));
  const days = daysBetween(dayOf(row.updatedAt), world.today);
  const which = { name: draftName(row, world) };
  const head = days === 0 ? say('report-resumed', which) : say('report-resumed-after', { ...which, day: showDay(dayOf(row.updatedAt)) });
  if (!('draft' in at)) return show(at, world, [reply([head, ...keptOf(at)])]);
  const told = at.step === 'summary' ? [] : answerLines(activityOf(at.draft, world), at.draft.answers, at.draft.figures);
  return showKept(at, world, [reply([head, ...(told.length > 0 ? [lines(told)] : []), ...(changedForm(stored, at) ? [say('report-form-changed')] : []), ...note])]);
}

/** What is kept of a report that has no kind yet, or none any more. */
function keptOf(at: State): Text[] {
  if (at.step === 'kind' && at.of) return [say('report-kind-gone')];
  return 'begun' in at && at.begun.line ? [say('report-line-kept', { line: at.begun.line })] : [];
}

/** A draft that is not there: it became a report, or was never hers. */
export async function gone(draftId: string, world: World): Promise<Outcome<State>> {
  const report = await world.reports.ofDraft(draftId);
  const hers = report && [report.unitId, ...report.jointWith].some((id) => world.scope.files(id));
  if (!hers) return end([reply(say('report-draft-gone'))]);
  return end([reply(say('report-filed-before', { code: report.code }), { choices: [seeReport(report.code)] })]);
}

/**
 * A correction begun before somebody else changed the report: she is shown how it is now and may still send hers. One of
 * a report that was withdrawn meanwhile has nothing left to correct.
 */
async function asItIsNow(at: State, world: World): Promise<{ at: State | null; note: Text[] }> {
  const again = 'draft' in at ? at.draft.again : null;
  const report = again && (await world.reports.byId(again.reportId));
  if (!again || !('draft' in at)) return { at, note: [] };
  if (!report || report.status === 'withdrawn') return { at: null, note: [] };
  if (again.revision === null || again.revision === report.revision) return { at, note: [] };
  const draft = { ...at.draft, again: { ...again, revision: report.revision } };
  return { at: { ...at, draft }, note: [say('report-changed-meanwhile'), ...reportView(report, world)] };
}

/** Whether today's form asks something else than what was open. */
export const changedForm = (stored: State, today: State): boolean => stored.step !== today.step || ('at' in stored && 'at' in today && stored.at !== today.at);

/** A returned report, straight to the answer that is wrong; or a correction of a filed one, from the list of its answers. */
export async function again(reportId: number, question: string | null, world: World): Promise<Outcome<State>> {
  const report = Number.isSafeInteger(reportId) ? await world.reports.byId(reportId) : undefined;
  const activity = report && world.reports.activity(report.kind);
  const wanted = question === null ? ['filed', 'accepted', 'returned'] : ['returned'];
  if (!report || !activity || !wanted.includes(report.status) || !world.scope.files(report.unitId)) return end([reply(say('report-nothing-to-fix'))]);
  const draft = await draftOf(report, activity, world);
  const open = await world.reports.openDrafts(cadreOf(world).id);
  if (open.some((one) => one.id === draft.id)) return resume(draft.id, world);
  const head = say(report.status === 'accepted' ? 'report-correcting-accepted' : 'report-fixing', { code: report.code });
  return showKept(stepFor(draft, activity, question, world), world, [reply([head, ...reportView(report, world)])]);
}

/** One draft a revision and cadre: a correction begun twice is the same one. */
async function draftOf(report: Report, activity: Activity, world: World): Promise<DraftState> {
  const figures = await figuresAskedFor(activity, report.unitId, world);
  const { id: reportId, code, revision, unitId, kind } = report;
  return { id: `${reportId}.${revision}.${cadreOf(world).id}`, unitId, kind, answers: fittingAnswers(activity, report.answers), figures, again: { reportId, code, revision } };
}

function stepFor(draft: DraftState, activity: Activity, question: string | null, world: World) {
  if (question === null) return { step: 'change' as const, draft };
  const known = activity.questions.some((one) => one.id === question);
  return known ? { step: 'ask' as const, draft, at: question, tries: 0, editing: true } : onward(draft, world);
}
