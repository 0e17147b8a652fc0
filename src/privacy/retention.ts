import { sql } from 'kysely';
import type { Db, KeptFiles } from '../store/index.ts';
import { dayOf } from '../time.ts';
import type { Actor } from './audit.ts';
import { forgetCadre } from './erase.ts';
import { namedFiles } from './files.ts';
import type { Keep } from './policy.ts';

const DAY_MS = 86_400_000;
const DONE = 'tidied';
const BY_ITSELF: Actor = { cadreId: null, channel: 'schedule' };

/** True for the first who asks on that day, in whatever process: the night's work is done once. */
export async function claimNight(db: Db, today: string): Promise<boolean> {
  const value = Number(today.replaceAll('-', ''));
  const row = await db
    .insertInto('counters')
    .values({ name: DONE, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }).where('counters.value', '<', value))
    .returning('name')
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes what has been kept long enough. Returns how much of each kind went; doing it again deletes nothing more. */
export async function tidy(db: Db, files: KeptFiles, keep: Keep, now: Date): Promise<Record<keyof Keep, number>> {
  const before = (kind: keyof Keep): Date => new Date(now.getTime() - keep[kind] * DAY_MS);
  const count = async (query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }): Promise<number> => Number((await query.executeTakeFirst()).numDeletedRows);
  const unknown = sql<boolean>`cadre_id is null`;
  return {
    turns: await count(db.deleteFrom('turns').where('at', '<', before('turns'))),
    'web-messages': await count(db.deleteFrom('web_messages').where('at', '<', before('web-messages'))),
    'closed-drafts': await count(db.deleteFrom('drafts').where('closed_at', '<', before('closed-drafts'))),
    questions: await count(db.deleteFrom('questions').where('status', '<>', 'open').where('at', '<', before('questions'))),
    pushes: await count(db.deleteFrom('pushes').where('done_at', '<', before('pushes'))),
    audit: await count(db.deleteFrom('audit').where('at', '<', before('audit'))),
    'join-requests': await count(db.deleteFrom('join_requests').where('at', '<', before('join-requests'))),
    'link-codes': await count(db.deleteFrom('link_codes').where('expires_at', '<', before('link-codes'))),
    'code-attempts': await count(db.deleteFrom('code_attempts').where('at', '<', before('code-attempts'))),
    'unknown-accounts': await count(db.deleteFrom('accounts').where(unknown).where('seen_at', '<', before('unknown-accounts'))),
    exports: await removeExports(db, files, before('exports')),
    'left-people': await eraseLeft(db, files, before('left-people'), now),
    'loose-files': await removeLoose(db, files, before('loose-files')),
  };
}

/** Who has left the roster long ago: all of her, as when she asks for it. */
async function eraseLeft(db: Db, files: KeptFiles, before: Date, now: Date): Promise<number> {
  const left = await db.selectFrom('cadres').select('id').where('left_on', '<', dayOf(before)).execute();
  for (const { id } of left) await forgetCadre(db, files, id, BY_ITSELF, now);
  return left.length;
}

async function removeExports(db: Db, files: KeptFiles, before: Date): Promise<number> {
  const rows = await db.deleteFrom('exports').where('at', '<', before).returning('hash').execute();
  for (const { hash } of rows) await files.remove(hash);
  return rows.length;
}

/** Files that nothing in SQL names any more, and that have lain there long enough for nothing to be about to name them. */
async function removeLoose(db: Db, files: KeptFiles, before: Date): Promise<number> {
  let removed = 0;
  for await (const hashes of inHundreds(files, before)) {
    const wanted = await namedFiles(db, hashes);
    for (const hash of hashes.filter((one) => !wanted.has(one))) {
      await files.remove(hash);
      removed++;
    }
  }
  return removed;
}

async function* inHundreds(files: KeptFiles, before: Date): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const { hash, at } of files.list()) {
    if (at >= before) continue;
    batch.push(hash);
    if (batch.length === 100) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
