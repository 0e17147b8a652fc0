import type { Db, Tx } from '../store/index.ts';

/** What a cadre has agreed to, and when; null when she has not been asked or said no. */
export async function agreementOf(db: Db | Tx, cadreId: number): Promise<{ notice: string; at: Date } | null> {
  return (await db.selectFrom('consents').select(['notice', 'at']).where('cadre_id', '=', cadreId).executeTakeFirst()) ?? null;
}
