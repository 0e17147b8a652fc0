import { unitTree, type Unit, type UnitTree } from '../../src/org/index.ts';
import type { Standing } from '../../src/reports/index.ts';

/** The same numbers for the same seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A tree of some depth in which, in mid-2025, a third of the lower units end: most of them in another one, never in one below. */
export function randomTree(pick: (below: number) => number, size: number): UnitTree {
  const units: Unit[] = [{ id: 'u0', name: 'u0', kind: 'thành phố', parentId: null, from: '1900-01-01', to: null, mergedInto: null }];
  for (let at = 1; at < size; at++) {
    units.push({ id: `u${at}`, name: `u${at}`, kind: 'xã', parentId: `u${pick(Math.max(1, Math.floor(at / 2)))}`, from: '1900-01-01', to: null, mergedInto: null });
  }
  for (const [at, unit] of units.entries()) {
    if (at === 0 || pick(3) > 0) continue;
    unit.to = '2025-06-30';
    if (at > 1 && pick(4) > 0) unit.mergedInto = units[1 + pick(at - 1)]!.id;
  }
  return unitTree(units);
}

/** Reports of any of the units, some by two of them together when `joint`. */
export function randomReports(pick: (below: number) => number, tree: UnitTree, count: number, joint = false): Standing[] {
  const unit = (): string => tree.all[pick(tree.all.length)]!.id;
  return Array.from({ length: count }, (_, at): Standing => ({
    id: at + 1,
    unitIds: [...new Set(joint && pick(3) === 0 ? [unit(), unit()] : [unit()])],
    kind: ['truyen-thong', 'mo-hinh', 'tham-hoi'][pick(3)]!,
    day: `202${4 + pick(3)}-${String(1 + pick(12)).padStart(2, '0')}-${String(1 + pick(28)).padStart(2, '0')}`,
    final: pick(2) === 0,
    adds: ['luot-nguoi', 'suat-qua', 'co-den-nay'].slice(0, 1 + pick(3)).map((measure) => ({ measure, value: pick(100) })),
  }));
}
