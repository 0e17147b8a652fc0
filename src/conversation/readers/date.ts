import { unmark } from '../../vietnamese/fold.ts';
import type { Found } from './number.ts';
import { read, refuse, type Reading } from './reading.ts';

export interface DateOptions {
  /** 'YYYY-MM-DD', the day it is for the person. */
  today: string;
  /** First day of each lunar year, for "mùng 3 Tết". */
  tet?: Record<number, string>;
  /** Older days are refused. */
  earliest?: string;
}

const DAY = 86_400_000;
const shift = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const iso = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const exists = (day: string): boolean => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

const weekdays: [RegExp, number][] = [
  [/\b(chu nhat|cn)\b/, 0],
  [/\bthu (hai|2)\b/, 1],
  [/\bthu (ba|3)\b/, 2],
  [/\bthu (tu|4)\b/, 3],
  [/\bthu (nam|5)\b/, 4],
  [/\bthu (sau|6)\b/, 5],
  [/\bthu (bay|7)\b/, 6],
];
const NUMERIC = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?(?![\d/])/;
const LONG = /\bngay (?:mung |mong )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?/;
const MONTHLY = /\bngay (\d{1,2})(?![\d/.-])/;

/** A day in the past, in the ways people write it; the last such day not in the future when the year is left out. */
export function readDate(text: string, options: DateOptions): Reading<string> {
  const said = unmark(text).trim();
  const found = relative(said, options) ?? lunar(said, options) ?? calendar(said, options) ?? ofWeek(said, options);
  return found ? bounded(found, options) : refuse(/\b(dau|giua|cuoi) (thang|nam|tuan)\b/.test(said) ? 'vague-date' : 'not-a-date');
}

function bounded(found: Reading<string>, { today, earliest }: DateOptions): Reading<string> {
  if (!found.ok) return found;
  if (found.value > today) return refuse('future', found.value);
  return earliest && found.value < earliest ? refuse('too-old') : found;
}

function relative(said: string, { today }: DateOptions): Reading<string> | null {
  const ago = /(\d{1,3}) (?:hom|ngay) truoc|cach day (\d{1,3}) (?:hom|ngay)/.exec(said);
  if (ago) return read(shift(today, -Number(ago[1] ?? ago[2])));
  if (/\b(hom kia|hom truoc nua)\b/.test(said)) return read(shift(today, -2));
  if (/\b(hom qua|toi qua|sang qua|chieu qua|dem qua)\b/.test(said)) return read(shift(today, -1));
  if (/\b(hom nay|sang nay|chieu nay|toi nay|trua nay|vua xong|nay)\b$|\b(hom nay|sang nay|chieu nay|toi nay)\b/.test(said)) return read(today);
  if (/\b(ngay mai|mai|ngay kia)\b/.test(said)) return refuse('future');
  return null;
}

function lunar(said: string, { today, tet }: DateOptions): Reading<string> | null {
  const found = /\b(?:mung|mong) (\d{1,2}|mot|hai|ba|bon|nam|sau|bay) tet\b/.exec(said);
  if (!found) return null;
  const nth = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay'].indexOf(found[1]!) + 1 || Number(found[1]);
  const first = Object.values(tet ?? {}).filter((day) => day <= today).toSorted().at(-1);
  return first && nth <= 15 ? read(shift(first, nth - 1)) : refuse('not-a-date');
}

function calendar(said: string, options: DateOptions): Reading<string> | null {
  const found = NUMERIC.exec(said) ?? LONG.exec(said);
  if (found) return dated(Number(found[1]), Number(found[2]), found[3], said, options);
  const monthly = MONTHLY.exec(said) ?? /^(\d{1,2})$/.exec(said);
  if (!monthly) return null;
  const { today } = options;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const here = iso(year, month, Number(monthly[1]));
  if (exists(here) && here <= today) return read(here, said.startsWith('ngay'));
  const before = month === 1 ? iso(year - 1, 12, Number(monthly[1])) : iso(year, month - 1, Number(monthly[1]));
  return exists(before) ? read(before, false) : refuse('no-such-day');
}

function dated(day: number, month: number, written: string | undefined, said: string, { today }: DateOptions): Reading<string> {
  const thisYear = Number(today.slice(0, 4));
  const given = written ? Number(written.length === 2 ? `20${written}` : written) : /nam (ngoai|truoc)/.test(said) ? thisYear - 1 : null;
  const years = given === null ? [thisYear, thisYear - 1] : [given];
  const days = years.map((year) => iso(year, month, day)).filter(exists);
  if (days.length === 0) return refuse('no-such-day');
  const past = days.find((one) => one <= today);
  // A day a few days ahead is more likely a slip about the future than last year's.
  const ahead = given === null && days[0]! > today && Date.parse(days[0]!) - Date.parse(today) < 60 * DAY;
  if (ahead) return refuse('future', days[0]!);
  return past ? read(past) : refuse('future', days[0]!);
}

function ofWeek(said: string, { today }: DateOptions): Reading<string> | null {
  const wanted = weekdays.find(([pattern]) => pattern.test(said))?.[1];
  if (wanted === undefined) return null;
  const back = (weekday(today) - wanted + 7) % 7;
  if (!/tuan (truoc|qua|vua roi)/.test(said)) return read(shift(today, -(back === 0 && /vua roi|truoc|qua/.test(said) ? 7 : back)));
  // Weeks begin on Monday: "thứ 7 tuần trước" lies in the week before this one.
  const monday = shift(today, -((weekday(today) + 6) % 7));
  return read(shift(monday, ((wanted + 6) % 7) - 7));
}

/** The first day named in a longer line, with its place in it. */
export function findDate(text: string, options: DateOptions): Found<string> | null {
  const said = unmark(text);
  const patterns = [LONG, NUMERIC, /\b(hom nay|sang nay|chieu nay|toi nay|hom qua|toi qua|sang qua|chieu qua|hom kia)\b/, /\b(?:mung|mong) \w+ tet\b/, /\b(?:chu nhat|thu (?:hai|ba|tu|nam|sau|bay|[2-7]))\b(?: tuan (?:truoc|nay|qua))?/, MONTHLY];
  for (const pattern of patterns) {
    const found = pattern.exec(said);
    const day = found ? readDate(found[0], options) : null;
    if (found && day?.ok) return { value: day.value, from: found.index, to: found.index + found[0].length };
  }
  return null;
}
