import { end, lines, reply, say, type Choice, type Effect, type Outcome, type Reply, type Text } from '../src/conversation/index.ts';
import type { Status } from '../src/indicators/index.ts';
import { dayOfAnswers, figuresOf, measuresOf, titleOf, type Contribution, type Filed, type FileReport } from '../src/reports/index.ts';
import { addDays, instantOf } from '../src/time.ts';
import { gone } from './baocao-begin.ts';
import { activityOf, fitted } from './baocao-form.ts';
import { readState, type DraftState, type State } from './baocao-state.ts';
import { show } from './baocao-steps.ts';
import { statusText } from './indicator-words.ts';
import { answerLines, seeReport } from './report-words.ts';
import { cadreOf, inSentence, tell, type World } from './world.ts';

/** When the level above hears in the morning what has come since. */
const MORNING = '08:00';

/** Files the draft; the receipt says its code, what was filed, who looks at it now, and what it changes. */
export async function fileDraft(draft: DraftState, world: World, known = 0): Promise<Outcome<State>> {
  const activity = activityOf(draft, world);
  const { answers, unitId } = draft;
  const line = world.tree.line(unitId);
  const day = dayOfAnswers(answers);
  const [closed, told] = await Promise.all([world.reports.closedOn(line.map((unit) => unit.id), day), notices(unitId, world)]);
  const file: FileReport = {
    type: 'report.file',
    draftId: draft.id,
    cadreId: cadreOf(world).id,
    unitId,
    kind: draft.kind,
    title: titleOf(activity, answers),
    day,
    answers,
    measures: measuresOf(activity, answers),
    figures: figuresOf(activity, answers),
    final: line.length === 1,
    again: draft.again && { reportId: draft.again.reportId, revision: draft.again.revision },
    known,
    late: closed.length > 0,
  };
  const changes = await changesOf(file, world);
  const late = closed.flatMap(({ closedBy, id }) => (closedBy === null ? [] : [tell(closedBy, `late:${draft.id}:${id}`, 'chot-so-lieu', { draftId: draft.id, closingId: id }, world)]));
  const said = [lines(answerLines(activity, answers, draft.figures)), ...(file.late ? [say('report-filed-late')] : []), fateOf(draft, world), ...changes];
  return end([], { effects: [file, ...late, ...told], receipt: ([filed]) => [receiptOf(filed as Filed, draft, file.title, said)] });
}

/** Who looks at it now. */
function fateOf({ unitId }: DraftState, world: World): Text {
  const above = world.tree.get(world.tree.get(unitId)?.parentId ?? '');
  return above ? say('report-filed-above', { unit: inSentence(above.name) }) : say('report-filed-final');
}

function receiptOf(filed: Filed, draft: DraftState, title: string, said: Text[]): Reply {
  const { code } = filed;
  const see = seeReport(code);
  const look: Choice = { id: 'look', label: say('report-look-again'), to: { scene: 'baocao', args: `d:${draft.id}` } };
  switch (filed.kind) {
    case 'before':
      return reply(say('report-filed-before', { code }), { choices: [see] });
    case 'changed':
      return reply(say('report-filed-changed', { code }), { choices: [look, see] });
    case 'twin':
      return reply(say('report-twin', { code }), {
        choices: [
          { id: 'file', label: say('report-twin-file'), to: { scene: 'baocao', args: `x:${draft.id}:${filed.id}` } },
          { id: 'drop', label: say('report-twin-drop'), to: { scene: 'baocao', args: `b:${draft.id}` } },
          look,
        ],
      });
    case 'filed':
      return reply([say(draft.again ? 'report-filed-again' : 'report-filed', { code, title }), ...said], {
        choices: [{ id: 'more', label: say('report-more'), to: { scene: 'baocao' } }, see, { id: 'chitieu', label: say('menu-indicators'), to: { scene: 'chitieu' } }],
      });
  }
}

/** She says that the report like hers is another: files the draft, from wherever it was left. */
export async function fileBesides(draftId: string, twinId: number, world: World): Promise<Outcome<State>> {
  const row = await world.reports.draft(cadreOf(world).id, draftId);
  const stored = row ? readState(row.version, row.state) : null;
  if (!row || !stored || !world.scope.files(row.unitId)) return gone(draftId, world);
  const at = fitted(stored, world);
  if (at.step !== 'summary') return show(at, world);
  return fileDraft(at.draft, world, twinId);
}

/** What this report does to the indicators its author may see. */
async function changesOf(file: FileReport, world: World): Promise<Text[]> {
  const term = world.indicators.termOn(world.today);
  const unit = world.tree.line(file.unitId).find((one) => term?.units.includes(one.kind));
  if (!unit || !world.scope.sees(unit.id)) return [];
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

function nextWorkingDay({ today, calendar }: World): string {
  let day = addDays(today, 1);
  while (!calendar.works(day)) day = addDays(day, 1);
  return day;
}
