import { describe, expect, test } from 'vitest';
import { isSyllable, markKey, undoTelex, undoVni } from '../../src/knowledge/syllable.ts';
import { oneSlip } from '../../src/knowledge/vocabulary.ts';
import { index } from './helpers.ts';

const read = (text: string): string => index.prepare(text).folded;
const searched = (text: string): string => index.prepare(text).words.map(({ f }) => f).join(' ');

describe('typed in a hurry', () => {
  test.each([
    ['no marks', 'hoi vien danh du', 'hoi vien danh du'],
    ['Telex left undone', 'hooij vieen danh duwj', 'hoi vien danh du'],
    ['Telex with its keys at the end', 'dduowcj hoioj vieenj', 'duoc hoi vien'],
    ['VNI left undone', 'ho65i vie6n', 'hoi vien'],
    ['spaces missing', 'hoiviendanhdu', 'hoi vien danh du'],
    ['spaces missing in Telex', 'hooijvieen', 'hoi vien'],
    ['Union abbreviations', 'CHT, BCH, HVDD', 'chi hoi truong ban chap hanh hoi vien danh du'],
    ['an abbreviation with a sign', 'tổ TK&VV', 'to tiet kiem va vay von'],
    ['chat shorthand', 'ko dc j', 'khong duoc gi'],
    ['letters of chat', 'fải', 'phai'],
    ['a letter swapped', 'hội vine danh dự', 'hoi vien danh du'],
    ['figures stuck to words', '5khong3sach', '5 khong 3 sach'],
    ['initials of a known phrase', 'bhtn của TGPL', 'bhtn cua tro giup phap ly'],
  ])('%s is understood', (_, typed, meant) => expect(read(typed)).toBe(meant));

  test('an abbreviation of several meanings takes the one that fits', () => {
    expect(read('nhận đơn KN tố cáo')).toContain('khieu nai');
    expect(read('hỗ trợ PN KN')).toContain('khoi nghiep');
  });
  test('both places of the tone and decomposed letters are one', () => {
    expect(read('hoà giải'.normalize('NFD'))).toBe(read('hòa giải'));
    expect(markKey('hoà')).toBe(markKey('hòa'));
  });
  test('a wrong tone mark does not hide a word', () => expect(read('kỹ niệm chướng')).toBe('ky niem chuong'));
});

describe('what is searched', () => {
  test('mends a sound written as it is said', () => expect(searched('xinh hoat chi hoi')).toBe('sinh hoat chi hoi'));
  test('leaves polite padding out', () => expect(searched('dạ em chào chị ạ cho em hỏi hội phí với ạ')).toBe('hoi phi'));
  test('keeps "vay" of a loan and drops "vậy" of a question', () => {
    expect(searched('vay vốn')).toBe('vay von');
    expect(searched('hội phí thế nào vậy')).not.toContain('vay');
    expect(searched('hoi phi the nao vay')).not.toContain('vay');
  });
  test('takes different ways of saying as one', () => expect(searched('giấy tờ khai sinh')).toBe(searched('hồ sơ khai sinh')));
  test('a number to call and a whole name are not', () => {
    expect(searched('gọi chị Nguyễn Thị Lan 0912 345 678 hỏi hội phí')).toBe(searched('gọi chị hỏi hội phí'));
    expect(searched('đề án 939 và 2415/QĐ-TTg')).toContain('939');
  });
  test('"chi hội" is never taken for "chị hỏi"', () => expect(searched('lap nhom zalo cho chi hoi')).toContain('chi hoi'));
});

describe('syllables', () => {
  test.each(['nghieng', 'quyen', 'gi', 'hoa', 'uyen', 'thuong'])('%s can be Vietnamese', (syllable) => expect(isSyllable(syllable)).toBe(true));
  test.each(['hooij', 'bch', 'select', 'vs', 'zalo'])('%s cannot', (word) => expect(isSyllable(word)).toBe(false));
  test('Telex that was finished is left alone', () => expect([undoTelex('select'), undoVni('q10')]).toEqual([null, null]));
  test('one slip is one letter more, less, other, or two swapped', () => {
    expect([oneSlip('vine', 'vien'), oneSlip('hoii', 'hoi'), oneSlip('hoi', 'hai')]).toEqual([true, true, true]);
    expect([oneSlip('hoi', 'hoi'), oneSlip('hoi', 'hai ')]).toEqual([false, false]);
  });
});
