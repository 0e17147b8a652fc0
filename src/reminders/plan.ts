import { periodOf, type Indicator, type Status, type Term } from '../indicators/index.ts';
import { addDays, daysBetween } from '../time.ts';
import type { Calendar } from './calendar.ts';

/** Someone to remind: the units she answers for, her titles there, when she was last reminded. */
export interface Responsible {
  cadreId: number;
  /** Title by unit. */
  titles: Map<string, string>;
  /** Day of her last digest, if any. */
  lastDigest: string | null;
  /** She asked to be left alone until this day. */
  snoozedUntil: string | null;
}

/** One line of a digest. */
export interface Due {
  unitId: string;
  indicatorId: string;
  milestone: string;
}

export interface Digest {
  cadreId: number;
  /** Unique for a person: one digest a day. */
  key: string;
  due: Due[];
}

export const digestKey = (today: string): string => `digest:${today}`;

/** A milestone missed by more than this (an outage, a leave) is stale: the next one will come. */
const STALE_DAYS = 7;

/**
 * Who is reminded of what on `today`. Pure: the same day and data give the same digests, so planning twice, or on two
 * machines, changes nothing. Only unmet indicators, only at a milestone, never on a day off.
 */
export function planDigests(term: Term, statuses: Status[], people: Responsible[], calendar: Calendar, today: string): Digest[] {
  if (!calendar.works(today)) return [];
  const open = statuses.filter((one) => one.state === 'unmet' || one.state === 'no-data');
  return people.flatMap((person) => {
    if (person.snoozedUntil !== null && today < person.snoozedUntil) return [];
    const due = open.flatMap((status) => dueLine(term, status, person, calendar, today));
    return due.length === 0 ? [] : [{ cadreId: person.cadreId, key: digestKey(today), due }];
  });
}

function dueLine(term: Term, { indicator, unitId }: Status, person: Responsible, calendar: Calendar, today: string): Due[] {
  const title = person.titles.get(unitId);
  if (title === undefined || !indicator.responsible.positions.includes(title)) return [];
  const since = later(person.lastDigest ?? '', addDays(today, -STALE_DAYS));
  const passed = milestonesOf(indicator, term, today).filter(({ day }) => {
    const sent = calendar.workingDayUntil(day);
    return sent > since && sent <= today;
  });
  const newest = passed.at(-1) ?? snoozeEnded(person, today);
  return newest ? [{ unitId, indicatorId: indicator.id, milestone: newest.id }] : [];
}

/** She asked to hear of it again from that day on. */
function snoozeEnded({ snoozedUntil, lastDigest }: Responsible, today: string): { id: string } | undefined {
  return snoozedUntil !== null && snoozedUntil <= today && (lastDigest ?? '') < snoozedUntil ? { id: 'snooze' } : undefined;
}

/** Days on which an indicator is brought up, earliest first: half-way, then ever closer to the deadline. */
export function milestonesOf(indicator: Indicator, term: Term, today: string): { id: string; day: string }[] {
  const { from, to } = periodOf(indicator, term, today);
  const halfWay = term.remind['half-way'] ? [{ id: 'half-way', day: addDays(from, Math.floor(daysBetween(from, to) / 2)) }] : [];
  const before = term.remind['days-before'].map((days) => ({ id: `d${days}`, day: addDays(to, -days) }));
  return [...halfWay, ...before].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

const later = (a: string, b: string): string => (a > b ? a : b);
