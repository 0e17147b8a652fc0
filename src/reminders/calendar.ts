import { z } from 'zod';
import { readYaml } from '../content.ts';
import { addDays, clockOf, dayOf, instantOf, weekdayOf } from '../time.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'ngày viết như 2026-02-17');
const shape = z.looseObject({
  holidays: z.array(z.looseObject({ from: day, to: day, name: z.string() })),
  working_days: z.array(z.looseObject({ date: day })).default([]),
  tet: z.array(z.strictObject({ year: z.int(), first_day: day })).default([]),
});

/** Which days people work, and the first day of each lunar year. */
export interface Calendar {
  works(day: string): boolean;
  /** The day itself when people work on it, else the last working day before it. */
  workingDayUntil(day: string): string;
  /** The day itself when people work on it, else the first working day after it. */
  workingDayFrom(day: string): string;
  tet: Record<number, string>;
}

export function loadCalendar(file: string): Calendar {
  const { holidays, working_days, tet } = readYaml(file, shape);
  const extra = new Set(working_days.map((one) => one.date));
  const works = (on: string): boolean =>
    extra.has(on) || (![0, 6].includes(weekdayOf(on)) && !holidays.some(({ from, to }) => on >= from && on <= to));
  const workingDayUntil = (on: string): string => (works(on) ? on : workingDayUntil(addDays(on, -1)));
  const workingDayFrom = (on: string): string => (works(on) ? on : workingDayFrom(addDays(on, 1)));
  return { works, workingDayUntil, workingDayFrom, tet: Object.fromEntries(tet.map((one) => [one.year, one.first_day])) };
}

/** A stretch of the day, 'HH:MM' each; it may run over midnight. */
export interface QuietHours {
  from: string;
  to: string;
}

export function isQuiet({ from, to }: QuietHours, now: Date): boolean {
  const clock = clockOf(now);
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

/** The next instant outside the quiet hours: `now` itself when it is not quiet. */
export function afterQuiet(quiet: QuietHours, now: Date): Date {
  if (!isQuiet(quiet, now)) return now;
  const today = dayOf(now);
  return instantOf(clockOf(now) < quiet.to ? today : addDays(today, 1), quiet.to);
}
