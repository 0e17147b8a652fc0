import { lines, quote, reply, say, type Choice, type Reply, type Text } from '../src/conversation/index.ts';
import { questionBefore, usualAnswers, usualKinds, type Question, type Report } from '../src/reports/index.ts';
import { fold } from '../src/vietnamese/fold.ts';
import { suggestionId } from './baocao-answer.ts';
import { activityOf, questionAt, restOf } from './baocao-form.ts';
import type { Ask, DraftState, State, Sure } from './baocao-state.ts';
import { answerLines, answerText, draftName, navBack, navLater, navSkip, navSkipRest } from './report-words.ts';
import { cadreOf, inSentence, type World } from './world.ts';

type Recent = Pick<Report, 'kind' | 'answers'>[];

/** So many of a unit's last reports tell what it usually files, where and with whom. */
const RECENT = 40;
/** Answers offered for one tap. */
const SUGGESTED = 4;

/** The open question of any step, as it is asked and asked again. */
export async function promptOf(state: State, world: World): Promise<Reply[]> {
  switch (state.step) {
    case 'unit':
      return [reply(say('report-which-unit'), { choices: world.scope.units.filter((unit) => world.scope.files(unit.id)).map((unit) => ({ id: unit.id, label: quote(unit.name) })) })];
    case 'kind':
      return [kindPrompt(state, await world.reports.recent(state.unitId, RECENT), world)];
    case 'offer':
      return [reply(say('report-offer'), { choices: [{ id: 'yes', label: say('report-offer-yes') }, { id: 'no', label: say('report-offer-no') }] })];
    case 'drafts':
      return [await draftsPrompt(world)];
    case 'ask': {
      const question = questionAt(state.draft, state.at, world);
      return [askPrompt(state, question.type === 'text' && question.recent ? await world.reports.recent(state.draft.unitId, RECENT) : [], world)];
    }
    case 'sure':
      return [surePrompt(state, world)];
    case 'summary':
      return [summaryPrompt(state.draft, world)];
    case 'change':
      return [changePrompt(state.draft, world)];
  }
}

/** Fourteen buttons are a wall on a phone: first the kinds her unit files, the rest behind one more. */
function kindPrompt({ all, of }: State & { step: 'kind' }, recent: Recent, world: World): Reply {
  const usual = usualKinds(world.reports.activities, recent);
  const shown = all ? world.reports.activities.filter((one) => !usual.includes(one)) : usual;
  const other: Choice = { id: all ? 'usual' : 'more', label: say(all ? 'report-kinds-usual' : 'report-kinds-more'), nav: true };
  const back = of && world.reports.activity(of.kind) ? [navBack] : [];
  const own: Choice[] = recent.length > 0 && !of ? [{ id: 'own', label: say('own-open') }] : [];
  return reply(say('report-which-kind'), { choices: [...shown.map(({ id, name }) => ({ id, label: quote(name) })), other, ...own, ...back] });
}

async function draftsPrompt(world: World): Promise<Reply> {
  const drafts = await world.reports.openDrafts(cadreOf(world).id);
  const choices = drafts.slice(0, 5).map((draft): Choice => ({ id: draft.id, label: say('report-go-on', { name: draftName(draft, world) }) }));
  return reply(say('report-drafts', { count: drafts.length }), {
    choices: [...choices, { id: 'new', label: say('report-new') }, { id: 'own', label: say('own-open') }],
  });
}

/** The question, its example, and what can be answered with one tap. */
export function askPrompt(asking: Ask, recent: Recent, world: World): Reply {
  const { draft, at, editing } = asking;
  const question = questionAt(draft, at, world);
  const asked = activityOf(draft, world).questions.filter((one) => one.id in draft.answers).length;
  const first = asked === 0 && !editing;
  const back = editing || questionBefore(activityOf(draft, world), draft.answers, draft.figures, at) ? [navBack] : [];
  const skip = question.optional && question.type !== 'photos' ? [navSkip, ...(restOf(asking, world).length > 1 ? [navSkipRest] : [])] : [];
  return reply([...(first ? [say('report-begin', { unit: unitName(draft, world) })] : []), quote(`**${question.ask}**`), ...exampleOf(question)], {
    choices: [...quickAnswers(question, draft, recent), ...skip, ...back],
  });
}

/** How an answer that is typed may look. */
export const exampleOf = (question: Question): Text[] => ('example' in question ? [say('report-example', { example: question.example })] : []);

/** The same after an answer that was not understood: of buttons too she is told what to type instead. */
export function exampleTyped(question: Question): Text[] {
  if (question.type === 'yesno') return [say('report-example', { example: say('answer-yes') })];
  return question.type === 'choice' ? [say('report-example', { example: question.options[0]!.name })] : exampleOf(question);
}

function quickAnswers(question: Question, draft: DraftState, recent: Recent): Choice[] {
  switch (question.type) {
    case 'date':
      return [{ id: 'today', label: say('report-today') }, { id: 'yesterday', label: say('report-yesterday') }];
    case 'yesno':
      return [{ id: 'yes', label: say('answer-yes') }, { id: 'no', label: say('answer-no') }];
    case 'choice':
      return question.options.map(({ id, name }) => ({ id, label: quote(name) }));
    case 'photos':
      return draft.answers[question.id]
        ? [{ id: 'done', label: say('report-photos-done') }, { id: 'clear', label: say('report-photos-clear') }]
        : [{ id: 'done', label: say('report-photos-none') }];
    case 'text': {
      const usual = question.recent ? usualAnswers(question.id, recent) : [];
      // "Nhà văn hóa tổ 5" says more than "Nhà văn hóa".
      const known = [...usual, ...question.suggest.filter((text) => !usual.some((one) => fold(one).includes(fold(text))))];
      const none: Choice[] = question.none ? [{ id: 'none', label: quote(question.none) }] : [];
      return [...known.slice(0, SUGGESTED).map((text): Choice => ({ id: suggestionId(text), label: quote(text) })), ...none];
    }
    case 'number':
    case 'money':
      return [];
  }
}

function surePrompt({ draft, at, value }: Sure, world: World): Reply {
  const shown = answerText(questionAt(draft, at, world), value);
  return reply(say('report-sure', { value: shown }), { choices: [{ id: 'yes', label: say('report-sure-yes') }, { id: 'no', label: say('report-sure-no') }] });
}

function summaryPrompt(draft: DraftState, world: World): Reply {
  const activity = activityOf(draft, world);
  const answers = lines(answerLines(activity, draft.answers, draft.figures));
  return reply([say('report-summary', { kind: activity.name, unit: unitName(draft, world) }), answers, say('report-summary-ask')], {
    choices: [{ id: 'file', label: say('report-file') }, { id: 'change', label: say('report-change') }, navLater],
  });
}

function changePrompt(draft: DraftState, world: World): Reply {
  const changed = activityOf(draft, world).questions.filter((question) => question.id in draft.answers || question.unasked);
  const choices = changed.map(({ id, label }): Choice => ({ id, label: quote(label) }));
  return reply(say('report-change-which'), { choices: [...choices, { id: 'kind', label: say('report-change-kind') }, navBack] });
}

const unitName = (draft: DraftState, world: World): string => inSentence(world.tree.get(draft.unitId)?.name ?? '');
