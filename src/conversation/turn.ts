import { capabilities, type Capabilities, type ChannelName } from './capabilities.ts';
import { SendError, type Urgency } from './channel.ts';
import { updateKey, type Address, type Envelope } from './input.ts';
import { renderReplies } from './render.ts';
import { reply, say, type RenderedReply, type Reply } from './reply.ts';
import { route, type House, type Routed } from './router.ts';
import type { Effect, TurnWorld } from './scene.ts';
import { activeScene, freshSession, whereOf, withMenu, withUpdate, type Session } from './session.ts';
import type { Voice, Words } from './words.ts';

/** One holder at a time for a key, across processes. `work` is told whether someone else held it when it was asked for. */
export interface Locks {
  hold<T>(key: string, work: (waited: boolean) => Promise<T>): Promise<T>;
}

export interface Sessions {
  load(person: string): Promise<Session | null>;
  save(person: string, session: Session): Promise<void>;
}

/** What a committed turn left: the same rows, session and replies when its update comes again. */
export interface TurnRecord {
  session: Session;
  replies: RenderedReply[];
}

/**
 * SQL's side of a turn. `commit` writes every effect and the record in one transaction, or nothing; where the update
 * had been committed before, that record comes back and nothing is written.
 */
export interface TurnLedger<W> {
  find(update: string): Promise<TurnRecord | null>;
  commit(update: string, effects: Effect[], world: W, finish: (results: unknown[]) => TurnRecord): Promise<TurnRecord>;
}

/** Sends through the address's channel. Throws SendError. */
export type Send = (to: Address, replies: RenderedReply[], urgency: Urgency) => Promise<void>;

export interface TurnDeps<W extends TurnWorld> {
  house: House<W>;
  words: Words;
  voice(world: W): Voice;
  locks: Locks;
  sessions: Sessions;
  ledger: TurnLedger<W>;
  /** Who writes and what she may read through; called again under the lock. */
  world(envelope: Envelope): Promise<W>;
  send: Send;
  /** Told of an answer that did not arrive: it does not undo the turn. */
  undelivered(to: Address, error: unknown): Promise<void>;
}

/**
 * One turn, from an update to its replies. A crash anywhere, followed by redelivery, ends in the same rows and replies:
 * before the commit nothing has happened; after it the record has the session and the replies; after the save the
 * session has them until they are out. A turn that writes nothing is simply taken again: its session is saved once,
 * with the sending behind it.
 */
export async function takeTurn<W extends TurnWorld>(deps: TurnDeps<W>, envelope: Envelope): Promise<void> {
  if (!envelope.private) return sayOnce(deps, envelope, [reply(say('common-group'))]);
  const world = await deps.world(envelope);
  await deps.locks.hold(world.person.key, async (waited) => {
    // Read again after another turn of hers: it may have recognised this person, or filed what is now looked at.
    await underLock(deps, envelope, waited ? await deps.world(envelope) : world);
  });
}

async function underLock<W extends TurnWorld>(deps: TurnDeps<W>, envelope: Envelope, world: W): Promise<void> {
  const { sessions } = deps;
  const person = world.person.key;
  const update = updateKey(envelope);
  const session = (await sessions.load(person)) ?? freshSession();
  if (session.recent.includes(update)) {
    if (session.outbox?.update === update) await finish(deps, person, session);
    return;
  }
  // Left over from a turn whose process died before sending.
  if (session.outbox && (await isStillHers(deps, session.outbox.to, envelope, person))) await finish(deps, person, session);
  const routed = await route(deps.house, session, envelope.input, world);
  const close = (results: unknown[]): TurnRecord => closeTurn(deps, envelope, world, routed, results);
  if (routed.effects.length > 0) return saveAndFinish(deps, person, await deps.ledger.commit(update, routed.effects, world, close));
  // Committed by a process that died before it saved the session: what is read now is what that turn left behind.
  const before = await deps.ledger.find(update);
  await (before ? saveAndFinish(deps, person, before) : finish(deps, person, close([]).session));
}

/** Whether an account is this person's: it may have passed to a new phone, or someone else, since it was written to. */
async function isStillHers<W extends TurnWorld>(deps: TurnDeps<W>, to: Address, envelope: Envelope, person: string): Promise<boolean> {
  if (to.channel === envelope.channel && to.account === envelope.account) return true;
  return (await deps.world({ ...envelope, ...to })).person.key === person;
}

async function saveAndFinish<W extends TurnWorld>(deps: TurnDeps<W>, person: string, { session }: TurnRecord): Promise<void> {
  await deps.sessions.save(person, session);
  await finish(deps, person, session);
}

function closeTurn<W extends TurnWorld>(
  deps: TurnDeps<W>,
  envelope: Envelope,
  world: W,
  routed: Routed,
  results: unknown[],
): TurnRecord {
  const turn = routed.session.turn + 1;
  const replies = [...routed.before, ...routed.receipt(results), ...routed.after];
  const rendered = renderReplies(replies, renderWith(deps, world, envelope, turn));
  const to: Address = { channel: envelope.channel, account: envelope.account, chat: envelope.chat };
  const menu = { turn, where: whereOf(activeScene(routed.session, deps.house.scenes)), choices: rendered.flatMap((one) => one.choices) };
  const update = updateKey(envelope);
  const session = withMenu(withUpdate({ ...routed.session, turn, last: to, outbox: { update, to, replies: rendered } }, update), menu);
  return { session, replies: rendered };
}

export function renderWith<W extends TurnWorld>(deps: TurnDeps<W>, world: W, { channel }: Address, turn: number) {
  return { words: deps.words, voice: deps.voice(world), capabilities: capabilitiesOf(channel), turn };
}

export function capabilitiesOf(channel: string): Capabilities {
  const found = capabilities[channel as ChannelName];
  if (!found) throw new Error(`no capabilities declared for channel ${channel}`);
  return found;
}

/** Sends what is in the outbox and takes it out. What certainly did not go out stays for her next message. */
async function finish<W extends TurnWorld>(deps: TurnDeps<W>, person: string, session: Session): Promise<void> {
  const { outbox, ...rest } = session;
  if (!outbox) return;
  try {
    if (outbox.replies.length > 0) await deps.send(outbox.to, outbox.replies, 'answer');
  } catch (error) {
    await deps.undelivered(outbox.to, error);
    if (error instanceof SendError && error.outcome === 'failed') return deps.sessions.save(person, session);
  }
  await deps.sessions.save(person, rest);
}

/** A group hears one sentence and nothing is kept of it. */
async function sayOnce<W extends TurnWorld>(deps: TurnDeps<W>, envelope: Envelope, replies: Reply[]): Promise<void> {
  const world = await deps.world(envelope);
  await deps.send(envelope, renderReplies(replies, renderWith(deps, world, envelope, 0)), 'answer');
}
