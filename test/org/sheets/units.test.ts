import { expect, test } from 'vitest';
import { parseUnits, type Fault } from '../../../src/org/sheets/index.ts';
import { table } from './make.ts';

const HEADER = ['Mã', 'Tên', 'Loại', 'Thuộc', 'Từ ngày', 'Đến ngày', 'Gộp vào'];
const AN_BIEN = ['11407', 'Phường An Biên', 'phường', 'Thành phố Hải Phòng', '01/07/2025', null, null];
const changed = (at: number, value: string | number | null): (string | number | null)[] => AN_BIEN.map((cell, i) => (i === at ? value : cell));
const again = (from: string, to: string | null): (string | null)[] => ['x', 'phường an biên', 'phường', 'Thành phố Hải Phòng', from, to, null];
const short = ({ row, column, value, code }: Fault): unknown[] => [row, column?.letter ?? null, value, code];
const faultsOf = (...rows: (string | number | null)[][]): unknown[] => parseUnits(table(HEADER, ...rows)).faults.map(short);

test('a row gives the unit with its days', () => {
  const old = [11296, 'Phường Quán Toan', 'PHUONG', 'Quận Hồng Bàng', null, { day: '2025-06-30' }, 'Phường Hồng An'];
  expect(parseUnits(table(HEADER, AN_BIEN, old)).rows).toMatchObject([
    {
      sheet: 'thu.csv', row: 2, code: '11407', name: 'Phường An Biên', kind: 'phuong', above: 'Thành phố Hải Phòng',
      from: '2025-07-01', to: null, mergedInto: null,
    },
    {
      sheet: 'thu.csv', row: 3, code: '11296', name: 'Phường Quán Toan', kind: 'phuong', above: 'Quận Hồng Bàng',
      from: null, to: '2025-06-30', mergedInto: 'Phường Hồng An',
    },
  ]);
});

test('only the city needs no unit above, only a chi hội needs no code', () => {
  expect(faultsOf(['31', 'Thành phố Hải Phòng', 'thành phố', null, null, null, null])).toEqual([]);
  expect(faultsOf([null, 'Chi hội 3', 'Chi hội', 'Phường An Biên', null, null, null])).toEqual([]);
  expect(faultsOf(changed(3, null))).toEqual([[2, 'D', '', 'missing']]);
  expect(faultsOf(changed(0, null))).toEqual([[2, 'A', '', 'missing']]);
});

test.each(['thành phố', 'quận', 'huyện', 'xã', 'phường', 'thị trấn', 'đặc khu', 'chi hội', 'Dac Khu'])('"%s" is a kind of unit', (kind) => {
  expect(faultsOf(changed(2, kind))).toEqual([]);
});

test('another kind of unit is told', () => {
  expect(faultsOf(changed(2, 'ấp'))).toEqual([[2, 'C', 'ấp', 'unknown-kind']]);
});

test.each(['1/7/2025', '01-07-2025', '01.07.2025', '2025-07-01'])('"%s" is the first of July', (day) => {
  expect(parseUnits(table(HEADER, changed(4, day))).rows[0]?.from).toBe('2025-07-01');
});

test.each(['31/02/2025', '7/2025', '1/7/25', '13/13/2025', 'năm 2025', '45839'])('"%s" is no day', (day) => {
  expect(faultsOf(changed(4, day))).toEqual([[2, 'E', day, 'bad-date']]);
});

test('a unit that ends before it begins, or went into another without an end, is told', () => {
  expect(faultsOf(changed(5, '30/06/2025'))).toEqual([[2, 'F', '30/06/2025', 'date-order']]);
  expect(faultsOf(changed(6, 'Phường Lê Chân'))).toEqual([[2, 'G', 'Phường Lê Chân', 'merge-without-end']]);
});

test('a code twice is told with the unit that has it', () => {
  expect(parseUnits(table(HEADER, AN_BIEN, changed(1, 'Phường Lê Chân'))).faults).toMatchObject([
    { row: 3, code: 'duplicate-code', args: { otherName: 'Phường An Biên', otherRow: '2' } },
  ]);
});

test('a name twice below one unit is told only when both live at the same time', () => {
  expect(faultsOf(AN_BIEN, again('01/01/2026', null))).toEqual([[3, 'B', 'phường an biên', 'duplicate-unit']]);
  expect(faultsOf(AN_BIEN, again('01/01/2020', '30/06/2025'))).toEqual([]);
});

test('names that differ in nothing but a tone are two units', () => {
  expect(faultsOf(changed(1, 'Xã Cẩm Giang'), ['x', 'Xã Cẩm Giàng', ...AN_BIEN.slice(2)])).toEqual([]);
});

test('a day whose cell has lost its format is still that day', () => {
  expect(parseUnits(table(HEADER, changed(4, 45839))).rows[0]?.from).toBe('2025-07-01');
  expect(faultsOf(changed(4, 2025))).toEqual([[2, 'E', '2025', 'bad-date']]);
});
