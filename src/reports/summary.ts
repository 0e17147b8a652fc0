import { groupBy } from '../collections.ts';
import { totalOf, type Adding, type Contribution, type Total } from './totals.ts';

/** A report that stands, as figures see it. */
export interface Standing {
  id: number;
  /** The units that held it: one, or several together. */
  unitIds: string[];
  kind: string;
  day: string;
  final: boolean;
  adds: { measure: string; value: number }[];
}

/** Every figure of some units over some days. Only kinds and measures that occur are in it. */
export interface Summary {
  reports: Total;
  kinds: Map<string, Total>;
  measures: Map<string, Total>;
}

/** Whether a unit is one of those added up. */
type Within = (unitId: string) => boolean;

/** How each measure adds up. */
export type AddingOf = (measure: string) => Adding;

/** Adds up the reports that any of the units within held. */
export function summarise(reports: Standing[], within: Within, adding: AddingOf): Summary {
  const counted = reports.filter((report) => report.unitIds.some(within));
  const ones = counted.flatMap((report) => contributions(report, within, [{ measure: report.kind, value: 1 }]));
  const parts = counted.flatMap((report) => contributions(report, within, report.adds));
  return {
    reports: totalOf(ones, 'sum'),
    kinds: totals(ones, () => 'sum'),
    measures: totals(parts, adding),
  };
}

/** The reports of each row of a table. `rowOf` puts every unit into one row; a joint report is in the row of each unit that held it. */
export function byRow(reports: Standing[], rowOf: (unitId: string) => string | undefined): Map<string, Standing[]> {
  const rows = new Map<string, Standing[]>();
  for (const report of reports) {
    for (const row of new Set(report.unitIds.map(rowOf))) {
      if (row === undefined) continue;
      const there = rows.get(row);
      if (there) there.push(report);
      else rows.set(row, [report]);
    }
  }
  return rows;
}

export const between = (reports: Standing[], from: string, to: string): Standing[] => reports.filter(({ day }) => day >= from && day <= to);

/** What is certain and what waits, together: the figure people are shown. */
export const whole = (total: Total | undefined): number => (total ? total.final + total.provisional : 0);

const contributions = ({ id, unitIds, day, final }: Standing, within: Within, adds: Standing['adds']): Contribution[] =>
  unitIds.filter(within).flatMap((unitId) => adds.map(({ measure, value }) => ({ reportId: id, unitId, measure, value, day, final })));

const totals = (parts: Contribution[], adding: AddingOf): Map<string, Total> =>
  new Map([...groupBy(parts, (one) => one.measure)].map(([measure, own]) => [measure, totalOf(own, adding(measure))]));
