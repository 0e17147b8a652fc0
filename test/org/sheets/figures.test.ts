import { expect, test } from 'vitest';
import { parseFigures, type Cell, type Fault } from '../../../src/org/sheets/index.ts';
import { table } from './make.ts';

const HEADER = ['Đơn vị', 'Thuộc', 'Chỉ tiêu', 'Số liệu', 'Kỳ', 'Giá trị'];
const figure = (period: Cell, value: Cell): Cell[] => ['Phường An Biên', null, 'Mô hình', 'Số mô hình', period, value];
const parse = (period: Cell, value: Cell): ReturnType<typeof parseFigures> => parseFigures(table(HEADER, figure(period, value)));
const short = ({ row, column, value, code }: Fault): unknown[] => [row, column?.letter ?? null, value, code];

test('a row gives the figure of a unit in a period', () => {
  expect(parse('11/2026', 3)).toMatchObject({
    rows: [
      { sheet: 'thu.csv', row: 2, unit: 'Phường An Biên', above: null, indicator: 'Mô hình', measure: 'Số mô hình', period: '2026-11', value: 3 },
    ],
    faults: [],
    skipped: [],
  });
});

test.each<[Cell, string]>([
  ['2026-11', '2026-11'],
  ['Tháng 11 năm 2026', '2026-11'],
  ['T11/2026', '2026-11'],
  ['5/2026', '2026-05'],
  [{ day: '2026-11-01' }, '2026-11'],
  ['2026-Q4', '2026-Q4'],
  ['Quý IV/2026', '2026-Q4'],
  ['quy 4 nam 2026', '2026-Q4'],
  ['Q1-2026', '2026-Q1'],
  ['2026-H2', '2026-H2'],
  ['6 tháng đầu năm 2026', '2026-H1'],
  ['Sáu tháng cuối năm 2026', '2026-H2'],
  [2026, '2026'],
  ['Năm 2026', '2026'],
  ['term', 'term'],
  ['Cả nhiệm kỳ', 'term'],
])('the period %j is %s', (written, period) => {
  expect(parse(written, 1).rows[0]?.period).toBe(period);
});

test.each<Cell>(['13/2026', 'Quý V/2026', 'tháng trước', '2026-H3', { day: '2026-11-15' }, '11', '9 tháng 2026'])('%j is no period', (written) => {
  expect(parse(written, 1).faults.map(({ code }) => code)).toEqual(['bad-period']);
});

test.each<[Cell, number]>([
  [0, 0],
  [1234.5, 1234.5],
  ['85', 85],
  ['1.234', 1234],
  ['1.234.567', 1234567],
  ['1.234,5', 1234.5],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1 250', 1250],
])('the value %j is %d', (written, value) => {
  expect(parse('2026', written).rows[0]?.value).toBe(value);
});

test.each<[Cell, string]>([
  ['85%', 'percentage'],
  [-1, 'bad-number'],
  ['-1', 'bad-number'],
  ['85 người', 'bad-number'],
  ['1,234,5', 'bad-number'],
  [true, 'bad-number'],
  [{ day: '2026-11-01' }, 'bad-number'],
  ['=1+1', 'bad-number'],
  [null, 'missing'],
])('the value %j is a fault: %s', (written, code) => {
  expect(parse('2026', written).faults).toMatchObject([{ row: 2, column: { letter: 'F' }, code }]);
});

test('the same figure twice is told; another period is another figure', () => {
  const faults = parseFigures(table(HEADER, figure('11/2026', 1), figure('tháng 11 năm 2026', 2), figure('12/2026', 2))).faults;
  expect(faults.map(short)).toEqual([[3, 'F', '2', 'repeated-figure']]);
});

test('a figure may carry the day it was true; a day that is none is refused', () => {
  const withDay = (day: Cell) => parseFigures(table([...HEADER, 'Tính đến ngày'], [...figure('term', 12), day]));
  expect(withDay('31/10/2026').rows[0]?.asOf).toBe('2026-10-31');
  expect(withDay({ day: '2026-10-31' }).rows[0]?.asOf).toBe('2026-10-31');
  expect(withDay(null).rows[0]?.asOf).toBeNull();
  expect(withDay('31/2/2026').faults.map(short)).toEqual([[2, 'G', '31/2/2026', 'bad-date']]);
});
