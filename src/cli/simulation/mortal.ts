import type { KyselyPlugin } from 'kysely';
import type { Db } from '../../store/index.ts';

/** The process ended here: from this moment on it asks nothing of the store. */
export class Died extends Error {}

/**
 * A database whose process can die: from the chosen query on every query fails, as when the process is killed between
 * two of them. What it had written stays; an open transaction is rolled back.
 */
export function mortal(real: Db): { db: Db; dieAtQuery(count: number): void; revive(): void; alive(): boolean } {
  let left = Infinity;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (--left < 0) throw new Died();
      return node;
    },
    transformResult: async ({ result }) => {
      // Killed while the answer was on its way: done in the store, unknown to the process.
      if (left < 0) throw new Died();
      return result;
    },
  };
  return {
    db: real.withPlugin(plugin),
    dieAtQuery: (count) => (left = count),
    revive: () => (left = Infinity),
    alive: () => left >= 0,
  };
}
