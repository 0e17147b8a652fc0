import { groupBy } from '../collections.ts';
import { isOpen, rollup, type Indicators, type State, type Status } from '../indicators/index.ts';
import type { Unit, UnitTree } from '../org/index.ts';
import { rowOfRollup, rowOfStatus, type IndicatorRow } from './indicator-rows.ts';

/** How a unit stands on its indicators on one day; of a level above also how each unit below stands. */
export interface Standings {
  unit: Unit;
  day: string;
  indicators: IndicatorRow[];
  /** The furthest behind first. Empty for a unit that meets its indicators itself. */
  units: UnitLine[];
}

export interface UnitLine {
  name: string;
  /** In the order of the indicators; null where one is not asked of such a unit. */
  states: (State | null)[];
}

/** One query of statuses, also for a whole city. */
export async function standingsOf(indicators: Indicators, unit: Unit, tree: UnitTree, day: string): Promise<Standings> {
  const answering = indicators.answerable(unit.id, tree, day);
  const own = answering.some((one) => one.id === unit.id);
  const statuses = await indicators.statuses(own ? [unit] : answering, tree, day);
  if (own) return { unit, day, indicators: statuses.map((status) => rowOfStatus(status, indicators.measure)), units: [] };
  const byIndicator = groupBy(statuses, (one) => one.indicator);
  const asked = indicators.termsOn(day).flatMap((term) => term.indicators).filter((indicator) => byIndicator.has(indicator));
  return { unit, day, indicators: asked.map((indicator) => rowOfRollup(rollup(indicator, byIndicator.get(indicator)!), indicators.measure)), units: linesOf(answering, statuses, asked) };
}

function linesOf(units: Unit[], statuses: Status[], asked: Status['indicator'][]): UnitLine[] {
  const byUnit = groupBy(statuses, (one) => one.unitId);
  const behind = (unit: Unit): number => byUnit.get(unit.id)?.filter(isOpen).length ?? 0;
  return units
    .toSorted((a, b) => behind(b) - behind(a))
    .map((unit) => {
      const states = new Map(byUnit.get(unit.id)?.map(({ indicator, state }) => [indicator, state]));
      return { name: unit.name, states: asked.map((indicator) => states.get(indicator) ?? null) };
    });
}
