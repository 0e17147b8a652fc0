import { describe, expect, test } from 'vitest';
import { toCalls } from '../../../src/channels/telegram/calls.ts';
import { inlineKeyboard } from '../../../src/channels/telegram/keyboard.ts';
import type { Received } from '../../../src/conversation/index.ts';
import { choice, reply } from './bot.ts';

const by = { contactLabel: 'Gửi số', private: true, keyboardShown: false };
const photo = (hash: string, more: Partial<Received> = {}): Received => ({ hash: hash.repeat(64), mime: 'image/jpeg', bytes: 1000, ...more });
const labels = (choices: ReturnType<typeof choice>[]): string[][] => inlineKeyboard(choices).inline_keyboard.map((row) => row.map((one) => one.text));

describe('buttons', () => {
  test('short ones stand in pairs, the steering ones together at the bottom', () => {
    const choices = [choice('Hôm nay'), choice('← Quay lại', '1.3', true), choice('Hôm qua'), choice('Ngày khác'), choice('Bỏ qua', '1.4', true)];
    expect(labels(choices)).toEqual([['Hôm nay', 'Hôm qua'], ['Ngày khác'], ['← Quay lại', 'Bỏ qua']]);
  });

  test('one long label gives each its own row', () => {
    expect(labels([choice('Thăm hỏi'), choice('Truyền thông, tập huấn')])).toEqual([['Thăm hỏi'], ['Truyền thông, tập huấn']]);
  });

  test('a reply that only steers has one row', () => {
    expect(labels([choice('Thôi', '1.0', true)])).toEqual([['Thôi']]);
  });
});

describe('one reply', () => {
  test('is one message when it is only words', () => {
    expect(toCalls(reply('Dạ'), by)).toEqual([{ method: 'sendMessage', text: 'Dạ' }]);
  });

  test('with one photo and few words is one message with a caption and its buttons', () => {
    const calls = toCalls(reply('Xem ảnh', { photos: [photo('a')], choices: [choice('Duyệt', '2.0')] }), by);
    expect(calls).toEqual([
      {
        method: 'sendPhoto',
        file: { hash: 'a'.repeat(64), name: 'aaaaaaaa.jpeg' },
        caption: 'Xem ảnh',
        markup: { inline_keyboard: [[{ text: 'Duyệt', callback_data: '2.0' }]] },
      },
    ]);
  });

  test('with a photo and many words sends the words whole, below the photo', () => {
    const long = 'dài '.repeat(300);
    expect(toCalls(reply(long, { photos: [photo('a')] }), by).map((one) => one.method)).toEqual(['sendPhoto', 'sendMessage']);
  });

  test('with twelve photos is an album of ten, one of two, and the words', () => {
    const calls = toCalls(reply('Ảnh', { photos: Array.from('0123456789ab', (hash) => photo(hash)) }), by);
    expect(calls.map((one) => (one.method === 'sendMediaGroup' ? one.files.length : one.method))).toEqual([10, 2, 'sendMessage']);
  });

  test('with eleven photos has no album of one', () => {
    const calls = toCalls(reply('', { photos: Array.from('0123456789a', (hash) => photo(hash)) }), by);
    expect(calls.map((one) => one.method)).toEqual(['sendMediaGroup', 'sendPhoto']);
  });

  test.each([
    ['a photo of a kind that Telegram does not show', { mime: 'image/heic' }],
    ['a photo that is too heavy to be shown', { bytes: 11 * 1024 * 1024 }],
  ])('%s goes as a file', (_, more) => {
    expect(toCalls(reply('Ảnh', { photos: [photo('a', more)] }), by).map((one) => one.method)).toEqual(['sendDocument']);
  });

  test('with a document keeps its Vietnamese name, without signs that would break the request', () => {
    const document = { hash: 'd'.repeat(64), name: 'Báo cáo tháng 11; "bản\r\n2".docx', mime: 'application/msword' };
    const [call] = toCalls(reply('Đây ạ', { document }), by);
    expect(call).toMatchObject({ method: 'sendDocument', caption: 'Đây ạ', file: { name: 'Báo cáo tháng 11 bản 2 .docx' } });
  });
});

describe('her own phone number', () => {
  const asking = reply('Chị bấm nút ạ', { wantsContact: true, choices: [choice('Nhập mã')] });

  test('is asked for by one button, other choices below it as words', () => {
    expect(toCalls(asking, by)).toEqual([
      {
        method: 'sendMessage',
        text: 'Chị bấm nút ạ',
        markup: { keyboard: [[{ text: 'Gửi số', request_contact: true }], [{ text: 'Nhập mã' }]], resize_keyboard: true, one_time_keyboard: true },
      },
    ]);
  });

  test('is never asked for in a group', () => {
    const [call] = toCalls(asking, { ...by, private: false });
    expect(call).toMatchObject({ markup: { inline_keyboard: [[{ text: 'Nhập mã' }]] } });
  });

  test('the button goes away with the next plain message, not with one that has buttons of its own', () => {
    const shown = { ...by, keyboardShown: true };
    expect(toCalls(reply('Dạ'), shown)).toEqual([{ method: 'sendMessage', text: 'Dạ', markup: { remove_keyboard: true } }]);
    expect(toCalls(reply('Dạ', { choices: [choice('Có')] }), shown)[0]).toMatchObject({ markup: { inline_keyboard: [[{ text: 'Có' }]] } });
  });
});
