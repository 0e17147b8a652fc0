import { randomUUID } from 'node:crypto';
import type { Effect } from '../../conversation/index.ts';
import type { Program } from '../../program.ts';
import { instantOf } from '../../time.ts';
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';
import type { Population } from './population.ts';
import type { SeasonOptions } from './season.ts';

/** Everything a season is played with. */
export interface Scene {
  options: SeasonOptions;
  /** What people do: the same seed gives the same reports. */
  chance: Chance;
  /** What befalls messages and processes, and what follows from it. */
  luck: Chance;
  clock: { at: Date };
  counts: Record<string, number>;
  program: Program;
  population: Population;
  books: Books;
  snoozedUntil: Map<number, string>;
  /** What will happen, by "day hour". */
  later: Map<string, (() => Promise<void>)[]>;
}

export const schedule = ({ later }: Scene, when: string, what: () => Promise<void>): void => {
  const held = later.get(when);
  if (held) held.push(what);
  else later.set(when, [what]);
};

/** What was to happen at that hour happens. */
export async function happen({ later, clock }: Scene, when: string): Promise<void> {
  const events = later.get(when);
  if (!events) return;
  clock.at = instantOf(when.slice(0, 10), when.slice(11));
  for (const event of events) await event();
  later.delete(when);
}

/** Effects as a turn would commit them. */
export async function commit({ program, clock }: Scene, effects: Effect[]): Promise<unknown[]> {
  let results: unknown[] = [];
  const world = { now: clock.at } as Parameters<Program['deps']['ledger']['commit']>[2];
  await program.deps.ledger.commit(`simulation:${randomUUID()}`, effects, world, (given) => {
    results = given;
    return { session: { format: 1, turn: 0, menus: [], recent: [], remembered: {} }, replies: [] };
  });
  return results;
}
