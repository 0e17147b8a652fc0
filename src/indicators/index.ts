import { groupBy } from '../collections.ts';
import type { Contribution, Reports } from '../reports/index.ts';
import type { Unit, UnitTree } from '../org/index.ts';
import type { Db } from '../store/index.ts';
import { figuresOf } from './queries.ts';
import { rollup, statusOf, type Rollup, type Status } from './status.ts';
import { periodOf, type Indicator, type Term } from './term.ts';

export { rollup, statusOf, type Data, type Part, type Rollup, type State, type Status } from './status.ts';
export { loadTerms, measuresOf, periodOf, type Indicator, type Measure, type Term } from './term.ts';

/** A report that is not there yet: how things would stand with it, and without the one it replaces. */
export interface WhatIf {
  contributions?: Contribution[];
  figures?: { unitId: string; figure: string; value: number }[];
  without?: number | null;
}

/** What scenes and reminders may read of indicators. */
export function openIndicators(db: Db, terms: Term[], reports: Reports) {
  /** The newest term that has begun and not ended. */
  const termOn = (today: string): Term | undefined => terms.findLast((term) => term.from.day <= today && term.to.day >= today);

  /** Statuses of each of `units` (each with all below it) on each indicator of the term. One query for reports, one for figures. */
  async function statuses(units: Unit[], tree: UnitTree, today: string, what: WhatIf = {}): Promise<Status[]> {
    const term = termOn(today);
    if (!term || units.length === 0) return [];
    const owner = ownersOf(units, tree);
    const spans = term.indicators.map((one) => periodOf(one, term, today));
    // As things stood on that day: what came after it does not count.
    const [from, to] = [min(spans.map((one) => one.from)), min([today, max(spans.map((one) => one.to))])];
    const standing = (await reports.contributions([...owner.keys()], from, to)).filter((one) => one.reportId !== what.without);
    const all = [...standing, ...(what.contributions ?? [])];
    const figures = [...(await figuresOf(db, units.map((unit) => unit.id), ['term', today.slice(0, 4)])), ...(what.figures ?? [])];
    const parts = groupBy(all, (one) => owner.get(one.unitId));
    const known = groupBy(figures, (one) => one.unitId);
    return units.flatMap((unit) => {
      const data = { contributions: parts.get(unit.id) ?? [], figures: Object.fromEntries((known.get(unit.id) ?? []).map((one) => [one.figure, one.value])) };
      return term.indicators.map((indicator) => statusOf(indicator, term, unit.id, data, today));
    });
  }

  return {
    terms,
    termOn,
    statuses,
    measure: (id: string) => terms.flatMap((term) => term.measures).find((one) => one.id === id),
    /** The units below `top`, itself included, that have the indicators to meet on that day. */
    answerable: (top: string, tree: UnitTree, today: string): Unit[] => {
      const kinds = new Set(termOn(today)?.units ?? []);
      return tree.subtree(top, today).filter((unit) => kinds.has(unit.kind));
    },
    /** Ids of the figures a unit has. */
    figuresKnown: async (unitId: string, today: string): Promise<string[]> =>
      (await figuresOf(db, [unitId], ['term', today.slice(0, 4)])).map((one) => one.figure),
    /** How a level above stands on every indicator. */
    async rollups(top: string, tree: UnitTree, today: string): Promise<Rollup[]> {
      const units = this.answerable(top, tree, today);
      const all = await statuses(units, tree, today);
      return (termOn(today)?.indicators ?? []).map((indicator: Indicator) => rollup(indicator, all.filter((one) => one.indicator.id === indicator.id)));
    },
  };
}

export type Indicators = ReturnType<typeof openIndicators>;

/** Which of `units` each unit below them belongs to. */
function ownersOf(units: Unit[], tree: UnitTree): Map<string, string> {
  const wanted = new Set(units.map((unit) => unit.id));
  return new Map(
    tree.all.flatMap((unit) => {
      const owner = tree.line(unit.id).find((one) => wanted.has(one.id));
      return owner ? [[unit.id, owner.id] as const] : [];
    }),
  );
}

const min = (days: string[]): string => days.reduce((a, b) => (a < b ? a : b));
const max = (days: string[]): string => days.reduce((a, b) => (a > b ? a : b));
