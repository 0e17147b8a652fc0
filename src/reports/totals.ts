/** One report's part in one measure. `final`: the level above has accepted it. */
export interface Contribution {
  reportId: number;
  unitId: string;
  measure: string;
  value: number;
  /** Day of the activity, 'YYYY-MM-DD'. */
  day: string;
  final: boolean;
}

/** How a measure adds up: every report in the period, or the newest figure of each reporting unit. */
export type Adding = 'sum' | 'latest';

/** What is certain, what waits for acceptance on top of it, and the reports behind both. */
export interface Total {
  final: number;
  provisional: number;
  reports: number[];
}

/**
 * The one function behind every figure shown anywhere. Takes the contributions to one measure, of the units and period in
 * question; returned and withdrawn reports are not among them. A report that several of the units held together comes
 * once for each of them and counts once.
 * `latest`: within each unit the newest report counts alone, then units are added.
 */
export function totalOf(contributions: Contribution[], adding: Adding): Total {
  const finals = contributions.filter((one) => one.final);
  const counted = onceEach(adding === 'latest' ? newestOfEachUnit(contributions) : contributions);
  const certain = onceEach(adding === 'latest' ? newestOfEachUnit(finals) : finals);
  const final = sum(certain);
  return { final, provisional: sum(counted) - final, reports: counted.map((one) => one.reportId) };
}

const sum = (of: Contribution[]): number => of.reduce((total, one) => total + one.value, 0);

function onceEach(contributions: Contribution[]): Contribution[] {
  const seen = new Set<number>();
  return contributions.filter(({ reportId }) => !seen.has(reportId) && seen.add(reportId));
}

function newestOfEachUnit(contributions: Contribution[]): Contribution[] {
  const newest = new Map<string, Contribution>();
  for (const one of contributions) {
    const held = newest.get(one.unitId);
    if (!held || one.day > held.day || (one.day === held.day && one.reportId > held.reportId)) newest.set(one.unitId, one);
  }
  return [...newest.values()];
}
