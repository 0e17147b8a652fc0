import { lines, quote, reply, say, type Choice, type Reply } from '../src/conversation/index.ts';
import { questionBefore, type Activity, type Question } from '../src/reports/index.ts';
import { answerLines, answerText, navBack, navLater, navSkip } from './report-words.ts';
import type { Ask, DraftState, State, Sure } from './baocao-state.ts';
import { inSentence, type World } from './world.ts';

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

/** The open question of any step, as it is asked and asked again. */
export async function promptOf(state: State, world: World): Promise<Reply[]> {
  switch (state.step) {
    case 'unit':
      return [reply(say('report-which-unit'), { choices: world.scope.units.filter((unit) => world.scope.files(unit.id)).map((unit) => ({ id: unit.id, label: quote(unit.name) })) })];
    case 'kind':
      return [reply(say('report-which-kind'), { choices: world.reports.activities.map(({ id, name }) => ({ id, label: quote(name) })) })];
    case 'drafts':
      return [await draftsPrompt(world)];
    case 'ask':
      return [askPrompt(state, world)];
    case 'sure':
      return [surePrompt(state, world)];
    case 'summary':
      return [summaryPrompt(state.draft, world)];
    case 'change':
      return [changePrompt(state.draft, world)];
    case 'twin':
      return [reply(say('report-twin', { code: state.code }), { choices: [{ id: 'file', label: say('report-twin-file') }, { id: 'drop', label: say('report-twin-drop') }, navBack] })];
  }
}

async function draftsPrompt(world: World): Promise<Reply> {
  const drafts = await world.reports.openDrafts(world.person.cadre!.id);
  const choices: Choice[] = drafts.slice(0, 5).map((draft) => {
    const activity = world.reports.activity(draft.kind);
    return { id: draft.id, label: say('report-go-on', { name: activity?.name ?? draft.kind }) };
  });
  return reply(say('report-drafts', { count: drafts.length }), { choices: [...choices, { id: 'new', label: say('report-new') }] });
}

/** The question, its example, and what can be answered with one tap. */
export function askPrompt({ draft, at, editing }: Ask, world: World): Reply {
  const question = questionAt(draft, at, world);
  const asked = activityOf(draft, world).questions.filter((one) => one.id in draft.answers).length;
  const first = asked === 0 && !editing;
  const back = editing || questionBefore(activityOf(draft, world), draft.answers, draft.figures, at) ? [navBack] : [];
  const skip = question.optional && question.type !== 'photos' ? [navSkip] : [];
  return reply([...(first ? [say('report-begin', { unit: unitName(draft, world) })] : []), quote(`**${question.ask}**`), say('report-example', { example: question.example })], {
    choices: [...quickAnswers(question, draft), ...skip, ...back],
  });
}

function quickAnswers(question: Question, draft: DraftState): Choice[] {
  switch (question.type) {
    case 'date':
      return [{ id: 'today', label: say('report-today') }, { id: 'yesterday', label: say('report-yesterday') }];
    case 'yesno':
      return [{ id: 'yes', label: say('answer-yes') }, { id: 'no', label: say('answer-no') }];
    case 'choice':
      return question.options.map(({ id, name }) => ({ id, label: quote(name) }));
    case 'photos':
      return [{ id: 'done', label: say(draft.answers[question.id] ? 'report-photos-done' : 'report-photos-none') }];
    case 'number':
    case 'money':
    case 'text':
      return [];
  }
}

function surePrompt({ draft, at, value }: Sure, world: World): Reply {
  const shown = answerText(questionAt(draft, at, world), value);
  return reply([say('report-sure'), shown], { choices: [{ id: 'yes', label: say('report-sure-yes') }, { id: 'no', label: say('report-sure-no') }] });
}

function summaryPrompt(draft: DraftState, world: World): Reply {
  const activity = activityOf(draft, world);
  const answers = lines(answerLines(activity, draft.answers, draft.figures));
  return reply([say('report-summary', { kind: activity.name, unit: unitName(draft, world) }), answers, say('report-summary-ask')], {
    choices: [{ id: 'file', label: say('report-file') }, { id: 'change', label: say('report-change') }, navLater],
  });
}

function changePrompt(draft: DraftState, world: World): Reply {
  const activity = activityOf(draft, world);
  const answered = activity.questions.filter((question) => question.id in draft.answers);
  return reply(say('report-change-which'), { choices: [...answered.map(({ id, label }) => ({ id, label: quote(label) })), navBack] });
}

const unitName = (draft: DraftState, world: World): string => inSentence(world.tree.get(draft.unitId)?.name ?? '');
