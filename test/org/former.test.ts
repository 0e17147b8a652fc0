import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { asksPlace } from '../../src/org/former-question.ts';
import { formerRows } from '../../src/org/former-rows.ts';
import { unitTree, type Unit } from '../../src/org/index.ts';
import { findFormer, readFormerUnits, type FormerFound, type FormerUnit } from '../../src/org/former.ts';
import { readTable } from '../../src/org/sheets/index.ts';
import { csv, table } from './sheets/make.ts';

let rows: FormerUnit[];
beforeAll(async () => {
  rows = readFormerUnits(await readTable(readFileSync('content/units/ten-cu.csv'), 'ten-cu.csv'));
});

const find = (text: string): FormerFound => findFormer(text, rows);
const now = (text: string): string[] => [...new Set(find(text).matches.map((row) => row.now))].toSorted();

test.each([
  ['xã Đoàn Lập giờ là xã nào', 'Xã Tân Minh'],
  ['xa doan lap gio la xa nao', 'Xã Tân Minh'],
  ['Đoàn Lập', 'Xã Tân Minh'],
  ['cho em hỏi Đoàn Lập, Tiên Lãng nay thuộc đâu ạ?', 'Xã Tân Minh'],
  ['xã Đoàn Lập bây giờ sáp nhập vào đâu', 'Xã Tân Minh'],
  ['xã Tân Minh cũ nay thuộc đâu', 'Xã Tiên Minh'],
  ['phường Gia Viên cũ nay thuộc đâu', 'Phường Ngô Quyền'],
  ['phuong an bien cu nay thuoc phuong nao', 'Phường Lê Chân'],
  ['xã Lê Lợi huyện An Dương', 'Phường An Dương'],
  ['Lê Lợi, Ngô Quyền', 'Phường Gia Viên'],
  ['phường Lê Lợi quận Ngô Quyền', 'Phường Gia Viên'],
  ['le loi gia loc', 'Xã Yết Kiêu'],
  ['p. Lê Lợi, q. Ngô Quyền', 'Phường Gia Viên'],
  ['thị trấn Núi Đèo', 'Phường Thủy Nguyên'],
  ['xã Hoà Bình, huyện Thuỷ Nguyên nay là gì', 'Phường Hòa Bình'],
  ['xã Hòa Bình, thành phố Thủy Nguyên', 'Phường Hòa Bình'],
  ['huyện Bạch Long Vĩ giờ là gì', 'Đặc khu Bạch Long Vĩ'],
  ['huyện Cát Hải bây giờ là gì', 'Đặc khu Cát Hải'],
  ['PHƯỜNG TRẠI CHUỐI', 'Phường Hồng Bàng'],
  ['xã Phượng Kỳ', 'Xã Lạc Phượng'],
])('"%s" is answered with one unit of today: %s', (question, unit) => {
  expect(find(question)).toMatchObject({ kind: 'one', asked: 'now' });
  expect(now(question)).toEqual([unit]);
});

test('a name that several districts had gives all of them, to ask the district', () => {
  const found = find('Lê Lợi');
  expect(found).toMatchObject({ kind: 'many', asked: 'now' });
  expect(found.matches.map((row) => `${row.name}, ${row.district} → ${row.now}`).toSorted()).toEqual([
    'Phường Lê Lợi, Quận An Dương → Phường An Dương',
    'Phường Lê Lợi, Quận Ngô Quyền → Phường Gia Viên',
    'Xã Lê Lợi, Huyện An Dương → Phường An Dương',
    'Xã Lê Lợi, Huyện Gia Lộc → Xã Yết Kiêu',
    'Xã Lê Lợi, Thành phố Chí Linh → Phường Trần Hưng Đạo',
  ]);
});

test('the kind of unit chooses where it is told', () => {
  expect(now('phường Lê Lợi giờ là gì')).toEqual(['Phường An Dương', 'Phường Gia Viên']);
  expect(now('xã Lê Lợi giờ là gì')).toEqual(['Phường An Dương', 'Phường Trần Hưng Đạo', 'Xã Yết Kiêu']);
});

test('a former province chooses too', () => {
  expect(now('xã Hòa Bình tỉnh Hải Dương')).toEqual(['Xã Kim Thành']);
});

test('a whole district gives all it was divided into', () => {
  const found = find('huyện Tiên Lãng giờ thuộc đâu');
  expect(found).toMatchObject({ kind: 'many', asked: 'now' });
  expect(new Set(found.matches.map((row) => row.district))).toEqual(new Set(['Huyện Tiên Lãng']));
});

test.each([
  'xã Tiên Minh gồm những xã nào cũ',
  'xa tien minh gom nhung xa nao cu',
  'Tiên Minh được sáp nhập từ các xã nào',
  'xã Tiên Minh trước đây là những xã nào',
  'Tiên Minh ngày trước là xã gì',
])('asked the other way round, a unit of today tells its parts: "%s"', (question) => {
  const found = find(question);
  expect(found).toMatchObject({ kind: 'one', asked: 'former' });
  expect(new Set(found.matches.map((row) => row.now))).toEqual(new Set(['Xã Tiên Minh']));
  expect(found.matches.map((row) => row.name)).toContain('Xã Quang Phục');
});

