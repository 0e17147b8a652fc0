import { groupBy } from '../collections.ts';
import type { Unit, UnitTree } from '../org/index.ts';

/**
 * Ids of all units whose reports are `top`'s, whatever the day: itself, what is or was below it, and what was merged into
 * any of these. A commune that ended in 2025 belongs to the one it became, and through its district to the city – once.
 */
export function belonging(top: string, tree: UnitTree): string[] {
  const below = groupBy(tree.all, (unit) => unit.parentId);
  const merged = groupBy(tree.all, (unit) => unit.mergedInto);
  const found = new Set([top]);
  for (const id of found) for (const unit of [...(below.get(id) ?? []), ...(merged.get(id) ?? [])]) found.add(unit.id);
  return [...found];
}

/** The lines of a table of what is below a unit. Every unit that belongs to it is in exactly one line. */
export interface Rows {
  units: Unit[];
  /** The line of a unit: one of `units`, or the top itself for what it did on its own. */
  rowOf(unitId: string): string | undefined;
}

/**
 * One line for each unit right below `top` as things stood on the period's last day, and for each that had ended without
 * a successor there. What had merged by then is in the line of what it became, not also in that of its former district.
 */
export function rowsBelow(top: string, tree: UnitTree, lastDay: string): Rows {
  const belongs = new Set(belonging(top, tree));
  const successorOf = (unit: Unit): string | null =>
    unit.mergedInto !== null && unit.to !== null && unit.to <= lastDay && belongs.has(unit.mergedInto) ? unit.mergedInto : null;
  const units = tree.all.filter((unit) => unit.parentId === top && unit.from <= lastDay && successorOf(unit) === null);
  const known = new Map([top, ...units.map((unit) => unit.id)].map((id) => [id, id]));
  const rowOf = (unitId: string): string | undefined => {
    const unit = belongs.has(unitId) ? tree.get(unitId) : undefined;
    if (!unit || known.has(unitId)) return known.get(unitId);
    // Stands while we look, so that a circle of units in wrong data ends; a unit that leads nowhere is the top's own.
    known.set(unitId, top);
    const next = successorOf(unit) ?? unit.parentId;
    const row = (next ? rowOf(next) : undefined) ?? (unit.parentId ? rowOf(unit.parentId) : undefined) ?? top;
    known.set(unitId, row);
    return row;
  };
  return { units, rowOf };
}
