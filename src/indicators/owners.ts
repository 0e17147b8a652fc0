import type { Unit, UnitTree } from '../org/index.ts';
import type { Contribution } from '../reports/index.ts';

/**
 * Which of `units` each unit of the tree counts for: the nearest one above it, or above the unit it was merged into. What
 * a former commune did in this term counts for its successor, unless the former one is itself looked at.
 */
export function ownersOf(units: Unit[], tree: UnitTree): Map<string, string> {
  const wanted = new Set(units.map((unit) => unit.id));
  const found = new Map<string, string | null>();
  const ownerOf = (unit: Unit | undefined): string | null => {
    if (!unit) return null;
    const known = found.get(unit.id);
    if (known !== undefined) return known;
    // Against a merger that leads back to itself.
    found.set(unit.id, null);
    const owner = wanted.has(unit.id) ? unit.id : (ownerOf(parentOf(unit, tree)) ?? ownerOf(unit.mergedInto ? tree.get(unit.mergedInto) : undefined));
    found.set(unit.id, owner);
    return owner;
  };
  return new Map(tree.all.flatMap((unit) => [[unit.id, ownerOf(unit)] as const]).filter((pair): pair is readonly [string, string] => pair[1] !== null));
}

const parentOf = (unit: Unit, tree: UnitTree): Unit | undefined => (unit.parentId ? tree.get(unit.parentId) : undefined);

/** A newest figure of a former commune counts until its successor has reported that figure itself. */
export function notReplaced(contributions: Contribution[], unitId: string, tree: UnitTree, isLatest: (measure: string) => boolean): Contribution[] {
  const own = new Set(contributions.filter((one) => one.unitId === unitId).map((one) => one.measure));
  const replaced = (one: Contribution): boolean => isLatest(one.measure) && own.has(one.measure) && (tree.get(one.unitId)?.mergedInto ?? null) !== null;
  return contributions.filter((one) => !replaced(one));
}
