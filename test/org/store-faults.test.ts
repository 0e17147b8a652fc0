import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formerId, readFormerUnits, unitTree, type Unit } from '../../src/org/index.ts';
import { faultAt, unitOf } from '../../src/org/resolve.ts';
import { faultArgs, faultPlace, readTable, type Fault } from '../../src/org/sheets/index.ts';
import { actionData } from '../../src/conversation/render.ts';
import { fluentWords } from '../../src/words.ts';

const words = fluentWords('locales/vi');
const render = (key: string, args: Record<string, string>): string => words.render({ key, args }, { address: 'chị' });
const say = (fault: Fault): string => `${render(faultPlace(fault), faultArgs(fault))}: ${render(`fault-${fault.code}`, faultArgs(fault))}`;

const unit = (id: string, name: string, kind: string, parentId: string | null, more: Partial<Unit> = {}): Unit => ({ id, name, kind, parentId, from: '1900-01-01', to: null, mergedInto: null, ...more });
const tree = unitTree([
  unit('c', 'Thành phố Hải Phòng', 'thành phố', null),
  unit('1', 'Xã Tân Minh', 'xã', 'c'),
  unit('2', 'Xã Tiên Minh', 'xã', 'c'),
  unit('0', 'Xã Đoàn Lập', 'xã', 'c', { to: '2025-06-30', mergedInto: '1' }),
  unit('1a', 'Chi hội 1', 'chi hội', '1'),
  unit('2a', 'Chi hội 1', 'chi hội', '2'),
]);

const asked = (name: string, above: string | null): string => {
  const faults: Fault[] = [];
  unitOf({ sheet: 'Tệp', row: 5, columns: { unit: { letter: 'C', header: 'Đơn vị' }, above: { letter: 'D', header: 'Thuộc' } }, unit: name, above }, tree, '2026-11-25', faults);
  return faults.map(say).join();
};

test('a unit that is not clear is told with its place and what would be right', () => {
  expect(asked('xã đoàn lập', null)).toBe('Tệp, dòng 5, cột C (Đơn vị): “xã đoàn lập” là tên cũ, nay là Xã Tân Minh. Ghi tên mới vào ô này.');
  expect(asked('Chi hội 1', null)).toBe('Tệp, dòng 5, cột C (Đơn vị): Có nhiều đơn vị tên “Chi hội 1”: Chi hội 1 (Xã Tân Minh); Chi hội 1 (Xã Tiên Minh). Viết đủ dấu, ghi đơn vị cấp trên vào cột Thuộc, hoặc ghi mã đơn vị.');
  expect(asked('Chi hội 1', 'Xã Khác')).toContain('cột D (Thuộc): “Chi hội 1” không trực thuộc “Xã Khác”');
  expect(asked('Xã Không Có', null)).toContain('Không có đơn vị “Xã Không Có”');
  expect(asked('Chi hội 1', 'tân minh, TP Hải Phòng')).toBe('');
  expect([asked('2a', null), asked('Chi hội 1, xã Tân Minh', null), asked('Chi hội 1 - Tiên Minh', null)]).toEqual(['', '', '']);
});

test('every fault against the store has its sentence', () => {
  const codes = [...readFileSync('src/org/sheets/store-fault.ts', 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code as Fault['code']);
  expect(codes).toHaveLength(11);
  const args = { candidates: 'A; B', now: 'C', above: 'D', titles: 'E', unit: 'F', otherName: 'G', where: 'H', day: '01/07/2025' };
  for (const code of codes) expect(say(faultAt({ sheet: 'Tệp', row: 2 }, 'unit', code, 'X', args))).not.toMatch(/[{}]|undefined/);
});

test('every former unit of the shipped table fits a button', async () => {
  const rows = readFormerUnits(await readTable(readFileSync('content/units/ten-cu.csv'), 'ten-cu.csv'));
  for (const row of rows) expect(Buffer.byteLength(actionData('donvi', `t:${formerId(row)}`))).toBeLessThanOrEqual(64);
});
