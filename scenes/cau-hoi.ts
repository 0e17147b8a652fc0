import { end, go, pass, reject, reply, say, type Effect, type Input, type Outcome, type Reply, type Text } from '../src/conversation/index.ts';
import { ANSWER_LIMIT, nearestTo, type AnswerQuestions, type Answering, type HandUpQuestions, type OpenQuestion } from '../src/knowledge/index.ts';
import { asGroup, listPrompt, promptOf, signature, stillOpen, unitAbove } from './cau-hoi-prompt.ts';
import { state, type At, type State } from './cau-hoi-state.ts';
import { mine, toldLater } from './cau-hoi-told.ts';
import { cadreOf, tell, unionOf, type HoiScene, type World } from './world.ts';

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
    return world.scope.may('answer') ? again(null, world) : end([reply(say('questions-may-not'))]);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    if (picked === 'later') return end([reply(say('questions-later'))]);
    if (at.step === 'list') return fromList(picked, world);
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

  fire: toldLater,
};

/** An answer takes longer to write than a form's: it stays open for a day. */
const ask = async (at: State, world: World): Promise<Outcome<State>> => go(at, await promptOf(at, world), { waitMinutes: DAY_MINUTES });

/** What she typed and did not send is said to be lost; the question itself still waits. */
const unsent = (at: State): Reply[] => (at.step === 'source' || (at.step === 'agree' && at.answer.kind === 'words') ? [reply(say('questions-unsent'))] : []);

/** The list, after a word about what was before; when nothing waits any more, that. */
async function again(before: Text | null, world: World): Promise<Outcome<State>> {
  const first = before ? [reply(before)] : [];
  const any = (await world.questions.groups(mine(world))).length > 0;
  return any ? go<State>({ step: 'list' }, [...first, await listPrompt(world)]) : end([...first, reply(say('questions-none'))]);
}

/** What picks nothing from the list is a question of her own. */
async function fromList(picked: string | undefined, world: World): Promise<Outcome<State>> {
  if (picked === undefined) return pass;
  const group = (await world.questions.groups(mine(world))).find(({ id }) => String(id) === picked);
  return group ? ask({ step: 'one', ids: group.questions.map(({ id }) => id) }, world) : again(say('questions-gone'), world);
}

async function fromOne(at: At<'one'>, open: OpenQuestion[], picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  switch (picked) {
    case 'back':
      return again(null, world);
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
  const told = tellAskers(open, 'moved', world);
  return end([], {
    effects: [effect, ...told],
    receipt: ([done]) => [reply(Number(done) === 0 ? say('questions-gone') : say(told.length > 0 ? 'questions-handed-up-told' : 'questions-handed-up', { union: unionOf(to, world) }))],
  });
}

/** Cadres hear it at once on their channel; what a stranger asked waits for her next message. */
const tellAskers = (open: OpenQuestion[], about: 'answered' | 'moved', world: World): Effect[] =>
  open.flatMap(({ id, askerId, handedTo }) => (askerId === null ? [] : [tell(askerId, `${about}:${id}${about === 'moved' ? `:${handedTo}` : ''}`, 'cau-hoi', { about, id }, world)]));

const refuse = async (at: State, why: Text, world: World): Promise<Outcome<State>> => reject(at, [reply(why), ...(await promptOf(at, world))]);

const notChosen = async (at: State, input: Input, world: World): Promise<Outcome<State>> => (input.kind === 'text' ? refuse(at, say('refused-not-a-choice'), world) : pass);
