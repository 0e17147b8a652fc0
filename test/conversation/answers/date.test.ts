import { describe, expect, test } from 'vitest';
import { findDate, readDate } from '../../../src/conversation/answers/index.ts';
import { markedWritings, writings } from './writings.ts';

/** A Tuesday. */
const today = '2026-11-24';
const tet = { 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06' };
const options = { today, tet };

const day = (text: string, on = today) => {
  const read = readDate(text, { today: on, tet });
  return read.ok ? (read.sure ? read.value : `${read.value}?`) : read.hint === undefined ? read.why : `${read.why} ${String(read.hint)}`;
};

describe('a day in figures', () => {
  test.each([
    ['20/11', '2026-11-20'],
    ['20-11', '2026-11-20'],
    ['20.11', '2026-11-20'],
    ['20 / 11', '2026-11-20'],
    ['20-10', '2026-10-20'],
    ['5/9', '2026-09-05'],
    ['05/09', '2026-09-05'],
    ['20/11/2026', '2026-11-20'],
    ['20-11-2026', '2026-11-20'],
    ['20.11.2026', '2026-11-20'],
    ['20/11/26', '2026-11-20'],
    ['20/11-2026', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['20112026', '2026-11-20'],
    ['20/11.', '2026-11-20'],
    ['ngày 20/11', '2026-11-20'],
    ['hôm 20/11', '2026-11-20'],
    ['vào ngày 20/11', '2026-11-20'],
    ['sáng 20/11', '2026-11-20'],
    ['8h sáng 20/11', '2026-11-20'],
    ['19h30 ngày 20/11', '2026-11-20'],
    ['20/11 lúc 8 giờ', '2026-11-20'],
    ['ngày 8/3/2026', '2026-03-08'],
    ['20/11/2025', '2025-11-20'],
    ['20/11 năm 2025', '2025-11-20'],
    ['20/11 năm ngoái', '2025-11-20'],
    ['20/11 năm nay', '2026-11-20'],
    ['29/2/2024', '2024-02-29'],
    ['31/12/2025', '2025-12-31'],
    ['24/11', '2026-11-24'],
    ['20 11', '2026-11-20?'],
    ['20,11', '2026-11-20?'],
    ['5', '2026-11-05?'],
    ['28', '2026-10-28?'],
  ])('%s', (text, expected) => {
    for (const writing of writings(text)) expect(day(writing), writing).toBe(expected);
  });
});

describe('a day in words', () => {
  test.each([
    ['hôm nay', '2026-11-24'],
    ['ngày hôm nay', '2026-11-24'],
    ['sáng nay', '2026-11-24'],
    ['chiều nay', '2026-11-24'],
    ['nay', '2026-11-24'],
    ['vừa xong', '2026-11-24'],
    ['hôm qua', '2026-11-23'],
    ['tối qua', '2026-11-23'],
    ['chiều hôm qua', '2026-11-23'],
    ['hôm qua buổi chiều', '2026-11-23'],
    ['hqua', '2026-11-23'],
    ['hôm kia', '2026-11-22'],
    ['hôm qua, 23/11', '2026-11-23'],
    ['cách đây 3 ngày', '2026-11-21'],
    ['3 hôm trước', '2026-11-21'],
    ['ba ngày trước', '2026-11-21'],
    ['cách đây hai hôm', '2026-11-22'],
    ['cách đây 1 tuần', '2026-11-17?'],
    ['2 tuần trước', '2026-11-10?'],
    ['cách đây một tháng', '2026-10-24?'],
    ['hai mươi tháng mười một', '2026-11-20'],
    ['ngày hai mươi tháng mười một', '2026-11-20'],
    ['20 tháng 11', '2026-11-20'],
    ['ngày 20 tháng 11 năm 2025', '2025-11-20'],
    ['mười lăm tháng tư', '2026-04-15'],
    ['ngày mùng 5 tháng 11', '2026-11-05'],
    ['mùng 5/11', '2026-11-05'],
    ['mùng hai tháng chín', '2026-09-02'],
    ['ngày 5', '2026-11-05'],
    ['ngày mười lăm', '2026-11-15'],
    ['ngày 28', '2026-10-28?'],
    ['ngày 5 tháng này', '2026-11-05'],
    ['ngày 5 tháng trước', '2026-10-05'],
    ['mùng 5', '2026-11-05?'],
  ])('%s', (text, expected) => {
    for (const writing of writings(text)) expect(day(writing), writing).toBe(expected);
  });
  test('marks tell "hôm kìa" from "hôm kia"', () => {
    expect(day('hôm kìa')).toBe('2026-11-21');
  });
});

describe('a weekday is the last one', () => {
  test.each([
    ['thứ hai', '2026-11-23'],
    ['thứ 2', '2026-11-23'],
    ['t2', '2026-11-23'],
    ['thứ bảy', '2026-11-21'],
    ['T7', '2026-11-21'],
    ['sáng thứ 7', '2026-11-21'],
    ['thứ tư', '2026-11-18'],
    ['thứ ba', '2026-11-24?'],
    ['thứ ba vừa rồi', '2026-11-17'],
    ['chủ nhật', '2026-11-22'],
    ['cn', '2026-11-22'],
    ['chủ nhật vừa rồi', '2026-11-22'],
    ['thứ 7 tuần trước', '2026-11-21'],
    ['thứ hai tuần trước', '2026-11-16'],
    ['chủ nhật tuần trước', '2026-11-22'],
    ['tuần trước hôm thứ 5', '2026-11-19'],
    ['thứ sáu tuần trước nữa', '2026-11-13'],
    ['thứ 2 tuần này', '2026-11-23'],
    ['thứ bảy ngày 21/11', '2026-11-21'],
    ['chiều thứ 7, 21/11', '2026-11-21'],
    ['thứ sáu 21/11', '2026-11-21?'],
  ])('%s', (text, expected) => {
    for (const writing of writings(text)) expect(day(writing), writing).toBe(expected);
  });
});

describe('Tết days follow the table of lunar years', () => {
  test.each([
    ['mùng 3 Tết', '2026-02-19'],
    ['mồng ba tết', '2026-02-19'],
    ['mùng 1 Tết năm ngoái', '2025-01-29'],
    ['mùng 3 Tết 2025', '2025-01-31'],
    ['giao thừa', '2026-02-16'],
    ['30 Tết', '2026-02-16'],
    ['mùng 10 tháng giêng', '2026-02-26'],
    ['rằm tháng giêng', '2026-03-03'],
  ])('%s', (text, expected) => {
    for (const writing of writings(text)) expect(day(writing), writing).toBe(expected);
  });
  test('just before Tết it is last year’s Tết, and without a table nothing is guessed', () => {
    expect(day('mùng 3 Tết', '2027-02-07')).toBe('2026-02-19');
    expect(day('mùng 3 Tết', '2027-02-08')).toBe('2027-02-08');
    expect(readDate('mùng 3 Tết', { today })).toEqual({ ok: false, why: 'vague-date' });
    expect(day('mùng 10 tháng 3 âm lịch')).toBe('vague-date');
  });
});

describe('a day that cannot be is refused with the reason', () => {
  test.each([
    ['31/2', 'no-such-day'],
    ['30/2/2026', 'no-such-day'],
    ['31/11', 'no-such-day'],
    ['29/2', 'no-such-day'],
    ['29/2/2026', 'no-such-day'],
    ['32/1', 'no-such-day'],
    ['0/5', 'no-such-day'],
    ['20/13', 'no-such-day'],
    ['ngày 31 tháng 4', 'no-such-day'],
    ['11/20', 'no-such-day 2026-11-20'],
    ['25/11/2026', 'future 2026-11-25'],
    ['25/11', 'future 2026-11-25'],
    ['25/12', 'future 2026-12-25'],
    ['20/11/2062', 'future 2062-11-20'],
    ['ngày mai', 'future 2026-11-25'],
    ['mai', 'future 2026-11-25'],
    ['sáng mai', 'future 2026-11-25'],
    ['ngày kia', 'future 2026-11-26'],
    ['tuần sau', 'future'],
    ['thứ 7 tuần sau', 'future 2026-12-05'],
    ['thứ 7 này', 'future 2026-11-28'],
    ['chủ nhật tới', 'future 2026-11-29'],
    ['3 ngày nữa', 'future'],
    ['đầu tháng', 'vague-date'],
    ['cuối tháng 10', 'vague-date'],
    ['tuần trước', 'vague-date'],
    ['hôm nọ', 'vague-date'],
    ['vài hôm trước', 'vague-date'],
    ['cách đây mấy ngày', 'vague-date'],
    ['năm ngoái', 'vague-date'],
    ['20/11 và 21/11', 'vague-date 2026-11-20'],
    ['từ 20/11 đến 22/11', 'vague-date 2026-11-20'],
    ['12-14/7', 'vague-date 2026-07-12'],
    ['20/11-22/11', 'vague-date 2026-11-20'],
    ['không nhớ', 'not-a-date'],
    ['85 hội viên', 'not-a-date'],
    ['Nhà văn hóa tổ 5', 'not-a-date'],
    ['0912345678', 'not-a-date'],
    ['0912.345.678', 'not-a-date'],
    ['25/11/QĐ-BTV', 'not-a-date'],
    ['2011', 'not-a-date'],
    ['lần thứ hai', 'not-a-date'],
    ['', 'not-a-date'],
    ['hello', 'not-a-date'],
  ])('%s → %s', (text, expected) => {
    for (const writing of writings(text)) expect(day(writing), writing).toBe(expected);
  });
  test('a day before the earliest is too old', () => {
    expect(readDate('20/11/1995', { today, earliest: '2021-11-24' })).toEqual({ ok: false, why: 'too-old', hint: '1995-11-20' });
    expect(readDate('20/11/95', { today, earliest: '2021-11-24' })).toEqual({ ok: false, why: 'too-old', hint: '1995-11-20' });
    expect(readDate('24/11/2021', { today, earliest: '2021-11-24' })).toMatchObject({ ok: true });
  });
});

describe('a date without year', () => {
  test.each([
    ['20/12', '2027-01-05', '2026-12-20'],
    ['31/12', '2027-01-01', '2026-12-31'],
    ['1/1', '2027-01-01', '2027-01-01'],
    ['1/1', '2026-12-31', '2026-01-01'],
    ['20/3', '2027-01-31', 'future 2027-03-20'],
    ['10/5', '2027-01-31', '2026-05-10?'],
    ['ngày 31', '2027-01-05', '2026-12-31?'],
    ['ngày 31', '2026-07-05', 'no-such-day'],
    ['20/10', '2026-03-01', '2025-10-20'],
    ['29/2', '2028-03-01', '2028-02-29'],
  ])('%s on %s is %s', (text, on, expected) => expect(day(text, on)).toBe(expected));
  test('is the next one when days ahead are asked for', () => {
    const ahead = { today, past: false };
    expect(readDate('25/11', ahead)).toEqual({ ok: true, value: '2026-11-25', sure: true });
    expect(readDate('20/11', ahead)).toEqual({ ok: true, value: '2027-11-20', sure: true });
    expect(readDate('ngày mai', ahead)).toEqual({ ok: true, value: '2026-11-25', sure: true });
    expect(readDate('thứ 7', ahead)).toEqual({ ok: true, value: '2026-11-28', sure: true });
    expect(readDate('ngày 5', ahead)).toMatchObject({ ok: true, value: '2026-12-05' });
  });
});

describe('what else is said', () => {
  test('a doubtful day is asked back', () => {
    for (const text of ['hình như hôm qua', 'chắc 23/11', 'khoảng 23/11', '23/11?']) expect(day(text), text).toBe('2026-11-23?');
  });
  test('the part of the day is kept', () => {
    expect(readDate('sáng 20/11', options)).toEqual({ ok: true, value: '2026-11-20', sure: true, partOfDay: 'morning' });
    expect(readDate('20/11 buổi chiều', options)).toMatchObject({ value: '2026-11-20', partOfDay: 'afternoon' });
    for (const writing of markedWritings('tối qua')) expect(readDate(writing, options)).toMatchObject({ value: '2026-11-23', partOfDay: 'evening' });
  });
  test('the rest of the line is handed on as it was written', () => {
    expect(readDate('20/11 tại Nhà văn hóa tổ 5', options)).toEqual({ ok: true, value: '2026-11-20', sure: true, rest: 'tại Nhà văn hóa tổ 5' });
  });
});

describe('a day is found in a longer line with its place', () => {
  test.each<[string, string | null, string | null]>([
    ['sáng 20/11 truyền thông PCBLGĐ tại NVH tổ 5, 85 hội viên', '2026-11-20', 'sáng 20/11'],
    ['truyền thông ngày 20/11/2026 tại NVH', '2026-11-20', 'ngày 20/11/2026'],
    ['truyền thông 20-10, 85 hội viên', '2026-10-20', '20-10'],
    ['hôm qua truyền thông tại tổ 5', '2026-11-23', 'hôm qua'],
    ['truyền thông tối qua, 30 người', '2026-11-23', 'tối qua'],
    ['thứ 7 tuần trước thăm hội viên ốm', '2026-11-21', 'thứ 7 tuần trước'],
    ['ngày 20 tháng 11, ra mắt mô hình', '2026-11-20', 'ngày 20 tháng 11'],
    ['thăm hỏi mùng 3 Tết tại tổ 5', '2026-02-19', 'mùng 3 Tết'],
    ['tháng 11: 20/11 truyền thông', '2026-11-20', '20/11'],
    ['sáng 18/10 mít tinh chào mừng 20/10', '2026-10-18', 'sáng 18/10'],
    ['chào mừng ngày 20/10, sáng 18/10 mít tinh', '2026-10-18', 'sáng 18/10'],
    ['mít tinh chào mừng 20/10', null, null],
    ['kỷ niệm 8/3 tại NVH', null, null],
    ['4/11 chi hội trưởng được bồi dưỡng', null, null],
    ['họp 5-7 người tại tổ 5', null, null],
    ['theo Quyết định 25/11/QĐ, 20 hội viên', null, null],
    ['tiền quà 20.11 triệu', null, null],
    ['31/2 truyền thông tại tổ 5', null, null],
    ['25/11 truyền thông tại tổ 5', null, null],
    ['tổ 5, 85 hội viên', null, null],
    ['chị Mai và chị Nga dự, 85 hội viên', null, null],
    ['lớp tập huấn lần thứ hai, 85 hội viên', null, null],
    ['liên hệ 0912.345.678', null, null],
    ['nhà văn hóa tổ 12, đường Lê Lợi', null, null],
  ])('%s', (line, expected, words) => {
    for (const writing of [line, line.normalize('NFD'), line.toUpperCase()]) {
      const found = findDate(writing, options);
      expect(found?.value ?? null, writing).toBe(expected);
      expect(found ? line.slice(found.from, found.to) : null, writing).toBe(words);
    }
  });
  test('without marks and with the part of the day', () => {
    expect(findDate('bao cao: sang 20/11 truyen thong tai nvh to 5', options)).toEqual({ value: '2026-11-20', sure: true, from: 9, to: 19, partOfDay: 'morning' });
    expect(findDate('hom qua tham hoi vien om', options)).toMatchObject({ value: '2026-11-23' });
  });
});
