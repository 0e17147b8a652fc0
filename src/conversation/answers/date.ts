import { isCounted } from './context.ts';
import { bareDay, calendarDay } from './date-calendar.ts';
import { daysAgo, nearDay, vagueDay, weekday, type DayMatch } from './date-relative.ts';
import type { DateOptions, Day } from './days.ts';
import { read, refuse, type Found, type Reading } from './reading.ts';
import { between, courtesy, lexicon, phrases, skip, tokensOf, type Token } from './tokens.ts';

export type { DateOptions } from './days.ts';

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';
export type DateReading = Reading<string> & { partOfDay?: PartOfDay };
export type FoundDate = Found<string> & { partOfDay?: PartOfDay };

const PARTS = lexicon<PartOfDay>({ sáng: 'morning', 'buổi sáng': 'morning', trưa: 'noon', 'buổi trưa': 'noon', chiều: 'afternoon', 'buổi chiều': 'afternoon', tối: 'evening', 'buổi tối': 'evening', đêm: 'evening' });
const HEDGES = phrases(['khoảng', 'tầm', 'chắc', 'chắc là', 'hình như', 'có lẽ', 'độ', 'cỡ', 'không', 'ko', 'không phải', 'nhớ', 'đâu như']);
const JOINS = phrases([',', 'là', 'tức', 'tức là', '(', 'ngày', 'hôm', '-']);

const OF = phrases([',', 'của']);

interface Named {
  day: Day;
  from: number;
  to: number;
  part: PartOfDay | undefined;
}

/**
 * A day as people type it: "20/11", "hôm qua", "thứ 7 tuần trước", "mùng 3 Tết". Without a year it is the last such day
 * that has come, asked back when that is long ago. Refused: `no-such-day` (31/2), `future` (hint: that day), `too-old`,
 * `vague-date` ("đầu tháng", several days), `not-a-date`. Value: 'YYYY-MM-DD'.
 */
export function readDate(text: string, options: DateOptions): DateReading {
  const said = text.normalize('NFC').trim();
  const tokens = tokensOf(said);
  const named = daysIn(tokens, said, options, true);
  const first = named.find(({ day }) => day.ok || day.why !== 'vague-date') ?? named[0];
  if (!first) return alone(tokens, said, options);
  const others = named.filter(({ day }) => day.ok && first.day.ok && day.day !== first.day.day);
  if (others.length > 0 && first.day.ok) return refuse('vague-date', first.day.day);
  const hedged = tokens.slice(0, first.from).some((_, at) => HEDGES(tokens, at)) || tokens.at(-1)?.text === '?' || named[0] !== first;
  const rest = between(said, tokens, skip(tokens, first.to, courtesy), tokens.length);
  const reading = bounded(first.day, options, hedged, rest);
  const part = first.part ?? partIn(tokens);
  return part ? { ...reading, partOfDay: part } : reading;
}

/** "sáng nay" and "tối qua" hold their part of the day inside. */
const partIn = (tokens: Token[]): PartOfDay | undefined => tokens.map((_, at) => PARTS(tokens, at)?.value).find((part) => part !== undefined);

function alone(tokens: Token[], said: string, options: DateOptions): DateReading {
  const start = skip(tokens, 0, courtesy);
  const end = tokens.findLastIndex((_, at) => !courtesy(tokens, at)) + 1;
  const day = bareDay(between(said, tokens, start, end), options);
  return day ? bounded(day, options, false, '') : refuse('not-a-date');
}

function bounded(day: Day, { today, past = true, earliest }: DateOptions, hedged: boolean, rest: string): Reading<string> {
  if (!day.ok) return refuse<string>(day.why, day.day);
  if (past && day.day > today) return refuse('future', day.day);
  if (earliest !== undefined && day.day < earliest) return refuse('too-old', day.day);
  return read(day.day, day.sure && !hedged, rest);
}

