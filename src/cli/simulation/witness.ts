import { deadlineOf, type Term } from '../../indicators/index.ts';
import { addDays, dayOf } from '../../time.ts';
import { snooze } from './people.ts';
import type { Place } from './population.ts';
import type { Missed, Out } from './proof.ts';
import { schedule, type Scene } from './scene.ts';

/** What a message says, and whether it should have been said, by the simulation's own books. */
export function witness(scene: Scene, cadreId: number, text: string, out: boolean): Out {
  const { population, books, clock, snoozedUntil, luck } = scene;
  const day = dayOf(clock.at);
  const [term] = books.termsOn(day);
  const reminded: Out['reminded'] = [];
  let afterDone = 0;
  let unit: Place | undefined;
  for (const line of text.split('\n')) {
    const title = /^\*\*(.+)\*\*$/.exec(line)?.[1];
    if (title) unit = population.units.find((one) => one.name === title);
    const number = /^(?:🔴|⚪) Chỉ tiêu (\d+)/u.exec(line)?.[1];
    const indicator = term?.indicators.find((one) => String(one.number) === number);
    if (!unit || !term || !indicator) continue;
    reminded.push({ unitId: unit.id, indicatorId: indicator.id });
    if (books.isDone(unit, term, indicator, day)) afterDone++;
    if (out && luck.happens(0.02)) schedule(scene, `${addDays(day, 1)} 11:00`, () => snooze(scene, cadreId, deadlineOf(indicator, term, day).day));
  }
  return { at: clock.at, cadreId, out, reminded, afterDone, snoozed: (snoozedUntil.get(cadreId) ?? '') > day };
}

/** Open this long before a deadline, whatever the program's own schedule says, a unit has to be reminded. */
const OPEN_DAYS = 14;

/** Notes since when each unit has had each indicator open. */
export function watchOpen({ books, population }: Scene, day: string, open: Map<string, string>): void {
  eachIndicator(books.termsOn(day), (term, indicator) => {
    for (const unit of population.units) {
      const key = `${unit.id} ${indicator.id} ${deadlineOf(indicator, term, day).day}`;
      if (books.isDone(unit, term, indicator, day)) open.delete(key);
      else if (!open.has(key)) open.set(key, day);
    }
  });
}

/** On the day of a deadline: who has somebody to remind, and has not met it for so long. */
export function endOf({ books, population }: Scene, day: string, open: Map<string, string>): Missed[] {
  const found: Missed[] = [];
  eachIndicator(books.termsOn(day), (term, indicator) => {
    if (deadlineOf(indicator, term, day).day !== day) return;
    for (const unit of population.units) {
      const openSince = open.get(`${unit.id} ${indicator.id} ${day}`);
      if (openSince && openSince <= addDays(day, -OPEN_DAYS) && population.cadresOf.get(unit.id)!.length > 0) found.push({ unitId: unit.id, indicatorId: indicator.id, deadline: day, openSince });
    }
  });
  return found;
}

export function openCount({ books, population }: Scene, day: string): number {
  let count = 0;
  eachIndicator(books.termsOn(day), (term, indicator) => (count += population.units.filter((unit) => !books.isDone(unit, term, indicator, day)).length));
  return count;
}

const eachIndicator = (terms: Term[], what: (term: Term, indicator: Term['indicators'][number]) => void): void => {
  for (const term of terms) for (const indicator of term.indicators) what(term, indicator);
};
