import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImportRefused, unitTree, type UnitTree } from '../../src/org/index.ts';
import { allUnits } from '../../src/org/queries.ts';
import type { UnitRow } from '../../src/org/sheets/index.ts';
import { openReports, totalOf } from '../../src/reports/index.ts';
import type { Database } from '../../src/store/index.ts';
import { addDays } from '../../src/time.ts';
import { emptyStore, loadRoster, loadUnits, rosterRows, shipped, unitRows } from './store.ts';

let store: Database;
beforeAll(async () => {
  store = await emptyStore();
}, 60_000);
afterAll(() => store.close());

const treeNow = async (): Promise<UnitTree> => unitTree(await allUnits(store.db));

/** Each test has units of its own, below a city of its own. */
async function city(id: string): Promise<string> {
  await loadUnits(store, unitRows([id, `Thành phố ${id}`, 'thành phố']));
  return `Thành phố ${id}`;
}

async function faultsOf(...rows: (string | null)[][]): Promise<unknown[]> {
  const refused = await loadUnits(store, unitRows(...rows)).catch((error: unknown) => error);
  return refused instanceof ImportRefused ? refused.faults.map(({ row, column, code }) => [row, column?.letter, code]) : [refused];
}

async function file(code: string, unit_id: string, day: string): Promise<void> {
  const { id } = await store.db
    .insertInto('reports')
    .values({ code, unit_id, kind: 'khac', title: 't', day, answers: '{}', author_id: null, status: 'accepted', filed_at: new Date(0), reviewer_id: null, reviewed_at: null, effect_key: code })
    .returning('id')
    .executeTakeFirstOrThrow();
  await store.db.insertInto('report_measures').values({ report_id: id, measure: 'm', value: 1 }).execute();
}

test('a later first day under a known code is a renaming and a move from that day on; the same file, or an older one, again changes nothing', async () => {
  const above = await city('A');
  const first = unitRows(['A1', 'Xã Một', 'xã', above, '01/07/2025'], ['A2', 'Xã Hai', 'xã', above, '01/07/2025'], ['A1a', 'Chi hội 1', 'chi hội', 'Xã Một', '01/07/2025']);
  const later = unitRows(['A1a', 'Chi hội Sông Cấm', 'chi hội', 'Xã Hai', '01/03/2026']);
  await loadUnits(store, first);
  await file('A-1', 'A1a', '2025-08-01');
  expect((await loadUnits(store, later)).units).toMatchObject([{ what: ['renamed', 'moved'], before: { name: 'Chi hội 1', above: 'Xã Một' }, above: 'Xã Hai', touched: { reports: 1 } }]);
  expect(await loadUnits(store, later)).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(await loadUnits(store, first)).toMatchObject({ added: 0, changed: 0, same: 3 });
  const tree = await treeNow();
  expect([tree.historyOf('A1', '2025-12-31'), tree.historyOf('A2', '2026-12-31')]).toEqual([['A1', 'A1a'], ['A2', 'A1a']]);
  expect([tree.asOn('A1a', '2026-02-28')?.name, tree.asOn('A1a', '2026-03-01')?.name]).toEqual(['Chi hội 1', 'Chi hội Sông Cấm']);
});

test('what has been counted is not moved backwards', async () => {
  const above = await city('B');
  await loadUnits(store, unitRows(['B1', 'Xã Một', 'xã', above], ['B2', 'Xã Hai', 'xã', above], ['B1a', 'Chi hội 1', 'chi hội', 'B1'], ['B1b', 'Chi hội 2', 'chi hội', 'B1']));
  await file('B-1', 'B1a', '2025-08-01');
  expect(await faultsOf(['B1a', 'Chi hội 1', 'chi hội', 'B2'])).toEqual([[2, 'D', 'move-without-day']]);
  // Nobody has reported there: a mistake is put right.
  expect(await loadUnits(store, unitRows(['B1b', 'Chi hội 2', 'chi hội', 'B2']))).toMatchObject({ changed: 1 });
});