/** Every day named in a text, left to right. `short`: "t7" and "cn" are weekdays, for a day was asked for. */
function daysIn(tokens: Token[], text: string, options: DateOptions, short: boolean): Named[] {
  const named: Named[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = namedAt(tokens, text, at, options, short);
    if (found) named.push(found);
    at = found?.to ?? at + 1;
  }
  return named;
}

function namedAt(tokens: Token[], text: string, at: number, options: DateOptions, short: boolean): Named | null {
  const before = PARTS(tokens, at);
  const whole = dayAt(tokens, text, at, options, short);
  // "sáng nay" is one phrase; "sáng 20/11" and "sáng hôm qua" are two.
  const found = whole ?? (before && dayAt(tokens, text, skip(tokens, before.next, OF), options, true));
  if (!found) return null;
  const after = PARTS(tokens, found.next);
  return { day: found.value, from: at, to: after?.next ?? found.next, part: before?.value ?? after?.value };
}

/** The longest reading of a day at one place. A weekday followed by its date is one day, asked back when they disagree. */
function dayAt(tokens: Token[], text: string, at: number, options: DateOptions, short: boolean): DayMatch | null {
  const near = nearDay(tokens, at, options) ?? weekday(tokens, at, options, short);
  const here = calendarDay(tokens, text, at, options);
  // "ngay mot thang 12" without marks is no "ngày mốt".
  if (near && (here?.next ?? 0) <= near.next) {
    const date = calendarDay(tokens, text, skip(tokens, near.next, JOINS), options);
    return date ? agreed(near, date) : near;
  }
  return here ?? daysAgo(tokens, at, options) ?? vagueDay(tokens, at);
}

function agreed(near: DayMatch, date: DayMatch): DayMatch {
  if (!date.value.ok || !near.value.ok) return date;
  const apart = Math.abs(Date.parse(date.value.day) - Date.parse(near.value.day)) / 86_400_000;
  return { value: { ...date.value, sure: date.value.sure && apart % 7 === 0 }, next: date.next };
}

const OCCASIONS = phrases(['chào mừng', 'mừng', 'kỷ niệm', 'kỉ niệm', 'nhân dịp', 'nhân ngày', 'hưởng ứng', 'thành lập', 'lập thành tích', 'ngày lễ', 'dịp']);
const BREAKS = new Set([',', ';', ':', '.']);

/**
 * The first day named in a longer line, with its place in the NFC text. An occasion ("chào mừng 20/10"), a share
 * ("4/11 chi hội trưởng") and a number with a point are none; a day that cannot be or lies ahead gives null.
 */
export function findDate(text: string, options: DateOptions): FoundDate | null {
  const line = text.normalize('NFC');
  const tokens = tokensOf(line);
  const found = daysIn(tokens, line, options, false).find((one) => isEvent(tokens, line, one));
  if (!found) return null;
  const reading = bounded(found.day, options, false, '');
  if (!reading.ok) return null;
  const place = { value: reading.value, sure: reading.sure, from: tokens[found.from]!.from, to: tokens[found.to - 1]!.to };
  const part = found.part ?? partIn(tokens.slice(found.from, found.to));
  return part ? { ...place, partOfDay: part } : place;
}

function isEvent(tokens: Token[], line: string, { day, from, to }: Named): boolean {
  if (!day.ok && day.why === 'vague-date' && day.day === undefined) return false;
  const start = tokens.findLastIndex((token, at) => at < from && BREAKS.has(token.text)) + 1;
  if (tokens.slice(start, from).some((_, offset) => OCCASIONS(tokens, start + offset))) return false;
  const written = line.slice(tokens[from]!.from, tokens[to - 1]!.to);
  if (/^\d{1,2}\s?[/\\–-]\s?\d{1,2}$/.test(written) && isCounted(tokens, to)) return false;
  return !/^\d{1,2}[.–]\d{1,2}$/.test(written);
}
