import { groupBy } from '../collections.ts';
import type { Contribution, Reports } from '../reports/index.ts';
import type { Unit, UnitTree } from '../org/index.ts';
import type { Db } from '../store/index.ts';
import { figuresOf, knownOf } from './queries.ts';
import { rollup, statusOf, type Data, type Rollup, type Status } from './status.ts';
import { notReplaced, ownersOf } from './owners.ts';
import { measuresOf, periodOf, type Indicator, type Term } from './term.ts';

export { indicatorEffects, type NotePaper, type SetFigure } from './effects.ts';
export { isOpen, rollup, statusOf, type Data, type Part, type Rollup, type State, type Status } from './status.ts';
export { deadlineOf, evidenceFaults, loadTerms, measuresOf, periodOf, targetOf, type Indicator, type Measure, type Term } from './term.ts';

/** A report that is not there yet: how things would stand with it, and without the one it replaces. */
export interface WhatIf {
  contributions?: Contribution[];
  figures?: { unitId: string; figure: string; value: number; asOf?: string }[];
  without?: number | null;
}

/** What scenes and reminders may read of indicators. */
export function openIndicators(db: Db, terms: Term[], reports: Reports) {
  /** Terms that have begun and not ended: one, or several side by side. */
  const termsOn = (today: string): Term[] => terms.filter((term) => term.from.day <= today && term.to.day >= today);

  /**
   * Statuses of each of `units` (each with all below it, and with what was merged into it) on each indicator of the
   * terms that ask it of such a unit. One query for reports, one for what else is known.
   */
  async function statuses(units: Unit[], tree: UnitTree, today: string, what: WhatIf = {}): Promise<Status[]> {
    return (await lookAt(units, tree, today))(what);
  }

  /** The same, asked once for as many what-ifs as there are. */
  async function lookAt(units: Unit[], tree: UnitTree, today: string): Promise<(what: WhatIf) => Status[]> {
    const running = termsOn(today);
    if (running.length === 0 || units.length === 0) return () => [];
    const data = await dataOf(units, tree, running, today);
    return (what) => {
      const own = data(what);
      return units.flatMap((unit) => running.filter((term) => term.units.includes(unit.kind)).flatMap((term) => term.indicators.map((indicator) => statusOf(indicator, term, unit, own(unit.id), today))));
    };
  }

  async function dataOf(units: Unit[], tree: UnitTree, running: Term[], today: string): Promise<(what: WhatIf) => (unitId: string) => Data> {
    const ids = units.map((unit) => unit.id);
    const owner = ownersOf(units, tree, today);
    const spans = running.flatMap((term) => term.indicators.map((one) => periodOf(one, term, today)));
    // As things stood on that day: what came after it does not count.
    const [from, to] = [min(spans.map((one) => one.from)), min([today, max(spans.map((one) => one.to))])];
    const [standing, known] = await Promise.all([reports.contributions([...owner.keys()], from, to), knownOf(db, ids, from, today)]);
    const latest = new Set(running.flatMap((term) => term.measures.filter((one) => one.add === 'latest').map((one) => one.id)));
    const notes = groupBy(known.notes, (one) => one.unitId);
    return (what) => {
      const supposed = (what.figures ?? []).map((one) => ({ asOf: today, ...one }));
      const parts = groupBy([...standing.filter((one) => one.reportId !== what.without), ...(what.contributions ?? [])], (one) => owner.get(one.unitId));
      const figures = groupBy([...known.figures, ...supposed], (one) => one.unitId);
      return (unitId) => ({
        contributions: notReplaced(parts.get(unitId) ?? [], tree, latest),
        figures: Object.fromEntries((figures.get(unitId) ?? []).map(({ figure, value, asOf }) => [figure, { value, asOf }])),
        notes: notes.get(unitId) ?? [],
      });
    };
  }

  return {
    terms,
    termsOn,
    /** The newest of the terms that run. */
    termOn: (today: string): Term | undefined => termsOn(today).at(-1),
    statuses,
    lookAt,
    /** Whether any indicator of the terms that run counts one of these measures. */
    moveWith: (measures: string[], today: string): boolean => termsOn(today).some((term) => term.indicators.some((indicator) => measuresOf(indicator).some((id) => measures.includes(id)))),
    measure: (id: string) => terms.flatMap((term) => term.measures).find((one) => one.id === id),
    figure: (id: string) => terms.flatMap((term) => term.figures).find((one) => one.id === id),
    /** The units below `top`, itself included, that have indicators to meet on that day. */
    answerable: (top: string, tree: UnitTree, today: string): Unit[] => {
      const kinds = new Set(termsOn(today).flatMap((term) => term.units));
      return tree.subtree(top, today).filter((unit) => kinds.has(unit.kind));
    },
    /** Figures a unit has, with the day each was true. */
    figuresOf: (unitId: string, today: string) => figuresOf(db, [unitId], today),
    /** Ids of the figures a unit has. */
    figuresKnown: async (unitId: string, today: string): Promise<string[]> =>
      (await figuresOf(db, [unitId], today)).map((one) => one.figure),
    /** How a level above stands on every indicator. */
    async rollups(top: string, tree: UnitTree, today: string): Promise<Rollup[]> {
      const all = groupBy(await statuses(this.answerable(top, tree, today), tree, today), (one) => one.indicator);
      const indicators = termsOn(today).flatMap((term) => term.indicators);
      return indicators.map((indicator: Indicator) => rollup(indicator, all.get(indicator) ?? []));
    },
  };
}

export type Indicators = ReturnType<typeof openIndicators>;

const min = (days: string[]): string => days.reduce((a, b) => (a < b ? a : b));
const max = (days: string[]): string => days.reduce((a, b) => (a > b ? a : b));
