import type { Unit, UnitTree } from '../org/index.ts';

/** The lines of a table of what is below a unit. Every unit whose reports are the top's is in exactly one line. */
export interface Rows {
  units: Unit[];
  /** The line of a unit: one of `units`, or the top itself for what it did on its own. */
  rowOf(unitId: string): string | undefined;
}

/**
 * One line for each unit right below `top` as things stood on the period's last day, with all that it carries on; and one
 * for each that had ended without a successor, so that its reports are not told as the top's own.
 */
export function rowsBelow(top: string, tree: UnitTree, day: string): Rows {
  const end = tree.get(top)?.to;
  const then = end && end < day ? end : day;
  const below = tree.children(top, then);
  const rows = new Map([[top, top], ...below.flatMap((child) => tree.historyOf(child.id, then).map((id) => [id, child.id] as const))]);
  const ended = new Set(tree.historyOf(top, day).filter((id) => !rows.has(id)));
  const highest = (id: string): string => {
    const line = tree.line(id).map((unit) => unit.id);
    const first = line.findIndex((above) => !ended.has(above));
    return line[first - 1] ?? line.at(-1) ?? id;
  };
  for (const id of ended) rows.set(id, highest(id));
  const alone = [...new Set([...ended].map(highest))].flatMap((id) => tree.get(id) ?? []);
  return { units: [...below, ...alone], rowOf: (id) => rows.get(id) };
}
