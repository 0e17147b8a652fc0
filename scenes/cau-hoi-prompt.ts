import { quote, reply, say, type Reply } from '../src/conversation/index.ts';
import type { Group, OpenQuestion } from '../src/knowledge/index.ts';
import type { At, State } from './cau-hoi-state.ts';
import { mine } from './cau-hoi-told.ts';
import { answeredText, groupLabel, groupText } from './cau-hoi-words.ts';
import { navBack, navLater } from './report-words.ts';
import { cadreOf, unionOf, type World } from './world.ts';

const SHOWN = 8;

/** Those of her group that still wait for her. */
export const stillOpen = (of: readonly number[], world: World): Promise<OpenQuestion[]> => world.questions.waiting(of, mine(world));
export const asGroup = (questions: OpenQuestion[]): Group => ({ id: questions[0]?.id ?? 0, questions });

/** The open question; when another officer has answered it meanwhile, that. */
export async function promptOf(at: State, world: World): Promise<Reply[]> {
  if (at.step === 'list') return [await listPrompt(world)];
  const open = await stillOpen(at.ids, world);
  if (open.length === 0) return [reply(say('questions-gone'))];
  switch (at.step) {
    case 'one':
      return [await onePrompt(open, world)];
    case 'answer':
      return [reply(say('questions-answer'), { choices: [navBack, navLater] })];
    case 'source':
      return [reply([say('questions-source'), say('report-example', { example: say('questions-source-example') })], { choices: [{ id: 'own', label: say('questions-own-view') }, navBack] })];
    case 'point':
      return [reply(say(at.offered.length > 0 ? 'questions-point' : 'questions-point-type'), { choices: [...at.offered.map((id) => ({ id, label: quote(titleOf(id, world)) })), navBack] })];
    case 'agree':
      return [agreePrompt(at, open, world)];
  }
}

const titleOf = (id: string, world: World): string => world.knowledge.content.entry(id)?.title ?? id;

export async function listPrompt(world: World): Promise<Reply> {
  const groups = await world.questions.groups(mine(world));
  const choices = groups.slice(0, SHOWN).map((group) => ({ id: String(group.id), label: groupLabel(group) }));
  return reply(say('questions-list', { count: groups.length }), { choices: [...choices, navLater] });
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

/** The unit above that could answer instead, if there is one. */
export async function unitAbove(open: OpenQuestion[], world: World): Promise<string | null> {
  const has = open[0]?.handedTo ?? null;
  const above = await world.org.answeringUnit(has, world.tree, world.today);
  return above === null || above.id === has ? null : above.id;
}

/** What the asker will read, before it goes. */
function agreePrompt({ answer }: At<'agree'>, open: OpenQuestion[], world: World): Reply {
  const told = answeredText({ text: open[0]?.text ?? '', answer, ...signature(open, world) }, world);
  return reply([say('questions-agree'), ...told], { choices: [{ id: 'send', label: say('questions-send') }, navBack] });
}

/** Her position at the unit that has the question: it signs the answer, her name does not. */
export function signature(open: OpenQuestion[], world: World): { title: string; unitId: string } {
  const unitId = open[0]?.handedTo ?? mine(world)[0] ?? '';
  const held = cadreOf(world).positions.find((one) => one.unitId === unitId);
  return { title: world.org.positions.read(held?.title ?? '') ?? held?.title ?? '', unitId };
}
