import { end, lines, reply, say, type Choice, type Effect, type Outcome, type Reply, type Text } from '../src/conversation/index.ts';
import type { Status } from '../src/indicators/index.ts';
import { dayOfAnswers, figuresOf, measuresOf, titleOf, partnersOf, type Contribution, type Filed, type FileReport, type JoinReport } from '../src/reports/index.ts';
import type { Unit } from '../src/org/index.ts';
import { addDays, instantOf } from '../src/time.ts';
import { gone } from './baocao-begin.ts';
import { activityOf, fitted } from './baocao-form.ts';
import { readState, type DraftState, type State } from './baocao-state.ts';
import { show } from './baocao-steps.ts';
import { statusText } from './indicator-words.ts';
import { tellPartners } from './joint-told.ts';
import { answerLines, seeReport } from './report-words.ts';
import { cadreOf, inSentence, tell, type World } from './world.ts';

/** When the level above hears in the morning what has come since. */
const MORNING = '08:00';

/** Files the draft; the receipt says its code, what was filed, who looks at it now, and what it changes. */
export async function fileDraft(draft: DraftState, world: World, known = 0): Promise<Outcome<State>> {
  const filing = reportOf(draft, world);
  const line = world.tree.line(draft.unitId);
  const [closed, told, partners] = await Promise.all([
    world.reports.closedOn(line.map((unit) => unit.id), filing.day),
    notices(draft.unitId, world),
    newPartners(draft, filing.jointWith, world),
  ]);
  const file: FileReport = { type: 'report.file', ...filing, known, late: closed.length > 0 };
  const changes = await changesOf(file, world);
  const late = closed.flatMap(({ closedBy, id }) => (closedBy === null ? [] : [tell(closedBy, `late:${draft.id}:${id}`, 'chot-so-lieu', { draftId: draft.id, closingId: id }, world)]));
  const answered = lines(answerLines(activityOf(draft, world), draft.answers, draft.figures));
  const said = [answered, ...jointly(file.jointWith, world), ...(file.late ? [say('report-filed-late')] : []), fateOf(draft, world), ...changes];
  return end([], { effects: [file, ...late, ...told, ...partners], receipt: ([filed]) => [receiptOf(filed as Filed, draft, file.title, said, world)] });
}

/** The report that a finished draft would be. */
function reportOf(draft: DraftState, world: World): Omit<FileReport, 'type' | 'known' | 'late'> {
  const activity = activityOf(draft, world);
  const { answers, unitId } = draft;
  const day = dayOfAnswers(answers);
  const line = world.tree.line(unitId);
  const jointWith = partnersOf(activity, answers, line[0]!, world.tree, day);
  return {
    draftId: draft.id,
    cadreId: cadreOf(world).id,
    unitId,
    kind: draft.kind,
    title: titleOf(activity, answers),
    day,
    answers,
    measures: measuresOf(activity, answers),
    figures: figuresOf(activity, answers),
    jointWith,
    besides: jointWith.filter((id) => world.scope.sees(id) || isBeside(id, line[0]!, world)),
    final: line.length === 1,
    again: draft.again && { reportId: draft.again.reportId, revision: draft.again.revision },
  };
}

/** Neighbours under one unit above: naming any other unit as a partner tells nobody what that unit has filed. */
const isBeside = (id: string, { parentId }: Unit, { tree }: World): boolean => parentId !== null && tree.get(id)?.parentId === parentId;

/** That it counts for others too, and yet only once. */
function jointly(unitIds: string[], { tree }: World): Text[] {
  const names = unitIds.map((id) => inSentence(tree.get(id)?.name ?? ''));
  return names.length > 0 ? [say('report-filed-joint', { units: names.join(', ') })] : [];
}

/** Who looks at it now. */
function fateOf({ unitId }: DraftState, world: World): Text {
  const above = world.tree.get(world.tree.get(unitId)?.parentId ?? '');
  return above ? say('report-filed-above', { unit: inSentence(above.name) }) : say('report-filed-final');
}

function receiptOf(filed: Filed, draft: DraftState, title: string, said: Text[], world: World): Reply {
  const { code } = filed;
  const see = seeReport(code);
  const look = lookAgain(draft);
  switch (filed.kind) {
    case 'before':
      return reply(say('report-filed-before', { code }), { choices: [see] });
    case 'changed':
      return reply(say('report-filed-changed', { code }), { choices: [look, see] });
    case 'twin':
      return twinQuestion(filed, draft, world);
    case 'filed':
      return reply([say(draft.again ? 'report-filed-again' : 'report-filed', { code, title }), ...said], {
        choices: [{ id: 'more', label: say('report-more'), to: { scene: 'baocao' } }, see, { id: 'chitieu', label: say('menu-indicators'), to: { scene: 'chitieu' } }],
      });
  }
}

const lookAgain = ({ id }: DraftState): Choice => ({ id: 'look', label: say('report-look-again'), to: { scene: 'baocao', args: `d:${id}` } });

