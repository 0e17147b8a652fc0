import { linkAccount } from '../../src/org/index.ts';
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

/** An account that is already hers, as if she had been recognised there and had agreed to that notice. */
export async function linked(db: Db, cadreId: number, channel: string, account: string, notice: string, at: Date): Promise<void> {
  await db.transaction().execute((tx) => linkAccount(tx, cadreId, { channel, account, chat: account }, at));
  const row = { notice, at, channel };
  await db.insertInto('consents').values({ cadre_id: cadreId, ...row }).onConflict((conflict) => conflict.column('cadre_id').doUpdateSet(row)).execute();
}
