import { isCommandWord, pass, readYesNo, reject, reply, say, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import { mostOf, questionBefore, type Answer, type Answers, type Question } from '../src/reports/index.ts';
import { hear, hearSeveral } from './baocao-answer.ts';
import { activityOf, questionAt, restOf } from './baocao-form.ts';
import { askPrompt, exampleTyped } from './baocao-prompt.ts';
import type { Ask, State, Sure } from './baocao-state.ts';
import { next, show, showKept } from './baocao-steps.ts';
import { askWho, navLater } from './report-words.ts';
import type { World } from './world.ts';

/** The open question hears an input. */
export async function answer(at: Ask, input: Input, picked: string | undefined, world: World): Promise<Outcome<State>> {
  const question = questionAt(at.draft, at.at, world);
  switch (picked ?? steering(input) ?? '') {
    case 'back':
      return back(at, world);
    case 'skip':
      return question.optional ? keep(at, null, world) : refuse(at, 'not-optional', world);
    case 'skip-rest':
      return next({ ...at.draft, answers: { ...at.draft.answers, ...skipped(restOf(at, world)) } }, world);
    case 'done':
      return question.type === 'photos' ? keep(at, at.draft.answers[at.at] ?? null, world) : refuse(at, 'no-words', world);
    case 'clear':
      return showKept(without(at), world);
    case 'who':
      return show(at, world, [await whoHelps(at.draft.unitId, world)]);
  }
  const several = hearSeveral(question, input, at.draft, world);
  if (several) return next({ ...at.draft, answers: { ...at.draft.answers, ...several } }, world);
  const heard = hear(question, input, at.draft.answers, world);
  switch (heard.kind) {
    case 'no-answer':
      return pass;
    case 'refused':
      return refuse(at, heard.why, world);
    case 'answer':
      if (heard.sure) return keep(at, heard.value, world);
      return show({ step: 'sure', draft: at.draft, at: at.at, value: heard.value, editing: at.editing }, world);
  }
}

const skipped = (questions: Question[]): Answers => Object.fromEntries(questions.map(({ id }) => [id, null]));

/** "quay lại", "bỏ qua", "xong" typed, whether or not a button offers it. */
const steering = (input: Input): string | null => (input.kind === 'text' ? isCommandWord(input.text) : null);

/** An answer is taken. From the summary it goes back there, unless it raises a new question. */
const keep = (at: Ask | Sure, value: Answer, world: World): Promise<Outcome<State>> => next({ ...at.draft, answers: { ...at.draft.answers, [at.at]: value } }, world);

/** The question open again, its photos gone. */
function without(at: Ask): Ask {
  const { [at.at]: _, ...answers } = at.draft.answers;
  return { ...at, draft: { ...at.draft, answers } };
}

/** Why the answer was not taken, with an example; a second time an easier way; a third time a way out. */
function refuse(at: Ask, why: string, world: World): Outcome<State> {
  const question = questionAt(at.draft, at.at, world);
  const tries = at.tries + 1;
  const limits: Record<string, number> = question.type === 'number' ? { min: question.min, max: mostOf(question, at.draft.answers) } : { min: 0, max: 1e13 };
  const text = [say(`refused-${why}`, limits), ...exampleTyped(question)];
  const easier = tries >= 2 ? [say(`easier-${question.type}`)] : [];
  const wayOut = tries >= 3 ? [askWho, navLater] : [];
  const asked = askPrompt(at, [], world).choices ?? [];
  return reject<State>({ ...at, tries }, [reply([...text, ...easier], { choices: [...asked, ...wayOut] })]);
}

/** The people above whom she may ask, by name. */
export async function whoHelps(unitId: string, world: World): Promise<Reply> {
  const people = await world.org.reviewersOf(unitId, world.tree, world.today);
  return people.length === 0 ? reply(say('report-nobody-helps')) : reply(say('report-who-helps', { names: people.map(({ name }) => name).join(', ') }));
}

async function back(at: Ask, world: World): Promise<Outcome<State>> {
  if (at.editing) return show({ step: 'summary', draft: at.draft }, world);
  const before = questionBefore(activityOf(at.draft, world), at.draft.answers, at.draft.figures, at.at);
  return before ? showKept({ ...at, at: before.id, tries: 0 }, world) : show(at, world, [reply(say('report-at-first'))]);
}

/** "100 người ạ?": yes, no, or the number said again exactly. */
export async function sure(at: Sure, input: Input, picked: string | undefined, world: World): Promise<Outcome<State>> {
  const asking: Ask = { step: 'ask', draft: at.draft, at: at.at, tries: 0, editing: at.editing };
  const said = input.kind === 'text' ? readYesNo(input.text) : null;
  const plain = said?.ok && said.sure && !said.rest ? said.value : undefined;
  if (picked === 'yes' || plain === true) return keep(at, at.value, world);
  if (picked === 'no' || plain === false) return show(asking, world);
  return answer(asking, input, undefined, world);
}
