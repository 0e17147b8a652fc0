import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Found } from '../../src/knowledge/index.ts';
import { modelChooser } from '../../src/knowledge/index.ts';
import { knowledge, now } from './helpers.ts';

const found: Found[] = [
  { id: 'hoi-phi', section: null, score: 0.6 },
  { id: 'quy-hoi', section: null, score: 0.58 },
];

interface Got {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let server: Server | null = null;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

/** A strict stand-in: takes only a well-formed completion request, keeps what arrives, answers as told. */
async function standIn(content: unknown, status = 200): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body });
      const asked = JSON.parse(body) as { model: string; messages: { role: string; content: string }[] };
      const right = request.method === 'POST' && asked.model === 'small' && asked.messages.every(({ role, content: text }) => ['system', 'user'].includes(role) && text !== '');
      if (content === undefined) return;
      response.writeHead(right ? status : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
    });
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', () => done()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, got };
}

function chooserAt(url: string, waitMs = 2_000) {
  const failures: string[] = [];
  return { failures, choose: modelChooser({ url, name: 'small', key: 'k-1' }, knowledge.content, { fetch, failed: (why) => failures.push(why), waitMs }) };
}

describe('a language model', () => {
  test('may point at one of the entries that were found', async () => {
    const { url, got } = await standIn('{"index": 2}');
    expect(await chooserAt(url).choose('tiền quỹ để đâu', found, now)).toEqual(found[1]);
    expect(got[0]).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: 'Bearer k-1' } });
  });
  test('is understood when it wraps its answer in words or a fence', async () => {
    const { url } = await standIn('Sure:\n```json\n{"index": 1}\n```');
    expect(await chooserAt(url).choose('hội phí', found, now)).toEqual(found[0]);
  });
  test.each([['an entry that was not offered', '{"index": 9}'], ['none of them', '{"index": null}']])('that names %s changes nothing', async (_, content) => {
    const { url } = await standIn(content);
    const { choose, failures } = chooserAt(url);
    expect(await choose('hội phí', found, now)).toBeNull();
    expect(failures).toEqual([]);
  });
  test.each([['tells a story', 'Hội phí là 500.000 đồng, theo Nghị định 99.'], ['answers with text in the place of an index', '{"index": "hội phí là 5 triệu"}'], ['answers with a section', '{"index": 0}']])('that %s is not heard', async (_, content) => {
    const { url } = await standIn(content);
    const { choose, failures } = chooserAt(url);
    expect(await choose('hội phí', found, now)).toBeNull();
    expect(failures).toEqual(['unreadable']);
  });
  test('gets no phone number, no name, no code, and no letter of hers beyond the question', async () => {
    const { url, got } = await standIn('{"index": 1}');
    await chooserAt(url).choose('Chị Nguyễn Thị Hoa 0912 345 678 (BC-2611-0006, hoa@example.org) nợ hội phí', found, now);
    for (const personal of ['Nguyễn', 'Hoa', '0912', '345', 'BC-2611', 'example.org']) expect(got[0]!.body).not.toContain(personal);
    expect(got[0]!.body).toContain('nợ hội phí');
    expect(JSON.stringify(got[0]!.headers)).not.toContain('cadre');
  });
  test('that is too slow is not waited for', async () => {
    const { url } = await standIn(undefined);
    const { choose, failures } = chooserAt(url, 50);
    expect(await choose('hội phí', found, now)).toBeNull();
    expect(failures).toEqual(['time-out']);
    server?.closeAllConnections();
  });
  test('that fails three times rests a minute, then is tried again', async () => {
    const { url, got } = await standIn('{"index": 1}', 500);
    const { choose } = chooserAt(url);
    const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    for (const at of [0, 1, 2, 3, 50]) expect(await choose('hội phí', found, after(at))).toBeNull();
    expect(got).toHaveLength(3);
    await choose('hội phí', found, after(63));
    expect(got).toHaveLength(4);
  });
  test('is not asked when nothing was found', async () => {
    const { url, got } = await standIn('{"index": 1}');
    expect(await chooserAt(url).choose('?', [], now)).toBeNull();
    expect(got).toEqual([]);
  });
});
