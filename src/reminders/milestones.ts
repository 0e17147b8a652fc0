import { deadlineOf, periodOf, type Indicator, type Term } from '../indicators/index.ts';
import { addDays, daysBetween } from '../time.ts';
import type { Calendar } from './calendar.ts';

/** A day on which an indicator is brought up: its name, the day itself, and the working day on which it is said. */
export interface Milestone {
  id: string;
  day: string;
}

/** A milestone missed by more than this (an outage, a leave) is stale: the next one will come. */
export const STALE_DAYS = 7;

/** Earliest first: half-way, then ever closer to the deadline. */
export function milestonesOf(indicator: Indicator, term: Term, today: string): Milestone[] {
  const { from } = periodOf(indicator, term, today);
  const { day: to } = deadlineOf(indicator, term, today);
  const halfWay = term.remind['half-way'] ? [{ id: 'half-way', day: addDays(from, Math.floor(daysBetween(from, to) / 2)) }] : [];
  const before = term.remind['days-before'].map((days) => ({ id: `d${days}`, day: addDays(to, -days) }));
  return [...halfWay, ...before].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** A milestone that has come: `said` is the working day it falls on, brought forward from a day off. */
export interface Passed {
  id: string;
  said: string;
  /** The level above is told too. */
  above: boolean;
}

/** Milestones said after `since` and up to today, earliest first. */
export function passedSince(since: string, indicator: Indicator, term: Term, calendar: Calendar, today: string): Passed[] {
  const above = new Set(term.remind['tell-above'].map((days) => `d${days}`));
  return milestonesOf(indicator, term, today)
    .map(({ id, day }) => ({ id, said: calendar.workingDayUntil(day), above: above.has(id) }))
    .filter(({ said }) => said > since && said <= today);
}
