import { measuresOf, periodOf, targetOf, type Indicator, type Term } from '../../indicators/index.ts';
import { addDays, daysBetween } from '../../time.ts';
import type { Chance } from './chance.ts';
import type { Place } from './population.ts';

/** One report a unit will file: when, of what kind, and what it adds. */
export interface Work {
  day: string;
  kind: string;
  measures: { measure: string; value: number }[];
}

/** Share of units that will have met an indicator by its deadline; the others do a part of it, or nothing. */
const DILIGENT = 0.85;

/** What a unit does for one indicator in one period between `from` and `to`: a few reports, spread over the time. */
export function workOf(indicator: Indicator, term: Term, unit: Place, figures: Record<string, number>, span: { from: string; to: string }, chance: Chance): Work[] {
  const period = periodOf(indicator, term, span.from);
  const from = later(period.from, span.from);
  const to = earlier(period.to, span.to);
  if (from > to) return [];
  const diligent = chance.happens(DILIGENT);
  const day = (): string => addDays(from, Math.floor(daysBetween(from, to) * chance.next()));
  const report = (measure: string, value: number, on = day()): Work => ({ day: on, kind: indicator.evidence[0]!, measures: [{ measure, value }] });
  if (indicator.kind === 'composite') return indicator.parts.filter(() => diligent || chance.happens(0.4)).map((part) => report(part.measure, targetOf(part, unit)));
  const [measure] = measuresOf(indicator);
  if (indicator.kind !== 'ratio') return diligent ? [report(measure!, targetOf(indicator, unit))] : [];
  const whole = figures[indicator.of] ?? 0;
  const needed = Math.ceil((whole * targetOf(indicator, unit)) / 100);
  const isLatest = term.measures.find((one) => one.id === measure)?.add === 'latest';
  const [first, second] = [day(), day()].toSorted();
  const half = Math.floor(needed / 2);
  if (isLatest) return [report(measure!, half, first), ...(diligent ? [report(measure!, needed, second)] : [])];
  return [report(measure!, half, first), ...(diligent ? [report(measure!, needed - half, second)] : [])];
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
