import type { UnitTree } from './tree.ts';

/**
 * For figures of which the newest of each unit counts: leaves out what units said before they went into another one that
 * has since spoken itself. Otherwise the members of two merged communes would be counted once from each and again from
 * the new one.
 */
export function withoutSuperseded<T extends { unitId: string }>(said: T[], tree: UnitTree): T[] {
  const spoke = new Set(said.map((one) => one.unitId));
  const followed = (unitId: string, seen: Set<string> = new Set()): boolean =>
    tree.successors(unitId).some((unit) => {
      if (seen.has(unit.id)) return false;
      seen.add(unit.id);
      return spoke.has(unit.id) || followed(unit.id, seen);
    });
  const gone = new Set([...spoke].filter((unitId) => followed(unitId)));
  return said.filter((one) => !gone.has(one.unitId));
}
