import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Tables, Tx } from '../store/index.ts';
import { turnOf } from './held.ts';

/** Which accounts: a condition on their table. */
export type Accounts = (is: ExpressionBuilder<Tables, 'accounts'>) => Expression<SqlBool>;

/**
 * These accounts are nobody's from now on. What was said on the web page goes with that, and so do the records of
 * turns: whoever sits there next shall not read on, and afterwards nobody could say whose they were.
 */
export async function releaseAccounts(tx: Tx, which: Accounts): Promise<void> {
  const released = await tx.updateTable('accounts').set({ cadre_id: null, linked_at: null }).where('cadre_id', 'is not', null).where(which).returning(['channel', 'account']).execute();
  if (released.length === 0) return;
  const web = released.filter((one) => one.channel === 'web').map((one) => one.account);
  await tx.deleteFrom('web_messages').where('account', '=', sql<string>`any(${web})`).execute();
  await tx.deleteFrom('turns').where(turnOf, '=', sql<string>`any(${released.map((one) => `${one.channel}:${one.account}`)})`).execute();
}
