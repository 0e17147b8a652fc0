import { measuresOf, periodOf, targetOf, type Term } from '../../indicators/index.ts';

interface Entry {
  id: number;
  measure: string;
  value: number;
  day: string;
  standing: boolean;
}

/**
 * The simulation's own books of who has reported what, kept apart from the program's tables and reckoned apart from its
 * rules: what the program says is held against them.
 */
export function openBooks(terms: Term[]) {
  const entries = new Map<string, Entry[]>();
  const figures = new Map<string, number>();
  const of = (unitId: string): Entry[] => entries.get(unitId) ?? entries.set(unitId, []).get(unitId)!;

  function reached(unitId: string, measure: string, from: string, to: string, latest: boolean): number {
    const counted = of(unitId).filter((one) => one.standing && one.measure === measure && one.day >= from && one.day <= to);
    if (!latest) return counted.reduce((sum, one) => sum + one.value, 0);
    return counted.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id)).at(-1)?.value ?? 0;
  }

  return {
    file: (id: number, unitId: string, day: string, measures: { measure: string; value: number }[]): void =>
      void of(unitId).push(...measures.map((one) => ({ ...one, id, day, standing: true }))),
    /** A returned report does not count until it is filed again. */
    stands: (id: number, unitId: string, standing: boolean): void => of(unitId).filter((one) => one.id === id).forEach((one) => (one.standing = standing)),
    figure: (unitId: string, figure: string, value: number): void => void figures.set(`${unitId} ${figure}`, value),
    termsOn: (day: string): Term[] => terms.filter((term) => term.from.day <= day && term.to.day >= day),
    /** Filed in full, accepted or not: nobody may be reminded of it. */
    isDone(unit: { id: string; kind: string }, term: Term, indicator: Term['indicators'][number], day: string): boolean {
      const { from, to } = periodOf(indicator, term, day);
      const value = (measure: string): number => reached(unit.id, measure, from, to, term.measures.find((one) => one.id === measure)?.add === 'latest');
      if (indicator.kind === 'composite') return indicator.parts.every((part) => value(part.measure) >= targetOf(part, unit));
      const [measure] = measuresOf(indicator);
      if (indicator.kind !== 'ratio') return value(measure!) >= targetOf(indicator, unit);
      const whole = figures.get(`${unit.id} ${indicator.of}`);
      return whole !== undefined && value(measure!) * 100 >= whole * targetOf(indicator, unit);
    },
  };
}

export type Books = ReturnType<typeof openBooks>;
