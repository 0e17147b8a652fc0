import { belowThousand } from './below-thousand.ts';
import type { DayMatch } from './date-relative.ts';
import { dayAndMonth, dayIs, dayOfMonth, fullYear, noDay, tetDay, type DateOptions, type Day } from './days.ts';
import { isWord, lexicon, phrases, skip, type Match, type Token } from './tokens.ts';

const DAY = phrases(['ngày', 'hôm', 'bữa', 'vào ngày']);
const FIRST_TEN = phrases(['mùng', 'mồng', 'mùng ngày']);
const TET = phrases(['tết', 'tết nguyên đán', 'tết âm', 'tết ta', 'âm lịch tết', 'tháng giêng', 'tháng riêng', 'giêng']);
const LUNAR = phrases(['âm', 'âm lịch', 'al', 'tháng chạp', 'chạp', 'ta']);
const EVE = phrases(['giao thừa', 'đêm giao thừa', '30 tết', 'ba mươi tết', 'tất niên']);
const MONTHS = lexicon({ 'tháng này': 0, 'tháng trước': 1, 'tháng rồi': 1, 'tháng vừa rồi': 1, 'tháng qua': 1, 'tháng sau': -1, 'tháng tới': -1 });
const YEARS = lexicon({ 'năm nay': 0, 'năm ngoái': 1, 'năm trước': 1, 'năm rồi': 1, 'năm kia': 2, 'năm sau': -1 });

/** A calendar day in words or figures: "20/11", "ngày 20 tháng 11 năm 2026", "mùng 3 Tết", "ngày 5". */
export function calendarDay(tokens: Token[], text: string, at: number, options: DateOptions): DayMatch | null {
  const eve = EVE(tokens, at);
  if (eve) return withYear(tokens, eve.next, options, (year) => tetDay(0, year, options));
  const start = skip(tokens, at, DAY);
  const lunar = FIRST_TEN(tokens, start);
  const here = lunar?.next ?? start;
  const written = inFigures(tokens, text, here, options);
  if (written) return written;
  const day = dayNumber(tokens, here);
  if (!day) return isWord(tokens[here], 'rằm') ? rice(tokens, here + 1, options) : null;
  return inWords(tokens, day, options, { lunar: lunar !== null, said: start > at || lunar !== null });
}

function rice(tokens: Token[], at: number, options: DateOptions): DayMatch {
  const first = TET(tokens, at);
  return first ? { value: tetDay(15, null, options), next: first.next } : { value: noDay('vague-date'), next: at };
}

function inWords(tokens: Token[], day: Match<number>, options: DateOptions, { lunar, said }: { lunar: boolean; said: boolean }): DayMatch | null {
  const { value, next } = day;
  const tet = TET(tokens, next);
  if (tet && (said || lunar)) return withYear(tokens, tet.next, options, (year) => tetDay(value, year, options));
  // "thang sau" without marks, after a day, is June.
  const months = tokens[next]?.text === 'thang' && monthNumber(tokens, next + 1) ? null : MONTHS(tokens, next);
  if (months) return { value: dayOfMonth(value, options, months.value), next: months.next };
  const month = isWord(tokens[next], 'tháng') ? monthNumber(tokens, next + 1) : null;
  if (month) {
    const old = LUNAR(tokens, month.next);
    if (old) return { value: noDay('vague-date'), next: old.next };
    return withYear(tokens, month.next, options, (year) => dayAndMonth(value, month.value, year, options));
  }
  if (!said) return null;
  const old = LUNAR(tokens, next);
  if (old) return { value: noDay('vague-date'), next: old.next };
  return { value: lunar ? unsure(dayOfMonth(value, options)) : dayOfMonth(value, options), next };
}

const unsure = (day: Day): Day => (day.ok ? { ...day, sure: false } : day);

function withYear(tokens: Token[], at: number, { today }: DateOptions, dayIn: (year: number | null) => Day): DayMatch {
  const year = yearAfter(tokens, at, today);
  return { value: dayIn(year?.value ?? null), next: year?.next ?? at };
}