test('a name that is former and of today is read by how it is asked', () => {
  expect(now('phường Gia Viên nay thuộc đâu')).toEqual(['Phường Ngô Quyền']);
  const parts = find('phường Gia Viên gồm những phường nào cũ');
  expect(parts).toMatchObject({ kind: 'one', asked: 'former' });
  expect(parts.matches.map((row) => row.name)).toContain('Phường Cầu Đất');
});

test('two units of today that differ in a tone are told apart by the marks, and both given without them', () => {
  const parts = (text: string): string[] => [...new Set(find(text).matches.map((row) => row.now))];
  expect(parts('xã Cẩm Giàng gồm những xã nào')).toEqual(['Xã Cẩm Giàng']);
  expect(parts('xã Cẩm Giang gồm những xã nào')).toEqual(['Xã Cẩm Giang']);
  expect(find('xa cam giang gom nhung xa nao')).toMatchObject({ kind: 'many', asked: 'former' });
});

test.each(['', 'chào em', 'xã nào', 'thành phố Hải Phòng có bao nhiêu xã', 'xã Không Có Thật giờ là gì'])('"%s" finds nothing', (question) => {
  expect(find(question)).toEqual({ kind: 'none', asked: 'now', matches: [] });
});

test('every former unit is found by its name and district, with marks and without', () => {
  for (const row of rows) {
    const asked = row.district === '' ? row.name : `${row.name}, ${row.district}, ${row.province}`;
    expect(now(asked)).toEqual([row.now]);
    expect(now(asked.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'))).toContain(row.now);
  }
});

test('every unit of today tells all its parts', () => {
  for (const unit of new Set(rows.map((row) => row.now))) {
    expect(find(`${unit} gồm những xã phường nào cũ`).matches).toEqual(rows.filter((row) => row.now === unit));
  }
});

test('a table of former names that lacks a column or a name is refused with its place', async () => {
  expect(() => readFormerUnits(table(['Tên cũ', 'Huyện cũ', 'Tỉnh cũ'], ['a', 'b', 'c']))).toThrow('no column "nay thuoc"');
  const broken = await readTable(csv('Tên cũ,Huyện cũ,Tỉnh cũ,Nay thuộc\nXã A,,Tỉnh B,\n'), 'ten-cu.csv');
  expect(() => readFormerUnits(broken)).toThrow('ten-cu.csv: row 2');
});

test('what a later import merges or renames is carried on: the shipped table and the tree answer together', () => {
  const unit = (id: string, name: string, more: Partial<Unit> = {}): Unit => ({ id, name, kind: 'xã', parentId: 'c', from: '2025-07-01', to: null, mergedInto: null, ...more });
  const tree = unitTree([
    { ...unit('c', 'Thành phố Hải Phòng'), kind: 'thành phố', parentId: null, from: '1900-01-01' },
    unit('1', 'Xã Tân Minh', { to: '2027-12-31', mergedInto: '2' }),
    unit('2', 'Xã Sông Mới', { from: '2028-01-01' }),
    unit('3', 'Phường Hoa Mới', { past: [{ name: 'Phường Hoa Cũ', kind: 'phường', parentId: 'c', from: '2025-07-01', to: '2026-12-31' }] }),
  ]);
  const at = (day: string) => (text: string): string[] => [...new Set(findFormer(text, formerRows(rows, tree, day)).matches.map((row) => row.now))];
  expect([at('2027-12-31')('xã Đoàn Lập'), at('2028-01-01')('xã Đoàn Lập'), at('2028-01-01')('xã Sông Mới gồm những xã nào')]).toEqual([['Xã Tân Minh'], ['Xã Sông Mới'], ['Xã Sông Mới']]);
  expect(at('2028-01-01')('phường Hoa Cũ giờ là gì')).toEqual(['Phường Hoa Mới']);
});

test.each([
  'xã Đoàn Lập giờ là xã nào', 'doan lap nay thuoc dau', 'cho em hỏi Đoàn Lập, Tiên Lãng nay thuộc đâu ạ?', 'xã Tiên Minh gồm những xã nào cũ', 'p. Lê Lợi, q. Ngô Quyền',
  'xã Hòa Bình', 'phường Gia Viên cũ bây giờ gọi là gì', 'huyện Tiên Lãng giờ là đâu', 'Lê Lợi Chí Linh sáp nhập vào đâu', 'trước đây phường Hồng Bàng là những phường nào',
])('"%s" asks for a place and nothing else', (text) => expect(asksPlace(text, rows)).toBe(true));

test.each([
  'hội viên xã Đoàn Lập chuyển sinh hoạt về đâu', 'hòa bình', 'Tân Minh', 'phường An Biên có bao nhiêu hội viên', 'xã Đoàn Lập vay vốn ở đâu', 'thủ tục kết nạp hội viên mới là gì',
  'chi hội trưởng phường Gia Viên được bao nhiêu tiền', 'chủ tịch xã Tiên Minh là ai', 'báo cáo của phường An Biên gửi đâu', 'sáp nhập chi hội thế nào', 'chào em', '',
])('"%s" asks something else', (text) => expect(asksPlace(text, rows)).toBe(false));

test('every former unit is asked for in the usual ways', () => {
  const low = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
  const missed = rows.flatMap(({ name, district }) =>
    [`${low(name)} giờ là xã nào`, `${low(name)} nay thuộc đâu`, `${low(name)}, ${low(district)} nay là gì`, `${low(name)} sáp nhập vào đâu`, `${low(name)} cũ bây giờ gọi là gì`].filter((text) => !asksPlace(text, rows)),
  );
  expect(missed).toEqual([]);
});
