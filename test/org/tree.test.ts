import { expect, test } from 'vitest';
import { unitTree, withoutSuperseded, type Unit, type UnitTree } from '../../src/org/index.ts';
import { addDays } from '../../src/time.ts';

const unit = (id: string, name: string, parentId: string | null, more: Partial<Unit> = {}): Unit => ({ id, name, kind: 'xã', parentId, from: '1900-01-01', to: null, mergedInto: null, ...more });
const ids = (units: Unit[]): string[] => units.map((one) => one.id).toSorted();

/** Two communes of an old district go into one on 1/7/2025; one has a chi hội that nobody wrote down anew. */
const merged = unitTree([
  unit('city', 'Thành phố', null, { kind: 'thành phố' }),
  unit('district', 'Huyện Tiên Lãng', 'city', { to: '2025-06-30' }),
  unit('a', 'Xã Đoàn Lập', 'district', { to: '2025-06-30', mergedInto: 'c' }),
  unit('b', 'Xã Bạch Đằng', 'district', { to: '2025-06-30', mergedInto: 'c' }),
  unit('a1', 'Chi hội 1', 'a', { kind: 'chi hội' }),
  unit('c', 'Xã Tân Minh', 'city', { from: '2025-07-01' }),
]);

test('what former communes reported is the new one’s, and each thing stands in one place only', () => {
  expect(merged.historyOf('c', '2025-12-31').toSorted()).toEqual(['a', 'a1', 'b', 'c']);
  expect(merged.historyOf('city', '2025-12-31').toSorted()).toEqual(['a', 'a1', 'b', 'c', 'city', 'district']);
});

test('a period before the merge is told as the Union was then', () => {
  expect(merged.historyOf('district', '2025-06-30').toSorted()).toEqual(['a', 'a1', 'b', 'district']);
  expect(merged.historyOf('a', '2025-03-31').toSorted()).toEqual(['a', 'a1']);
});

test('the new unit may ask for a period before its first day, the old one for after its last', () => {
  expect(merged.historyOf('c', '2025-03-31').toSorted()).toEqual(['a', 'a1', 'b', 'c']);
  expect(merged.historyOf('a', '2026-12-31').toSorted()).toEqual(['a', 'a1']);
});

test('a chi hội follows its commune into the new one', () => {
  expect(merged.parent('a1', '2026-01-01')?.id).toBe('c');
  expect(ids(merged.children('c', '2026-01-01'))).toEqual(['a1']);
  expect(merged.line('a1').map((one) => one.id)).toEqual(['a1', 'c', 'city']);
});

test('who sees the new unit sees what its forerunners wrote, and nothing beside it', () => {
  expect([merged.within('a', 'c'), merged.within('a1', 'c'), merged.within('a', 'district'), merged.within('a', 'city')]).toEqual([true, true, true, true]);
  expect([merged.within('c', 'a'), merged.within('c', 'district'), merged.within('city', 'c')]).toEqual([false, false, false]);
});

test('what waits for review goes to the level above the new unit', () => {
  expect(merged.parent('a', '2026-01-01')?.id).toBe('city');
});

test('both ways of a merge can be asked', () => {
  expect(ids(merged.successors('a'))).toEqual(['c']);
  expect(ids(merged.predecessors('c'))).toEqual(['a', 'b']);
});

test('a divided unit is counted at the unit above both parts, in neither part', () => {
  const tree = unitTree([
    unit('city', 'Thành phố', null),
    unit('x', 'Xã X', 'city', { to: '2026-12-31', splitInto: ['y', 'z'] }),
    unit('y', 'Xã Y', 'city', { from: '2027-01-01' }),
    unit('z', 'Xã Z', 'city', { from: '2027-01-01' }),
  ]);
  expect([tree.historyOf('y', '2027-06-30'), tree.historyOf('z', '2027-06-30')]).toEqual([['y'], ['z']]);
  expect(tree.historyOf('city', '2027-06-30').toSorted()).toEqual(['city', 'x', 'y', 'z']);
  expect(tree.historyOf('x', '2027-06-30')).toEqual(['x']);
});

