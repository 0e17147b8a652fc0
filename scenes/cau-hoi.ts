import { z } from 'zod';
import { end, go, pass, quote, reject, reply, say, type Choice, type Effect, type Input, type Outcome, type Reply, type Text } from '../src/conversation/index.ts';
import { ANSWER_LIMIT, nearestTo, type AnswerQuestions, type Answering, type Group, type HandUpQuestions, type OpenQuestion } from '../src/knowledge/index.ts';
import { answeredText, groupLabel, groupText } from './cau-hoi-words.ts';
import { navBack, navLater } from './report-words.ts';
import { cadreOf, tell, unionOf, type HoiScene, type World } from './world.ts';

/** The questions of one group as she saw them: one that joins it later is not answered unseen. */
const ids = z.array(z.number()).min(1);
const answering = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), words: z.string(), source: z.string().nullable() }),
  z.object({ kind: z.literal('entry'), entryId: z.string() }),
  z.object({ kind: z.literal('not-ours') }),
]);
const state = z.discriminatedUnion('step', [
  z.object({ step: z.literal('list') }),
  z.object({ step: z.literal('one'), ids }),
  z.object({ step: z.literal('answer'), ids }),
  z.object({ step: z.literal('source'), ids, words: z.string() }),
  z.object({ step: z.literal('point'), ids, offered: z.array(z.string()) }),
  z.object({ step: z.literal('agree'), ids, answer: answering }),
]);
type State = z.infer<typeof state>;
type At<Step extends State['step']> = Extract<State, { step: Step }>;

const SHOWN = 8;
const OFFERED = 3;
const SOURCE_LIMIT = 200;
const DAY_MINUTES = 24 * 60;

/** Questions that the program could not answer, for those who can: one group after the other, alike together. */
export const cauHoi: HoiScene<State> = {
  name: 'cau-hoi',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  place: (at: State) => [at.step, 'ids' in at ? at.ids[0] : ''].join(':'),
  for: 'cadre',

  async enter(_, world): Promise<Outcome<State>> {
    return world.scope.may('answer') ? showList(world) : end([reply(say('questions-may-not'))]);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    if (picked === 'later') return end([reply(say('questions-later'))]);
    if (at.step === 'list') return fromList(picked, input, world);
    const open = await stillOpen(at.ids, world);
    if (open.length === 0) return again(say('questions-gone'), world);
    switch (at.step) {
      case 'one':
        return fromOne(at, open, picked, input, world);
      case 'answer':
        return inWords(at, picked, input, world);
      case 'source':
        return source(at, picked, input, world);
      case 'point':
        return point(at, picked, input, world);
      case 'agree':
        return picked === 'send' ? send(open, at.answer, world) : picked === 'back' ? ask({ step: 'one', ids: at.ids }, world) : notChosen(at, input, world);
    }
  },

  prompt: promptOf,
  cancel: async (at: State) => end([reply(say('common-cancelled')), ...unsent(at)]),
  silence: async (at: State) => end(unsent(at)),
  leaving: async (at: State) => unsent(at),

  async fire(payload, world: World) {
    const { about, id } = fired.parse(payload);
    if (about === 'waiting') return waiting(world);
    return about === 'answered' ? answered(id, world) : moved(id, world);
  },
};

/** What is told later: that questions wait, that one is answered, that another unit has it now. */
const fired = z.object({ about: z.enum(['waiting', 'answered', 'moved']), id: z.number().default(0) });

const mine = (world: World): string[] => world.scope.answersFor.map(({ id }) => id);
const stillOpen = (of: readonly number[], world: World): Promise<OpenQuestion[]> => world.questions.waiting(of, mine(world));
const asGroup = (questions: OpenQuestion[]): Group => ({ id: questions[0]?.id ?? 0, questions });

/** Every working day while questions wait; checked again as it leaves. */
async function waiting(world: World) {
  const { length: count } = await world.questions.groups(mine(world));
  if (count === 0) return { kind: 'drop' as const, why: 'nothing-waits' };
  return { kind: 'say' as const, replies: [reply(say('questions-waiting', { count }), { choices: [openChoice(count)] })] };
}

/** The button that opens the list. */
export const openChoice = (count: number): Choice => ({ id: 'cau-hoi', label: say('menu-questions', { count }), to: { scene: 'cau-hoi' } });

/** For the menu of someone who may answer: the button with its count, or nothing. */
export async function questionsChoice(world: World): Promise<Choice[]> {
  const { length: count } = world.scope.may('answer') ? await world.questions.groups(mine(world)) : [];
  return count === 0 ? [] : [openChoice(count)];
}

