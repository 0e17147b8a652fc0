import { expect, test } from 'vitest';
import { freshSession, type Locks } from '../../src/conversation/index.ts';
import type { Db, SessionStore } from '../../src/store/index.ts';
import { claim, plan, settle } from '../../src/reminders/ledger.ts';

/** What every pair of stores promises, embedded or on real servers. */
export function storeContract(open: () => { db: Db; sessions: SessionStore; locks: Locks }): void {
  test('a session comes back as it was saved, and can be forgotten', async () => {
    const { sessions } = open();
    const session = { ...freshSession(), turn: 3, scene: { name: 'baocao', version: 1, state: { step: 'kind', unitId: 'a' } } };
    await sessions.save('contract:1', session);
    expect(await sessions.load('contract:1')).toEqual(session);
    await sessions.forget('contract:1');
    expect(await sessions.load('contract:1')).toBeNull();
  });

  test('who has gone silent is told once her time is over, and not before', async () => {
    const { sessions } = open();
    await sessions.save('contract:2', { ...freshSession(), silentAt: '2026-11-24T10:00:00.000Z' });
    expect(await sessions.silent(new Date('2026-11-24T09:59:00Z'), 10)).toEqual([]);
    expect(await sessions.silent(new Date('2026-11-24T10:00:00Z'), 10)).toEqual(['contract:2']);
    await sessions.save('contract:2', freshSession());
    expect(await sessions.silent(new Date('2026-11-24T10:00:00Z'), 10)).toEqual([]);
  });

  test('one holder at a time for a key, in order; a failure frees the lock', async () => {
    const { locks } = open();
    const seen: string[] = [];
    const work = (name: string) => locks.hold('contract', async () => {
      seen.push(`${name} in`);
      await new Promise((done) => setImmediate(done));
      seen.push(`${name} out`);
    });
    const failing = locks.hold('contract', () => Promise.reject(new Error('boom')));
    await expect(failing).rejects.toThrow('boom');
    await Promise.all([work('a'), work('b')]);
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  test('a push of the same person and key is planned once and claimed once', async () => {
    const { db } = open();
    const { id: cadreId } = await db.insertInto('cadres').values({ name: 'A', phone: '+84900000099', left_on: null }).returning('id').executeTakeFirstOrThrow();
    const now = new Date('2026-11-24T03:00:00Z');
    const push = { cadreId, key: 'digest:2026-11-24', scene: 'nhac-viec', payload: { due: [] }, dueAt: now };
    expect(await Promise.all([plan(db, push), plan(db, push)])).toContain(true);
    expect(await plan(db, push)).toBe(false);
    const claims = await Promise.all([claim(db, now, 10), claim(db, now, 10)]);
    expect(claims.flat()).toHaveLength(1);
    await settle(db, claims.flat()[0]!, 'sent', null, now);
    expect(await claim(db, now, 10)).toEqual([]);
  });

  test('days stay days and sums are numbers', async () => {
    const { db } = open();
    await db.insertInto('units').values({ id: 'contract', name: 'Xã A', kind: 'xã', parent_id: null, valid_from: '2025-07-01', valid_to: null, merged_into: null }).execute();
    const row = await db.selectFrom('units').select(['valid_from']).where('id', '=', 'contract').executeTakeFirstOrThrow();
    expect(row.valid_from).toBe('2025-07-01');
    const { n } = await db.selectFrom('units').select((is) => is.fn.countAll<number>().as('n')).where('id', '=', 'contract').executeTakeFirstOrThrow();
    expect(n).toBe(1);
  });
}
