import { fittingAnswers, nextQuestion, questionsOf, type Activity, type Question } from '../src/reports/index.ts';
import { nothingBegun, type Ask, type Drafted, type DraftState, type State } from './baocao-state.ts';
import type { World } from './world.ts';

export const activityOf = (draft: DraftState, world: World): Activity => {
  const activity = world.reports.activity(draft.kind);
  if (!activity) throw new Error(`draft of an unknown activity ${draft.kind}`);
  return activity;
};

export const questionAt = (draft: DraftState, at: string, world: World): Question => {
  const question = activityOf(draft, world).questions.find((one) => one.id === at);
  if (!question) throw new Error(`no question ${at} in ${draft.kind}`);
  return question;
};

/** From the open question on, what is still to be asked, if all of it may be skipped. */
export function restOf({ draft, at, editing }: Ask, world: World): Question[] {
  const left = questionsOf(activityOf(draft, world), draft.answers, draft.figures).filter(({ id }) => id === at || !(id in draft.answers));
  return !editing && left.every((question) => question.optional) ? left : [];
}

/** To the next open question, or to the summary when there is none. */
export function onward(draft: DraftState, world: World): Drafted {
  const activity = activityOf(draft, world);
  const settled = { ...draft, answers: fittingAnswers(activity, draft.answers) };
  const question = nextQuestion(activity, settled.answers, settled.figures);
  return question ? { step: 'ask', draft: settled, at: question.id, tries: 0, editing: false } : { step: 'summary', draft: settled };
}

/**
 * A kept state as today's form has it: a question that is gone is passed over, one that is new is asked before filing,
 * and a draft whose kind is gone waits for another kind.
 */
export function fitted(at: State, world: World): State {
  if (!('draft' in at)) return at;
  const activity = world.reports.activity(at.draft.kind);
  if (!activity) return { step: 'kind', unitId: at.draft.unitId, all: false, tries: 0, begun: nothingBegun, of: at.draft };
  const forward = onward(at.draft, world);
  const { draft } = forward;
  const asking = at.step === 'ask' || at.step === 'sure';
  // From the summary she may also come to what nobody asks.
  const answers = asking && at.editing ? { [at.at]: null, ...draft.answers } : draft.answers;
  if (asking) return questionsOf(activity, answers, draft.figures).some((question) => question.id === at.at) ? { ...at, draft } : forward;
  return forward.step === 'ask' ? forward : { ...at, draft };
}
