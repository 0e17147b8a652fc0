import { sql } from 'kysely';
import type { Db, KeptFiles, Tx } from '../store/index.ts';
import { recordAudit, type Actor } from './audit.ts';
import { namedFiles } from './files.ts';
import { accountName, turnOf } from './held.ts';

/** What of an erased person stands outside SQL, for the caller to throw away. */
export interface Erased {
  files: string[];
  /** The names her conversations are kept under. */
  people: string[];
}

/**
 * Everything of a cadre goes: her row, positions, accounts, codes, drafts, pushes and agreement with it (they hang on her
 * row), her messages, turns and conversations. Reports stay as their unit's record without an author; questions stay
 * without who asked. The next roster import may add her anew.
 */
export async function eraseCadre(tx: Tx, cadreId: number): Promise<Erased> {
  const accounts = await tx.selectFrom('accounts').select(['channel', 'account']).where('cadre_id', '=', cadreId).execute();
  const people = [`cadre:${cadreId}`, ...accounts.map((one) => `${one.channel}:${one.account}`)];
  const web = accounts.filter((one) => one.channel === 'web').map((one) => one.account);
  const files = await filesOf(tx, cadreId, people, web);
  await tx.deleteFrom('web_messages').where('account', 'in', ['', ...web]).execute();
  await tx.deleteFrom('turns').where(turnOf, 'in', people).execute();
  await tx.deleteFrom('sessions').where('person', 'in', people).execute();
  await tx.deleteFrom('code_attempts').where(accountName, 'in', people).execute();
  await tx.deleteFrom('join_requests').where(accountName, 'in', people).execute();
  // Each under a name of its own: of one person's the same words wait only once.
  await tx.updateTable('questions').set({ person: sql<string>`'erased:' || id` }).where('person', 'in', people).execute();
  await tx.deleteFrom('cadres').where('id', '=', cadreId).execute();
  const kept = await namedFiles(tx, files);
  return { files: files.filter((hash) => !kept.has(hash)), people };
}

/** The same from outside a turn. Returns the names her conversations are kept under. */
export async function forgetCadre(db: Db, keptFiles: KeptFiles, cadreId: number, by: Actor, now: Date): Promise<string[]> {
  const { files, people } = await db.transaction().execute(async (tx) => {
    await recordAudit(tx, by, { what: 'erased', subject: 'cadre', id: String(cadreId) }, now);
    return eraseCadre(tx, cadreId);
  });
  for (const hash of files) await keptFiles.remove(hash);
  return people;
}

/** Files made of her data, and photos she sent that have not become part of a report. */
async function filesOf(tx: Tx, cadreId: number, people: string[], web: string[]): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from exports where cadre_id = ${cadreId}
    union select found[1] from (
      select state::text as written from drafts where cadre_id = ${cadreId}
      union all select body::text from web_messages where account = any(${web})
      union all select data::text from sessions where person = any(${people})) as hers,
      regexp_matches(written, '"hash": ?"([0-9a-f]{64})"', 'g') as found`.execute(tx);
  return rows.map((row) => row.hash);
}
