import { describe, expect, test } from 'vitest';
import { readYesNo } from '../../../src/conversation/answers/index.ts';
import { unmark } from '../../../src/vietnamese/fold.ts';

const said = (text: string) => {
  const read = readYesNo(text);
  return read.ok ? `${read.value ? 'yes' : 'no'}${read.sure ? '' : '?'}` : read.why;
};
const forms = (text: string): string[] => [text, text.normalize('NFD'), text.toUpperCase(), unmark(text), `${text}!`];

describe('yes', () => {
  test.each([
    ...['có', 'có ạ', 'dạ có ạ', 'dạ có', 'vâng', 'dạ', 'dạ vâng', 'vâng ạ', 'ừ', 'uh', 'uhm', 'ok', 'OKE', 'okie', 'ok em', 'ok nhé', 'đúng', 'đúng rồi', 'đúng rồi em ạ', 'đúng vậy'],
    ...['phải', 'phải rồi', 'rồi', 'rồi ạ', 'có rồi', 'đã có', 'được', 'được rồi', 'chuẩn', 'chính xác', 'đồng ý', 'nhất trí', 'yes', 'có chứ', 'có nhé em', 'chắc chắn', 'chắc chắn có', 'tất nhiên rồi', 'vâng đúng rồi ạ', 'em ơi có nhé', '👍'],
  ])('%s', (text) => {
    for (const writing of forms(text)) expect(said(writing), writing).toBe('yes');
  });
});

describe('no', () => {
  test.each([
    ...['không', 'không ạ', 'dạ không', 'dạ không ạ', 'ko', 'k', 'kg', 'khg', 'hông', 'chưa', 'chưa ạ', 'dạ chưa ạ', 'chưa có', 'không có', 'ko có', 'k có', 'chưa có ạ', 'không có đâu em', 'sai', 'sai rồi', 'nhầm rồi'],
    ...['không đúng', 'chưa đúng', 'không phải', 'ko phải', 'chưa được', 'không được', 'thôi', 'thôi ạ', 'thôi không', 'no', 'khỏi', 'vâng chưa có ạ', 'không, chưa có'],
  ])('%s', (text) => {
    for (const writing of forms(text)) expect(said(writing), writing).toBe('no');
  });
});

describe('neither: asked again', () => {
  test.each([
    ['có không?', 'unclear'],
    ['có không', 'unclear'],
    ['có chưa', 'unclear'],
    ['đúng không', 'unclear'],
    ['có hay không', 'unclear'],
    ['không biết', 'unclear'],
    ['ko biết', 'unclear'],
    ['không rõ', 'unclear'],
    ['chưa rõ', 'unclear'],
    ['không nhớ', 'unclear'],
    ['chưa chắc', 'unclear'],
    ['không chắc chắn', 'unclear'],
    ['không sai', 'unclear'],
    ['có được tính không', 'unclear'],
    ['để chị xem', 'not-yes-no'],
    ['Công an phường', 'not-yes-no'],
    ['85', 'not-yes-no'],
    ['20/11', 'not-yes-no'],
    ['', 'not-yes-no'],
    ['hello', 'not-yes-no'],
  ])('%s → %s', (text, expected) => {
    for (const writing of forms(text)) expect(said(writing), writing).toBe(expected);
  });
});

test('a doubtful yes or no is asked back', () => {
  for (const text of ['chắc có', 'chắc là có', 'hình như có', 'có lẽ có', 'có thể'].flatMap(forms)) expect(said(text), text).toBe('yes?');
  for (const text of ['chắc không', 'hình như chưa'].flatMap(forms)) expect(said(text), text).toBe('no?');
});

test('what is told besides is handed on as it was written', () => {
  expect(readYesNo('Có, Công an phường An Biên')).toEqual({ ok: true, value: true, sure: true, rest: 'Công an phường An Biên' });
  expect(readYesNo('không phối hợp')).toEqual({ ok: true, value: false, sure: true, rest: 'phối hợp' });
});

test('other words that fold to the same letters are no answer', () => {
  for (const text of ['cỏ', 'cô Lan', 'Phái', 'dùng', 'dừng']) expect(readYesNo(text), text).toMatchObject({ ok: false });
});
