import { describe, expect, test } from 'vitest';
import { SendError, type Address, type RenderedReply } from '../../../src/conversation/index.ts';
import { bot, choice, hoa, jpeg, reply, to, type Bot } from './bot.ts';
import { plainText } from './schemas.ts';

async function withHoa(): Promise<Bot> {
  const made = await bot();
  made.telegram.started.add(hoa.id);
  return made;
}

/** How a sending went wrong, or 'sent'. */
async function outcome({ channel }: Bot, address: Address, replies: RenderedReply[], urgency: 'answer' | 'push' = 'answer'): Promise<string> {
  try {
    await channel.send(address, replies, urgency);
    return 'sent';
  } catch (error) {
    return error instanceof SendError ? error.outcome : `not a SendError: ${String(error)}`;
  }
}

describe('a reply', () => {
  test('shows every sign a person typed, and bold where we want it', async () => {
    const { telegram, channel } = await withHoa();
    const typed = '<b>đậm</b> & <a href="http://x">x</a>';
    await channel.send(to(hoa), [reply(`**Chị viết:** ${typed}`)], 'answer');
    expect(telegram.violations).toEqual([]);
    const { text } = telegram.sent[0]!.params;
    expect(text).toMatch(/^<b>Chị viết:<\/b> /);
    expect(plainText(String(text))).toBe(`Chị viết: ${typed}`);
  });

  test('has its messages in order, with buttons under the last one', async () => {
    const { telegram, channel } = await withHoa();
    await channel.send(to(hoa), [reply('một'), reply('hai', { choices: [choice('Có', '3.0'), choice('Không', '3.1')] })], 'answer');
    expect(telegram.sent.map((call) => call.params.text)).toEqual(['một', 'hai']);
    const buttons = [{ text: 'Có', callback_data: '3.0' }, { text: 'Không', callback_data: '3.1' }];
    expect(telegram.sent[1]!.params.reply_markup).toEqual({ inline_keyboard: [buttons] });
  });

  test('two replies to one person keep their order', async () => {
    const { telegram, channel } = await withHoa();
    telegram.fail('sendMessage', { code: 500, description: 'Internal Server Error' });
    await Promise.all(['a', 'b', 'c'].map((text) => channel.send(to(hoa), [reply(text), reply(`${text}.`)], 'answer')));
    expect(telegram.sent.map((call) => call.params.text)).toEqual(['a', 'a.', 'b', 'b.', 'c', 'c.']);
  });

  test('carries the bytes of its photos and of its document', async () => {
    const { telegram, channel, files } = await withHoa();
    const one = await files.put(jpeg(10), 'image/jpeg');
    const two = await files.put(jpeg(20), 'image/jpeg');
    const sheet = await files.put(Buffer.from('PK..'), 'application/zip');
    const document = { hash: sheet.hash, name: 'Tổng hợp tháng 11.xlsx', mime: 'application/zip' };
    await channel.send(to(hoa), [reply('Hai ảnh', { photos: [one, two] }), reply('Bảng', { document })], 'answer');
    expect(telegram.violations).toEqual([]);
    expect(telegram.sent.map((call) => call.method)).toEqual(['sendMediaGroup', 'sendMessage', 'sendDocument']);
    expect([...telegram.sent[0]!.files.values()].map((file) => file.bytes)).toEqual([Buffer.from(jpeg(10)), Buffer.from(jpeg(20))]);
    expect([...telegram.sent[2]!.files.values()]).toEqual([{ filename: 'Tổng hợp tháng 11.xlsx', bytes: Buffer.from('PK..') }]);
  });

  test('still comes whole when Telegram cannot show its picture', async () => {
    const made = await withHoa();
    const broken = await made.files.put(jpeg(10), 'image/jpeg');
    made.telegram.fail('sendPhoto', { code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED' });
    await made.channel.send(to(hoa), [reply('Ảnh buổi họp', { photos: [broken] })], 'answer');
    expect(made.telegram.sent.map((call) => [call.method, call.params.caption])).toEqual([['sendDocument', 'Ảnh buổi họp']]);
  });

  test('that asks for her number leaves no button behind', async () => {
    const { telegram, channel } = await withHoa();
    await channel.send(to(hoa), [reply('Số của chị?', { wantsContact: true })], 'answer');
    await channel.send(to(hoa), [reply('Em cảm ơn chị')], 'answer');
    await channel.send(to(hoa), [reply('Dạ')], 'answer');
    expect(telegram.sent.map((call) => Object.keys((call.params.reply_markup as object | undefined) ?? {}).at(0))).toEqual([
      'keyboard',
      'remove_keyboard',
      undefined,
    ]);
  });
});

describe('what became of a message that did not arrive', () => {
  test('a person who blocked the bot is unreachable', async () => {
    const made = await withHoa();
    made.telegram.blocked.add(hoa.id);
    expect(await outcome(made, to(hoa), [reply('x')])).toBe('unreachable');
    expect(made.telegram.of('sendMessage')).toHaveLength(1);
  });

  test('a person who never began is unreachable', async () => {
    expect(await outcome(await bot(), to(hoa), [reply('x')])).toBe('unreachable');
  });

  test('a message that went out without an answer is unknown, and is not sent again', async () => {
    const made = await withHoa();
    made.telegram.fail('sendMessage', 'lost');
    expect(await outcome(made, to(hoa), [reply('x')], 'push')).toBe('unknown');
    expect(made.telegram.of('sendMessage')).toHaveLength(1);
    expect(made.telegram.sent).toHaveLength(1);
  });

  test('a message that is never answered is unknown once patience ends', async () => {
    const made = await bot({ limits: { callSeconds: 0.04 } });
    made.telegram.started.add(hoa.id);
    made.telegram.fail('sendMessage', 'no-answer');
    expect(await outcome(made, to(hoa), [reply('x')])).toBe('unknown');
    expect(made.telegram.of('sendMessage')).toHaveLength(1);
  });

  test('a page of a proxy instead of an answer is unknown', async () => {
    const made = await withHoa();
    made.telegram.fail('sendMessage', 'html');
    expect(await outcome(made, to(hoa), [reply('x')])).toBe('unknown');
  });

  test('an error of Telegram’s own is tried again until it goes out', async () => {
    const made = await withHoa();
    const fault = { code: 500, description: 'Internal Server Error' };
    made.telegram.fail('sendMessage', fault, fault);
    expect(await outcome(made, to(hoa), [reply('x')])).toBe('sent');
    expect(made.telegram.sent).toHaveLength(1);
  });

  test('an error that stays is a failure, after four tries', async () => {
    const made = await withHoa();
    const fault = { code: 500, description: 'Internal Server Error' };
    made.telegram.fail('sendMessage', fault, fault, fault, fault, fault);
    expect(await outcome(made, to(hoa), [reply('x')])).toBe('failed');
    expect(made.telegram.of('sendMessage')).toHaveLength(4);
  });

  test('a server that cannot be reached is a failure: nothing went out', async () => {
    const made = await bot({ apiRoot: await closedPort() });
    expect(await outcome(made, to(hoa), [reply('x')])).toBe('failed');
  });

  test('a file that is no longer there is a failure', async () => {
    const made = await withHoa();
    const lost = { hash: 'a'.repeat(64), mime: 'image/png', bytes: 10 };
    expect(await outcome(made, to(hoa), [reply('x', { photos: [lost] })])).toBe('failed');
    expect(made.telegram.calls).toEqual([]);
  });

  test('half a reminder counts as unknown, so that it is not said twice; half an answer is failed and comes again', async () => {
    const made = await withHoa();
    const fault = { code: 400, description: 'Bad Request: something' };
    const { photos } = { photos: [await made.files.put(jpeg(), 'image/jpeg'), await made.files.put(jpeg(9), 'image/jpeg')] };
    made.telegram.fail('sendMessage', fault);
    expect(await outcome(made, to(hoa), [reply('x', { photos })], 'push')).toBe('unknown');
    made.telegram.fail('sendMessage', fault);
    expect(await outcome(made, to(hoa), [reply('x', { photos })], 'answer')).toBe('failed');
  });
});

test('no log and no error tells a token, a name or a word of a message', async () => {
  const made = await withHoa();
  const secret = 'Chị Hoa 0912345678';
  const faults = ['lost', 'html', { code: 400, description: `Bad Request: can't parse "${secret}"` }, { code: 403, description: 'Forbidden: blocked' }] as const;
  const told: string[] = [];
  for (const fault of faults) {
    made.telegram.fail('sendMessage', fault);
    const error: unknown = await made.channel.send(to(hoa), [reply(secret)], 'answer').catch((thrown: unknown) => thrown);
    told.push(everythingIn(error));
  }
  told.push(JSON.stringify(made.logs));
  expect(made.logs.length).toBeGreaterThanOrEqual(4);
  for (const one of told) {
    expect(one).not.toContain(made.telegram.token);
    expect(one).not.toContain('0912345678');
    expect(one).not.toContain('Hoa');
  }
});

/** Everything that a logger could find in an error, its causes included. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? '';
  return [error.name, error.message, error.stack, JSON.stringify(error), everythingIn(error.cause)].join(' ');
}

/** The address of a server that has just gone. */
async function closedPort(): Promise<string> {
  const { telegram } = await bot();
  const { root } = telegram;
  await telegram.close();
  return root;
}
