import type { Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { arrivalOf } from '../../../src/channels/telegram/arrival.ts';
import { hoa, inGroup, message, presses, says, sends } from './bot.ts';
import type { News } from './stand-in.ts';

const me = { id: 4242, username: 'hoi_test_bot' };
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a made-up update has only the fields that matter
const arrival = (news: News) => arrivalOf({ update_id: 7, ...news } as Update, me);
const content = (news: News) => arrival(news)?.content ?? null;

describe('words', () => {
  test('come with the person, the chat and the number of the update', () => {
    expect(arrival(says(hoa, '  chào em '))).toEqual({
      envelope: { channel: 'telegram', account: '1001', chat: '1001', update: '7', private: true },
      content: { kind: 'text', text: 'chào em' },
    });
  });

  test('typed on any keyboard are the same letters', () => {
    expect(content(says(hoa, 'phu\u031b\u01a1\u0300ng'.normalize('NFD')))).toMatchObject({ text: 'phu\u031b\u01a1\u0300ng'.normalize('NFC') });
  });

  test.each([
    ['/baocao', 'baocao', ''],
    ['/BaoCao@hoi_test_bot  sáng 20/11 ', 'baocao', 'sáng 20/11'],
    ['/start A1B2', 'start', 'A1B2'],
    ['/hoi\nhội viên danh dự', 'hoi', 'hội viên danh dự'],
  ])('%j is a command', (text, name, args) => {
    expect(content(says(hoa, text))).toEqual({ kind: 'command', name, args });
  });

  test.each(['gõ /baocao nhé', '/ báo cáo', '/20/11', '/', '20/11'])('%j is no command', (text) => {
    expect(content(says(hoa, text))).toEqual({ kind: 'text', text });
  });
});

describe('what else she sends', () => {
  test('a button brings its data', () => {
    expect(arrival(presses(hoa, '!baocao|kind=1'))).toMatchObject({ envelope: { account: '1001', chat: '1001' }, content: { kind: 'button', data: '!baocao|kind=1' } });
  });

  test('a photo is taken in its largest size, with caption and album', () => {
    const photo = [
      { file_id: 'small', width: 90, height: 60, file_size: 900 },
      { file_id: 'large', width: 1280, height: 960, file_size: 90_000 },
      { file_id: 'middle', width: 320, height: 240, file_size: 9000 },
    ];
    expect(content(sends(hoa, { photo, caption: ' Buổi sáng ', media_group_id: 'al' }))).toMatchObject({ kind: 'fetch', fileId: 'large', size: 90_000, caption: 'Buổi sáng', album: 'al' });
  });

  test('her own contact is hers, anybody else’s is not', () => {
    const contact = { phone_number: '84912345678', first_name: 'Hoa' };
    expect(content(sends(hoa, { contact: { ...contact, user_id: hoa.id } }))).toEqual({ kind: 'contact', phone: '84912345678', own: true });
    expect(content(sends(hoa, { contact: { ...contact, user_id: 9 } }))).toMatchObject({ own: false });
    expect(content(sends(hoa, { contact }))).toMatchObject({ own: false });
  });

  test('an edited message says that it was edited', () => {
    expect(content({ edited_message: message(hoa, { text: 'gõ lại' }) })).toEqual({ kind: 'edited', text: 'gõ lại' });
    expect(content({ edited_message: message(hoa, { caption: 'chú thích' }) })).toEqual({ kind: 'edited', text: 'chú thích' });
  });

  test('a location that moves is not answered at every step', () => {
    expect(content({ edited_message: message(hoa, { location: { latitude: 20, longitude: 106 } }) })).toBeNull();
  });

  test.each([
    ['voice', { voice: { file_id: 'v' } }],
    ['voice', { audio: { file_id: 'v' } }],
    ['sticker', { sticker: { file_id: 's' } }],
    ['video', { video: { file_id: 'v' } }],
    ['video', { video_note: { file_id: 'v' } }],
    ['video', { animation: { file_id: 'g' }, document: { file_id: 'g' } }],
    ['location', { location: { latitude: 20, longitude: 106 } }],
    ['unknown', { poll: {} }],
  ])('%s is told apart: %j', (what, sent) => {
    expect(content(sends(hoa, sent))).toEqual({ kind: 'other', what });
  });
});

describe('a group', () => {
  const entity = (type: string, offset: number, length: number, more: object = {}) => ({ type, offset, length, ...more });

  test.each([
    ['a command', { text: '/baocao', entities: [entity('bot_command', 0, 7)] }],
    ['a command with its name', { text: '/baocao@Hoi_Test_Bot', entities: [entity('bot_command', 0, 20)] }],
    ['its name', { text: 'ơi @hoi_test_bot', entities: [entity('mention', 3, 13)] }],
    ['its name under a photo', { caption: '@hoi_test_bot', caption_entities: [entity('mention', 0, 13)], photo: [] }],
    ['a reply to it', { text: 'cảm ơn', reply_to_message: message({ id: 4242, is_bot: true, first_name: 'Bot' }, {}) }],
  ])('is answered when it speaks to the bot by %s', (_, what) => {
    expect(arrival(inGroup(hoa, what))).toMatchObject({ envelope: { account: '1001', chat: '-500', private: false }, content: { kind: 'text' } });
  });

  test.each([
    ['talk among its members', { text: 'họp lúc 8 giờ nhé' }],
    ['a command for another bot', { text: '/baocao@bot_khac', entities: [entity('bot_command', 0, 16)] }],
    ['another name', { text: '@chi_lan', entities: [entity('mention', 0, 8)] }],
    ['a photo', { photo: [{ file_id: 'a', width: 1, height: 1 }] }],
  ])('is left alone: %s', (_, what) => {
    expect(arrival(inGroup(hoa, what))).toBeNull();
  });
});

describe('nobody waits for an answer to', () => {
  test.each<[string, News]>([
    ['a channel', { channel_post: message(hoa, { text: 'tin' }) }],
    ['another bot', says({ ...hoa, is_bot: true }, 'xin chào')],
    ['a person who blocks the bot', { my_chat_member: { from: hoa, chat: { id: hoa.id, type: 'private' } } }],
    ['a pinned message', sends(hoa, { pinned_message: message(hoa, { text: 'cũ' }) })],
    ['a correction in a group', { edited_message: message(hoa, { text: '@hoi_test_bot', chat: { id: -500, type: 'group' } }) }],
  ])('%s', (_, news) => {
    expect(arrival(news)).toBeNull();
  });
});
