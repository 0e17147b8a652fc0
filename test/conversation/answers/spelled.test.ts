import { expect, test } from 'vitest';
import { findDate, findNumber, readDate, readMoney, readNumber } from '../../../src/conversation/answers/index.ts';
import { addDays } from '../../../src/time.ts';
import { unmark } from '../../../src/vietnamese/fold.ts';

const ONES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A number below 1000 as it is read aloud; `full` also says its empty hundreds. */
function below(number: number, full = false): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor((number % 100) / 10), number % 10];
  const last = ones === 1 && tens > 1 ? 'mốt' : ones === 5 && tens > 0 ? 'lăm' : ONES[ones]!;
  return [
    hundreds > 0 || full ? `${ONES[hundreds]} trăm` : '',
    tens > 1 ? `${ONES[tens]} mươi` : tens === 1 ? 'mười' : ones > 0 && (hundreds > 0 || full) ? 'linh' : '',
    ones > 0 ? last : '',
  ].filter((word) => word !== '').join(' ');
}

const spelled = (number: number): string => {
  const thousands = Math.floor(number / 1000);
  const rest = number % 1000;
  return [thousands > 0 ? `${below(thousands)} nghìn` : '', rest > 0 ? below(rest, thousands > 0) : ''].filter((part) => part !== '').join(' ');
};

test('every number up to 3.000, spelled out, is read back, with marks and without', () => {
  for (let number = 1; number <= 3000; number++) {
    for (const text of [spelled(number), unmark(spelled(number)), `${spelled(number)} hội viên`]) expect(readNumber(text), text).toEqual({ ok: true, value: number, sure: true });
  }
});

test('every number up to 3.000 is read back in figures, grouped or not, and found in a line', () => {
  for (let number = 1; number <= 3000; number++) {
    for (const text of [String(number), number.toLocaleString('de-DE'), `${number} người`, `${number}hv`]) expect(readNumber(text), text).toEqual({ ok: true, value: number, sure: true });
    expect(findNumber(`sáng 20/11 truyền thông tại tổ 7, ${number} hội viên`, { unit: 'người' }), String(number)).toMatchObject({ value: number });
  }
});

test('every sum in nghìn and triệu is read back in each writing', () => {
  for (let number = 20; number <= 999; number++) {
    for (const text of [`${number}k`, `${number} nghìn`, `${number}.000đ`, `${number}000`, `${spelled(number)} nghìn đồng`]) expect(readMoney(text), text).toEqual({ ok: true, value: number * 1000, sure: true });
    for (const text of [`${number}tr`, `${number} triệu`, `${number}.000.000`, `${unmark(spelled(number))} trieu`]) expect(readMoney(text), text).toEqual({ ok: true, value: number * 1_000_000, sure: true });
  }
});

test('every day of four years is read back in each writing, and found in a line', () => {
  const today = '2026-11-24';
  for (let day = '2022-11-24'; day <= today; day = addDays(day, 1)) {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const inWords = `ngày ${spelled(date)} tháng ${month === 4 ? 'tư' : spelled(month)} năm ${year}`;
    for (const text of [`${date}/${month}/${year}`, day, `${date}-${month}-${year}`, `${date}.${month}.${year}`, `ngày ${date} tháng ${month} năm ${year}`, inWords, unmark(inWords)]) {
      expect(readDate(text, { today }), text).toEqual({ ok: true, value: day, sure: true });
    }
    expect(findDate(`Báo cáo: sáng ${date}/${month}/${year} truyền thông tại tổ 5, 85 hội viên`, { today }), day).toMatchObject({ value: day, from: 9 });
  }
});

test('whatever day it is, no day read without a year lies ahead or more than a year back', () => {
  for (let today = '2026-01-01'; today <= '2027-12-31'; today = addDays(today, 11)) {
    for (const text of ['1/1', '28/2', '15/6', '31/12', 'ngày 5', 'thứ hai', 'chủ nhật', 't7', 'hôm kia', 'thứ 7 tuần trước']) {
      const read = readDate(text, { today });
      const fits = read.ok ? read.value <= today && read.value > addDays(today, -366) : read.why === 'future';
      expect(fits, `${text} on ${today}: ${JSON.stringify(read)}`).toBe(true);
    }
  }
});
