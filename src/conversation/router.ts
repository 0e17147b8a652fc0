import { isCommandWord, readChoice } from './answers/index.ts';
import type { Input, RawInput, Received } from './input.ts';
import { readAction, readStepData } from './render.ts';
import { reply, say, type Reply } from './reply.ts';
import type { AnyScene, Effect, Outcome, TurnWorld } from './scene.ts';
import { activeScene, whereOf, type Session } from './session.ts';

/** Replies and, for a scene, what it will remember. Said without disturbing what is under way. */
export interface Aside {
  replies: Reply[];
  effects?: Effect[];
  remember?: { scene: string; value: unknown };
}

/** The program as the router sees it: which scene a command opens, what a plain text may mean. */
export interface House<W extends TurnWorld> {
  scenes: Record<string, AnyScene<W>>;
  commands: Record<string, { scene: string; args?: string }>;
  /** Opens on a text that answers no question: it is itself a question. */
  fallback: string;
  /** Opens when a stranger asks for what only a cadre may see. */
  stranger: string;
  /** Takes a shared contact, whatever is under way. */
  contact: { scene: string; state: unknown };
  /** Someone may be in danger: said first, in every state. */
  alarm(text: string, world: W): Promise<Aside | null>;
  /** A question in the middle of something else: answered only when the answer is sure. */
  aside(text: string, world: W, remembered: unknown): Promise<Aside | null>;
}

export interface Routed {
  session: Session;
  effects: Effect[];
  /** Replies in order; `receipt` sees what the effects brought. */
  before: Reply[];
  receipt: (results: unknown[]) => Reply[];
  after: Reply[];
}

type Active<W extends TurnWorld> = { scene: AnyScene<W>; state: unknown } | null;

interface Route<W extends TurnWorld> {
  house: House<W>;
  session: Session;
  world: W;
  active: Active<W>;
  /** What was under way has just ceased to be hers. */
  closed: boolean;
}

/** Decides which scene hears an input and what the session is afterwards. Reads only. */
export async function route<W extends TurnWorld>(house: House<W>, session: Session, raw: RawInput, world: W): Promise<Routed> {
  const stored = activeScene(session, house.scenes);
  const kept = stored && isHers(stored, world) ? stored : null;
  const lost = stored ? null : await recovered(house, session, world);
  const routed = await hear({ house, session, world, active: kept ?? lost, closed: stored !== null && kept === null && world.person.known }, raw);
  return lost ? { ...routed, before: [reply(say('common-recovered')), ...routed.before] } : routed;
}

async function hear<W extends TurnWorld>(at: Route<W>, raw: RawInput): Promise<Routed> {
  switch (raw.kind) {
    case 'button':
      return button(at, raw.data);
    case 'text':
      return text(at, raw.text);
    case 'command':
      return command(at, raw.name, raw.args);
    case 'contact':
      return contact(at, raw);
    case 'silence':
      return silence(at);
    case 'photo':
    case 'edited':
    case 'other':
      return unusual(at, raw);
  }
}

/** With a lost session: what its rows in SQL say was under way. */
async function recovered<W extends TurnWorld>(house: House<W>, session: Session, world: W): Promise<Active<W>> {
  if (session.turn > 0 || !world.person.known) return null;
  for (const scene of Object.values(house.scenes)) {
    const state = await scene.recover?.(world);
    if (state && isHers({ scene, state }, world)) return { scene, state };
  }
  return null;
}

/** Asked anew every turn: a position, or a place on the roster, may have ended since the last one. */
const isHers = <W extends TurnWorld>({ scene, state }: NonNullable<Active<W>>, world: W): boolean =>
  (scene.for === 'anyone' || world.person.known) && (scene.stillHers?.(state, world) ?? true);

async function button<W extends TurnWorld>(at: Route<W>, data: string): Promise<Routed> {
  const action = readAction(data);
  if (action) return at.house.scenes[action.scene] ? enter(at, action.scene, action.args) : stale(at);
  const place = readStepData(data);
  const menu = place && at.session.menus.find((one) => one.turn === place.turn);
  const choice = place && menu?.choices[place.index];
  if (!choice || !at.active || menu.where !== whereOf(at.active)) return stale(at);
  return step(at, { kind: 'choice', id: choice.id });
}

const stale = <W extends TurnWorld>(at: Route<W>): Promise<Routed> => interject(at, { replies: [reply(say('common-stale-button'))] });