/** Is it another activity? If not, what her unit has filed already is enough; of another unit's report hers becomes a part. */
function twinQuestion({ code, id, unitId }: Extract<Filed, { kind: 'twin' }>, draft: DraftState, world: World): Reply {
  const look = lookAgain(draft);
  const file: Choice = { id: 'file', label: say('report-twin-file'), to: { scene: 'baocao', args: `x:${draft.id}:${id}` } };
  if (unitId === draft.unitId) return reply(say('report-twin', { code }), { choices: [file, { id: 'drop', label: say('report-twin-drop'), to: { scene: 'baocao', args: `b:${draft.id}` } }, look] });
  const join: Choice = { id: 'join', label: say('report-twin-join'), to: { scene: 'baocao', args: `j:${draft.id}:${id}` } };
  return reply(say('report-twin-joint', { code, unit: inSentence(world.tree.get(unitId)?.name ?? '') }), { choices: draft.again ? [file, look] : [join, file, look] });
}

/** She says that another unit's report tells of the same: it counts for hers too, and her draft is not needed. */
export async function joinReport(draftId: string, reportId: number, world: World): Promise<Outcome<State>> {
  const at = await leftAt(draftId, world);
  if (!at) return gone(draftId, world);
  // A correction has its own report already, which would count besides.
  if (at.step !== 'summary' || at.draft.again) return show(at, world);
  const { cadreId, unitId, kind, title, day, besides } = reportOf(at.draft, world);
  const join: JoinReport = { type: 'report.join', draftId, reportId, cadreId, unitId, kind, title, day, besides: besides ?? [] };
  return end([], {
    effects: [join],
    receipt: ([code]) => [typeof code === 'string' ? reply(say('report-joined', { code }), { choices: [seeReport(code)] }) : reply(say('report-not-joined'), { choices: [lookAgain(at.draft)] })],
  });
}

/** She says that the report like hers is another: files the draft. */
export async function fileBesides(draftId: string, twinId: number, world: World): Promise<Outcome<State>> {
  const at = await leftAt(draftId, world);
  if (!at) return gone(draftId, world);
  return at.step === 'summary' ? fileDraft(at.draft, world, twinId) : show(at, world);
}

/** Where a draft of hers was left; null when there is none such. */
async function leftAt(draftId: string, world: World): Promise<State | null> {
  const row = await world.reports.draft(cadreOf(world).id, draftId);
  const stored = row ? readState(row.version, row.state) : null;
  return row && stored && world.scope.files(row.unitId) ? fitted(stored, world) : null;
}

/** What this report does to the indicators its author may see. */
async function changesOf(file: FileReport, world: World): Promise<Text[]> {
  const term = world.indicators.termOn(world.today);
  const unit = world.tree.line(file.unitId).find((one) => term?.units.includes(one.kind));
  if (!unit || !world.scope.sees(unit.id)) return [];
  // Most activities move no indicator; what a correction takes away is known to the store only.
  if (!file.again && file.figures.length === 0 && !world.indicators.moveWith(file.measures.map((one) => one.measure), world.today)) return [];
  const statuses = await world.indicators.lookAt([unit], world.tree, world.today);
  const contributions = file.measures.map((one): Contribution => ({ ...one, reportId: 0, unitId: file.unitId, day: file.day, final: file.final }));
  const figures = file.figures.map((one) => ({ ...one, unitId: file.unitId }));
  const before = statuses({});
  const after = statuses({ contributions, figures, without: file.again?.reportId ?? null });
  return after.filter((status, at) => !same(status, before[at])).map((status) => statusText(status, world));
}

const same = (a: Status, b: Status | undefined): boolean => a.state === b?.state && JSON.stringify(a.parts) === JSON.stringify(b.parts);

/** The level above hears of the first report of a day at once, and of what else has come in the next working morning. */
async function notices(unitId: string, world: World): Promise<Effect[]> {
  const reviewers = await world.org.reviewersOf(unitId, world.tree, world.today);
  const morning = nextWorkingDay(world);
  return reviewers.filter((cadre) => cadre.id !== cadreOf(world).id).flatMap((cadre) => [
    tell(cadre.id, `review:${world.today}`, 'duyet', {}, world),
    tell(cadre.id, `review:${morning}`, 'duyet', {}, world, instantOf(morning, MORNING)),
  ]);
}

/** Units that this report counts for too, and that have not heard so before. */
async function newPartners({ id, again }: DraftState, jointWith: string[], world: World): Promise<Effect[]> {
  const before = again && jointWith.length > 0 ? await world.reports.byId(again.reportId) : undefined;
  return tellPartners(jointWith.filter((unitId) => !before?.jointWith.includes(unitId)), { draftId: id, gone: false }, world);
}

function nextWorkingDay({ today, calendar }: World): string {
  let day = addDays(today, 1);
  while (!calendar.works(day)) day = addDays(day, 1);
  return day;
}
