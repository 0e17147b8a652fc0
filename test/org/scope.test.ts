import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadPositions, scopeOf, unitTree, type Cadre, type Unit } from '../../src/org/index.ts';

const positions = loadPositions(fileURLToPath(new URL('../../content/positions.yaml', import.meta.url)));
const unit = (id: string, parentId: string | null, to: string | null = null): Unit => ({ id, name: id, kind: 'xã', parentId, from: '2020-01-01', to, mergedInto: null });
const tree = unitTree([unit('city', null), unit('a', 'city'), unit('a1', 'a'), unit('a2', 'a'), unit('b', 'city'), unit('b1', 'b'), unit('old', 'city', '2025-06-30')]);
const TODAY = '2026-11-25';

function scope(held: [unit: string, title: string][], admin = false) {
  const cadre: Cadre = { id: 1, name: 'Hoa', phone: '+84912345678', address: 'chị', admin, positions: held.map(([unitId, title]) => ({ unitId, title })) };
  return scopeOf(cadre, tree, positions, TODAY);
}
const all = ['city', 'a', 'a1', 'a2', 'b', 'b1', 'old'];
const where = (may: (unitId: string) => boolean): string[] => all.filter(may);

describe('what a position allows', () => {
  test('a commune sees itself and its branches, files for itself, reviews its branches', () => {
    const { sees, files, reviews } = scope([['a', 'Chủ tịch']]);
    expect([where(sees), where(files), where(reviews)]).toEqual([['a', 'a1', 'a2'], ['a'], ['a1', 'a2']]);
  });
  test('the city sees all, reviews what lies right below it only, and finishes what an ended unit left open', () => {
    const { sees, files, reviews } = scope([['city', 'Chủ tịch']]);
    expect([where(sees), where(files), where(reviews)]).toEqual([all, ['city', 'old'], ['a', 'b', 'old']]);
  });
  test('each of several positions counts in its own unit', () => {
    const { sees, files, reviews, may } = scope([['a', 'Ủy viên BCH'], ['b1', 'Chi hội trưởng']]);
    expect([where(sees), where(files), where(reviews)]).toEqual([['a', 'a1', 'a2', 'b1'], ['a', 'b1'], []]);
    expect(may('review')).toBe(false);
  });
  test('a title that nobody listed allows only a look at one’s own unit', () => {
    const { sees, files } = scope([['a', 'Khách mời']]);
    expect([where(sees), where(files)]).toEqual([['a'], []]);
  });
  test('a position in a unit that has ended allows nothing', () => {
    const { sees, files, units } = scope([['old', 'Chủ tịch']]);
    expect([where(sees), where(files), units]).toEqual([[], [], []]);
  });
  test('nobody recognised sees nothing', () => {
    const { sees, may } = scopeOf(null, tree, positions, TODAY);
    expect([where(sees), may('file'), may('import')]).toEqual([[], false, false]);
  });
});

describe('an administrator', () => {
  test('sees and exports every unit, imports and edits, but files and reviews only where she holds a position', () => {
    const { sees, files, reviews, may } = scope([['a1', 'Chi hội trưởng']], true);
    expect([where(sees), where(files), where(reviews)]).toEqual([all, ['a1'], []]);
    expect((['import', 'edit', 'export-all', 'people'] as const).every(may)).toBe(true);
    expect(may('review')).toBe(false);
  });
  test('no title makes one an administrator', () => {
    const { may } = scope([['city', 'Chủ tịch']]);
    expect((['import', 'edit', 'export-all', 'people'] as const).some(may)).toBe(false);
  });
});
