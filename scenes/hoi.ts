import { end, quote, reply, say, type Aside, type Choice, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { Answer, SaveQuestion, SectionId } from '../src/knowledge/index.ts';
import { noState } from './bat-dau.ts';
import { formerReply } from './former-words.ts';
import { mainMenu } from './menu.ts';
import { cardText, entryChoices, entryText } from './procedure-words.ts';
import type { HoiScene, World } from './world.ts';

/** The question before, so that "thế ai ký?" is understood and "không đúng ý" knows what it is about. */
interface Remembered {
  id: string;
  section: string | null;
  question: string;
}

const QUESTION_LIMIT = 1000;

/** Answers a question about a procedure with its source. Ends at once: what is under way goes on. */
export const hoi: HoiScene<never> = {
  name: 'hoi',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'anyone',
  async enter(args, world, { remembered }): Promise<Outcome<never>> {
    const before = remembered as Remembered | undefined;
    const pressed = /^s:([a-z0-9-]+):([a-z-]*)$/.exec(args);
    if (pressed) return section(pressed[1]!, pressed[2]!, before, world);
    if (args === 'x') return notThis(before, world);
    if (args.trim() === '') return end([reply(say('ask-what'))]);
    return asOutcome(await answer(args, before, world));
  },
};

const asOutcome = ({ replies, effects, remember }: Aside): Outcome<never> => end(replies, { effects: effects ?? [], ...(remember ? { remember: remember.value } : {}) });

/** Someone may be in danger: said first, in every state. */
export async function alarm(text: string, world: World): Promise<Aside | null> {
  const card = world.knowledge.isUrgent(text);
  return card ? { replies: [cardReply(card, world)] } : null;
}

function cardReply(card: NonNullable<ReturnType<World['knowledge']['isUrgent']>>, world: World): Reply {
  const { related, ...rest } = world.knowledge.content.card(card);
  const choices = related ? [{ id: 'more', label: say('safety-more'), to: { scene: 'hoi', args: `s:${related}:` } }] : [];
  return reply(cardText({ related, ...rest }), { choices });
}

/** A question in the middle of something else: only when the answer is sure. */
export async function aside(text: string, world: World, remembered: unknown): Promise<Aside | null> {
  if (!world.knowledge.looksLikeQuestion(text)) return null;
  const before = remembered as Remembered | undefined;
  const found = world.knowledge.ask(text, { now: world.now, ...(before ? { previous: { id: before.id, section: before.section as SectionId | null } } : {}) });
  return found.outcome === 'answer' ? answer(text, before, world) : null;
}

async function answer(text: string, before: Remembered | undefined, world: World): Promise<Aside> {
  const question = text.slice(0, QUESTION_LIMIT);
  const found = world.knowledge.ask(question, { now: world.now, ...(before ? { previous: { id: before.id, section: before.section as SectionId | null } } : {}) });
  switch (found.outcome) {
    case 'answer':
      return sure(found, question, world);
    case 'choose':
      return { replies: [reply(say('ask-choose'), { choices: chooseFrom(found, world) })], remember: { scene: 'hoi', value: { id: found.entries[0]!.id, section: null, question } } };
    case 'smalltalk':
      return { replies: [reply(say('ask-smalltalk'), { choices: mainMenu(world) })] };
    case 'urgent':
      return (await alarm(question, world)) ?? unknown(found, question, world);
    case 'unknown':
      return unknown(found, question, world);
  }
}

function sure(found: Answer, question: string, world: World): Aside {
  const [first] = found.entries;
  const entry = first && world.knowledge.content.entry(first.id);
  if (!first || !entry || (!entry.public && !world.person.known)) return unknown(found, question, world);
  const looked = entry.id === 'don-vi-sau-sap-xep' ? formerReply(question, world) : null;
  const remember = { scene: 'hoi', value: { id: entry.id, section: first.section, question } satisfies Remembered };
  if (looked) return { replies: [looked], remember };
  return { replies: [reply(entryText(entry, first.section, world), { choices: entryChoices(entry, first.section, true) })], remember };
}

function chooseFrom({ entries }: Answer, world: World): Choice[] {
  const listed = entries.flatMap(({ id, section }) => {
    const entry = world.knowledge.content.entry(id);
    return entry ? [{ id, label: quote(entry.title), to: { scene: 'hoi', args: `s:${id}:${section ?? ''}` } }] : [];
  });
  return [...listed, { id: 'none', label: say('ask-none-of-these'), to: { scene: 'hoi', args: 'x' } }];
}

/** Not known is said; the question is kept for someone who can answer. Empty noise is not a question. */
function unknown(found: Answer, question: string, world: World): Aside {
  if (!/\p{L}{2}/u.test(question)) return { replies: [reply(say('ask-not-words'), { choices: mainMenu(world) })] };
  return { replies: [reply([say('ask-unknown'), say('ask-handed-over')], { choices: mainMenu(world) })], effects: [save(found.outcome, found.entries, question, world)] };
}

const save = (outcome: string, entries: Answer['entries'], text: string, world: World): SaveQuestion => ({ type: 'question.save', person: world.person.key, text, outcome, entries });

async function section(id: string, sectionId: string, before: Remembered | undefined, world: World): Promise<Outcome<never>> {
  const entry = world.knowledge.content.entry(id);
  if (!entry || (!entry.public && !world.person.known)) return end([reply(say('ask-entry-gone'))]);
  const asked = entry.sections.find((one) => one.id === sectionId)?.id ?? null;
  const remember: Remembered = { id, section: asked, question: before?.question ?? entry.title };
  return end([reply(entryText(entry, asked, world), { choices: entryChoices(entry, asked, false) })], { remember });
}

async function notThis(before: Remembered | undefined, world: World): Promise<Outcome<never>> {
  if (!before) return end([reply(say('ask-what'))]);
  return end([reply([say('ask-sorry'), say('ask-handed-over')])], { effects: [save('not-this', [{ id: before.id, section: null, score: 0 }], before.question, world)] });
}
