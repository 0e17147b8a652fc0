import { once } from 'node:events';
import { serve, type ServerType } from '@hono/node-server';
import { afterEach, expect, test } from 'vitest';
import { chat, JPEG, newId, said, type Shown } from './make.ts';

const servers: ServerType[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  }
});

/** The chat on a real port, and one browser on it. */
async function overHttp() {
  const made = await chat();
  const server = serve({ fetch: made.web.app.fetch, port: 0, hostname: '127.0.0.1' });
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const base = `http://127.0.0.1:${address.port}`;
  const cookie = (await fetch(base)).headers.getSetCookie()[0]!.split(';')[0]!;
  const ask = (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}): Promise<Response> =>
    fetch(base + path, { ...init, headers: { cookie, origin: base, ...init.headers } });
  const say = (text: string): Promise<Response> =>
    ask('/chat/send', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: newId(), text }) });
  return { ...made, ask, say };
}

/** Reads a stream of events message by message. */
function reading(response: Response) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const block = async (): Promise<string | null> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const found = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      buffer += value;
    }
  };
  return {
    /** The next message's id and first words; null once the stream has ended. */
    async next(): Promise<[string, string] | null> {
      for (;;) {
        const found = await block();
        if (found === null) return null;
        const data = /^data: (.*)$/m.exec(found)?.[1];
        const id = /^id: (.*)$/m.exec(found)?.[1];
        if (!data || !id) continue;
        const message: Shown = JSON.parse(data);
        return [id, message.bubbles[0]!.text];
      }
    },
    cancel: () => reader.cancel(),
  };
}

test('what the program says on its own arrives by itself', async () => {
  const { web, heard, ask, say } = await overHttp();
  await say('một');
  const events = await ask('/chat/events');
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  const stream = reading(events);
  expect(await stream.next()).toEqual(['1', 'một']);
  await web.send(heard[0]!, [said('Em nhắc chị ạ')], 'push');
  expect(await stream.next()).toEqual(['2', 'Em nhắc chị ạ']);
  await stream.cancel();
});

test('after a lost connection the page gets what it missed, once', async () => {
  const { web, heard, ask, say } = await overHttp();
  await say('một');
  await say('hai');
  await web.send(heard[0]!, [said('ba')], 'push');
  const stream = reading(await ask('/chat/events?after=0', { headers: { 'last-event-id': '1' } }));
  expect([await stream.next(), await stream.next()]).toEqual([['2', 'hai'], ['3', 'ba']]);
  await say('bốn');
  expect(await stream.next()).toEqual(['4', 'bốn']);
  await stream.cancel();
});

test('two open pages of one person both get the answer; a sixth makes the oldest give way', async () => {
  const { say, ask } = await overHttp();
  await say('một');
  const streams = [];
  for (let count = 0; count < 6; count++) {
    const stream = reading(await ask('/chat/events'));
    // Its first message shows that it is open.
    expect(await stream.next()).toEqual(['1', 'một']);
    streams.push(stream);
  }
  await say('hai');
  expect(await streams[0]!.next()).toBeNull();
  for (const stream of streams.slice(1)) expect(await stream.next()).toEqual(['2', 'hai']);
  await Promise.all(streams.map((stream) => stream.cancel()));
});

test('stopping ends every open page and opens no new one', async () => {
  const { web, say, ask } = await overHttp();
  await say('một');
  const stream = reading(await ask('/chat/events'));
  await stream.next();
  await web.stop();
  expect(await stream.next()).toBeNull();
  const late = reading(await ask('/chat/events?after=1'));
  expect(await late.next()).toBeNull();
});

test('photos and texts pass over a real connection from a browser that only names its origin', async () => {
  const { ask, heard } = await overHttp();
  const form = new FormData();
  form.set('id', newId());
  form.append('photos', new File([JPEG], 'a.jpg'));
  expect((await ask('/chat/send', { method: 'POST', body: form })).status).toBe(200);
  expect(heard[0]!.input).toMatchObject({ kind: 'photo', photos: [{ mime: 'image/jpeg' }] });
});
