import { sql, type RawBuilder } from 'kysely';
import type { Effect, TurnLedger, TurnRecord, TurnWorld } from '../conversation/index.ts';
import type { Db, Tx } from './database.ts';

/** What a subject's handler is told: the transaction, what to do, and a key that is the same when redelivered. */
export interface EffectContext<W> {
  tx: Tx;
  world: W;
  key: string;
}

type Handler<W> = (effect: never, context: EffectContext<W>) => Promise<unknown>;

/** An effect that is one statement and tells nothing back: where it is a turn's only one, no transaction is opened for it. */
export interface OneStatement<W> {
  statement(effect: never, context: Omit<EffectContext<W>, 'tx'>): RawBuilder<unknown>;
}

export type EffectHandlers<W> = Record<string, Handler<W> | OneStatement<W>>;

/** Effects and the record of their turn go in together or not at all. */
export function turnLedger<W extends TurnWorld>(db: Db, handlers: EffectHandlers<W>): TurnLedger<W> {
  const find = async (update: string): Promise<TurnRecord | null> => {
    const row = await db.selectFrom('turns').select('record').where('update_key', '=', update).executeTakeFirst();
    return row?.record ?? null;
  };
  /** Most turns keep what has just been typed, and nothing else: one round trip. */
  const writeOne = async (statement: RawBuilder<unknown>, update: string, world: W, record: TurnRecord): Promise<TurnRecord> => {
    await sql`with done as (${statement}) insert into turns (update_key, at, record) values (${update}, ${world.now}, ${JSON.stringify(record)})`.execute(db);
    return record;
  };
  const writeAll = (update: string, effects: Effect[], world: W, finish: (results: unknown[]) => TurnRecord): Promise<TurnRecord> =>
    db.transaction().execute(async (tx) => {
      const results: unknown[] = [];
      for (const [index, effect] of effects.entries()) results.push(await handle(handlerOf(handlers, effect), effect, { tx, world, key: `${update}:${index}` }));
      const record = finish(results);
      await tx.insertInto('turns').values({ update_key: update, at: world.now, record: JSON.stringify(record) }).execute();
      return record;
    });
  return {
    find,
    async commit(update, effects, world, finish) {
      const [only, second] = effects;
      const handler = only && !second ? handlerOf(handlers, only) : null;
      try {
        return await (handler && 'statement' in handler
          ? writeOne(handler.statement(only as never, { world, key: `${update}:0` }), update, world, finish([undefined]))
          : writeAll(update, effects, world, finish));
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

async function handle<W>(handler: Handler<W> | OneStatement<W>, effect: Effect, context: EffectContext<W>): Promise<unknown> {
  if (!('statement' in handler)) return handler(effect as never, context);
  await handler.statement(effect as never, context).execute(context.tx);
  return undefined;
}

function handlerOf<W>(handlers: EffectHandlers<W>, effect: Effect): Handler<W> | OneStatement<W> {
  const handler = handlers[effect.type];
  if (!handler) throw new Error(`no handler for effect ${effect.type}`);
  return handler;
}
