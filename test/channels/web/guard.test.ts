import { expect, test } from 'vitest';
import { fromOwnPage } from '../../../src/channels/web/guard.ts';
import { rateLimit } from '../../../src/channels/web/rate.ts';
import { chat, newId, texts } from './make.ts';

const headers = (given: Record<string, string>) => (name: string) => given[name];

test.each([
  ['the browser says it is our page', { 'sec-fetch-site': 'same-origin' }, true],
  ['an older browser names our host', { origin: 'http://10.0.0.5:8080', host: '10.0.0.5:8080' }, true],
  ['a proxy asked for us under another name', { origin: 'https://hoi.vn', host: 'bot:8080', 'x-forwarded-host': 'hoi.vn' }, true],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://hoi.vn', host: 'hoi.vn' }, false],
  ['another page of the same domain', { 'sec-fetch-site': 'same-site' }, false],
  ['another host', { origin: 'https://ke-gian.vn', host: 'hoi.vn' }, false],
  ['another port', { origin: 'http://hoi.vn:81', host: 'hoi.vn' }, false],
  ['a page without origin', { origin: 'null', host: 'hoi.vn' }, false],
  ['nobody says', { host: 'hoi.vn' }, false],
])('who may post: %s', (_, given, may) => {
  expect(fromOwnPage(headers(given as Record<string, string>))).toBe(may);
});

test('a post from another site reaches nothing, neither the chat nor the clock', async () => {
  const moved: Date[] = [];
  const demo = { people: async () => [], enter: async () => true, now: () => new Date(0), move: async (to: Date) => void moved.push(to) };
  const { phone, heard, messages } = await chat({ demo });
  const post = (path: string, body: unknown): Promise<Response> =>
    phone().ask(path, { method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, body: JSON.stringify(body) });
  const refused = await post('/chat/send', { id: newId(), text: 'a' });
  expect([refused.status, await refused.json()]).toEqual([403, { error: texts['web-foreign'] }]);
  expect((await post('/demo/clock', { by: 'hour' })).status).toBe(403);
  expect((await post('/demo/enter', { phone: '1' })).status).toBe(403);
  expect([heard, messages.rows, moved]).toEqual([[], [], []]);
});

test('every answer of the chat forbids scripts and frames of others and is kept by nobody', async () => {
  const { phone } = await chat();
  for (const path of ['/', '/chat.js', '/chat/messages']) {
    const answer = await phone().ask(path);
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect((await phone().ask('/chat/messages')).headers.get('cache-control')).toBe('no-store');
});

test('the cookie is out of reach of scripts and, behind https, of plain connections', async () => {
  const { web } = await chat();
  const plain = (await web.app.request('http://127.0.0.1/')).headers.getSetCookie()[0]!;
  expect(plain).toContain('HttpOnly');
  expect(plain).toContain('SameSite=Lax');
  expect(plain).not.toContain('Secure');
  expect((await web.app.request('https://hoi.vn/')).headers.getSetCookie()[0]).toContain('Secure');
  const proxied = await web.app.request('http://bot/', { headers: { 'x-forwarded-proto': 'https' } });
  expect(proxied.headers.getSetCookie()[0]).toContain('Secure');
});

test('a cookie that we did not make is replaced, one that we made is kept', async () => {
  const { phone } = await chat();
  const forged = phone('chat=1');
  await forged.ask('/');
  const secret = forged.jar.get('chat');
  expect(secret).toMatch(/^[\w-]{22}$/);
  await forged.ask('/');
  expect(forged.jar.get('chat')).toBe(secret);
});

test('the limit counts a moving window for each person and forgets the quiet ones', () => {
  const limit = rateLimit(2, 1_000);
  expect([limit.take('a', 0), limit.take('a', 500), limit.take('a', 900), limit.take('b', 900)]).toEqual([0, 0, 1, 0]);
  expect([limit.take('a', 1_000), limit.take('a', 1_001), limit.take('a', 1_500)]).toEqual([0, 1, 0]);
});
