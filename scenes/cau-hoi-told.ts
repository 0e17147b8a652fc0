import { z } from 'zod';
import { reply, say, type Choice, type Fired } from '../src/conversation/index.ts';
import { answeredText, askedText } from './cau-hoi-words.ts';
import { cadreOf, unionOf, type World } from './world.ts';

/** What is told later: that questions wait, that one is answered, that another unit has it now. */
const fired = z.object({ about: z.enum(['waiting', 'answered', 'moved']), id: z.number().default(0) });

/** The units for which she answers. */
export const mine = (world: World): string[] => world.scope.answersFor.map(({ id }) => id);

export async function toldLater(payload: unknown, world: World): Promise<Fired> {
  const { about, id } = fired.parse(payload);
  if (about === 'waiting') return waiting(world);
  return about === 'answered' ? answered(id, world) : moved(id, world);
}

/** Every working day while questions wait; checked again as it leaves. */
async function waiting(world: World): Promise<Fired> {
  const { length: count } = await world.questions.groups(mine(world));
  if (count === 0) return { kind: 'drop', why: 'nothing-waits' };
  return { kind: 'say', replies: [reply(say('questions-waiting', { count }), { choices: [openChoice(count)] })] };
}

/** The button that opens the list. */
export const openChoice = (count: number): Choice => ({ id: 'cau-hoi', label: say('menu-questions', { count }), to: { scene: 'cau-hoi' } });

/** For the menu of someone who may answer: the button with its count, or nothing. */
export async function questionsChoice(world: World): Promise<Choice[]> {
  const { length: count } = world.scope.may('answer') ? await world.questions.groups(mine(world)) : [];
  return count === 0 ? [] : [openChoice(count)];
}

async function answered(id: number, world: World): Promise<Fired> {
  const found = await world.questions.answered(id);
  if (!found || found.askerId !== cadreOf(world).id) return { kind: 'drop', why: 'not-hers' };
  return { kind: 'say', replies: [reply(answeredText(found, world))] };
}

async function moved(id: number, world: World): Promise<Fired> {
  const question = await world.questions.open(id);
  if (!question || question.askerId !== cadreOf(world).id) return { kind: 'drop', why: 'no-longer-open' };
  return { kind: 'say', replies: [reply(say('questions-moved', { text: askedText(question.text), union: unionOf(question.handedTo, world) }))] };
}
