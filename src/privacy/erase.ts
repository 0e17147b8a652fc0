import { sql } from 'kysely';
import type { Tx } from '../store/index.ts';
import { accountName, turnOf } from './held.ts';

/**
 * Everything of a cadre goes: her row, positions, accounts, codes, drafts, pushes and agreement with it (they hang on her
 * row), her messages, turns and conversations. Reports stay as their unit's record without an author; questions stay
 * without who asked. The next roster import may add her anew. Returns the files made of her data.
 */
export async function eraseCadre(tx: Tx, cadreId: number): Promise<{ files: string[] }> {
  const accounts = await tx.selectFrom('accounts').select(['channel', 'account']).where('cadre_id', '=', cadreId).execute();
  const people = [`cadre:${cadreId}`, ...accounts.map((one) => `${one.channel}:${one.account}`)];
  const web = accounts.filter((one) => one.channel === 'web').map((one) => one.account);
  const files = await tx.selectFrom('exports').select('hash').where('cadre_id', '=', cadreId).execute();
  await tx.deleteFrom('web_messages').where('account', 'in', ['', ...web]).execute();
  await tx.deleteFrom('turns').where(turnOf, 'in', people).execute();
  await tx.deleteFrom('sessions').where('person', 'in', people).execute();
  await tx.deleteFrom('code_attempts').where(accountName, 'in', people).execute();
  await tx.deleteFrom('join_requests').where(accountName, 'in', people).execute();
  // Each under a name of its own: of one person's the same words wait only once.
  await tx.updateTable('questions').set({ person: sql<string>`'erased:' || id` }).where('person', 'in', people).execute();
  await tx.deleteFrom('cadres').where('id', '=', cadreId).execute();
  return { files: files.map((one) => one.hash) };
}