test('a merge names the people who need a new unit, and everything that stays under the old name', async () => {
  const above = await city('C');
  await loadUnits(store, unitRows(['C1', 'Xã Cũ', 'xã', above], ['C1a', 'Chi hội 1', 'chi hội', 'Xã Cũ, Thành phố C'], ['C2', 'Xã Bên', 'xã', above]));
  await loadRoster(store, rosterRows(['Trần Thị Hoa', '0900000301', 'Xã Cũ', 'Thành phố C', 'Chủ tịch']), '2026-11-25', { onlyAdd: true });
  await file('C-1', 'C1', '2026-05-01');
  const merge = unitRows(['C1', 'Xã Cũ', 'xã', above, null, '31/12/2026', 'Xã Mới'], ['C2', 'Xã Bên', 'xã', above, null, '31/12/2026', 'Xã Mới'], ['C3', 'Xã Mới', 'xã', above, '01/01/2027']);
  const { units } = await loadUnits(store, merge, true);
  expect(units.find((one) => one.id === 'C1')).toMatchObject({ what: ['merged'], into: ['Xã Mới'], to: '2026-12-31', touched: { people: ['Trần Thị Hoa'], reports: 1, figures: 0, drafts: 0, reminders: 0, below: 1 } });
  expect((await treeNow()).get('C3')).toBeUndefined();
  await loadUnits(store, merge);
  expect(await loadUnits(store, merge)).toMatchObject({ changed: 0, same: 3 });
  const tree = await treeNow();
  expect(tree.historyOf('C3', '2027-12-31').toSorted()).toEqual(['C1', 'C1a', 'C2', 'C3']);
  // The chi hội without a code of the new list is the one that followed its commune.
  expect(await loadUnits(store, unitRows([null, 'Chi hội 1', 'chi hội', 'Xã Mới']), true)).toMatchObject({ added: 0, changed: 1, units: [{ id: 'C1a' }] });
});

test('a split goes into several, written with ";" between them', async () => {
  const above = await city('D');
  await loadUnits(store, unitRows(['D1', 'Xã Cũ', 'xã', above], ['D2', 'Xã Đông', 'xã', above, '01/01/2027'], ['D3', 'Xã Tây', 'xã', above, '01/01/2027']));
  expect((await loadUnits(store, unitRows(['D1', 'Xã Cũ', 'xã', above, null, '31/12/2026', 'Xã Đông; Xã Tây']))).units).toMatchObject([{ what: ['split'], into: ['Xã Đông', 'Xã Tây'] }]);
  const tree = await treeNow();
  expect([tree.historyOf('D', '2027-12-31').toSorted(), tree.historyOf('D2', '2027-12-31')]).toEqual([['D', 'D1', 'D2', 'D3'], ['D2']]);
});

test('a name that two units have is asked, with both; so are an unknown one and a circle', async () => {
  const above = await city('E');
  await loadUnits(store, unitRows(['E1', 'Huyện Một', 'huyện', above], ['E2', 'Huyện Hai', 'huyện', above], ['E1x', 'Xã Lê Lợi', 'xã', 'Huyện Một, Thành phố E'], ['E2x', 'Xã Lê Lợi', 'xã', 'Huyện Hai']));
  const refused = await loadUnits(store, unitRows(['E3', 'Chi hội 1', 'chi hội', 'Xã Lê Lợi'])).catch((error: unknown) => error);
  expect((refused as ImportRefused).faults).toMatchObject([{ row: 2, column: { letter: 'D' }, code: 'two-units', args: { candidates: 'Xã Lê Lợi (Huyện Một); Xã Lê Lợi (Huyện Hai)' } }]);
  expect(await loadUnits(store, unitRows(['E3', 'Chi hội 1', 'chi hội', 'Xã Lê Lợi, huyện Hai']), true)).toMatchObject({ units: [{ above: 'Xã Lê Lợi' }] });
  expect(await faultsOf(['E4', 'Xã Bốn', 'xã', 'Huyện Không Có'])).toEqual([[2, 'D', 'unknown-unit']]);
  expect(await faultsOf(['E1', 'Huyện Một', 'huyện', 'E1x'])).toContainEqual([2, 'D', 'in-a-circle']);
});

// The reform of 1/7/2025, on a database full of reports.

const MERGED_ON = '2025-06-30';
const PERIODS = [['2024-01-01', '2024-12-31'], ['2025-01-01', '2025-03-31'], ['2025-01-01', MERGED_ON], ['2022-01-01', MERGED_ON]] as const;