async function text<W extends TurnWorld>(at: Route<W>, words: string): Promise<Routed> {
  const alarm = await at.house.alarm(words, at.world);
  if (alarm) return interject(at, alarm);
  const word = isCommandWord(words);
  if (word === 'huy' && at.active) return command(at, 'huy', '');
  if (word === 'trogiup') return command(at, 'trogiup', '');
  const picked = pick(at, words);
  if (picked?.action) return enter(at, picked.action.scene, picked.action.args);
  const claiming = claimedBy(at, words);
  if (claiming) return enter(at, claiming.name, words);
  return step(at, { kind: 'text', text: words, ...(picked ? { picks: picked.id } : {}) });
}

function claimedBy<W extends TurnWorld>({ house, active, world }: Route<W>, words: string): AnyScene<W> | undefined {
  const { known } = world.person;
  return Object.values(house.scenes).find((scene) => scene.claims?.(words, { free: active === null && known, known }));
}

/** What a text means among the choices last offered: by number, by words or part of them; steering only by its full words. */
function pick<W extends TurnWorld>(at: Route<W>, words: string): { id: string; action: { scene: string; args: string } | null } | null {
  const menu = at.session.menus.at(-1);
  if (!menu || menu.where !== whereOf(at.active)) return null;
  const plain = menu.choices.filter((choice) => !choice.nav);
  const steering = menu.choices.filter((choice) => choice.nav);
  const said = (label: string): string => label.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim();
  const byWords = steering.find((choice) => said(choice.label) === said(words));
  const read = byWords ? null : readChoice(words, plain);
  const choice = byWords ?? (read?.ok ? menu.choices.find((one) => one.id === read.value) : undefined);
  return choice ? { id: choice.id, action: readAction(choice.data) } : null;
}

async function command<W extends TurnWorld>(at: Route<W>, name: string, args: string): Promise<Routed> {
  if (name === 'huy') return cancel(at);
  if (name === 'trogiup' && at.active?.scene.help) {
    return interject(at, { replies: await at.active.scene.help(at.active.state, at.world) });
  }
  const target = at.house.commands[name];
  if (!target) return interject(at, { replies: [reply(say('common-unknown-command'))] });
  return enter(at, target.scene, args || (target.args ?? ''));
}

async function cancel<W extends TurnWorld>(at: Route<W>): Promise<Routed> {
  const { active, world } = at;
  if (!active) return interject(at, { replies: [reply(say('common-nothing-to-cancel'))] });
  const outcome = active.scene.cancel
    ? await active.scene.cancel(active.state, world)
    : { kind: 'end' as const, replies: [reply(say('common-cancelled'))] };
  return settle(at, active.scene, outcome);
}

async function contact<W extends TurnWorld>(at: Route<W>, input: Input & { kind: 'contact' }): Promise<Routed> {
  const { scene: name, state } = at.house.contact;
  const scene = at.house.scenes[name]!;
  return settle(at, scene, await scene.step!(state, input, at.world));
}

async function silence<W extends TurnWorld>(at: Route<W>): Promise<Routed> {
  const { active } = at;
  if (!active?.scene.silence) return quiet(at);
  return settle(at, active.scene, await active.scene.silence(active.state, at.world));
}

/** Photos go to the open step, or begin what their caption says; an edited message or a sticker gets a sensible word and the open question again. */
async function unusual<W extends TurnWorld>(at: Route<W>, input: Input & { kind: 'photo' | 'edited' | 'other' }): Promise<Routed> {
  const { active, world } = at;
  const claiming = input.kind === 'photo' ? claimedBy(at, input.caption) : undefined;
  if (claiming && input.kind === 'photo') return enter(at, claiming.name, input.caption, input.photos);
  const outcome = active?.scene.step ? await active.scene.step(active.state, input, world) : null;
  if (active && outcome && outcome.kind !== 'pass') return settle(at, active.scene, outcome);
  const key = input.kind === 'other' ? `common-got-${input.what}` : `common-got-${input.kind}`;
  return interject(at, { replies: [reply(say(key))] });
}

