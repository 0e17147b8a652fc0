import { expect, test } from 'vitest';
import { amountOn, overlaps, type AmountRow } from '../../src/knowledge/amounts.ts';

const row = (value: string, from: string | null, to: string | null): AmountRow => ({
  id: 'chuan',
  name: 'Chuẩn',
  value,
  from,
  to,
  source: { document: 'Nghị định', number: null, date: null, article: null, address: null, grade: 'S' },
});
const rows = [row('cũ', '2022-01-01', '2026-12-31'), row('mới', '2027-01-01', null)];

test('an amount is the one that holds on the day, its first and last day included', () => {
  expect(amountOn(rows, 'chuan', '2026-12-31')).toMatchObject({ state: 'current', row: { value: 'cũ' } });
  expect(amountOn(rows, 'chuan', '2027-01-01')).toMatchObject({ state: 'current', row: { value: 'mới' } });
});
test('an amount past its last day is told as expired, never as current', () => {
  expect(amountOn(rows.slice(0, 1), 'chuan', '2027-01-01')).toMatchObject({ state: 'expired', row: { value: 'cũ' } });
});
test('an amount before its first day is told as still to come', () => {
  expect(amountOn(rows.slice(1), 'chuan', '2026-11-24')).toMatchObject({ state: 'future', row: { value: 'mới' } });
});
test('an amount that nobody wrote down is absent', () => expect(amountOn(rows, 'khac', '2026-11-24')).toEqual({ state: 'absent', id: 'khac' }));
test('an amount whose first day is not known holds until its last', () => {
  expect(amountOn([row('x', null, '2026-01-01')], 'chuan', '2020-01-01')).toMatchObject({ state: 'current' });
});
test('two values of one day are found', () => {
  expect(overlaps([row('a', '2026-01-01', null), row('b', '2026-06-01', null)])).toHaveLength(1);
  expect(overlaps(rows)).toHaveLength(0);
});
