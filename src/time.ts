/** Days and hours in Asia/Ho_Chi_Minh: UTC+7 all year, no daylight saving. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day it is there, 'YYYY-MM-DD'. */
export const dayOf = (now: Date): string => new Date(now.getTime() + OFFSET_MS).toISOString().slice(0, 10);

/** The time of day there, 'HH:MM'. */
export const clockOf = (now: Date): string => new Date(now.getTime() + OFFSET_MS).toISOString().slice(11, 16);

/** The instant of a day and time there. */
export const instantOf = (day: string, clock = '00:00'): Date => new Date(`${day}T${clock}:00+07:00`);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** As people read it: dd/mm/yyyy. */
export const showDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
