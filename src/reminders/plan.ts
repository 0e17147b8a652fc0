import { groupBy } from '../collections.ts';
import { isOpen, type Indicator, type Status } from '../indicators/index.ts';
import { addDays, weekdayOf } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { dutiesOf, type Duties, type Person } from './duties.ts';
import { passedSince, STALE_DAYS, type Passed } from './milestones.ts';

/** Indicators of one unit that came due at one milestone. */
export interface Due {
  unitId: string;
  milestone: string;
  indicators: string[];
}

/** What one person is told on one day: checked again and put into words when it is sent. */
export interface Digest {
  day: string;
  /** Unmet indicators of units she answers for. */
  due: Due[];
  /** Indicators of hers that have been met. */
  met: { unitId: string; indicators: string[] }[];
  /** Indicators on which units below her are behind, this near the deadline. */
  above: { milestone: string; indicators: string[] }[];
  /** How all units below her stand. */
  weekly: boolean;
  /** Cadres below her who cannot be written to. */
  unreachable: number[];
}

export interface Planned {
  cadreId: number;
  /** Unique for a person: one digest a day. */
  key: string;
  /** Her hour; null for the usual one. */
  clock: string | null;
  digest: Digest;
}

/** Everything the plan of a day is made from. */
export interface Facts {
  today: string;
  calendar: Calendar;
  people: Person[];
  /** Units in the charge of one cadre. */
  owners: Map<string, number>;
  /** How units stand: of all of them, or where nothing can be due today, of those that may be praised. */
  statuses: Status[];
  /** Those of `statuses` that were met lately and not yet praised. */
  freshlyMet: Status[];
  /** The unit above each unit. */
  parentOf(unitId: string): string | null;
  /** Units that have units with indicators right below. */
  above: Set<string>;
  /** Who cannot be written to, by the unit above. */
  unreachable: Map<string, number[]>;
  /** The last day that was planned. */
  lastPlanned: string | null;
}

export interface DayPlan {
  planned: Planned[];
  /** Statuses that somebody is praised for in it. */
  praised: Status[];
  /** Reminders that an outage has made useless. */
  stale: number;
}

export const digestKey = (today: string): string => `digest:${today}`;

/**
 * Who is told what on `today`. Pure: the same facts give the same plan, so planning twice, or on two machines, changes
 * nothing. Only what is not met, only at a milestone, never on a day off, one digest a person.
 */
export function planDay(facts: Facts): DayPlan {
  const { today, calendar, people, owners } = facts;
  if (!calendar.works(today)) return { planned: [], praised: [], stale: 0 };
  const board = boardOf(facts);
  const duties = dutiesOf(people, owners, today);
  const planned = people.flatMap((person): Planned[] => {
    if (person.snoozedUntil !== null && today < person.snoozedUntil) return [];
    const digest = digestOf(person, duties.get(person.cadreId)!, board, facts);
    return isEmpty(digest) ? [] : [{ cadreId: person.cadreId, key: digestKey(today), clock: person.clock, digest }];
  });
  return { planned, praised: praisedIn(planned, facts), stale: staleOf(board, facts) };
}

/** What is the same for everybody: reckoned once, so that a plan for a hundred thousand takes seconds. */
interface Board {
  /** What is open, by unit. */
  open: Map<string, Status[]>;
  met: Map<string, Status[]>;
  /** Lately passed milestones that are still news, of the indicators that have one. */
  passed: Map<Indicator, Passed[]>;
  /** Indicators that a snooze which ends today may have been about. */
  snoozed: Set<Indicator>;
  /** Indicators on which some unit right below this one is behind. */
  behind: Map<string, Set<Indicator>>;
  /** It is the day of the weekly summary. */
  weekly: boolean;
}

function boardOf({ statuses, freshlyMet, parentOf, calendar, today, lastPlanned }: Facts): Board {
  // Once a deadline has passed there is nothing to be in time for; the weekly word to the level above goes on.
  const open = statuses.filter((one) => isOpen(one) && one.daysLeft >= 0);
  const behind = new Map<string, Set<Indicator>>();
  for (const { unitId, indicator } of open) {
    const parent = parentOf(unitId);
    if (parent === null) continue;
    const held = behind.get(parent);
    if (held) held.add(indicator);
    else behind.set(parent, new Set([indicator]));
  }
  const terms = new Map(statuses.map(({ indicator, term }) => [indicator, term]));
  const passedIn = (days: number) =>
    [...terms].map(([indicator, term]) => [indicator, passedSince(addDays(today, -days), indicator, term, calendar, today)] as const).filter(([, passed]) => passed.length > 0);
  return {
    open: groupBy(open, (one) => one.unitId),
    met: groupBy(freshlyMet, (one) => one.unitId),
    passed: new Map(passedIn(STALE_DAYS)),
    snoozed: new Set(passedIn(3 * STALE_DAYS).map(([indicator]) => indicator)),
    behind,
    weekly: isWeekly(lastPlanned, calendar, today),
  };
}

