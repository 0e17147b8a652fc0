import { end, reply, say, type Effect, type Outcome, type Text } from '../src/conversation/index.ts';
import type { Status } from '../src/indicators/index.ts';
import { dayOfAnswers, figuresOf, measuresOf, titleOf, type Contribution, type Filed, type FileReport } from '../src/reports/index.ts';
import { activityOf } from './baocao-prompt.ts';
import type { DraftState, State } from './baocao-state.ts';
import { statusText } from './indicator-words.ts';
import { cadreOf, inSentence, tell, type World } from './world.ts';

/** Files the draft; the receipt says its code, who looks at it now, and what it changes. */
export async function fileDraft(draft: DraftState, world: World): Promise<Outcome<State>> {
  const activity = activityOf(draft, world);
  const { answers, unitId } = draft;
  const above = world.tree.get(world.tree.get(unitId)?.parentId ?? '');
  const file: FileReport = {
    type: 'report.file',
    draftId: draft.id,
    cadreId: cadreOf(world).id,
    unitId,
    kind: draft.kind,
    title: titleOf(activity, answers),
    day: dayOfAnswers(answers),
    answers,
    measures: measuresOf(activity, answers),
    figures: figuresOf(activity, answers),
    final: above === undefined,
    again: draft.again?.reportId ?? null,
  };
  const changes = await changesOf(file, world);
  const reviewer = above ? say('report-filed-above', { unit: inSentence(above.name) }) : say('report-filed-final');
  return end([], {
    effects: [file, ...(await notices(unitId, world))],
    receipt: ([filed]) => {
      const { code, fresh } = filed as Filed;
      if (!fresh) return [reply(say('report-filed-before', { code }))];
      return [reply([say('report-filed', { code, title: file.title }), reviewer, ...changes], { choices: [{ id: 'more', label: say('report-more'), to: { scene: 'baocao' } }, { id: 'chitieu', label: say('menu-indicators'), to: { scene: 'chitieu' } }] })];
    },
  });
}

/** What this report does to the indicators its author may see. */
async function changesOf(file: FileReport, world: World): Promise<Text[]> {
  const term = world.indicators.termOn(world.today);
  const unit = world.tree.line(file.unitId).find((one) => term?.units.includes(one.kind));
  if (!unit || !world.scope.sees(unit.id)) return [];
  const before = await world.indicators.statuses([unit], world.tree, world.today);
  const contributions = file.measures.map((one): Contribution => ({ ...one, reportId: 0, unitId: file.unitId, day: file.day, final: file.final }));
  const figures = file.figures.map((one) => ({ ...one, unitId: file.unitId }));
  const after = await world.indicators.statuses([unit], world.tree, world.today, { contributions, figures, without: file.again });
  return after.filter((status, at) => !same(status, before[at])).map((status) => statusText(status, world));
}

const same = (a: Status, b: Status | undefined): boolean => a.state === b?.state && JSON.stringify(a.parts) === JSON.stringify(b.parts);

/** The level above hears once a day that reports wait. */
async function notices(unitId: string, world: World): Promise<Effect[]> {
  const reviewers = await world.org.reviewersOf(unitId, world.tree, world.today);
  return reviewers.map((cadre) => tell(cadre.id, `review:${world.today}`, 'duyet', {}, world));
}