async function step<W extends TurnWorld>(at: Route<W>, input: Input): Promise<Routed> {
  const { active, world, house } = at;
  if (at.closed && input.kind === 'text') return noLongerHers(at, input.text);
  const outcome = active?.scene.step ? await active.scene.step(active.state, input, world) : null;
  if (active && outcome && outcome.kind !== 'pass' && outcome.kind !== 'reject') return settle(at, active.scene, outcome);
  if (active && input.kind === 'text') {
    const aside = await house.aside(input.text, world, at.session.remembered[house.fallback]);
    if (aside) return interject(at, aside);
  }
  if (active && outcome?.kind === 'reject') return settle(at, active.scene, outcome);
  return input.kind === 'text' ? enter(at, house.fallback, input.text) : stale(at);
}

/** Her words were an answer to what is no longer hers: nobody shall take them for a question. */
async function noLongerHers<W extends TurnWorld>(at: Route<W>, words: string): Promise<Routed> {
  const aside = await at.house.aside(words, at.world, at.session.remembered[at.house.fallback]);
  return interject(at, aside ?? { replies: [reply(say('common-no-longer-hers'))] });
}

/**
 * Opens a scene. One that ends at once (an answer, a table of figures) leaves what was under way open and asks its
 * question again; one that goes on takes its place.
 */
async function enter<W extends TurnWorld>(at: Route<W>, name: string, args: string, photos?: Received[]): Promise<Routed> {
  const { house, world, active, session } = at;
  const wanted = house.scenes[name]!;
  const scene = wanted.for === 'cadre' && !world.person.known ? house.scenes[house.stranger]! : wanted;
  const state = active?.scene.name === scene.name ? active.state : null;
  const outcome = await scene.enter(scene === wanted ? args : '', world, { state, remembered: session.remembered[scene.name], ...(photos && scene === wanted ? { photos } : {}) });
  if (outcome.kind === 'move') return enter(at, outcome.scene, outcome.args);
  if (outcome.kind === 'end' && active && active.scene.name !== scene.name) {
    return settle(at, scene, outcome, { keep: true });
  }
  const parting = active && active.scene.name !== scene.name ? ((await active.scene.leaving?.(active.state, world)) ?? []) : [];
  const routed = await settle(at, scene, outcome);
  return { ...routed, before: [...parting, ...routed.before] };
}

async function interject<W extends TurnWorld>(at: Route<W>, { replies, effects, remember }: Aside): Promise<Routed> {
  const remembered = remember ? { ...at.session.remembered, [remember.scene]: remember.value } : at.session.remembered;
  const session = { ...kept(at), remembered };
  return { session, effects: effects ?? [], before: replies, receipt: () => [], after: await promptAgain(at) };
}

const quiet = <W extends TurnWorld>(at: Route<W>): Routed => ({ session: kept(at), effects: [], before: [], receipt: () => [], after: [] });

async function promptAgain<W extends TurnWorld>({ active, world }: Route<W>): Promise<Reply[]> {
  return (await active?.scene.prompt?.(active.state, world)) ?? [];
}

/** The session with what is under way written down anew: migrated, or recovered. */
function kept<W extends TurnWorld>({ session, active }: Route<W>): Session {
  const { scene: _, ...rest } = session;
  return active ? { ...rest, scene: stored(active.scene, active.state) } : rest;
}

const stored = <W extends TurnWorld>(scene: AnyScene<W>, state: unknown) => ({ name: scene.name, version: scene.version, state });

const DEFAULT_WAIT_MINUTES = 60;

async function settle<W extends TurnWorld>(
  at: Route<W>,
  scene: AnyScene<W>,
  outcome: Outcome<unknown>,
  { keep = false } = {},
): Promise<Routed> {
  if (outcome.kind === 'move') throw new Error(`scene ${scene.name} moved on from inside a step`);
  if (outcome.kind === 'pass') return interject(at, { replies: [] });
  const { scene: _, silentAt: __, ...rest } = kept(at);
  const remembered = outcome.remember === undefined ? rest.remembered : { ...rest.remembered, [scene.name]: outcome.remember };
  const goes = outcome.kind !== 'end';
  const wait = outcome.kind === 'go' ? outcome.waitMinutes : undefined;
  const session: Session = {
    ...(keep ? kept(at) : rest),
    remembered,
    ...(goes ? { scene: stored(scene, outcome.state), silentAt: minutesOn(at.world.now, wait ?? DEFAULT_WAIT_MINUTES) } : {}),
  };
  const receipt = outcome.receipt ?? (() => []);
  return { session, effects: outcome.effects ?? [], before: outcome.replies ?? [], receipt, after: keep ? await promptAgain(at) : [] };
}

const minutesOn = (now: Date, minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString();
