import { SendError, type Address, type Push } from '../conversation/index.ts';
import type { Db } from '../store/index.ts';
import { afterQuiet, isQuiet, type QuietHours } from './calendar.ts';
import { claim, defer, markLeaving, postpone, recoverClaims, settle, type Claimed } from './ledger.ts';

export interface DeliverDeps {
  db: Db;
  quiet: QuietHours;
  now(): Date;
  /** Where this cadre can be written to, best first; empty when nowhere. */
  addresses(cadreId: number): Promise<Address[]>;
  /** Says it; returns why it was dropped, or null once sent. Throws SendError. */
  push(cadreId: number, to: Address, what: Push, leaving: () => Promise<void>): Promise<string | null>;
  unreachable(to: Address, why: string): Promise<void>;
  log(event: string, fields: Record<string, unknown>): void;
}

const BATCH = 100;
const AT_ONCE = 20;

/** Sends everything that is due. Returns how many messages went out. */
export async function deliverDue(deps: DeliverDeps): Promise<number> {
  await recoverClaims(deps.db, deps.now());
  let sent = 0;
  for (;;) {
    const batch = await claim(deps.db, deps.now(), BATCH);
    for (let at = 0; at < batch.length; at += AT_ONCE) {
      const done = await Promise.all(batch.slice(at, at + AT_ONCE).map((one) => deliverOne(deps, one)));
      sent += done.filter(Boolean).length;
    }
    if (batch.length < BATCH) return sent;
  }
}

async function deliverOne(deps: DeliverDeps, claimed: Claimed): Promise<boolean> {
  const { db, now } = deps;
  if (!claimed.asked && isQuiet(deps.quiet, now())) {
    await defer(db, claimed.id, afterQuiet(deps.quiet, now()));
    return false;
  }
  for (const to of await deps.addresses(claimed.cadreId)) {
    const outcome = await attempt(deps, claimed, to);
    if (outcome !== 'next') return outcome === 'sent';
  }
  await settle(db, claimed.id, 'unreachable', 'no account that can be written to', now());
  return false;
}

async function attempt(deps: DeliverDeps, claimed: Claimed, to: Address): Promise<'sent' | 'done' | 'next'> {
  const { db, now } = deps;
  try {
    const dropped = await deps.push(claimed.cadreId, to, claimed, () => markLeaving(db, claimed.id, now()));
    await settle(db, claimed.id, dropped === null ? 'sent' : 'cancelled', dropped, now());
    return dropped === null ? 'sent' : 'done';
  } catch (error) {
    return failed(deps, claimed, to, error);
  }
}

/** Unreachable here: the next account. May have gone out: never again. Certainly not: later. */
async function failed(deps: DeliverDeps, claimed: Claimed, to: Address, error: unknown): Promise<'done' | 'next'> {
  const { db, now } = deps;
  const outcome = error instanceof SendError ? error.outcome : 'failed';
  deps.log('push-not-sent', { id: claimed.id, channel: to.channel, outcome });
  if (outcome === 'unreachable') {
    await deps.unreachable(to, 'blocked');
    return 'next';
  }
  if (outcome === 'unknown') await settle(db, claimed.id, 'unknown', 'may have gone out', now());
  else await postpone(db, claimed, new Date(now().getTime() + claimed.attempts * 5 * 60_000), 'send failed', now());
  return 'done';
}
