import type { Effect, TurnLedger, TurnRecord, TurnWorld } from '../conversation/index.ts';
import type { Db, Tx } from './database.ts';

/** What a subject's handler is told: the transaction, what to do, and a key that is the same when redelivered. */
export interface EffectContext<W> {
  tx: Tx;
  world: W;
  key: string;
}

export type EffectHandlers<W> = Record<string, (effect: never, context: EffectContext<W>) => Promise<unknown>>;

/** Effects and the record of their turn go in together or not at all. */
export function turnLedger<W extends TurnWorld>(db: Db, handlers: EffectHandlers<W>): TurnLedger<W> {
  const find = async (update: string): Promise<TurnRecord | null> => {
    const row = await db.selectFrom('turns').select('record').where('update_key', '=', update).executeTakeFirst();
    return row?.record ?? null;
  };
  return {
    find,
    async commit(update, effects, world, finish) {
      try {
        return await db.transaction().execute(async (tx) => {
          const results: unknown[] = [];
          for (const [index, effect] of effects.entries()) {
            results.push(await handlerOf(handlers, effect)(effect as never, { tx, world, key: `${update}:${index}` }));
          }
          const record = finish(results);
          await tx.insertInto('turns').values({ update_key: update, at: world.now, record: JSON.stringify(record) }).execute();
          return record;
        });
      } catch (error) {
        // Its row was there already, or an effect found its own work done: a redelivery, and nothing was written anew.
        // Where even that cannot be looked up, the first cause is what must be told.
        const before = await find(update).catch(() => null);
        if (before) return before;
        throw error;
      }
    },
  };
}

function handlerOf<W>(handlers: EffectHandlers<W>, effect: Effect): EffectHandlers<W>[string] {
  const handler = handlers[effect.type];
  if (!handler) throw new Error(`no handler for effect ${effect.type}`);
  return handler;
}
