import { withoutSuperseded, type Unit, type UnitTree } from '../org/index.ts';
import type { Contribution } from '../reports/index.ts';

/** Which of `units` each unit of any time counts for on that day: those below it, and those it carries on. */
export const ownersOf = (units: Unit[], tree: UnitTree, today: string): Map<string, string> =>
  new Map(units.flatMap((unit) => tree.historyOf(unit.id, today).map((id) => [id, unit.id] as const)));

/** A newest figure of a former commune counts until its successor has reported that figure itself. */
export function notReplaced(contributions: Contribution[], tree: UnitTree, latest: Set<string>): Contribution[] {
  const [newest, added] = [contributions.filter((one) => latest.has(one.measure)), contributions.filter((one) => !latest.has(one.measure))];
  const measures = [...new Set(newest.map((one) => one.measure))];
  return [...added, ...measures.flatMap((measure) => withoutSuperseded(newest.filter((one) => one.measure === measure), tree))];
}
