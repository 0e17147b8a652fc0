import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultArgs, faultPlace, parseFigures, parseRoster, parseUnits, type Fault } from '../../../src/org/sheets/index.ts';
import { fluentWords } from '../../../src/words.ts';
import { table } from './make.ts';

const words = fluentWords('locales/vi');
const render = (key: string, args: Record<string, string>): string => words.render({ key, args }, { address: 'chị' });
const say = (fault: Fault): string => `${render(faultPlace(fault), faultArgs(fault))}: ${render(`fault-${fault.code}`, faultArgs(fault))}`;
/** Every code of a union type, from the source: a new one without a sentence must fail here. */
const codesOf = (file: string): string[] =>
  [...readFileSync(`src/org/sheets/${file}`, 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code ?? '');

const ROSTER = ['Họ và tên', 'Số điện thoại', 'Đơn vị', 'Thuộc', 'Chức danh', 'Quyền', 'Xưng hô'];
const UNITS = ['Mã', 'Tên', 'Loại', 'Thuộc', 'Từ ngày', 'Đến ngày', 'Gộp vào'];
const FIGURES = ['Đơn vị', 'Chỉ tiêu', 'Số liệu', 'Kỳ', 'Giá trị'];

const faults: Fault[] = [
  ...parseRoster(table(['a'])).faults,
  ...parseRoster(table(ROSTER.slice(0, 4))).faults,
  ...parseRoster(table([...ROSTER, 'Đơn vị'])).faults,
  ...parseRoster(
    table(
      ROSTER,
      ['Hoa', '0912345678', 'A', null, 'b', null, null],
      ['Lan', '0912345678', 'A', null, 'b', null, null],
      [null, '12', 'a'.repeat(201), '#REF!', 'b', 'x', 'y'],
    ),
  ).faults,
  ...parseRoster(table(ROSTER, ['Mai', '0912345678 / 0987654321', 'nt', null, 'b', null, null])).faults,
  ...parseUnits(
    table(
      UNITS,
      ['1', 'X', 'xã', 'T', null, null, null],
      ['1', 'X', 'xã', 'T', null, null, null],
      ['2', 'Y', 'ấp', 'T', '31/2/2025', null, 'Z'],
      ['3', 'V', 'xã', 'T', '1/7/2025', '1/6/2025', null],
    ),
  ).faults,
  ...parseFigures(
    table(FIGURES, ['A', 'b', 'c', 'd', '5%'], ['A', 'b', 'c', '2026', 'e'], ['A', 'b', 'c', '2026', 1], ['A', 'b', 'c', '2026', 2]),
  ).faults,
];

test('every fault that exists was made here and has its sentence, with every argument it needs', () => {
  const codes = codesOf('fault.ts');
  expect(codes.length).toBeGreaterThan(20);
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(codes));
  for (const fault of faults) expect(say(fault)).not.toMatch(/[{}]|undefined/);
});

test('every reason to refuse a file has its sentence', () => {
  const codes = codesOf('error.ts');
  expect(codes).toHaveLength(11);
  for (const code of codes) expect(render(`sheet-error-${code}`, { limit: '30', row: '2' })).not.toMatch(/[{}]/);
});

test('a sentence says where, what stands there and what would be right', () => {
  const said = faults.map(say);
  expect(said).toContain('thu.csv, dòng 4, cột B (Số điện thoại): “12” không phải một số điện thoại. Mỗi ô ghi một số, di động có 10 chữ số, ví dụ 0912 345 678.');
  expect(said).toContain('thu.csv, dòng 1: Thiếu cột “Chức danh”. Thêm một cột có đúng tiêu đề này vào dòng tiêu đề.');
  expect(said).toContain('thu.csv, dòng 3, cột A (Mã): Mã 1 đã dùng cho X ở dòng 2 (thu.csv). Mỗi đơn vị một mã riêng.');
});