async function answered(id: number, world: World) {
  const found = await world.questions.answered(id);
  if (!found || found.askerId !== cadreOf(world).id) return { kind: 'drop' as const, why: 'not-hers' };
  return { kind: 'say' as const, replies: [reply(answeredText(found, world))] };
}

async function moved(id: number, world: World) {
  const question = await world.questions.open(id);
  if (!question || question.askerId !== cadreOf(world).id) return { kind: 'drop' as const, why: 'no-longer-open' };
  return { kind: 'say' as const, replies: [reply(say('questions-moved', { text: question.text, union: unionOf(question.handedTo, world) }))] };
}

async function promptOf(at: State, world: World): Promise<Reply[]> {
  switch (at.step) {
    case 'list':
      return [await listPrompt(world)];
    case 'one':
      return [await onePrompt(await stillOpen(at.ids, world), world)];
    case 'answer':
      return [reply(say('questions-answer'), { choices: [navBack, navLater] })];
    case 'source':
      return [reply([say('questions-source'), say('report-example', { example: say('questions-source-example') })], { choices: [{ id: 'own', label: say('questions-own-view') }, navBack] })];
    case 'point':
      return [reply(say(at.offered.length > 0 ? 'questions-point' : 'questions-point-type'), { choices: [...at.offered.map((id) => ({ id, label: quote(titleOf(id, world)) })), navBack] })];
    case 'agree':
      return [await agreePrompt(at, world)];
  }
}

/** An answer takes longer to write than a form's: it stays open for a day. */
const ask = async (at: State, world: World): Promise<Outcome<State>> => go(at, await promptOf(at, world), { waitMinutes: DAY_MINUTES });

/** What she typed and did not send is said to be lost; the question itself still waits. */
const unsent = (at: State): Reply[] => (at.step === 'source' || (at.step === 'agree' && at.answer.kind === 'words') ? [reply(say('questions-unsent'))] : []);

const titleOf = (id: string, world: World): string => world.knowledge.content.entry(id)?.title ?? id;

async function showList(world: World): Promise<Outcome<State>> {
  return again(null, world);
}

/** The list, after a word about what was before; when nothing waits any more, that. */
async function again(before: Text | null, world: World): Promise<Outcome<State>> {
  const first = before ? [reply(before)] : [];
  const any = (await world.questions.groups(mine(world))).length > 0;
  return any ? go<State>({ step: 'list' }, [...first, await listPrompt(world)]) : end([...first, reply(say('questions-none'))]);
}

async function listPrompt(world: World): Promise<Reply> {
  const groups = await world.questions.groups(mine(world));
  const choices = groups.slice(0, SHOWN).map((group) => ({ id: String(group.id), label: groupLabel(group) }));
  return reply(say('questions-list', { count: groups.length }), { choices: [...choices, navLater] });
}

async function fromList(picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === undefined) return notChosen({ step: 'list' }, input, world);
  const group = (await world.questions.groups(mine(world))).find(({ id }) => String(id) === picked);
  return group ? ask({ step: 'one', ids: group.questions.map(({ id }) => id) }, world) : again(say('questions-gone'), world);
}

async function onePrompt(open: OpenQuestion[], world: World): Promise<Reply> {
  const above = await unitAbove(open, world);
  return reply([...groupText(asGroup(open), world), say('questions-ask')], {
    choices: [
      { id: 'answer', label: say('questions-do-answer') },
      { id: 'point', label: say('questions-do-point') },
      { id: 'not-ours', label: say('questions-do-not-ours') },
      ...(above ? [{ id: 'up', label: say('questions-do-up', { union: unionOf(above, world) }) }] : []),
      navBack,
      navLater,
    ],
  });
}

async function unitAbove(open: OpenQuestion[], world: World): Promise<string | null> {
  const has = open[0]?.handedTo ?? null;
  const above = await world.org.answeringUnit(has, world.tree, world.today);
  return above === null || above.id === has ? null : above.id;
}

async function fromOne(at: At<'one'>, open: OpenQuestion[], picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  switch (picked) {
    case 'back':
      return showList(world);
    case 'answer':
      return ask({ step: 'answer', ids: at.ids }, world);
    case 'point':
      return ask({ step: 'point', ids: at.ids, offered: nearestTo(asGroup(open), OFFERED).filter((id) => world.knowledge.content.entry(id)) }, world);
    case 'not-ours':
      return ask({ step: 'agree', ids: at.ids, answer: { kind: 'not-ours' } }, world);
    case 'up':
      return handUp(open, world);
    default:
      return notChosen(at, input, world);
  }
}

