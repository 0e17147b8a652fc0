import { describe, expect, test } from 'vitest';
import { accountLimit } from '../../../src/channels/web/rate.ts';
import { chat, newId } from './make.ts';

describe('accounts from one address', () => {
  test('new ones wait once there are too many; those already there go on', () => {
    const limit = accountLimit(2, 1000);
    expect([limit.take('a', 'one', 0), limit.take('a', 'two', 100), limit.take('a', 'three', 200)]).toEqual([0, 0, 1]);
    expect([limit.take('a', 'one', 300), limit.take('b', 'three', 300)]).toEqual([0, 0]);
  });
  test('a place is free again when its account has been quiet for the whole time', () => {
    const limit = accountLimit(2, 1000);
    limit.take('a', 'one', 0);
    limit.take('a', 'two', 500);
    expect(limit.take('a', 'three', 999)).toBe(1);
    expect(limit.take('a', 'three', 1001)).toBe(0);
  });
});

/** Sends from a fresh browser, as the server sees it coming from `peer`. */
async function status(app: { fetch(request: Request, env: unknown): Response | Promise<Response> }, peer: string, headers: Record<string, string> = {}): Promise<number> {
  const request = new Request('http://here/chat/send', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify({ id: newId(), text: 'chào em' }),
  });
  const answer = await app.fetch(request, { incoming: { socket: { remoteAddress: peer } } });
  return answer.status;
}

test('a script that makes itself account after account is stopped by its address, whatever header it adds; others are not', async () => {
  const { web } = await chat();
  for (let at = 0; at < 200; at++) await status(web.app, '203.0.113.7', { 'x-forwarded-for': `198.51.100.${at}` });
  expect(await status(web.app, '203.0.113.7')).toBe(429);
  expect(await status(web.app, '203.0.113.8')).toBe(200);
});

test('behind a proxy of ours, people are told apart by whom it speaks for', async () => {
  const { web } = await chat();
  for (let at = 0; at < 200; at++) await status(web.app, '127.0.0.1', { 'x-forwarded-for': '203.0.113.7' });
  expect(await status(web.app, '::ffff:127.0.0.1', { 'x-forwarded-for': '203.0.113.7' })).toBe(429);
  expect(await status(web.app, '127.0.0.1', { 'x-forwarded-for': '203.0.113.7, 203.0.113.8' })).toBe(200);
});
