import { groupBy } from '../collections.ts';
import { SendError, type Address, type Push } from '../conversation/index.ts';
import type { Db } from '../store/index.ts';
import { afterQuiet, isQuiet, type QuietHours } from './calendar.ts';
import { claim, defer, markLeaving, markStayed, postpone, recoverClaims, settle, type Claimed } from './ledger.ts';

export interface DeliverDeps {
  db: Db;
  quiet: QuietHours;
  now(): Date;
  /** Where these cadres can be written to, best first; none of hers when nowhere. */
  addresses(cadreIds: number[]): Promise<(Address & { cadreId: number })[]>;
  /** Says it; returns why it was dropped, or null once sent. Throws SendError. */
  push(cadreId: number, to: Address, what: Push, leaving: () => Promise<void>): Promise<string | null>;
  unreachable(to: Address, why: string): Promise<void>;
  log(event: string, fields: Record<string, unknown>): void;
}

const BATCH = 100;
const AT_ONCE = 20;
const RETRY_MS = 5 * 60_000;

/** The claim ran out while the message waited its turn: whoever holds it now will see to it. */
class ClaimLost extends Error {}

/** Sends everything that is due, a window of messages at a time: a slow one holds up nobody. Returns how many went out. */
export async function deliverDue(deps: DeliverDeps): Promise<number> {
  await recoverClaims(deps.db, deps.now());
  const next = queueOf(deps);
  let sent = 0;
  const work = async (): Promise<void> => {
    for (let one = await next(); one; one = await next()) if (await deliverOne(deps, one)) sent++;
  };
  // Everyone finishes what she holds before a failure is told.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failure = ends.find((one) => one.status === 'rejected');
  if (failure) throw failure.reason;
  return sent;
}

/** A claim, and where its person can be written to. */
type Ready = Claimed & { to: Address[] };

/** Hands out claims one by one, taking more when they run out; undefined once nothing is due. */
function queueOf(deps: DeliverDeps): () => Promise<Ready | undefined> {
  let held: Ready[] = [];
  let taking: Promise<void> | null = null;
  const take = async (): Promise<void> => {
    held = await takeReady(deps).finally(() => (taking = null));
  };
  return async () => {
    if (held.length === 0) await (taking ??= take());
    return held.shift();
  };
}

async function takeReady({ db, now, addresses }: DeliverDeps): Promise<Ready[]> {
  const claimed = await claim(db, now(), BATCH);
  if (claimed.length === 0) return [];
  const known = groupBy(await addresses(claimed.map((one) => one.cadreId)), (one) => one.cadreId);
  return claimed.map((one) => ({ ...one, to: known.get(one.cadreId) ?? [] }));
}

async function deliverOne(deps: DeliverDeps, claimed: Ready): Promise<boolean> {
  const { db, now } = deps;
  if (!claimed.asked && isQuiet(deps.quiet, now())) {
    await defer(db, claimed, afterQuiet(deps.quiet, now()));
    return false;
  }
  for (const to of claimed.to) {
    const outcome = await attempt(deps, claimed, to);
    if (outcome !== 'next') return outcome === 'sent';
  }
  await settle(db, claimed, 'unreachable', 'no account that can be written to', now());
  return false;
}

async function attempt(deps: DeliverDeps, claimed: Claimed, to: Address): Promise<'sent' | 'done' | 'next'> {
  const { db, now } = deps;
  let left = false;
  const leaving = async (): Promise<void> => {
    if (!(await markLeaving(db, claimed, now()))) throw new ClaimLost();
    left = true;
  };
  try {
    const dropped = await deps.push(claimed.cadreId, to, claimed, leaving);
    await settle(db, claimed, dropped === null ? 'sent' : 'cancelled', dropped, now());
    return dropped === null ? 'sent' : 'done';
  } catch (error) {
    if (error instanceof ClaimLost) return 'done';
    return failed(deps, claimed, to, error, left);
  }
}

/** Unreachable here: the next account. May have gone out: never again. Certainly not: later. */
async function failed(deps: DeliverDeps, claimed: Claimed, to: Address, error: unknown, left: boolean): Promise<'done' | 'next'> {
  const { db, now } = deps;
  // What breaks after the message has left (a session not saved) must not send it again.
  const outcome = error instanceof SendError ? error.outcome : left ? 'unknown' : 'failed';
  deps.log('push-not-sent', { id: claimed.id, channel: to.channel, outcome });
  if (outcome === 'unreachable') {
    await deps.unreachable(to, 'blocked');
    await markStayed(db, claimed);
    return 'next';
  }
  if (outcome === 'unknown') await settle(db, claimed, 'unknown', 'may have gone out', now());
  else await postpone(db, claimed, new Date(now().getTime() + claimed.attempts * RETRY_MS), 'send failed', now());
  return 'done';
}
