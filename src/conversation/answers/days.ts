import { addDays, daysBetween, weekdayOf } from '../../time.ts';
import type { Why } from './reading.ts';

/** What a date is read against. */
export interface DateOptions {
  /** 'YYYY-MM-DD' in Asia/Ho_Chi_Minh. */
  today: string;
  /** True (the rule): what is told has happened. False: a date without year is the next one. */
  past?: boolean;
  /** Older days are refused as a slip. */
  earliest?: string;
  /** First day of each lunar year, for "mùng 3 Tết". */
  tet?: Record<number, string>;
}

/** A day that some words name, or why they name none; `day` is then what they would have meant. */
export type Day = { ok: true; day: string; sure: boolean } | { ok: false; why: Why; day?: string };

export const dayIs = (day: string, sure = true): Day => ({ ok: true, day, sure });
export const noDay = (why: Why, day?: string): Day => (day === undefined ? { ok: false, why } : { ok: false, why, day });

/** Less than this ahead, a date without year is a slip about the future rather than a day of last year. */
const SOON_DAYS = 60;
/** Longer ago than this, a day of last year that was given without its year is asked back. */
const LONG_AGO_DAYS = 240;

const pad = (number: number): string => String(number).padStart(2, '0');
const isoOf = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;

/** The day as an ISO date, null when no calendar has it. */
export function isoDay(year: number, month: number, day: number): string | null {
  const written = new Date(Date.UTC(year, month - 1, day));
  const real = written.getUTCFullYear() === year && written.getUTCMonth() === month - 1 && written.getUTCDate() === day;
  return real ? isoOf(year, month, day) : null;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));

/** A year as written: "26" is 2026, "95" is 1995. */
export function fullYear(written: string, today: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return 2000 + year > yearOf(today) + 20 ? 1900 + year : 2000 + year;
}

/** Day and month, with or without a year. Month and day the wrong way round are refused with what was meant. */
export function dayAndMonth(day: number, month: number, year: number | null, options: DateOptions): Day {
  const { today, past = true } = options;
  const thisYear = year ?? yearOf(today);
  const here = isoDay(thisYear, month, day);
  if (!here) return noDay('no-such-day', isoDay(thisYear, day, month) ?? undefined);
  if (year !== null) return dayIs(here);
  if (!past) return dayIs(here >= today ? here : (isoDay(thisYear + 1, month, day) ?? here));
  if (here <= today) return dayIs(here);
  if (daysBetween(today, here) < SOON_DAYS) return noDay('future', here);
  const before = isoDay(thisYear - 1, month, day);
  return before ? dayIs(before, daysBetween(before, today) <= LONG_AGO_DAYS) : noDay('no-such-day');
}

/** "ngày 5": of this month, or of the last one when it has not come yet (then asked back). */
export function dayOfMonth(day: number, options: DateOptions, monthsBack: number | null = null): Day {
  const { today, past = true } = options;
  const inMonth = (back: number): string | null => {
    const months = yearOf(today) * 12 + monthOf(today) - 1 - back;
    return isoDay(Math.floor(months / 12), (months % 12) + 1, day);
  };
  const here = inMonth(monthsBack ?? 0);
  if (monthsBack !== null) return here ? dayIs(here) : noDay('no-such-day');
  if (here && (past ? here <= today : here >= today)) return dayIs(here);
  const other = inMonth(past ? 1 : -1);
  return other ? dayIs(other, false) : noDay('no-such-day');
}

/** The nth day from the first of the lunar year (1 is "mùng 1", 0 is "giao thừa"); the last one that has come, or of `year`. */
export function tetDay(nth: number, year: number | null, { today, past = true, tet = {} }: DateOptions): Day {
  const days = Object.values(tet).toSorted().map((first) => addDays(first, nth - 1));
  const found = year !== null ? days.find((day) => yearOf(day) === year) : past ? days.findLast((day) => day <= today) : days.find((day) => day >= today);
  return found ? dayIs(found) : noDay('vague-date');
}

/** Monday = 0 … Sunday = 6: weeks begin on Monday. */
const fromMonday = (day: string): number => (weekdayOf(day) + 6) % 7;

/** A weekday (0 = Monday) of the week `weeks` after this one. */
export const ofWeek = (weekday: number, weeks: number, today: string): string => addDays(today, weekday - fromMonday(today) + weeks * 7);

/** The last such weekday: today's own is asked back, for it may be a week ago; `before` leaves today out. */
export function lastWeekday(weekday: number, today: string, before = false): Day {
  const back = (fromMonday(today) - weekday + 7) % 7;
  if (back === 0) return before ? dayIs(addDays(today, -7)) : dayIs(today, false);
  return dayIs(addDays(today, -back));
}

/** The next such weekday, today included. */
export const nextWeekday = (weekday: number, today: string): string => addDays(today, (weekday - fromMonday(today) + 7) % 7);

/** The same day some months ago; a shorter month ends it earlier. */
export function monthsAgo(months: number, today: string): string {
  const day = Number(today.slice(8));
  const counted = yearOf(today) * 12 + monthOf(today) - 1 - months;
  const last = [day, 30, 29, 28].find((one) => one <= day && isoDay(Math.floor(counted / 12), (counted % 12) + 1, one) !== null)!;
  return isoOf(Math.floor(counted / 12), (counted % 12) + 1, last);
}
