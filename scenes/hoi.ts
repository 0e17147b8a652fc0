import { end, quote, reply, say, type Aside, type Choice, type Outcome, type Reply } from '../src/conversation/index.ts';
import { QUESTION_LIMIT, sectionIds, withoutPersonal, type Answer, type Entry, type Found, type SectionId } from '../src/knowledge/index.ts';
import { fold } from '../src/vietnamese/fold.ts';
import { noState } from './bat-dau.ts';
import { formerReply } from './former-words.ts';
import { answersWaiting, handOver } from './hoi-hand-over.ts';
import { mainMenu } from './menu.ts';
import { cardText, entryChoices, entryText } from './procedure-words.ts';
import type { HoiScene, World } from './world.ts';

/** The question before, so that "thế ai ký?" is understood and "không đúng ý" knows what it is about. */
interface Remembered {
  id: string;
  section: string | null;
  /** Without anything personal: it is kept, and may be handed to an officer. */
  question: string;
  /** The entries that were offered to choose from. */
  offered?: { id: string; score: number }[];
  /** Nothing was answered, or not what she meant: the next question is no continuation of it. */
  open?: true;
}

const THANKS = /\b(cam on|cam ta|thank|tks)/;

/** Answers a question about a procedure with its source. Ends at once: what is under way goes on. */
export const hoi: HoiScene<never> = {
  name: 'hoi',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'anyone',
  async enter(args, world, { remembered }): Promise<Outcome<never>> {
    const [waiting, now] = [await answersWaiting(world), await asked(args, world, remembered as Remembered | undefined)];
    const { replies, effects = [], remember } = now;
    return end([...waiting.replies, ...replies], { effects: [...(waiting.effects ?? []), ...effects], ...(remember ? { remember: remember.value } : {}) });
  },
};

async function asked(args: string, world: World, before: Remembered | undefined): Promise<Aside> {
  const pressed = /^s:([a-z0-9-]+):([a-z-]*)$/.exec(args);
  if (pressed) return section(pressed[1]!, pressed[2]!, before, world);
  const refused = /^x(?::([a-z0-9-]+))?$/.exec(args);
  if (refused) return notThis(refused[1], before, world);
  return args.trim() === '' ? { replies: [reply(say('ask-what'))] } : answer(args, before, world);
}

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
  return found(text, before, world).outcome === 'answer' ? answer(text, before, world) : null;
}

const found = (text: string, before: Remembered | undefined, world: World): Answer =>
  world.knowledge.ask(text, { now: world.now, ...(before && !before.open ? { previous: { id: before.id, section: before.section as SectionId | null } } : {}) });

async function answer(text: string, before: Remembered | undefined, world: World): Promise<Aside> {
  const answered = found(text, before, world);
  const question = withoutPersonal(text.slice(0, QUESTION_LIMIT));
  const meant = answered.outcome === 'answer' || answered.outcome === 'urgent' ? [] : goingOn(text, before, world);
  if (meant.length > 0) return chosenBy(meant, question, world);
  switch (answered.outcome) {
    case 'answer':
      return sure(answered, question, world);
    case 'choose':
      return unsure(answered, question, world);
    case 'smalltalk':
      return { replies: [reply(say(THANKS.test(fold(text)) ? 'ask-thanks' : 'ask-smalltalk'), { choices: mainMenu(world) })] };
    case 'urgent':
      return (await alarm(text, world)) ?? unknown(answered, question, world);
    case 'unknown':
      return unknown(answered, question, world);
  }
}

/** "Thế ai được miễn?" while she has not said which of several she means: the same ones, each now at the part she asks for. */
function goingOn(text: string, before: Remembered | undefined, world: World): Found[] {
  if (!before?.open) return [];
  return (before.offered ?? []).flatMap(({ id }) => {
    const { outcome, entries } = world.knowledge.ask(text, { now: world.now, previous: { id, section: null } });
    return outcome === 'answer' ? entries.filter((entry) => entry.id === id) : [];
  });
}

function sure({ entries }: Answer, question: string, world: World): Promise<Aside> | Aside {
  const [first] = entries;
  const entry = first && shownTo(first.id, world);
  if (!first || !entry) return unknown({ outcome: 'unknown', entries, card: null }, question, world);
  const looked = entry.id === 'don-vi-sau-sap-xep' ? formerReply(question, world) : null;
  const remember = { scene: 'hoi', value: { id: entry.id, section: first.section, question } satisfies Remembered };
  if (looked) return { replies: [looked], remember };
  return { replies: [reply(entryText(entry, first.section, world), { choices: entryChoices(entry, first.section, true) })], remember };
}

