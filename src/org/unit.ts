/** How a unit was before it was renamed or moved. */
export interface Shape {
  name: string;
  kind: string;
  parentId: string | null;
  from: string;
  to: string;
}

/** A unit of the Union. Days are 'YYYY-MM-DD'; `to` is its last day. */
export interface Unit {
  id: string;
  name: string;
  kind: string;
  parentId: string | null;
  from: string;
  to: string | null;
  mergedInto: string | null;
  /** It was divided among these. */
  splitInto?: string[];
  /** Earlier shapes, oldest first. */
  past?: Shape[];
}

export const livesOn = (unit: Unit, day: string): boolean => unit.from <= day && (unit.to === null || unit.to >= day);

/** The unit with the name, kind and unit above that it had on that day. */
export function asOn(unit: Unit, day: string): Unit {
  const shape = unit.past?.find((one) => one.to >= day);
  return shape ? { ...unit, name: shape.name, kind: shape.kind, parentId: shape.parentId } : unit;
}

/** Where a unit went: one unit after a merge or a renaming under a new code, several after a split. */
export const successorsOf = (unit: Unit): string[] => (unit.mergedInto !== null ? [unit.mergedInto] : (unit.splitInto ?? []));

/** The lowest kind of unit, whose names are no public list. */
const BRANCH = 'chi hội';
export const isBranch = ({ kind }: { kind: string }): boolean => kind === BRANCH;
