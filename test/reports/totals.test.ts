import { expect, test } from 'vitest';
import { unitTree, type Unit } from '../../src/org/index.ts';
import { between, rowsBelow, byRow, summarise, totalOf, whole, type Contribution, type Standing, type Summary } from '../../src/reports/index.ts';
import { numbers, randomReports, randomTree } from './random.ts';

const adding = (measure: string) => (measure === 'co-den-nay' ? ('latest' as const) : ('sum' as const));
const part = (more: Partial<Contribution>): Contribution => ({ reportId: 1, unitId: 'a', measure: 'm', value: 1, day: '2026-11-01', final: true, ...more });
const report = (more: Partial<Standing>): Standing => ({ id: 1, unitIds: ['a'], kind: 'k', day: '2026-11-01', final: true, adds: [{ measure: 'm', value: 10 }], ...more });
const trees = Array.from({ length: 40 }, (_, seed) => seed + 1);

/** The summary of each row. */
const table = (reports: Standing[], rowOf: (unitId: string) => string | undefined) =>
  new Map([...byRow(reports, rowOf)].map(([row, own]) => [row, summarise(own, (unitId) => rowOf(unitId) === row, adding)]));

/** A summary as plain numbers, zeros left out. */
function plain({ reports, kinds, measures }: Summary) {
  const named = [['reports', reports] as const, ...kinds, ...measures];
  return Object.fromEntries(named.filter(([, total]) => total.final !== 0 || total.provisional !== 0).map(([name, total]) => [name, [total.final, total.provisional]]));
}

function added(summaries: Summary[]) {
  const sum = new Map<string, [number, number]>();
  for (const one of summaries) {
    for (const [name, [final, provisional]] of Object.entries(plain(one)) as [string, [number, number]][]) {
      const [a, b] = sum.get(name) ?? [0, 0];
      sum.set(name, [a + final, b + provisional]);
    }
  }
  return Object.fromEntries([...sum].filter(([, [final, provisional]]) => final !== 0 || provisional !== 0));
}

test('what is accepted is certain, what is filed stands on top of it', () => {
  expect(totalOf([part({ value: 3 }), part({ reportId: 2, value: 4, final: false })], 'sum')).toEqual({ final: 3, provisional: 4, reports: [1, 2] });
});

test('of a state of things only the newest word of each unit counts', () => {
  const parts = [part({ value: 9, day: '2026-01-01' }), part({ reportId: 2, value: 7, day: '2026-05-01', final: false }), part({ reportId: 3, unitId: 'b', value: 5 })];
  expect(totalOf(parts, 'latest')).toEqual({ final: 14, provisional: -2, reports: [2, 3] });
});

test('an activity that two units held together counts once for the level above them', () => {
  const joint = report({ unitIds: ['a', 'b'] });
  const both = summarise([joint], () => true, adding);
  expect(plain(both)).toEqual({ reports: [1, 0], k: [1, 0], m: [10, 0] });
  expect(plain(summarise([joint], (id) => id === 'b', adding))).toEqual(plain(both));
});

test('a level above is the sum of its own and of all below it, over random trees and reports, before and after units merge', () => {
  for (const seed of trees) {
    const pick = numbers(seed);
    const tree = randomTree(pick, 30 + pick(60));
    const reports = randomReports(pick, tree, 300);
    for (const { id: top } of tree.all.slice(0, 20)) {
      for (const [from, to] of [['2024-01-01', '2024-12-31'], ['2025-01-01', '2025-12-31'], ['2024-01-01', '2026-12-31']] as const) {
        const ids = new Set(tree.historyOf(top, to));
        const own = between(reports, from, to).filter((one) => one.unitIds.some((id) => ids.has(id)));
        const rows = table(own, rowsBelow(top, tree, to).rowOf);
        expect(added([...rows.values()]), `seed ${seed}, ${top}, ${from}`).toEqual(plain(summarise(own, (id) => ids.has(id), adding)));
      }
    }
  }
});

test('joint activities are never more at the top than the sum of the rows, and never fewer than the reports there are', () => {
  for (const seed of trees) {
    const pick = numbers(seed);
    const tree = randomTree(pick, 40);
    const reports = randomReports(pick, tree, 200, true);
    const total = summarise(reports, () => true, adding);
    const rows = table(reports, rowsBelow('u0', tree, '2026-12-31').rowOf);
    expect(whole(total.reports)).toBe(reports.length);
    expect(whole(total.reports)).toBeLessThanOrEqual([...rows.values()].reduce((sum, one) => sum + whole(one.reports), 0));
  }
});

const unit = (id: string, parentId: string | null, more: Partial<Unit> = {}): Unit => ({ id, name: id, kind: 'xã', parentId, from: '1900-01-01', to: null, mergedInto: null, ...more });
const ended = { to: '2025-06-30' };
const reform = unitTree([
  unit('city', null),
  unit('district', 'city', ended),
  unit('old-1', 'district', { ...ended, mergedInto: 'new' }),
  unit('old-2', 'district', { ...ended, mergedInto: 'new' }),
  unit('branch', 'old-1', ended),
  unit('new', 'city', { from: '2025-07-01' }),
]);
const early = report({ id: 1, unitIds: ['old-1'], day: '2025-03-01' });
const branch = report({ id: 2, unitIds: ['branch'], day: '2025-04-01' });
const later = report({ id: 3, unitIds: ['new'], day: '2025-09-01' });
const district = report({ id: 4, unitIds: ['district'], day: '2025-02-01' });

test('a unit that ended in the reform is counted once, with the unit it became, and still for its former district', () => {
  const count = (top: string): number => whole(summarise([early, branch, later, district], (id) => reform.historyOf(top, '2025-12-31').includes(id), adding).reports);
  expect([count('city'), count('new'), count('district'), count('old-1')]).toEqual([4, 3, 3, 2]);
});

test('a table of the year of the reform has each report in one row; one of the year before has the old districts', () => {
  const rows = (day: string, reports: Standing[]) => [...table(reports, rowsBelow('city', reform, day).rowOf)].map(([row, one]) => [row, whole(one.reports)]);
  expect(rows('2025-12-31', [early, branch, later, district])).toEqual([['new', 3], ['district', 1]]);
  expect(rows('2025-06-29', [early, branch, district])).toEqual([['district', 3]]);
});