/** An entry, if this person may see it. */
function shownTo(id: string, world: World): Entry | null {
  const entry = world.knowledge.content.entry(id);
  return entry && (entry.public || world.person.known) ? entry : null;
}

/** Several may be meant: she chooses, or a language model (where one is set) does, and the others stay one tap away. */
async function unsure({ entries }: Answer, question: string, world: World): Promise<Aside> {
  const offered = entries.filter(({ id }) => shownTo(id, world));
  if (offered.length === 0) return unknown({ outcome: 'unknown', entries, card: null }, question, world);
  const picked = await world.knowledge.choose(question, offered, world.now);
  const entry = picked && shownTo(picked.id, world);
  if (!entry) return chosenBy(offered, question, world);
  const others = offered.filter(({ id }) => id !== entry.id);
  const remember = { scene: 'hoi', value: { id: entry.id, section: picked.section, question, offered } satisfies Remembered };
  return { replies: [reply(entryText(entry, picked.section, world), { choices: [...entryChoices(entry, picked.section, false), ...chooseFrom(others, entry.id, world)] })], remember };
}

function chosenBy(offered: Found[], question: string, world: World): Aside {
  const about = offered[0]!.id;
  const value: Remembered = { id: about, section: null, question, offered, open: true };
  return { replies: [reply(say('ask-choose'), { choices: chooseFrom(offered, about, world) })], remember: { scene: 'hoi', value } };
}

/** `about`: the entry she is taken to mean until she says otherwise. */
function chooseFrom(entries: readonly Found[], about: string, world: World): Choice[] {
  const listed = entries.flatMap(({ id, section }) => {
    const entry = shownTo(id, world);
    return entry ? [{ id, label: quote(entry.title), to: { scene: 'hoi', args: `s:${id}:${section ?? ''}` } }] : [];
  });
  return [...listed, { id: 'none', label: say('ask-none-of-these'), to: { scene: 'hoi', args: `x:${about}` } }];
}

/** Not known is said. Noise, code and other languages are no question for an officer. Near entries are offered only when a language model finds one of them right. */
async function unknown({ entries }: Answer, question: string, world: World): Promise<Aside> {
  if (!/\p{L}{2}/u.test(question)) return { replies: [reply(say('ask-not-words'), { choices: mainMenu(world) })] };
  if (!world.knowledge.isVietnamese(question)) return { replies: [reply(say('ask-vietnamese'), { choices: mainMenu(world) })] };
  const near = entries.filter(({ id }) => shownTo(id, world));
  const picked = near.length > 0 ? await world.knowledge.choose(question, near, world.now) : null;
  if (!picked) return handOver(say('ask-unknown'), { outcome: 'unknown', entries, question }, world);
  return chosenBy([picked, ...near.filter(({ id }) => id !== picked.id)], question, world);
}

async function section(id: string, sectionId: string, before: Remembered | undefined, world: World): Promise<Aside> {
  const entry = shownTo(id, world);
  if (!entry) return { replies: [reply(say('ask-entry-gone'))] };
  const asked = sectionIds.find((one) => one === sectionId) ?? null;
  // A button of an older message is not about the newest question.
  const own = before?.id === id || before?.offered?.some((one) => one.id === id);
  const value: Remembered = { id, section: asked, question: own ? before!.question : entry.title };
  return { replies: [reply(entryText(entry, asked, world), { choices: entryChoices(entry, asked, false) })], remember: { scene: 'hoi', value } };
}

/** "Không đúng ý" under an answer names its entry: pressed days later, it is not taken for the newest question. */
async function notThis(id: string | undefined, before: Remembered | undefined, world: World): Promise<Aside> {
  if (!before || (id !== undefined && id !== before.id)) return { replies: [reply(say('ask-again'))] };
  const { outcome, entries, opening } = refusal(before, world);
  const told = await handOver(say(opening), { outcome, entries, question: before.question }, world);
  return { ...told, remember: { scene: 'hoi', value: { ...before, open: true } satisfies Remembered } };
}

/** Why an answer goes to an officer: it has no source yet, none of several fitted, or it was not what she meant. */
function refusal({ id, offered }: Remembered, world: World) {
  if (world.knowledge.content.entry(id)?.status === 'no-source') return { outcome: 'unknown', entries: [{ id, score: 1 }], opening: 'ask-passed-on' };
  if (offered) return { outcome: 'none-of-these', entries: offered, opening: 'ask-sorry' };
  return { outcome: 'not-this', entries: [{ id, score: 0 }], opening: 'ask-sorry' };
}
