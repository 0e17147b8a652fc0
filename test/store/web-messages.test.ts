import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/store/index.ts';
import { webMessages } from '../../src/store/web-messages.ts';

let store: Database;
beforeAll(async () => {
  store = await openDatabase({ memory: await PGlite.create() });
});
afterAll(() => store.close());

const AT = new Date('2026-11-24T01:00:00Z');
const texts = (rows: { body: unknown }[]): unknown[] => rows.map(({ body }) => (typeof body === 'object' && body && 'text' in body ? body.text : body));

test('messages come back as they were said, in order, to their own account only', async () => {
  const log = webMessages(store.db);
  const first = await log.append('a1', 'person', { update: 'u1', text: 'Chào em' }, AT);
  await log.append('a2', 'person', { update: 'u1', text: 'Người khác' }, AT);
  const second = await log.append('a1', 'bot', { text: 'Dạ' }, AT);
  expect(await log.since('a1', 0)).toEqual([
    { id: first.id, at: AT, sender: 'person', body: { update: 'u1', text: 'Chào em' } },
    { id: second.id, at: AT, sender: 'bot', body: { text: 'Dạ' } },
  ]);
  expect(texts(await log.since('a1', first.id))).toEqual(['Dạ']);
  expect(await log.since('a1', second.id)).toEqual([]);
});

test('the same update is kept once, even when it comes twice at the same time', async () => {
  const log = webMessages(store.db);
  const ids = await Promise.all([1, 2, 3].map(() => log.append('b', 'person', { update: 'u', text: 'một' }, AT)));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
  expect(await log.since('b', 0)).toHaveLength(1);
});

test('what the program says twice is said twice', async () => {
  const log = webMessages(store.db);
  await log.append('c', 'bot', { text: 'Nhắc' }, AT);
  await log.append('c', 'bot', { text: 'Nhắc' }, AT);
  expect(await log.since('c', 0)).toHaveLength(2);
});

test('one message is found by its number, by its owner only', async () => {
  const log = webMessages(store.db);
  const { id } = await log.append('d', 'bot', { text: 'Tệp' }, AT);
  expect(await log.one('d', id)).toMatchObject({ id, body: { text: 'Tệp' } });
  expect(await log.one('a1', id)).toBeNull();
});

test('a page begins with the newest 200; catching up leaves no gap', async () => {
  const log = webMessages(store.db);
  const rows = Array.from({ length: 705 }, (_, at) => ({ account: 'e', at: AT, sender: 'bot' as const, body: JSON.stringify({ text: String(at) }) }));
  await store.db.insertInto('web_messages').values(rows).execute();
  const newest = await log.since('e', 0);
  expect([newest.length, texts(newest)[0], texts(newest).at(-1)]).toEqual([200, '505', '704']);
  const oldest = newest[0]!.id - 505;
  const next = await log.since('e', oldest);
  expect([next.length, texts(next)[0]]).toEqual([500, '1']);
  expect(texts(await log.since('e', next.at(-1)!.id))[0]).toBe('501');
});
