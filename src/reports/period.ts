import { addDays } from '../time.ts';

/** A stretch of days, both included, and how it is written: 2026-11, 2026-Q4, 2026-H2, 2026, term. */
export interface Period {
  id: string;
  from: string;
  to: string;
}

/** The days of a term, as far as content tells them. */
export type TermDays = { from: { day: string }; to: { day: string } } | undefined;

const start = (year: number, month: number): string => `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;

const span = (id: string, year: number, month: number, months: number): Period => ({
  id,
  from: start(year, month),
  to: addDays(start(year, month + months), -1),
});

/** Reads a period's id; null when it is none. `term` is one only where a term is given. */
export function readPeriod(id: string, term?: TermDays): Period | null {
  if (id === 'term') return term ? { id, from: term.from.day, to: term.to.day } : null;
  const found = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(id);
  if (!found) return null;
  const year = Number(found[1]);
  if (found[2]) return span(id, year, Number(found[2]), 1);
  if (found[3]) return span(id, year, Number(found[3]) * 3 - 2, 3);
  if (found[4]) return span(id, year, Number(found[4]) * 6 - 5, 6);
  return span(id, year, 1, 12);
}

/** The month, quarter, half and year that `day` lies in. */
export function periodsAround(day: string): Record<'month' | 'quarter' | 'half' | 'year', Period> {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const quarter = Math.ceil(month / 3);
  const half = Math.ceil(month / 6);
  return {
    month: span(day.slice(0, 7), year, month, 1),
    quarter: span(`${year}-Q${quarter}`, year, quarter * 3 - 2, 3),
    half: span(`${year}-H${half}`, year, half * 6 - 5, 6),
    year: span(String(year), year, 1, 12),
  };
}

/** The period of the same length that follows; null after a term. */
export function periodAfter(period: Period): Period | null {
  const kind = kindOf(period);
  return kind === 'term' ? null : periodsAround(addDays(period.to, 1))[kind];
}

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year' | 'term';

export function kindOf({ id }: Period): PeriodKind {
  if (id === 'term') return 'term';
  if (id.length === 4) return 'year';
  return id[5] === 'Q' ? 'quarter' : id[5] === 'H' ? 'half' : 'month';
}

/** The first day of what is told as "cumulative" beside a period: of its year, or for a year and a term of the term. */
export function cumulativeFrom(period: Period, term: TermDays): string {
  const year = `${period.from.slice(0, 4)}-01-01`;
  const whole = kindOf(period) === 'year' || kindOf(period) === 'term';
  return whole && term && term.from.day <= period.from ? term.from.day : year;
}