test('a moved and renamed unit stands where it stood in every past period, under the name it had', () => {
  const tree = unitTree([
    unit('p', 'Xã P', null),
    unit('q', 'Xã Q', null),
    unit('u', 'Chi hội Mới', 'q', { past: [{ name: 'Chi hội Cũ', kind: 'chi hội', parentId: 'p', from: '1900-01-01', to: '2025-12-31' }] }),
  ]);
  expect([ids(tree.subtree('p', '2025-12-31')), ids(tree.subtree('p', '2026-01-01'))]).toEqual([['p', 'u'], ['p']]);
  expect(tree.asOn('u', '2025-12-31')?.name).toBe('Chi hội Cũ');
  expect([tree.find('chi hội cũ', '2025-12-31').length, tree.find('chi hội cũ', '2026-01-01').length, tree.findFormer('chi hội cũ', '2026-01-01').length]).toEqual([1, 0, 1]);
});

test('what is written down for later has not come yet: neither the name, nor who sees it', () => {
  const units = [
    unit('city', 'Thành phố', null),
    unit('p', 'Xã P', 'city'),
    unit('q', 'Xã Q', 'city'),
    unit('o', 'Xã O', 'city', { to: '2026-11-30', mergedInto: 'p' }),
    unit('u', 'Chi hội Mới', 'q', { past: [{ name: 'Chi hội Cũ', kind: 'chi hội', parentId: 'p', from: '1900-01-01', to: '2026-11-30' }] }),
  ];
  const [now, then] = [unitTree(units, '2026-11-25'), unitTree(units, '2026-12-01')];
  expect([now.get('u')?.name, then.get('u')?.name]).toEqual(['Chi hội Cũ', 'Chi hội Mới']);
  expect(['p', 'q'].map((top) => now.within('u', top))).toEqual([true, false]);
  expect(['p', 'q'].map((top) => then.within('u', top))).toEqual([false, true]);
  expect([now.within('o', 'p'), then.within('o', 'p')]).toEqual([false, true]);
});

test('names are found without marks, kind or the Union’s own words, inside the unit above', () => {
  const tree = unitTree([
    unit('city', 'Thành phố Hải Phòng', null, { kind: 'thành phố' }),
    unit('1', 'Xã Cẩm Giang', 'city'), unit('2', 'Xã Cẩm Giàng', 'city'), unit('3', 'Xã Phượng Kỳ', 'city'), unit('4', 'Phường Hòa Bình', 'city', { kind: 'phường' }),
    unit('1a', 'Chi hội 1', '1', { kind: 'chi hội' }), unit('2a', 'Chi hội 1', '2', { kind: 'chi hội' }),
  ]);
  const find = (name: string, parent?: string): string[] => ids(tree.find(name, '2026-01-01', parent));
  expect([find('cam giang'), find('Cẩm Giàng'), find('xã Cẩm Giang')]).toEqual([['1', '2'], ['2'], ['1']]);
  expect([find('Phượng Kỳ'), find('x. phuong ky'), find('Hội LHPN phường Hoà Bình'), find('P. Hòa Bình'), find('Hội LHPN thành phố')]).toEqual([['3'], ['3'], ['4'], ['4'], ['city']]);
  expect([find('Chi hội 1'), find('chi hoi 1', 'Cẩm Giàng'), find('Chi hội 1', 'xã Cẩm Giang, thành phố Hải Phòng'), find('Chi hội 1', 'Phượng Kỳ')]).toEqual([['1a', '2a'], ['2a'], ['1a'], []]);
});

test('of figures that replace each other, the new unit’s replaces its forerunners’', () => {
  const said = [{ unitId: 'a', value: 100 }, { unitId: 'b', value: 200 }];
  expect(withoutSuperseded(said, merged)).toEqual(said);
  expect(withoutSuperseded([...said, { unitId: 'c', value: 310 }], merged)).toEqual([{ unitId: 'c', value: 310 }]);
});

test('a circle in the data hangs nothing', () => {
  const tree = unitTree([unit('a', 'A', 'b', { to: '2025-01-01', mergedInto: 'b' }), unit('b', 'B', 'a', { to: '2025-01-01', mergedInto: 'a' }), unit('c', 'C', 'd'), unit('d', 'D', 'c')]);
  expect(tree.placeOn('a', '2026-01-01')).toBeUndefined();
  expect([tree.line('c').length, tree.subtree('c', '2026-01-01').length, tree.historyOf('a', '2026-01-01').length > 0]).toEqual([2, expect.any(Number), true]);
});

