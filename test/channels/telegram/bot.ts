import { createHash } from 'node:crypto';
import type { User } from 'grammy/types';
import { onTestFinished } from 'vitest';
import { telegramChannel, type Clock, type TelegramChannel, type TelegramOptions } from '../../../src/channels/telegram/index.ts';
import type { Address, Envelope, Files, RenderedReply } from '../../../src/conversation/index.ts';
import { quickClock } from './clock.ts';
import { StandIn, type News } from './stand-in.ts';

export interface Bot {
  telegram: StandIn;
  channel: TelegramChannel;
  taken: Envelope[];
  logs: { event: string; fields: Record<string, unknown> }[];
  files: Files & { kept: Map<string, Uint8Array> };
  options: TelegramOptions;
}

/** A bot before a stand-in, both gone when the test is over. It has not begun yet. */
export async function bot(more: Partial<TelegramOptions> & { clock?: Clock } = {}): Promise<Bot> {
  const clock = more.clock ?? quickClock();
  const telegram = await new StandIn(() => clock.now()).open();
  const logs: Bot['logs'] = [];
  const files = memoryFiles();
  const options: TelegramOptions = {
    token: telegram.token,
    apiRoot: telegram.root,
    files,
    commands: [{ command: 'baocao', description: 'Báo cáo hoạt động' }],
    contactLabel: 'Gửi số điện thoại của tôi',
    log: (event, fields = {}) => void logs.push({ event, fields }),
    ...more,
    clock,
  };
  const channel = telegramChannel(options);
  onTestFinished(async () => {
    await channel.stop();
    await telegram.close();
  });
  return { telegram, channel, taken: [], logs, files, options };
}

/** Takes every envelope and keeps it. */
export async function listening(more: Partial<TelegramOptions> = {}): Promise<Bot> {
  const made = await bot(more);
  await made.channel.start(async (envelope) => void made.taken.push(envelope));
  return made;
}

function memoryFiles(): Bot['files'] {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async put(bytes, mime) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, bytes);
      return { hash, mime, bytes: bytes.length };
    },
    async read(hash) {
      const bytes = kept.get(hash);
      if (!bytes) throw new Error('no such file');
      return bytes;
    },
  };
}

export const hoa: User = { id: 1001, is_bot: false, first_name: 'Hoa' };
export const lan: User = { id: 1002, is_bot: false, first_name: 'Lan' };

/** A message of hers in her own chat with the bot. */
export const message = (from: User, what: object): object => ({
  message_id: 1,
  date: 0,
  from,
  chat: { id: from.id, type: 'private', first_name: from.first_name },
  ...what,
});

export const sends = (from: User, what: object): News => ({ message: message(from, what) });

export const says = (from: User, text: string): News => sends(from, { text });

export const presses = (from: User, data: string): News => ({
  callback_query: { id: 'q1', from, chat_instance: 'c', data, message: message(from, { text: 'Chọn' }) },
});

export const inGroup = (from: User, what: object): News => sends(from, { chat: { id: -500, type: 'supergroup', title: 'Tổ 1' }, ...what });

export const to = (person: User): Address => ({ channel: 'telegram', account: String(person.id), chat: String(person.id) });

export const reply = (text: string, more: Partial<RenderedReply> = {}): RenderedReply => ({ text, choices: [], photos: [], wantsContact: false, ...more });

export const choice = (label: string, data = '1.0', nav = false) => ({ id: data, label, data, nav });

/** The beginning of a JPEG, then `size` bytes of nothing. */
export const jpeg = (size = 64): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(size)]);
