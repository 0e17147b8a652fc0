import { reply, say, type Aside, type Text } from '../src/conversation/index.ts';
import { OPEN_LIMIT, type SaveQuestion, type TellAnswers } from '../src/knowledge/index.ts';
import { answeredText } from './cau-hoi-words.ts';
import { mainMenu } from './menu.ts';
import { unionOf, type World } from './world.ts';

/** Keeps a question for the unit that answers it, and tells the asker which one has it. Nothing is handed over silently. */
export async function handOver(opening: Text, { outcome, entries, question }: { outcome: string; entries: SaveQuestion['entries']; question: string }, world: World): Promise<Aside> {
  const { key } = world.person;
  if ((await world.questions.countOpenOf(key)) >= OPEN_LIMIT) return { replies: [reply([opening, say('ask-enough')], { choices: mainMenu(world) })] };
  const unitId = world.scope.units[0]?.id ?? null;
  const holder = await world.org.answeringUnit(unitId, world.tree, world.today);
  const near = entries.map(({ id, score }) => ({ id, score }));
  const save: SaveQuestion = { type: 'question.save', person: key, text: question, outcome, entries: near, unitId, handedTo: holder?.id ?? null };
  return { replies: [reply([opening, whoHasIt(holder?.id ?? null, world)], { choices: mainMenu(world) })], effects: [save] };
}

function whoHasIt(unitId: string | null, world: World): Text {
  if (unitId === null) return say('ask-kept');
  return say(world.person.known ? 'ask-handed-over' : 'ask-handed-over-stranger', { union: unionOf(unitId, world) });
}

/**
 * Answers to what this account asked before the roster knew it. A cadre is told by a push; an account that nobody knows is
 * not written to unasked, and hears them at its next message.
 */
export async function answersWaiting(world: World): Promise<Aside> {
  const answers = await world.questions.untold(`${world.from.channel}:${world.from.account}`);
  if (answers.length === 0) return { replies: [] };
  const told: TellAnswers = { type: 'question.told', ids: answers.map(({ id }) => id) };
  return { replies: answers.map((one) => reply(answeredText(one, world))), effects: [told] };
}
