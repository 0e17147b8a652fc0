import { totalOf, type Contribution } from '../reports/index.ts';
import { daysBetween } from '../time.ts';
import { measuresOf, periodOf, type Indicator, type Measure, type Term } from './term.ts';

/** Met by accepted reports; met once the filed ones are accepted; not met; or not reckonable for want of a figure. */
export type State = 'met' | 'provisional' | 'unmet' | 'no-data';

/** One measure against its target. For a ratio `of` is the denominator and `target` what it takes in whole numbers. */
export interface Part {
  measure: string;
  value: number;
  final: number;
  target: number;
  of?: number;
}

/** How one unit stands on one indicator on one day. */
export interface Status {
  indicator: Indicator;
  unitId: string;
  state: State;
  parts: Part[];
  /** The period's last day, and how many days are left to it; negative once it is over. */
  deadline: string;
  daysLeft: number;
  /** At the pace since the period began the target will be missed. */
  late: boolean;
  /** Reports behind the figures. */
  reports: number[];
}

/** What a unit's status is reckoned from: contributions of the unit and all below it, and its own figures. */
export interface Data {
  contributions: Contribution[];
  figures: Record<string, number>;
}

/** Pure. `data.contributions` may reach beyond the period; what lies outside does not count. */
export function statusOf(indicator: Indicator, term: Term, unitId: string, data: Data, today: string): Status {
  const { from, to } = periodOf(indicator, term, today);
  const totals = measuresOf(indicator).map((measure) => ({ measure, ...total(term.measures, measure, data.contributions, from, to) }));
  const parts = indicator.kind === 'ratio' ? ratioParts(indicator, totals, data.figures) : targetParts(indicator, totals);
  const state = stateOf(parts);
  return {
    indicator,
    unitId,
    state,
    parts,
    deadline: to,
    daysLeft: daysBetween(today, to),
    late: state === 'unmet' && isLate(parts, from, to, today),
    reports: [...new Set(totals.flatMap((one) => one.reports))],
  };
}

type Reckoned = { measure: string; value: number; final: number; reports: number[] };

function total(measures: Measure[], measure: string, all: Contribution[], from: string, to: string): Omit<Reckoned, 'measure'> {
  const counted = all.filter((one) => one.measure === measure && one.day >= from && one.day <= to);
  const { final, provisional, reports } = totalOf(counted, measures.find((one) => one.id === measure)?.add ?? 'sum');
  return { value: final + provisional, final, reports };
}

function targetParts(indicator: Exclude<Indicator, { kind: 'ratio' }>, totals: Reckoned[]): Part[] {
  const targets = indicator.kind === 'composite' ? indicator.parts.map((part) => part.target) : [indicator.target];
  return totals.map(({ measure, value, final }, at) => ({ measure, value, final, target: targets[at]! }));
}

/** A denominator of 0 has nobody left to reach: met. An unknown one is no data. */
function ratioParts(indicator: Extract<Indicator, { kind: 'ratio' }>, totals: Reckoned[], figures: Record<string, number>): Part[] {
  const of = figures[indicator.of];
  return totals.flatMap(({ measure, value, final }) =>
    of === undefined ? [] : [{ measure, value, final, of, target: Math.ceil((of * indicator.target) / 100) }],
  );
}

function stateOf(parts: Part[]): State {
  if (parts.length === 0) return 'no-data';
  if (parts.every((part) => part.final >= part.target)) return 'met';
  return parts.every((part) => part.value >= part.target) ? 'provisional' : 'unmet';
}

/** More than a third of the time gone, and less done than the time that has passed would ask. */
function isLate(parts: Part[], from: string, to: string, today: string): boolean {
  const gone = daysBetween(from, today) / Math.max(1, daysBetween(from, to));
  return gone > 1 / 3 && parts.some((part) => part.value < part.target * gone);
}

/** How a level above stands: its units counted by state; a ratio as sum of numerators over sum of denominators. */
export interface Rollup {
  indicator: Indicator;
  units: number;
  met: number;
  provisional: number;
  unmet: number;
  noData: number;
  /** In percent, provisional included: of units for most kinds, of people for a ratio; null without data. */
  percent: number | null;
  value: number;
  of: number;
}

export function rollup(indicator: Indicator, statuses: Status[]): Rollup {
  const count = (state: State): number => statuses.filter((one) => one.state === state).length;
  const known = statuses.flatMap((one) => one.parts).filter((part) => part.of !== undefined);
  const reached = count('met') + count('provisional');
  const [value, of] = indicator.kind === 'ratio' ? [add(known.map((part) => part.value)), add(known.map((part) => part.of!))] : [reached, statuses.length];
  return {
    indicator,
    units: statuses.length,
    met: count('met'),
    provisional: count('provisional'),
    unmet: count('unmet'),
    noData: count('no-data'),
    percent: of === 0 ? null : (value / of) * 100,
    value,
    of,
  };
}

const add = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0);
