import { describe, expect, test } from 'vitest';
import { findMoney, readMoney } from '../../../src/conversation/answers/index.ts';
import { writings } from './writings.ts';

const value = (text: string) => {
  const read = readMoney(text);
  return read.ok ? (read.sure ? read.value : `${read.value}?`) : read.why;
};

describe('money is read in đồng', () => {
  test.each([
    ['5tr', 5_000_000],
    ['5 tr', 5_000_000],
    ['5 triệu', 5_000_000],
    ['5triệu', 5_000_000],
    ['5 triệu đồng', 5_000_000],
    ['5.000.000', 5_000_000],
    ['5.000.000đ', 5_000_000],
    ['5.000.000 VNĐ', 5_000_000],
    ['5,000,000', 5_000_000],
    ['5000000', 5_000_000],
    ['5 000 000 đ', 5_000_000],
    ['2 triệu rưỡi', 2_500_000],
    ['2,5 triệu', 2_500_000],
    ['2.5tr', 2_500_000],
    ['1tr5', 1_500_000],
    ['1tr25', 1_250_000],
    ['1tr250', 1_250_000],
    ['1 triệu 5', 1_500_000],
    ['1 triệu 500 nghìn', 1_500_000],
    ['1 triệu 500k', 1_500_000],
    ['một triệu rưỡi', 1_500_000],
    ['triệu rưỡi', 1_500_000],
    ['ba triệu hai', 3_200_000],
    ['nửa triệu', 500_000],
    ['500k', 500_000],
    ['500K', 500_000],
    ['500 nghìn', 500_000],
    ['500 ngàn', 500_000],
    ['500.000đ', 500_000],
    ['500.000 đồng', 500_000],
    ['500,000', '500000?'],
    ['1,2 tỷ', 1_200_000_000],
    ['1 tỷ 2', 1_200_000_000],
    ['1 tỉ', 1_000_000_000],
    ['hai trăm nghìn', 200_000],
    ['hai trăm ngàn đồng', 200_000],
    ['năm mươi nghìn', 50_000],
    ['mười lăm triệu', 15_000_000],
    ['tổng 10 triệu', 10_000_000],
    ['hết 10 triệu', 10_000_000],
    ['10 triệu tiền quà', 10_000_000],
    ['thu 5 triệu', 5_000_000],
    ['5 triệu 200 nghìn', 5_200_000],
    ['nghìn rưỡi', 1_500],
    ['10 suất x 300k = 3 triệu', '3000000?'],
  ])('%s', (text, expected) => {
    for (const writing of writings(text)) expect(value(writing), writing).toBe(expected);
  });
});

describe('what may mean something else is asked back', () => {
  test.each([
    ['khoảng 5 triệu', '5000000?'],
    ['gần 2 triệu', '2000000?'],
    ['500', '500000?'],
    ['năm trăm', '500000?'],
    ['5', '5000000?'],
    ['500k/suất', '500000?'],
    ['mỗi người 200k', 200_000],
    ['hai triệu ba trăm', '2300000?'],
    ['5 triệu 2 trăm', '5200000?'],
    ['2 triệu lẻ', '2000000?'],
    ['hơn 2 triệu một tí', '2000000?'],
    ['không đồng', '0?'],
    ['0', 0],
  ])('%s', (text, expected) => {
    for (const writing of writings(text)) expect(value(writing), writing).toBe(expected);
  });
});

describe('what is no sum of money is refused with the reason', () => {
  test.each([
    ['-5tr', 'negative'],
    ['5-7 triệu', 'range'],
    ['500-700k', 'range'],
    ['từ 5 đến 7 triệu', 'range'],
    ['5tr và 2tr', 'range'],
    ['vài triệu', 'not-money'],
    ['20/11', 'not-money'],
    ['0912345678', 'not-money'],
    ['nhiều lắm', 'not-money'],
    ['50 usd', 'not-money'],
    ['chưa biết', 'not-money'],
    ['', 'not-money'],
    ['999999 tỷ', 'too-large'],
  ])('%s → %s', (text, expected) => {
    for (const writing of writings(text)) expect(value(writing), writing).toBe(expected);
  });
});

describe('a sum is found in a longer line with its place', () => {
  test.each([
    ['tặng 5 suất quà, mỗi suất 500k', null, null],
    ['tặng 20 suất quà, 200 nghìn/suất', null, null],
    ['hỗ trợ 11 chi hội trưởng 500.000đ/tháng', null, null],
    ['tặng 10 suất, mỗi suất 300k, tổng 3 triệu', 3_000_000, '3 triệu'],
    ['10 suất x 300k = 3 triệu', 3_000_000, '3 triệu'],
    ['quỹ 2 triệu, chi 500k, tổng trị giá 2,5 triệu', 2_500_000, '2,5 triệu'],
    ['thăm hỏi hội viên ốm, 2 triệu rưỡi', 2_500_000, '2 triệu rưỡi'],
    ['trị giá 10.000.000đ', 10_000_000, '10.000.000đ'],
    ['kinh phí 5tr, 85 hội viên', 5_000_000, '5tr'],
    ['kinh phí 5tr 85 hội viên', 5_000_000, '5tr'],
    ['trao quà 2 triệu 5 suất', 2_000_000, '2 triệu'],
    ['hỗ trợ hai trăm nghìn đồng', 200_000, 'hai trăm nghìn đồng'],
    ['sửa nhà 1,2 tỷ tại tổ 5', 1_200_000_000, '1,2 tỷ'],
    ['tuyên truyền 5k3s tại tổ 5, 85 hội viên', null, null],
    ['gia đình 5K, 3S', null, null],
    ['hơn 2 nghìn lượt người', null, null],
    ['20 nghìn cây xanh', null, null],
    ['sáng 20/11, 85 hội viên', null, null],
  ])('%s', (line, expected, words) => {
    for (const writing of [line, line.normalize('NFD')]) {
      const found = findMoney(writing);
      expect(found?.value ?? null).toBe(expected);
      expect(found ? line.slice(found.from, found.to) : null).toBe(words);
    }
  });
});
