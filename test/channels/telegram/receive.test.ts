import { describe, expect, test, vi } from 'vitest';
import { telegramChannel } from '../../../src/channels/telegram/index.ts';
import type { Envelope } from '../../../src/conversation/index.ts';
import { bot, hoa, inGroup, jpeg, lan, listening, presses, says, sends } from './bot.ts';
import { until } from '../../support/until.ts';

const texts = (taken: Envelope[]): string[] => taken.map(({ input }) => ('text' in input ? input.text : input.kind));

/** A promise and the key to it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((go) => (open = go));
  return { opened, open };
}

describe('nothing is lost', () => {
  test('an update whose turn fails once is taken again', async () => {
    const { telegram, channel } = await bot();
    const tries: string[] = [];
    await channel.start(async ({ update }) => {
      tries.push(update);
      if (tries.length === 1) throw new Error('store away');
    });
    const id = telegram.arrive(says(hoa, 'chào'));
    await until(() => expect(telegram.confirmed).toEqual([id]));
    expect(tries).toEqual([String(id), String(id)]);
  });

  test('Telegram forgets an update only when its turn is over', async () => {
    const { telegram, channel } = await bot();
    const { opened, open } = gate();
    const begun = vi.fn<() => void>();
    await channel.start(async () => {
      begun();
      await opened;
    });
    const id = telegram.arrive(says(hoa, 'chào'));
    await until(() => expect(telegram.of('getUpdates').length).toBeGreaterThan(3));
    expect(telegram.confirmed).toEqual([]);
    expect(begun).toHaveBeenCalledTimes(1);
    open();
    await until(() => expect(telegram.confirmed).toEqual([id]));
  });

  test('what was under way when the program died comes again at the next start, with the same number', async () => {
    const { telegram, channel, options } = await bot();
    const first: string[] = [];
    const dies = gate();
    await channel.start(async ({ update }) => {
      first.push(update);
      await dies.opened;
      throw new Error('killed');
    });
    telegram.arrive(says(hoa, 'báo cáo'));
    await until(() => expect(first).toHaveLength(1));
    const stopped = channel.stop();
    dies.open();
    await stopped;

    const again: string[] = [];
    const next = telegramChannel(options);
    await next.start(async ({ update }) => void again.push(update));
    await until(() => expect(again).toEqual(first));
    await next.stop();
  });

  test('a stop waits for the turns under way and lets Telegram forget them', async () => {
    const { telegram, channel } = await bot();
    const { opened, open } = gate();
    const done: string[] = [];
    await channel.start(async ({ update }) => {
      await opened;
      done.push(update);
    });
    const id = telegram.arrive(says(hoa, 'chào'));
    await until(() => expect(telegram.of('getUpdates').length).toBeGreaterThan(1));
    const stopped = channel.stop();
    open();
    await stopped;
    expect(done).toEqual([String(id)]);
    expect(telegram.confirmed).toEqual([id]);
  });

  test('an update that comes twice keeps its number, by which the turn knows it', async () => {
    const { telegram, taken } = await listening();
    telegram.arrive(says(hoa, 'một lần'), 800);
    await until(() => expect(telegram.confirmed).toEqual([800]));
    telegram.arrive(says(hoa, 'một lần'), 800);
    await until(() => expect(taken.map(({ update }) => update)).toEqual(['800', '800']));
  });

  test('numbers that start anew after a quiet week are heard as well', async () => {
    const { telegram, taken } = await listening();
    telegram.arrive(says(hoa, 'trước Tết'), 900_000);
    await until(() => expect(telegram.confirmed).toEqual([900_000]));
    telegram.arrive(says(hoa, 'sau Tết'), 5);
    await until(() => expect(texts(taken)).toEqual(['trước Tết', 'sau Tết']));
  });
});

describe('nobody waits for somebody else', () => {
  test('one person is heard in order, while another’s turn is slow', async () => {
    const { telegram, channel } = await bot();
    const slow = gate();
    const heard: string[] = [];
    await channel.start(async ({ account, input }) => {
      if (account === String(lan.id)) await slow.opened;
      // The first word takes longer than the second: order must not depend on it.
      if ('text' in input && input.text === 'một') await new Promise((go) => setTimeout(go, 10));
      heard.push('text' in input ? input.text : input.kind);
    });
    telegram.arrive(says(lan, 'chậm'));
    telegram.arrive(says(hoa, 'một'));
    telegram.arrive(says(hoa, 'hai'));
    await until(() => expect(heard).toEqual(['một', 'hai']));
    telegram.arrive(says(hoa, 'ba'));
    await until(() => expect(heard).toEqual(['một', 'hai', 'ba']));
    expect(telegram.confirmed).toEqual([]);
    slow.open();
    await until(() => expect(telegram.confirmed).toHaveLength(4));
    expect(heard).toEqual(['một', 'hai', 'ba', 'chậm']);
  });

  test('an update that fails every time is given up after five tries, and what follows is heard', async () => {
    const { telegram, channel, logs } = await bot();
    const heard: string[] = [];
    await channel.start(async ({ input }) => {
      heard.push('text' in input ? input.text : input.kind);
      if ('text' in input && input.text === 'độc') throw new Error('cannot');
    });
    const id = telegram.arrive(says(hoa, 'độc'));
    telegram.arrive(says(hoa, 'lành'));
    await until(() => expect(telegram.confirmed).toHaveLength(2));
    expect(heard).toEqual(['độc', 'độc', 'độc', 'độc', 'độc', 'lành']);
    expect(logs.filter(({ event }) => event === 'telegram-update-given-up')).toEqual([
      { event: 'telegram-update-given-up', fields: { severity: 'error', update: id, tries: 5, why: 'Error: cannot' } },
    ]);
  });

  test('no more turns run at once than allowed', async () => {
    const { telegram, channel } = await bot({ limits: { chatsAtOnce: 2 } });
    let running = 0;
    let most = 0;
    await channel.start(async () => {
      most = Math.max(most, ++running);
      await new Promise((go) => setTimeout(go, 5));
      running -= 1;
    });
    for (let id = 1; id <= 8; id++) telegram.arrive(says({ ...hoa, id }, 'chào'));
    await until(() => expect(telegram.confirmed).toHaveLength(8));
    expect(most).toBe(2);
  });
});

describe('when Telegram is unwell', () => {
  test.each([
    ['an error of its own', { code: 500, description: 'Internal Server Error' }],
    ['a broken connection', 'lost' as const],
    ['a page of a proxy', 'html' as const],
    ['a wish for silence', { code: 429, description: 'Too Many Requests: retry after 3', retryAfter: 3 }],
    ['another program with the same token', { code: 409, description: 'Conflict: terminated by other getUpdates request' }],
  ])('polling goes on after %s', async (_, fault) => {
    const { telegram, channel, taken } = await bot();
    telegram.fail('getUpdates', fault);
    await channel.start(async (envelope) => void taken.push(envelope));
    telegram.arrive(says(hoa, 'chào'));
    await until(() => expect(texts(taken)).toEqual(['chào']));
  });

  test('another program with the same token is written to the log', async () => {
    const { telegram, logs } = await bot().then(async (made) => {
      made.telegram.fail('getUpdates', { code: 409, description: 'Conflict: terminated by other getUpdates request' });
      await made.channel.start(async () => undefined);
      return made;
    });
    await until(() => expect(telegram.of('getUpdates').length).toBeGreaterThan(1));
    expect(logs.map(({ event }) => event)).toContain('telegram-conflict');
  });

  test('a token that was withdrawn ends the polling, with a word in the log', async () => {
    const { telegram, channel, logs } = await bot();
    telegram.fail('getUpdates', { code: 401, description: 'Unauthorized' });
    await channel.start(async () => undefined);
    await until(() => expect(logs.map(({ event }) => event)).toContain('telegram-stopped'));
    expect(telegram.of('getUpdates')).toHaveLength(1);
  });
});

describe('what arrives', () => {
  test('a pressed button brings its data and stops turning', async () => {
    const { telegram, taken } = await listening();
    telegram.arrive(presses(hoa, '1k.3'));
    await until(() => expect(taken).toHaveLength(1));
    expect(taken[0]).toMatchObject({ account: '1001', chat: '1001', private: true, input: { kind: 'button', data: '1k.3' } });
    await until(() => expect(telegram.of('answerCallbackQuery').map((call) => call.params)).toEqual([{ callback_query_id: 'q1' }]));
  });

  test('a button whose turning can no longer be stopped counts all the same', async () => {
    const { telegram, channel, taken } = await bot();
    telegram.fail('answerCallbackQuery', { code: 400, description: 'Bad Request: query is too old' });
    await channel.start(async (envelope) => void taken.push(envelope));
    telegram.arrive(presses(hoa, '1k.3'));
    await until(() => expect(telegram.confirmed).toHaveLength(1));
    expect(taken).toHaveLength(1);
  });

  test('a photo is fetched at once in its largest size and kept', async () => {
    const { telegram, taken, files } = await listening();
    telegram.files.set('large', jpeg(5000));
    telegram.files.set('small', jpeg(50));
    const photo = [
      { file_id: 'small', width: 90, height: 60 },
      { file_id: 'large', width: 1280, height: 960 },
    ];
    telegram.arrive(sends(hoa, { photo, caption: 'Buổi tập huấn', media_group_id: 'al' }));
    await until(() => expect(taken).toHaveLength(1));
    expect(taken[0]!.input).toMatchObject({ kind: 'photo', caption: 'Buổi tập huấn', album: 'al', photos: [{ mime: 'image/jpeg', bytes: 5004 }] });
    expect([...files.kept.values()]).toEqual([Buffer.from(jpeg(5000))]);
  });

  test('a photo sent as a file is a photo, whatever it is called', async () => {
    const { telegram, taken } = await listening();
    telegram.files.set('doc', jpeg());
    telegram.arrive(sends(hoa, { document: { file_id: 'doc', mime_type: 'application/octet-stream', file_name: 'a.bin' } }));
    await until(() => expect(taken[0]?.input).toMatchObject({ kind: 'photo', photos: [{ mime: 'image/jpeg' }] }));
  });

  test('a file that only calls itself a photo is a file and is not kept', async () => {
    const { telegram, taken, files } = await listening();
    telegram.files.set('doc', Buffer.from('<html>not a photo at all</html>'));
    telegram.arrive(sends(hoa, { document: { file_id: 'doc', mime_type: 'image/jpeg', file_name: 'a.jpg' } }));
    await until(() => expect(taken[0]?.input).toEqual({ kind: 'other', what: 'file' }));
    expect(files.kept.size).toBe(0);
  });

  test.each([
    ['said in advance', { file_id: 'huge', mime_type: 'image/png', file_size: 21 * 1024 * 1024 }],
    ['found by Telegram', { file_id: 'huge', mime_type: 'image/png' }],
  ])('a photo that is too big is told so: %s', async (_, document) => {
    const { telegram, taken } = await listening();
    telegram.files.set('huge', new Uint8Array(21 * 1024 * 1024));
    telegram.arrive(sends(hoa, { document }));
    await until(() => expect(taken[0]?.input).toEqual({ kind: 'other', what: 'big-photo' }));
  });

  test('a photo that cannot be fetched just now is fetched a little later', async () => {
    const { telegram, taken } = await listening();
    telegram.files.set('p', jpeg());
    telegram.fail('getFile', { code: 500, description: 'Internal Server Error' });
    telegram.arrive(sends(hoa, { photo: [{ file_id: 'p', width: 1, height: 1 }] }));
    await until(() => expect(taken[0]?.input).toMatchObject({ kind: 'photo' }));
  });

  test('a photo that Telegram no longer has is answered, not waited for', async () => {
    const { telegram, taken } = await listening();
    telegram.arrive(sends(hoa, { photo: [{ file_id: 'gone', width: 1, height: 1 }] }));
    await until(() => expect(taken[0]?.input).toEqual({ kind: 'other', what: 'unknown' }));
  });

  test('a group is heard only when it speaks to the bot', async () => {
    const { telegram, taken } = await listening();
    telegram.arrive(inGroup(hoa, { text: 'họp nhé' }));
    telegram.arrive(inGroup(hoa, { text: '@hoi_test_bot ơi', entities: [{ type: 'mention', offset: 0, length: 13 }] }));
    await until(() => expect(telegram.confirmed).toHaveLength(2));
    expect(taken).toMatchObject([{ chat: '-500', private: false, input: { kind: 'text', text: '@hoi_test_bot ơi' } }]);
  });
});
