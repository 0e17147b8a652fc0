import { isQuiet, type Calendar, type QuietHours } from '../../reminders/index.ts';
import { addDays, dayOf } from '../../time.ts';

/** A reminder longer ago than this does not count as one for that deadline. */
const LATELY_DAYS = 60;

/** One message as the stand-in for the platform saw it. `reminded`: the indicators it names, by unit. */
export interface Out {
  at: Date;
  cadreId: number;
  /** False when the platform refused it: it did not go out. */
  out: boolean;
  reminded: { unitId: string; indicatorId: string }[];
  /** Of these, how many were done when it went out. */
  afterDone: number;
  /** She had asked for quiet until a later day. */
  snoozed: boolean;
}

/** A unit that had not met an indicator at its deadline, nor for two weeks before: it had to hear of it meanwhile. */
export interface Missed {
  unitId: string;
  indicatorId: string;
  deadline: string;
  /** The first day from which on it was never met. */
  openSince: string;
}

/** What a customer may read: every number but the first two must be zero. */
export interface Proof {
  messages: number;
  deadlines: number;
  doubled: number;
  inQuietHours: number;
  onDaysOff: number;
  afterDone: number;
  whileSnoozed: number;
  moreThanOnceADay: number;
  unremindedBeforeDeadline: number;
}

export function proofOf(outs: Out[], missed: Missed[], calendar: Calendar, quiet: QuietHours): Proof {
  const said = outs.filter((one) => one.out);
  const aDay = new Map<string, number>();
  for (const { cadreId, at } of said) aDay.set(`${cadreId} ${dayOf(at)}`, (aDay.get(`${cadreId} ${dayOf(at)}`) ?? 0) + 1);
  const same = new Map<string, number>();
  for (const { cadreId, at, reminded } of said) {
    for (const { unitId, indicatorId } of reminded) {
      const key = `${cadreId} ${dayOf(at)} ${unitId} ${indicatorId}`;
      same.set(key, (same.get(key) ?? 0) + 1);
    }
  }
  const days = new Map<string, Set<string>>();
  for (const { at, reminded } of said) {
    for (const { unitId, indicatorId } of reminded) {
      const key = `${unitId} ${indicatorId}`;
      (days.get(key) ?? days.set(key, new Set()).get(key)!).add(dayOf(at));
    }
  }
  const wasReminded = ({ unitId, indicatorId, deadline, openSince }: Missed): boolean =>
    [...(days.get(`${unitId} ${indicatorId}`) ?? [])].some((day) => day >= later(openSince, addDays(deadline, -LATELY_DAYS)) && day <= deadline);
  const over = (counts: Map<string, number>): number => [...counts.values()].filter((count) => count > 1).length;
  return {
    messages: said.length,
    deadlines: missed.length,
    doubled: over(same),
    inQuietHours: said.filter(({ at }) => isQuiet(quiet, at)).length,
    onDaysOff: said.filter(({ at }) => !calendar.works(dayOf(at))).length,
    afterDone: said.filter((one) => one.afterDone > 0).length,
    whileSnoozed: said.filter((one) => one.snoozed).length,
    moreThanOnceADay: over(aDay),
    unremindedBeforeDeadline: missed.filter((one) => !wasReminded(one)).length,
  };
}

export const isProven = (proof: Proof): boolean => {
  const counted = new Set(['messages', 'deadlines']);
  return Object.entries(proof).every(([name, count]) => counted.has(name) || count === 0);
};

const later = (a: string, b: string): string => (a > b ? a : b);