test('217 communes become 114 with 5,000 reports there: every total of every period is what it was, by district, by commune and above', async () => {
  const reform = await emptyStore();
  try {
    const [before, now] = [await shipped('hai-phong-2023.csv'), await shipped('hai-phong-2025.csv')];
    const unmerged = before.map((row): UnitRow => ({ ...row, to: null, mergedInto: null }));
    await loadUnits(reform, [...now.filter((row) => row.above === null), ...unmerged]);
    await loadUnits(reform, unitRows(...before.filter((row) => row.mergedInto !== null).slice(0, 100).map((row) => [`h-${row.code}`, 'Chi hội 1', 'chi hội', row.code])));
    const units = await allUnits(reform.db);
    await fileMany(reform, units.map((unit) => unit.id), 5_000, '2023-01-01', 900, 0);
    const reports = openReports(reform.db, { activities: [], short: {}, marked: [], places: [], partners: [] });
    const total = async (tree: UnitTree, id: string, [from, to]: readonly [string, string]): Promise<number> => totalOf(await reports.contributions(tree.historyOf(id, to), from, to), 'sum').final;
    const treeThen = unitTree(units);
    const totalsOf = async (tree: UnitTree): Promise<Map<string, number>> => {
      const found = new Map<string, number>();
      for (const period of PERIODS) for (const unit of treeThen.subtree('31', MERGED_ON)) if (unit.kind !== 'chi hội') found.set([unit.id, ...period].join(' '), await total(tree, unit.id, period));
      return found;
    };
    const was = await totalsOf(treeThen);
    const half = PERIODS[2];
    const cityHalf = was.get(['31', ...half].join(' '));
    expect(was.get(['31', ...PERIODS[3]].join(' '))).toBe(5_000);

    await loadUnits(reform, [...now, ...before]);
    const tree = unitTree(await allUnits(reform.db));
    expect(await totalsOf(tree)).toEqual(was);
    expect(tree.children('31', '2025-07-01')).toHaveLength(114);

    // The new communes hold what their forerunners did, each report in one of them, the districts' own at the city.
    const communes = tree.children('31', '2025-07-01');
    let below = 0;
    for (const commune of communes) {
      const own = await total(tree, commune.id, half);
      let parts = 0;
      for (const former of tree.predecessors(commune.id)) parts += await total(tree, former.id, half);
      expect(own).toBe(parts);
      below += own;
    }
    const leftOver = new Set(['31', ...units.filter((unit) => unit.kind === 'quận' || unit.kind === 'huyện').map((unit) => unit.id)]);
    const directly = (await reports.contributions([...leftOver].filter((id) => tree.placeOn(id, '2025-07-01')?.id === '31'), ...half)).length;
    expect(below + directly).toBe(cityHalf);

    // Reports go on under the new names; the year holds both halves, once.
    await fileMany(reform, communes.map((unit) => unit.id), 500, '2025-07-01', 180, 5_000);
    const year = ['2025-01-01', '2025-12-31'] as const;
    const all = await reform.db.selectFrom('reports').select((is) => is.fn.countAll<number>().as('n')).where('day', '>=', year[0]).where('day', '<=', year[1]).executeTakeFirstOrThrow();
    expect(await total(tree, '31', year)).toBe(all.n);
    expect(await total(tree, '31', half)).toBe(cityHalf);
  } finally {
    await reform.close();
  }
}, 120_000);

/** Reports of measure "m" = 1, spread over units and days. */
async function fileMany(into: Database, unitIds: string[], count: number, from: string, days: number, after: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => {
    const key = `BC-${after + at}`;
    return { code: key, unit_id: unitIds[(at * 7919) % unitIds.length]!, kind: 'khac', title: 't', day: addDays(from, (at * 104_729) % days), answers: '{}', author_id: null, status: 'accepted' as const, filed_at: new Date(0), reviewer_id: null, reviewed_at: null, effect_key: key };
  });
  for (let at = 0; at < rows.length; at += 1_000) {
    const ids = await into.db.insertInto('reports').values(rows.slice(at, at + 1_000)).returning('id').execute();
    await into.db.insertInto('report_measures').values(ids.map(({ id }) => ({ report_id: id, measure: 'm', value: 1 }))).execute();
  }
}