function digestOf(person: Person, duties: Duties, board: Board, facts: Facts): Digest {
  const reviewed = [...duties.reviews].filter((unitId) => facts.above.has(unitId));
  return {
    day: facts.today,
    due: [...duties.own].flatMap(([unitId, titles]) => dueOf(unitId, titles, person, board, facts.today)),
    met: [...duties.own.keys()].flatMap((unitId) => metOf(unitId, board)),
    above: aboveOf(reviewed, person, board),
    weekly: reviewed.length > 0 && board.weekly,
    unreachable: reviewed.flatMap((unitId) => facts.unreachable.get(unitId) ?? []),
  };
}

const isEmpty = ({ due, met, above, weekly, unreachable }: Digest): boolean => !weekly && [due, met, above, unreachable].every((part) => part.length === 0);

function dueOf(unitId: string, titles: Set<string> | 'all', person: Person, { open, passed, snoozed }: Board, today: string): Due[] {
  const hers = (open.get(unitId) ?? []).filter(({ indicator }) => titles === 'all' || indicator.responsible.positions.some((title) => titles.has(title)));
  // What she was told of when she asked for quiet; where she asked by herself, all of it.
  const about = hers.filter(({ indicator }) => snoozed.has(indicator));
  const again = new Set(snoozeEnded(person, today) ? (about.length > 0 ? about : hers) : []);
  const byMilestone = groupBy(hers, (status) => newest(passed.get(status.indicator), person)?.id ?? (again.has(status) ? 'snooze' : undefined));
  return [...byMilestone].flatMap(([milestone, of]) => (milestone === undefined ? [] : [{ unitId, milestone, indicators: of.map((one) => one.indicator.id) }]));
}

/** The newest milestone she has not been told of. */
const newest = (passed: Passed[] | undefined, { lastDigest }: Person): Passed | undefined => passed?.findLast(({ said }) => said > (lastDigest ?? ''));

/** She asked to hear of it again from that day on. */
const snoozeEnded = ({ snoozedUntil, lastDigest }: Person, today: string): boolean =>
  snoozedUntil !== null && snoozedUntil <= today && snoozedUntil > addDays(today, -STALE_DAYS) && (lastDigest ?? '') < snoozedUntil;

const metOf = (unitId: string, { met }: Board): Digest['met'] => {
  const fresh = met.get(unitId);
  return fresh ? [{ unitId, indicators: fresh.map((one) => one.indicator.id) }] : [];
};

function aboveOf(reviewed: string[], person: Person, { passed, behind }: Board): Digest['above'] {
  const indicators = new Set(reviewed.flatMap((unitId) => [...(behind.get(unitId) ?? [])]));
  const byMilestone = groupBy(indicators, (indicator) => newest(passed.get(indicator)?.filter((one) => one.above), person)?.id);
  return [...byMilestone].flatMap(([milestone, of]) => (milestone === undefined ? [] : [{ milestone, indicators: of.map((one) => one.id) }]));
}

/** The week's first working day; after an outage over it, the first day that is planned again. */
function isWeekly(lastPlanned: string | null, calendar: Calendar, today: string): boolean {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return today === calendar.workingDayFrom(monday) || (lastPlanned !== null && lastPlanned < monday);
}

function praisedIn(planned: Planned[], { freshlyMet }: Facts): Status[] {
  const said = new Set(planned.flatMap(({ digest }) => digest.met.flatMap(({ unitId, indicators }) => indicators.map((id) => `${unitId} ${id}`))));
  return freshlyMet.filter(({ unitId, indicator }) => said.has(`${unitId} ${indicator.id}`));
}

/** Milestones that passed unplanned and too long ago, once for each unit that would have been told. */
function staleOf({ open }: Board, { lastPlanned, calendar, today }: Facts): number {
  const until = addDays(today, -STALE_DAYS);
  if (lastPlanned === null || lastPlanned >= until) return 0;
  const missed = ({ indicator, term }: Status): number => passedSince(lastPlanned, indicator, term, calendar, today).filter(({ said }) => said <= until).length;
  return [...open.values()].flat().reduce((sum, status) => sum + missed(status), 0);
}