async function inWords(at: At<'answer'>, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === 'back') return ask({ step: 'one', ids: at.ids }, world);
  if (input.kind !== 'text') return pass;
  if (input.text.length > ANSWER_LIMIT) return refuse(at, say('questions-answer-too-long', { most: ANSWER_LIMIT, length: input.text.length }), world);
  if (!/\p{L}{2}/u.test(input.text)) return refuse(at, say('questions-answer-empty'), world);
  return ask({ step: 'source', ids: at.ids, words: input.text }, world);
}

async function source(at: At<'source'>, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === 'back') return ask({ step: 'answer', ids: at.ids }, world);
  if (picked !== 'own' && input.kind !== 'text') return pass;
  const written = picked === 'own' || input.kind !== 'text' ? null : input.text.replace(/\s+/g, ' ');
  if (written !== null && (written.length > SOURCE_LIMIT || !/\p{L}{2}/u.test(written))) return refuse(at, say('questions-source-unclear'), world);
  return ask({ step: 'agree', ids: at.ids, answer: { kind: 'words', words: at.words, source: written } }, world);
}

async function point(at: At<'point'>, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === 'back') return ask({ step: 'one', ids: at.ids }, world);
  if (picked !== undefined && at.offered.includes(picked)) return ask({ step: 'agree', ids: at.ids, answer: { kind: 'entry', entryId: picked } }, world);
  if (input.kind !== 'text') return pass;
  const offered = world.knowledge.ask(input.text, { now: world.now }).entries.map(({ id }) => id);
  return offered.length > 0 ? ask({ step: 'point', ids: at.ids, offered }, world) : refuse(at, say('questions-point-none'), world);
}

/** What the asker will read, before it goes. */
async function agreePrompt({ ids: of, answer }: At<'agree'>, world: World): Promise<Reply> {
  const open = await stillOpen(of, world);
  const told = answeredText({ text: open[0]?.text ?? '', answer, ...signature(open, world) }, world);
  return reply([say('questions-agree'), ...told], { choices: [{ id: 'send', label: say('questions-send') }, navBack] });
}

/** Her position at the unit that has the question: it signs the answer, her name does not. */
function signature(open: OpenQuestion[], world: World): { title: string; unitId: string } {
  const unitId = open[0]?.handedTo ?? mine(world)[0] ?? '';
  const held = cadreOf(world).positions.find((one) => one.unitId === unitId);
  return { title: world.org.positions.read(held?.title ?? '') ?? held?.title ?? '', unitId };
}

function send(open: OpenQuestion[], answer: Answering, world: World): Outcome<State> {
  const effect: AnswerQuestions = { type: 'question.answer', ids: open.map(({ id }) => id), answer, cadreId: cadreOf(world).id, ...signature(open, world) };
  return end([], { effects: [effect, ...tellAskers(open, 'answered', world)], receipt: ([done]) => [closing(Number(done), answer, open)] });
}

function closing(done: number, answer: Answering, open: OpenQuestion[]): Reply {
  if (done === 0) return reply(say('questions-gone'));
  const later = open.some(({ askerId }) => askerId === null) ? [say('questions-told-later')] : [];
  const kept = answer.kind === 'not-ours' ? [] : [say('questions-suggested')];
  return reply([say('questions-sent', { count: done }), ...later, ...kept], { choices: [{ id: 'next', label: say('questions-next'), to: { scene: 'cau-hoi' } }] });
}

async function handUp(open: OpenQuestion[], world: World): Promise<Outcome<State>> {
  const to = await unitAbove(open, world);
  if (to === null) return again(say('questions-gone'), world);
  const effect: HandUpQuestions = { type: 'question.hand-up', ids: open.map(({ id }) => id), from: mine(world), to };
  return end([], {
    effects: [effect, ...tellAskers(open, 'moved', world)],
    receipt: ([done]) => [Number(done) === 0 ? reply(say('questions-gone')) : reply(say('questions-handed-up', { union: unionOf(to, world) }))],
  });
}

/** Cadres hear it at once on their channel; what a stranger asked waits for her next message. */
const tellAskers = (open: OpenQuestion[], about: 'answered' | 'moved', world: World): Effect[] =>
  open.flatMap(({ id, askerId, handedTo }) => (askerId === null ? [] : [tell(askerId, `${about}:${id}${about === 'moved' ? `:${handedTo}` : ''}`, 'cau-hoi', { about, id }, world)]));

const refuse = async (at: State, why: Text, world: World): Promise<Outcome<State>> => reject(at, [reply(why), ...(await promptOf(at, world))]);

const notChosen = async (at: State, input: Input, world: World): Promise<Outcome<State>> => (input.kind === 'text' ? refuse(at, say('refused-not-a-choice'), world) : pass);
