import { quote, say, type Text } from '../conversation/index.ts';
import type { Measure, Rollup, State, Status } from '../indicators/index.ts';

/** One indicator as documents show it: for a commune its own figures, for a level above those of all its units. */
export interface IndicatorRow {
  number: number;
  name: string;
  short: string;
  state: State;
  /** What is done, of how many, and how many it takes. `percent` and `targetPercent` are of `of`. Null without data. */
  done: number | null;
  of: number;
  target: number;
  percent: number | null;
  targetPercent: number;
  /** A share of something is to be reached, not a number. */
  ratio: boolean;
  /** What is counted: people, models, parts of the indicator, units. */
  unit: Text;
  /** Parts of a composite indicator that are still missing. */
  missing: string[];
  /** The day that `of` was true, where it is a unit's own figure. */
  asOf: string | null;
  /** Units that have not told how many `of` are with them, and are in none of the figures. */
  unknown: number;
}

export function rowOfStatus({ indicator, state, parts }: Status, measure: (id: string) => Measure | undefined): IndicatorRow {
  const { number, name, short } = indicator;
  const row = { number, name, short, state, missing: [], ratio: indicator.kind === 'ratio', asOf: parts[0]?.asOf ?? null, unknown: 0 };
  const [part] = parts;
  if (!part) return { ...row, done: null, of: 0, target: 0, percent: null, targetPercent: 100, unit: quote('') };
  if (indicator.kind === 'composite') {
    const missing = parts.filter((one) => one.value < one.target).map((one) => measure(one.measure)?.name ?? one.measure);
    return { ...row, missing, unit: partsUnit(parts.map((one) => measure(one.measure)?.unit)), ...shares(parts.length - missing.length, parts.length, parts.length) };
  }
  const unit = quote(measure(part.measure)?.unit ?? '');
  if (indicator.kind === 'ratio') return { ...row, unit, ...shares(part.value, part.of ?? 0, part.target), targetPercent: part.percent! };
  return { ...row, unit, ...shares(part.value, part.target, part.target) };
}

/** Three models are "3 loại mô hình"; different things are "3 nội dung". */
const partsUnit = ([first, ...rest]: (string | undefined)[]): Text => (first && rest.every((one) => one === first) ? say('doc-unit-kinds', { unit: first }) : say('doc-unit-parts'));

export function rowOfRollup({ indicator, met, provisional, units, percent, value, of, noData }: Rollup, measure: (id: string) => Measure | undefined): IndicatorRow {
  const { number, name, short, city } = indicator;
  const reached = percent !== null && percent >= city.target;
  const certain = indicator.kind === 'ratio' ? provisional === 0 : (met / Math.max(1, units)) * 100 >= city.target;
  const state: State = percent === null ? 'no-data' : !reached ? 'unmet' : certain ? 'met' : 'provisional';
  const row = { number, name, short, state, missing: [], ratio: true, asOf: null, unknown: noData, targetPercent: city.target, unit: indicator.kind === 'ratio' ? quote(measure(indicator.measure)?.unit ?? '') : say('doc-unit-units') };
  if (percent === null) return { ...row, done: null, of: 0, target: 0, percent };
  return { ...row, ...shares(value, of, Math.ceil((of * city.target) / 100)), targetPercent: city.target };
}

/** A denominator of 0 has nobody left to reach. */
const shares = (done: number, of: number, target: number) => ({ done, of, target, percent: of === 0 ? 100 : (done / of) * 100, targetPercent: of === 0 ? 100 : (target / of) * 100 });