// Random Unions through random years of merges, splits, endings, renamings and moves.

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const DAYS = Array.from({ length: 8 }, (_, at) => addDays('2025-01-01', at * 50));

function randomUnion(seed: number): { units: Unit[]; steps: Unit[][] } {
  const pick = random(seed);
  let units = [unit('0', 'U0', null)];
  for (let at = 1; at < 25; at++) units.push(unit(String(at), `U${at}`, String(pick(Math.min(at, 9)))));
  const steps = [units];
  for (const day of DAYS.slice(1)) {
    const before = addDays(day, -1);
    const fresh: Unit[] = [];
    units = units.map((one) => {
      if (one.parentId === null || one.to !== null || pick(6) > 0) return one;
      const id = String(units.length + fresh.length);
      const home = { parentId: '0', from: day };
      const born = (more: string): string => {
        fresh.push(unit(more, `U${more}`, home.parentId, { from: day }));
        return more;
      };
      switch (pick(4)) {
        case 0:
          return { ...one, to: before, mergedInto: born(id) };
        case 1:
          return { ...one, to: before, splitInto: [born(id), born(String(Number(id) + 1))] };
        case 2:
          return { ...one, to: before };
        default:
          return { ...one, name: `${one.name}'`, parentId: '0', past: [...(one.past ?? []), { name: one.name, kind: one.kind, parentId: one.parentId, from: one.from, to: before }] };
      }
    });
    units = [...units, ...fresh];
    steps.push(units);
  }
  return { units, steps };
}

const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
const once = (all: string[]): boolean => new Set(all).size === all.length;

test('in every structure the top holds every unit of all times exactly once', () => {
  for (const seed of seeds) {
    const tree = unitTree(randomUnion(seed).units);
    for (const day of DAYS) {
      const history = tree.historyOf('0', day);
      expect(once(history)).toBe(true);
      expect(new Set(history)).toEqual(new Set(tree.all.map((one) => one.id)));
    }
  }
});

test('on every day, what stands below a unit is shared out among its children and itself, nothing twice', () => {
  for (const seed of seeds) {
    const tree = unitTree(randomUnion(seed).units);
    for (const day of DAYS) {
      for (const one of tree.subtree('0', day)) {
        const own = tree.historyOf(one.id, day);
        const below = tree.children(one.id, day).flatMap((child) => tree.historyOf(child.id, day));
        expect(once(below)).toBe(true);
        expect(below.every((id) => own.includes(id))).toBe(true);
        expect(own.filter((id) => !below.includes(id)).every((id) => tree.placeOn(id, day)?.id === one.id)).toBe(true);
      }
    }
  }
});

test('later changes do not touch the totals of a past period', () => {
  for (const seed of seeds) {
    const { units, steps } = randomUnion(seed);
    const last = unitTree(units);
    for (const [at, then] of steps.entries()) {
      const day = DAYS[at]!;
      const before = unitTree(then);
      // Reports of that time come from units of that time.
      const known = new Set(then.map((one) => one.id));
      const history = (tree: UnitTree, id: string): string[] => tree.historyOf(id, day).filter((one) => known.has(one)).toSorted();
      for (const { id } of before.subtree('0', day)) expect(history(last, id)).toEqual(history(before, id));
    }
  }
});

test('a tree of 11,371 units is walked and searched in a moment', () => {
  const units = [unit('0', 'Thành phố', null)];
  for (let at = 0; at < 114; at++) units.push(unit(`x${at}`, `Xã Số ${at}`, '0'));
  for (let at = 0; at < 11_256; at++) units.push(unit(`c${at}`, `Chi hội ${Math.floor(at / 114)}`, `x${at % 114}`, { kind: 'chi hội' }));
  const begin = performance.now();
  const tree = unitTree(units);
  expect(tree.subtree('0', '2026-01-01')).toHaveLength(11_371);
  expect(tree.historyOf('0', '2026-01-01')).toHaveLength(11_371);
  for (const one of tree.all) expect(tree.line(one.id).length).toBeGreaterThan(0);
  for (let at = 0; at < 11_256; at++) expect(tree.find(`chi hoi ${Math.floor(at / 114)}`, '2026-01-01', `Xã Số ${at % 114}`)).toHaveLength(1);
  expect(performance.now() - begin).toBeLessThan(5_000);
});
