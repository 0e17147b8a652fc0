import { expect, test } from 'vitest';
import { bot, hoa, listening, says, type Bot } from './bot.ts';

const webhook = { url: 'https://hoi.example/telegram/webhook', secret: 'bi-mat_123' };

function post({ channel }: Bot, body: string, secret?: string, method = 'POST'): Promise<Response> {
  const headers = new Headers(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret });
  return channel.webhook(new Request(webhook.url, { method, headers, ...(method === 'POST' ? { body } : {}) }));
}

const update = (text: string, id = 5): string => JSON.stringify({ update_id: id, ...says(hoa, text) });

test('Telegram is told where to post, with the secret, and nothing is polled', async () => {
  const { telegram } = await listening({ webhook });
  expect(telegram.of('setWebhook').map((call) => call.params)).toEqual([
    { url: webhook.url, secret_token: webhook.secret, allowed_updates: ['message', 'edited_message', 'callback_query'] },
  ]);
  expect(telegram.of('getUpdates')).toEqual([]);
});

test('an update with the right secret is taken and answered with 200', async () => {
  const made = await listening({ webhook });
  expect((await post(made, update('chào'), webhook.secret)).status).toBe(200);
  expect(made.taken).toMatchObject([{ account: '1001', update: '5', input: { kind: 'text', text: 'chào' } }]);
});

test.each([
  ['a wrong secret', 'bi-mat_124'],
  ['no secret', undefined],
  ['a secret that only begins alike', 'bi-mat'],
])('%s is refused with 401, and broken JSON with it does no harm', async (_, secret) => {
  const made = await listening({ webhook });
  expect((await post(made, update('chào'), secret)).status).toBe(401);
  expect((await post(made, '{"update_id":', secret)).status).toBe(401);
  expect(made.taken).toEqual([]);
});

test.each(['{"update_id":', '[]', 'null', '{"message":{}}', ''])('a body that is no update is refused with 400: %j', async (body) => {
  const made = await listening({ webhook });
  expect((await post(made, body, webhook.secret)).status).toBe(400);
});

test('a visitor with a browser is refused', async () => {
  expect((await post(await listening({ webhook }), '', webhook.secret, 'GET')).status).toBe(405);
});

test('the answer comes only after the turn, and an update posted twice meanwhile runs once', async () => {
  const made = await bot({ webhook });
  const order: string[] = [];
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((go) => (finish = go));
  await made.channel.start(async () => {
    order.push('turn begins');
    await finished;
    order.push('turn ends');
  });
  const answers = [1, 2].map(() => post(made, update('chào'), webhook.secret).then(() => order.push('200')));
  setImmediate(finish);
  await Promise.all(answers);
  expect(order).toEqual(['turn begins', 'turn ends', '200', '200']);
});

test('before the start and after the stop Telegram is asked to come again', async () => {
  const made = await bot({ webhook });
  expect((await post(made, update('sớm'), webhook.secret)).status).toBe(503);
  await made.channel.start(async (envelope) => void made.taken.push(envelope));
  await made.channel.stop();
  expect((await post(made, update('muộn'), webhook.secret)).status).toBe(503);
  expect(made.taken).toEqual([]);
});

test('a bot that polls has no webhook', async () => {
  expect((await post(await listening(), update('chào'), 'x')).status).toBe(404);
});
