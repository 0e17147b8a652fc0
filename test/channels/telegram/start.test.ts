import { describe, expect, test } from 'vitest';
import { bot, hoa, listening, says } from './bot.ts';
import { until } from '../../support/until.ts';

const commands = [
  { command: 'baocao', description: 'Báo cáo hoạt động' },
  { command: 'huy', description: 'Bỏ việc đang làm' },
];

describe('at the start', () => {
  test('the menu of commands is set for private chats, and a webhook of before is taken away', async () => {
    const { telegram } = await listening({ commands });
    expect(telegram.violations).toEqual([]);
    expect(telegram.of('setMyCommands').map((call) => call.params)).toEqual([{ commands, scope: { type: 'all_private_chats' } }]);
    expect(telegram.of('deleteWebhook')).toHaveLength(1);
  });

  test('only the kinds of update that are understood are asked for', async () => {
    const { telegram } = await listening();
    await until(() => expect(telegram.of('getUpdates')[0]?.params.allowed_updates).toEqual(['message', 'edited_message', 'callback_query']));
  });

  test('a wrong token stops it, with the setting to look at', async () => {
    const { channel } = await bot({ token: '1:wrong' });
    await expect(channel.start(async () => undefined)).rejects.toThrow(/getMe: refused with 401 Unauthorized; is TELEGRAM_BOT_TOKEN right\?/);
  });

  test('a menu that Telegram refuses does not', async () => {
    const { telegram, channel, taken, logs } = await bot();
    telegram.fail('setMyCommands', { code: 400, description: 'Bad Request: BOT_COMMAND_INVALID' });
    await channel.start(async (envelope) => void taken.push(envelope));
    telegram.arrive(says(hoa, 'chào'));
    await until(() => expect(taken).toHaveLength(1));
    expect(logs.map(({ event }) => event)).toContain('telegram-commands-not-set');
  });

  test('a Telegram that cannot be reached does not either: it is tried again behind the scenes', async () => {
    const { telegram, channel, taken, logs } = await bot();
    telegram.fail('getMe', 'lost', 'lost');
    await channel.start(async (envelope) => void taken.push(envelope));
    telegram.arrive(says(hoa, 'chào'));
    await until(() => expect(taken).toHaveLength(1));
    expect(logs.filter(({ event }) => event === 'telegram-not-reached')).toHaveLength(2);
  });

  test('a wait that Telegram asks for is kept', async () => {
    const { telegram, channel } = await bot();
    telegram.fail('setMyCommands', { code: 429, description: 'Too Many Requests: retry after 0', retryAfter: 0 });
    await channel.start(async () => undefined);
    expect(telegram.of('setMyCommands').map((call) => call.done)).toEqual([false, true]);
  });
});

describe('asked who it is', () => {
  test('the bot tells its public name', async () => {
    expect(await (await bot()).channel.check()).toBe('@hoi_test_bot');
  });

  test('it tells what was tried when it does not know, without the token', async () => {
    const { channel, telegram } = await bot({ token: '1:wrong' });
    const error: unknown = await channel.check().catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(new URL(telegram.root).host);
    expect(String(error)).toContain('getMe: refused with 401');
    expect(String(error)).not.toContain('1:wrong');
  });
});
