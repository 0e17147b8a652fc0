import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';

interface Item { id: string; text: string; photos?: File[] }
interface Outbox { items(): Item[]; add(item: Item): void; retry(id: string): void; retryAll(): void; run(): Promise<void> }
interface By { kept: { read(): Item[]; write(items: Item[]): void }; changed(item: Item, state: string, why?: string): void; failedText: string }

const page = join(import.meta.dirname, '../../../src/channels/web/page/outbox.js');
const { outbox, newId }: { outbox: (by: By) => Outbox; newId: () => string } = await import(pathToFileURL(page).href);

const ok = (): Response => Response.json({ id: 1 });
const refused = (status: number, error: string): Response => Response.json({ error }, { status });

/** An outbox whose server answers as told, one answer a try; an Error is a lost connection. */
function sending(answers: (Response | Error)[], before: Item[] = []) {
  vi.useFakeTimers();
  const tried: string[] = [];
  vi.stubGlobal('fetch', async (_: string, init: { body: string | FormData }) => {
    const sent: { id?: unknown } = typeof init.body === 'string' ? JSON.parse(init.body) : Object.fromEntries(init.body);
    tried.push(String(sent.id));
    const answer = answers.shift() ?? ok();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const states: string[] = [];
  let kept = before;
  const changed = (item: Item, state: string, why?: string): void => void states.push([item.id, state, why].filter(Boolean).join(' '));
  const box = outbox({ kept: { read: () => kept, write: (items) => { kept = items; } }, changed, failedText: 'lỗi' });
  return { box, tried, states, kept: () => kept.map((item) => item.id), settle: () => vi.runAllTimersAsync() };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('messages go out one after the other, in their order', async () => {
  const { box, tried, states, kept, settle } = sending([]);
  box.add({ id: 'a', text: 'một' });
  box.add({ id: 'b', text: 'hai' });
  expect(kept()).toEqual(['a', 'b']);
  await settle();
  expect([tried, states, kept()]).toEqual([['a', 'b'], ['a sent', 'b sent'], []]);
});

test('a lost connection is tried again under the same id', async () => {
  const { box, tried, states, settle } = sending([new Error('mạng'), refused(503, 'bận')]);
  box.add({ id: 'a', text: 'một' });
  await settle();
  expect([tried, states]).toEqual([['a', 'a', 'a'], ['a sent']]);
});

test('after three tries it stays on the phone, holds back what stands behind, and goes out in order when asked', async () => {
  const { box, tried, states, kept, settle } = sending([new Error('mạng'), new Error('mạng'), new Error('mạng')]);
  box.add({ id: 'a', text: 'một' });
  box.add({ id: 'b', text: 'hai' });
  await settle();
  expect([tried, states, kept()]).toEqual([['a', 'a', 'a'], ['a unsent', 'b unsent'], ['a', 'b']]);
  box.retryAll();
  await settle();
  expect(tried.slice(3)).toEqual(['a', 'b']);
  expect(kept()).toEqual([]);
});

test('what the server refuses is said why and does not hold back the next', async () => {
  const { box, tried, states, settle } = sending([refused(413, 'dài quá')]);
  box.add({ id: 'a', text: 'một' });
  box.add({ id: 'b', text: 'hai' });
  await settle();
  expect([tried, states]).toEqual([['a', 'b'], ['a unsent dài quá', 'b sent']]);
  box.retry('a');
  await settle();
  expect(tried).toEqual(['a', 'b', 'a']);
});

test('what was unsent when the page was closed goes out when it is opened again', async () => {
  const { box, tried, kept, settle } = sending([], [{ id: 'a', text: 'một' }]);
  void box.run();
  await settle();
  expect([tried, kept()]).toEqual([['a'], []]);
});

test('photos are sent but not kept on the phone', async () => {
  const { box, tried, kept, settle } = sending([]);
  box.add({ id: 'a', text: '', photos: [new File(['x'], 'a.jpg')] });
  expect(kept()).toEqual([]);
  await settle();
  expect(tried).toEqual(['a']);
});

test('no two ids are alike, and the server takes them', () => {
  const made = Array.from({ length: 200 }, newId);
  expect(new Set(made).size).toBe(200);
  for (const id of made) expect(id).toMatch(/^[A-Za-z0-9_-]{16,64}$/);
});
