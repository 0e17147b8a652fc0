import { describe, expect, test } from 'vitest';
import { findDate, findMoney, findNumber, isCommandWord, looksLikeQuestion, readChoice, readDate, readMoney, readNumber, readYesNo } from '../../../src/conversation/index.ts';

const options = { today: '2026-11-24', tet: { 2026: '2026-02-17' } };
const day = (text: string) => {
  const read = readDate(text, options);
  return read.ok ? read.value : read.why;
};

describe('days', () => {
  test.each([
    ['hôm nay', '2026-11-24'],
    ['hom qua', '2026-11-23'],
    ['tối qua', '2026-11-23'],
    ['20/11', '2026-11-20'],
    ['20-10', '2026-10-20'],
    ['20.11.2026', '2026-11-20'],
    ['ngày 8/3', '2026-03-08'],
    ['ngày 20 tháng 11', '2026-11-20'],
    ['mùng 3 Tết', '2026-02-19'],
    ['thứ 7 tuần trước', '2026-11-21'],
    ['thứ hai', '2026-11-23'],
    ['chủ nhật vừa rồi', '2026-11-22'],
    ['cách đây 3 ngày', '2026-11-21'],
    ['20/11 năm ngoái', '2025-11-20'],
    ['ngày 5', '2026-11-05'],
    ['31/2', 'no-such-day'],
    ['25/12', 'future'],
    ['ngày mai', 'future'],
    ['đầu tháng', 'vague-date'],
    ['không nhớ', 'not-a-date'],
  ])('%s → %s', (text, expected) => expect(day(text)).toBe(expected));
});

describe('numbers', () => {
  test.each([
    ['85', 85],
    ['85 hội viên', 85],
    ['1.250', 1250],
    ['ba mươi lăm', 35],
    ['hai chục', 20],
    ['một trăm linh năm', 105],
    ['mười lăm', 15],
  ])('%s → %s', (text, value) => expect(readNumber(text)).toEqual({ ok: true, value, sure: true }));
  test('an approximate number is asked back', () => {
    expect(readNumber('khoảng trăm người')).toEqual({ ok: true, value: 100, sure: false });
    expect(readNumber('gần 200')).toEqual({ ok: true, value: 200, sure: false });
  });
  test.each([
    ['-5', 'negative'],
    ['5-7', 'range'],
    ['20/11', 'not-a-number'],
    ['0912 345 678', 'not-a-number'],
    ['đông lắm', 'not-a-number'],
  ])('%s is refused: %s', (text, why) => expect(readNumber(text)).toEqual({ ok: false, why }));
  test('bounds are told apart', () => {
    expect(readNumber('0', { min: 1 })).toEqual({ ok: false, why: 'too-small' });
    expect(readNumber('99999', { max: 500 })).toEqual({ ok: false, why: 'too-large' });
  });
  test.each([
    ['5tr', 5_000_000],
    ['1tr5', 1_500_000],
    ['2 triệu rưỡi', 2_500_000],
    ['500k', 500_000],
    ['500.000đ', 500_000],
    ['1,2 tỷ', 1_200_000_000],
    ['hai trăm nghìn', 200_000],
  ])('%s is %s đồng', (text, value) => expect(readMoney(text)).toEqual({ ok: true, value, sure: true }));
});

test('yes and no, as people type them', () => {
  for (const text of ['có', 'dạ có ạ', 'ok', 'vâng', 'dung roi', 'ừ']) expect(readYesNo(text), text).toMatchObject({ ok: true, value: true });
  for (const text of ['không', 'ko', 'chưa', 'k', 'không có']) expect(readYesNo(text), text).toMatchObject({ ok: true, value: false });
  expect(readYesNo('để chị xem')).toEqual({ ok: false, why: 'not-yes-no' });
});

test('a choice by number, words, or part of them', () => {
  const choices = [{ id: 'a', label: 'Truyền thông, tập huấn' }, { id: 'b', label: 'Thăm hỏi, tặng quà' }, { id: 'c', label: 'Thăm mô hình' }];
  expect(readChoice('2', choices)).toMatchObject({ value: 'b' });
  expect(readChoice('truyen thong', choices)).toMatchObject({ value: 'a' });
  expect(readChoice('Thăm hỏi, tặng quà', choices)).toMatchObject({ value: 'b' });
  expect(readChoice('thăm', choices)).toMatchObject({ ok: false, why: 'ambiguous' });
  expect(readChoice('9', choices)).toMatchObject({ ok: false });
});

test('a question is told from a place, a title and a number', () => {
  for (const text of ['hội viên danh dự là gì', 'thế ai ký?', 'cho em hỏi hồ sơ vay vốn', 'quỹ hội quản lý thế nào']) expect(looksLikeQuestion(text), text).toBe(true);
  for (const text of ['Nhà văn hóa tổ 5', 'Phòng, chống bạo lực gia đình', '85', '20/11', 'hội trường UBND']) expect(looksLikeQuestion(text), text).toBe(false);
});

test('words that steer', () => {
  expect(isCommandWord('Hủy')).toBe('huy');
  expect(isCommandWord('quay lai')).toBe('back');
  expect(isCommandWord('trợ giúp em')).toBe('trogiup');
  expect(isCommandWord('hủy hoại môi trường')).toBeNull();
});

test('one line gives its day, its people and its money; a tổ is no number of people', () => {
  const line = 'sáng 20/11 truyền thông PCBLGĐ tại NVH tổ 5, 85 hội viên, kinh phí 2 triệu rưỡi';
  expect(findDate(line, options)?.value).toBe('2026-11-20');
  expect(findNumber(line, { unit: 'người' })?.value).toBe(85);
  expect(findMoney(line)?.value).toBe(2_500_000);
});
