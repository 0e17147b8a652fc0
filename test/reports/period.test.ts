import { expect, test } from 'vitest';
import { cumulativeFrom, readPeriod, readPeriodWords } from '../../src/reports/index.ts';

const term = { from: { day: '2022-03-11' }, to: { day: '2027-03-31' } };
const read = (text: string): string | undefined => readPeriodWords(text, '2026-11-25', term)?.id;

test('a period is read as people write it, the newest that has begun when no year is told', () => {
  const written: Record<string, string | undefined> = {
    'tháng 10': '2026-10', 'thang 9/2025': '2025-09', T11: '2026-11', '11/2026': '2026-11', '11-2026': '2026-11', 'tháng 12': '2025-12', 'tháng này': '2026-11',
    'tháng trước': '2026-10', 'quý III': '2026-Q3', 'quý 4/2025': '2025-Q4', 'quý iv năm 2026': '2026-Q4', 'quý trước': '2026-Q3', '6 tháng đầu năm': '2026-H1', '6 tháng cuối năm 2025': '2025-H2',
    'sáu tháng đầu năm': '2026-H1', 'năm nay': '2026', 'năm 2025': '2025', '2025': '2025', 'năm ngoái': '2025', 'cả năm': '2026', 'nhiệm kỳ': 'term', 'cả nhiệm kỳ': 'term', '2026-q4': '2026-Q4', term: 'term',
    'tháng 13': undefined, 'quý 5': undefined, 'bao giờ cũng được': undefined, '85': undefined, '': undefined,
  };
  expect(Object.fromEntries(Object.keys(written).map((text) => [text, read(text)]))).toEqual(written);
});

test('the term is a period only where one is known', () => {
  expect(readPeriod('term', term)).toEqual({ id: 'term', from: '2022-03-11', to: '2027-03-31' });
  expect(readPeriod('term')).toBeNull();
});

test('a month is cumulated from the new year, a year from the term', () => {
  expect(cumulativeFrom(readPeriod('2026-11')!, term)).toBe('2026-01-01');
  expect(cumulativeFrom(readPeriod('2026-Q4')!, term)).toBe('2026-01-01');
  expect(cumulativeFrom(readPeriod('2026')!, term)).toBe('2022-03-11');
  expect(cumulativeFrom(readPeriod('2021')!, term)).toBe('2021-01-01');
});
