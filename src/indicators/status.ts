import { totalOf, type Contribution } from '../reports/index.ts';
import { daysBetween } from '../time.ts';
import { deadlineOf, measuresOf, periodOf, targetOf, type Indicator, type Measure, type Term } from './term.ts';

/** Met by accepted reports; met once the filed ones are accepted; not met; or not reckonable for want of a figure. */
export type State = 'met' | 'provisional' | 'unmet' | 'no-data';

/** One measure against its target. For a ratio `of` is the denominator and `target` what it takes in whole numbers. */
export interface Part {
  measure: string;
  value: number;
  final: number;
  target: number;
  of?: number;
  /** The day the denominator was true. */
  asOf?: string;
  /** For a ratio, what is asked in percent. */
  percent?: number;
}

/** How one unit stands on one indicator on one day. */
export interface Status {
  term: Term;
  indicator: Indicator;
  unitId: string;
  state: State;
  parts: Part[];
  /** The day by which it is to be met, whether a source states that day, and how many days are left; negative once it is over. */
  deadline: string;
  confirmed: boolean;
  daysLeft: number;
  /** At the pace since the period began the target will be missed. */
  late: boolean;
  /** The level above has noted a report on paper for this period: it is not met, and not asked for any more. */
  noted: boolean;
  /** Reports behind the figures. */
  reports: number[];
}

/** What a unit's status is reckoned from: contributions of the unit and all below it, and its own figures. */
export interface Data {
  contributions: Contribution[];
  figures: Record<string, { value: number; asOf: string }>;
  /** Indicators noted as reported on paper, each with the deadline it was noted for. */
  notes?: { indicator: string; deadline: string }[];
}

/** Something the unit may still be reminded of. */
export const isOpen = ({ state, noted }: Status): boolean => !noted && (state === 'unmet' || state === 'no-data');

/** Pure. `data.contributions` may reach beyond the period; what lies outside does not count. */
export function statusOf(indicator: Indicator, term: Term, unit: Unit, data: Data, today: string): Status {
  const { from, to } = periodOf(indicator, term, today);
  const totals = measuresOf(indicator).map((measure) => ({ measure, ...total(term.measures, measure, data.contributions, from, to) }));
  const parts = indicator.kind === 'ratio' ? ratioParts(indicator, unit, totals, data.figures) : targetParts(indicator, unit, totals);
  const state = stateOf(parts);
  const { day: deadline, confirmed } = deadlineOf(indicator, term, today);
  return {
    term,
    indicator,
    unitId: unit.id,
    state,
    parts,
    deadline,
    confirmed,
    daysLeft: daysBetween(today, deadline),
    late: state === 'unmet' && deadline >= today && isLate(parts, from, deadline, today),
    noted: (data.notes ?? []).some((note) => note.indicator === indicator.id && note.deadline === deadline),
    reports: [...new Set(totals.flatMap((one) => one.reports))],
  };
}

type Unit = { id: string; kind: string };
type Reckoned = { measure: string; value: number; final: number; reports: number[] };

function total(measures: Measure[], measure: string, all: Contribution[], from: string, to: string): Omit<Reckoned, 'measure'> {
  const counted = all.filter((one) => one.measure === measure && one.day >= from && one.day <= to);
  const { final, provisional, reports } = totalOf(counted, measures.find((one) => one.id === measure)?.add ?? 'sum');
  return { value: final + provisional, final, reports };
}

function targetParts(indicator: Exclude<Indicator, { kind: 'ratio' }>, unit: Unit, totals: Reckoned[]): Part[] {
  const targets = (indicator.kind === 'composite' ? indicator.parts : [indicator]).map((one) => targetOf(one, unit));
  return totals.map(({ measure, value, final }, at) => ({ measure, value, final, target: targets[at]! }));
}

/** A denominator of 0 has nobody left to reach: met. An unknown one is no data. */
function ratioParts(indicator: Extract<Indicator, { kind: 'ratio' }>, unit: Unit, totals: Reckoned[], figures: Data['figures']): Part[] {
  const known = figures[indicator.of];
  if (!known) return [];
  const percent = targetOf(indicator, unit);
  const { value: of, asOf } = known;
  return totals.map(({ measure, value, final }) => ({ measure, value, final, of, asOf, percent, target: Math.ceil((of * percent) / 100) }));
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
  /** Reported on paper, as the level above has noted; in none of the other counts but `met` and `provisional`. */
  noted: number;
  /** In percent, provisional included: of units for most kinds, of people for a ratio; null without data. */
  percent: number | null;
  value: number;
  of: number;
}

export function rollup(indicator: Indicator, statuses: Status[]): Rollup {
  const noted = statuses.filter((one) => one.noted && (one.state === 'unmet' || one.state === 'no-data'));
  const count = (state: State): number => statuses.filter((one) => one.state === state && !noted.includes(one)).length;
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
    noted: noted.length,
    percent: of === 0 ? null : (value / of) * 100,
    value,
    of,
  };
}

const add = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0);