function yearAfter(tokens: Token[], at: number, today: string): Match<number> | null {
  const said = YEARS(tokens, at);
  if (said) return { value: Number(today.slice(0, 4)) - said.value, next: said.next };
  const start = isWord(tokens[at], 'năm') || '/-,'.includes(tokens[at]?.text ?? 'no') ? at + 1 : at;
  return /^(?:19|20)\d\d$/.test(tokens[start]?.text ?? '') ? { value: Number(tokens[start]!.text), next: start + 1 } : null;
}

function dayNumber(tokens: Token[], at: number): Match<number> | null {
  const found = belowThousand(tokens, at);
  if (!found || found.value.range || !Number.isInteger(found.value.value) || found.value.value < 1 || found.value.value > 31) return null;
  // "2 trăm" and "hai chục" are no days of a month.
  const bad = tokens.slice(at, found.next).some((token) => ['tram', 'chuc'].includes(token.folded) || !/^(\d{1,2}|\p{L}+)$/u.test(token.text));
  return bad ? null : { value: found.value.value, next: found.next };
}

/** Named one by one: in "tháng một năm 2025" the "năm" belongs to the year. */
const MONTH_WORDS = lexicon({ một: 1, hai: 2, ba: 3, tư: 4, bốn: 4, năm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9, mười: 10, 'mười một': 11, 'mười hai': 12 });

function monthNumber(tokens: Token[], at: number): Match<number> | null {
  const written = tokens[at]?.text ?? '';
  return /^\d{1,2}$/.test(written) ? { value: Number(written), next: at + 1 } : MONTH_WORDS(tokens, at);
}

const ISO = /(\d{4})-(\d{1,2})-(\d{1,2})(?![\d/])/y;
const SEVERAL = /(\d{1,2})\s?[-–,+&]\s?\d{1,2}\/(\d{1,2})(?![\d])|(\d{1,2})\/(\d{1,2})\s?[-–]\s?\d{1,2}\/\d{1,2}/y;
const FULL = /(\d{1,2})(?:\s?\/\s?|[.\\–-])(\d{1,2})(?:\s?\/\s?|[.\\–-])(\d{4}|\d{2})(?![\d/]|[-.,]\d)/y;
const SHORT = /(\d{1,2})(?:\s?\/\s?|[.\\–-]|\s[–-]\s)(\d{1,2})(?!\d)(?!\s?[/\\–-]\s?[\p{L}\d])(?![.,]\d)/uy;

/** Figures with signs between them; several days ("12-14/7") are no one day. */
function inFigures(tokens: Token[], text: string, at: number, options: DateOptions): DayMatch | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || (token.glued && '/+'.includes(tokens[at - 1]?.text ?? '.'))) return null;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = token.from;
    return pattern.exec(text);
  };
  const next = (found: RegExpExecArray): number => tokens.findLastIndex((one) => one.from < found.index + found[0].length) + 1;
  const iso = match(ISO);
  if (iso) return { value: dayAndMonth(Number(iso[3]), Number(iso[2]), Number(iso[1]), options), next: next(iso) };
  const several = match(SEVERAL);
  if (several) {
    const first = dayAndMonth(Number(several[1] ?? several[3]), Number(several[2] ?? several[4]), null, options);
    return { value: noDay('vague-date', first.ok ? first.day : undefined), next: next(several) };
  }
  const full = match(FULL);
  if (full) return { value: dayAndMonth(Number(full[1]), Number(full[2]), fullYear(full[3]!, options.today), options), next: next(full) };
  const short = match(SHORT);
  return short && withYear(tokens, next(short), options, (year) => dayAndMonth(Number(short[1]), Number(short[2]), year, options));
}

/** What is a date only because a date was asked for: "5", "20 11", "20112026", "20,11". */
export function bareDay(text: string, options: DateOptions): Day | null {
  const one = /^(\d{1,2})$/.exec(text);
  if (one) return unsure(dayOfMonth(Number(one[1]), options));
  const packed = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? /^(\d{1,2})[ ,](\d{1,2})(?:[ ,](\d{4}))?$/.exec(text);
  if (!packed) return null;
  const day = dayAndMonth(Number(packed[1]), Number(packed[2]), packed[3] ? Number(packed[3]) : null, options);
  return day.ok ? dayIs(day.day, packed[3] !== undefined && day.sure) : day;
}
