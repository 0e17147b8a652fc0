import type { Db } from '../../src/store/index.ts';

export interface Held {
  unitId: string;
  title: string;
}

/** Puts someone on the roster. Returns her id. */
export async function onRoster(db: Db, { name, phone, admin = false, held }: { name: string; phone: string; admin?: boolean; held: Held[] }): Promise<number> {
  const { id } = await db.insertInto('cadres').values({ name, phone, admin, left_on: null }).returning('id').executeTakeFirstOrThrow();
  await givePositions(db, id, held);
  return id;
}

/** From now on she holds exactly these. */
export async function givePositions(db: Db, cadreId: number, held: Held[]): Promise<void> {
  await db.deleteFrom('positions').where('cadre_id', '=', cadreId).execute();
  if (held.length > 0) await db.insertInto('positions').values(held.map(({ unitId, title }) => ({ cadre_id: cadreId, unit_id: unitId, title }))).execute();
}

/** An account that is already hers, as if she had been recognised there. */
export async function linked(db: Db, cadreId: number, channel: string, account: string, at: Date): Promise<void> {
  const row = { chat: account, cadre_id: cadreId, linked_at: at, seen_at: at, unreachable_at: null, unreachable_why: null };
  await db.insertInto('accounts').values({ channel, account, ...row }).onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(row)).execute();
}
