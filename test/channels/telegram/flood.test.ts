import type { User } from 'grammy/types';
import { expect, test } from 'vitest';
import { SendError } from '../../../src/conversation/index.ts';
import { bot, hoa, lan, reply, to } from './bot.ts';
import { stoppedClock } from './clock.ts';
import { until } from '../../support/until.ts';

const people = (count: number): User[] => Array.from({ length: count }, (_, at) => ({ id: 2000 + at, is_bot: false, first_name: `Chị ${at}` }));

test('told to wait, the bot waits once for everybody and then loses nothing', async () => {
  const clock = stoppedClock();
  const { telegram, channel, logs } = await bot({ clock });
  const everybody = people(5);
  for (const one of everybody) telegram.started.add(one.id);
  telegram.fail('sendMessage', { code: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 });

  const first = channel.send(to(everybody[0]!), [reply('đầu')], 'answer');
  await until(() => expect(logs.map(({ event }) => event)).toEqual(['telegram-send-again']));
  const others = everybody.slice(1).map((one) => channel.send(to(one), [reply('sau')], 'push'));
  await clock.runUntil(Promise.all([first, ...others]));

  expect(telegram.violations).toEqual([]);
  expect(telegram.of('sendMessage')).toHaveLength(6);
  expect(telegram.sent).toHaveLength(5);
  expect(telegram.sent.every((call) => call.at >= 7000)).toBe(true);
});

test('a wait longer than a minute is not waited for: the message has failed', async () => {
  const { telegram, channel } = await bot();
  telegram.started.add(hoa.id).add(lan.id);
  telegram.fail('sendMessage', { code: 429, description: 'Too Many Requests: retry after 600', retryAfter: 600 });
  const sending = async (one: User): Promise<unknown> => channel.send(to(one), [reply('x')], 'answer').catch((error: unknown) => error);
  expect(await sending(hoa)).toMatchObject({ name: 'SendError', outcome: 'failed' });
  expect(await sending(lan)).toBeInstanceOf(SendError);
  expect(telegram.of('sendMessage')).toHaveLength(1);
});

test('an answer overtakes the reminders that wait', async () => {
  const clock = stoppedClock();
  const { telegram, channel } = await bot({ clock });
  const everybody = people(40);
  for (const one of [...everybody, hoa]) telegram.started.add(one.id);
  const pushes = everybody.map((one) => channel.send(to(one), [reply('nhắc')], 'push'));
  const answer = channel.send(to(hoa), [reply('trả lời')], 'answer');
  await clock.runUntil(Promise.all([...pushes, answer]));
  const place = telegram.sent.findIndex((call) => call.params.text === 'trả lời');
  expect(place).toBeGreaterThanOrEqual(0);
  expect(place).toBeLessThan(6);
});

test('one chat gets ten messages at once and then one a second, while others are not held up', async () => {
  const clock = stoppedClock();
  const { telegram, channel } = await bot({ clock });
  telegram.started.add(hoa.id).add(lan.id);
  const long = Array.from({ length: 12 }, (_, at) => reply(`đoạn ${at}`));
  const sending = channel.send(to(hoa), long, 'answer');
  await until(async () => {
    await clock.tick();
    expect(telegram.sent).toHaveLength(10);
  });
  await clock.runUntil(channel.send(to(lan), [reply('chào chị Lan')], 'answer'));
  expect(telegram.sent.at(-1)!.params.text).toBe('chào chị Lan');
  await clock.runUntil(sending);
  const mine = telegram.sent.filter((call) => call.params.chat_id === hoa.id);
  expect(mine.map((call) => call.params.text)).toEqual(long.map((one) => one.text));
  expect(mine[11]!.at - mine[10]!.at).toBeGreaterThanOrEqual(1000);
});
