import { addDays } from '../../time.ts';
import { belowThousand } from './below-thousand.ts';
import { dayIs, lastWeekday, monthsAgo, nextWeekday, noDay, ofWeek, type DateOptions, type Day } from './days.ts';
import { courtesy, lexicon, phrases, skip, type Match, type Token } from './tokens.ts';

export type DayMatch = Match<Day>;

const NEAR = lexicon({
  ...{ 'hôm nay': 0, 'ngày hôm nay': 0, 'bữa nay': 0, hnay: 0, 'sáng nay': 0, 'trưa nay': 0, 'chiều nay': 0, 'tối nay': 0, 'đêm nay': 0, 'hồi sáng': 0, 'hồi trưa': 0, 'hồi chiều': 0 },
  ...{ 'vừa xong': 0, 'mới xong': 0, 'vừa nãy': 0, 'ban nãy': 0, 'lúc nãy': 0 },
  ...{ 'hôm qua': -1, 'ngày hôm qua': -1, 'bữa qua': -1, hqua: -1, 'sáng qua': -1, 'trưa qua': -1, 'chiều qua': -1, 'tối qua': -1, 'đêm qua': -1, 'hôm wa': -1 },
  ...{ 'hôm kia': -2, 'ngày hôm kia': -2, 'bữa kia': -2, 'hôm kìa': -3 },
  ...{ 'ngày mai': 1, 'sáng mai': 1, 'trưa mai': 1, 'chiều mai': 1, 'tối mai': 1, 'ngày kia': 2, 'ngày mốt': 2 },
});
/** Days only when they are the whole answer: inside a line "Mai" and "qua" are other words. */
const ALONE = lexicon({ nay: 0, qua: -1, kia: -2, mai: 1, mốt: 2 });

const VAGUE = phrases([
  ...['đầu tháng', 'giữa tháng', 'cuối tháng', 'đầu tuần', 'giữa tuần', 'cuối tuần', 'đầu năm', 'giữa năm', 'cuối năm', 'tuần trước', 'tuần rồi', 'tuần qua', 'tuần vừa rồi', 'tuần này', 'tháng trước', 'tháng rồi', 'tháng này', 'tháng vừa rồi'],
  ...['hôm trước', 'bữa trước', 'hôm nọ', 'hôm rồi', 'hôm vừa rồi', 'bữa nọ', 'mới đây', 'gần đây', 'vừa rồi', 'mấy hôm trước', 'mấy ngày trước', 'vài hôm trước', 'vài ngày trước', 'năm ngoái', 'năm nay', 'trước tết', 'sau tết', 'trong tết', 'dịp tết', 'tết'],
]);
const LATER = phrases(['tuần sau', 'tuần tới', 'tháng sau', 'tháng tới', 'hôm sau', 'sắp tới', 'năm sau']);

/** "hôm qua", "sáng nay", "ngày mai". */
export function nearDay(tokens: Token[], at: number, { today }: DateOptions): DayMatch | null {
  const found = NEAR(tokens, at) ?? (isAlone(tokens, at) ? ALONE(tokens, at) : null);
  return found && { value: dayIs(addDays(today, found.value)), next: found.next };
}

const isAlone = (tokens: Token[], at: number): boolean => tokens.length < 8 && skip(tokens, 0, courtesy) === at && skip(tokens, at + 1, courtesy) === tokens.length;

/** Words that tell a time but no day. */
export function vagueDay(tokens: Token[], at: number): DayMatch | null {
  const later = LATER(tokens, at);
  if (later) return { value: noDay('future'), next: later.next };
  const vague = VAGUE(tokens, at);
  return vague && { value: noDay('vague-date'), next: vague.next };
}

const BACK = phrases(['cách đây', 'cách nay', 'cách hôm nay', 'trước đây', 'cách đây khoảng']);
const UNITS = lexicon<'day' | 'week' | 'month'>({ ngày: 'day', hôm: 'day', bữa: 'day', tuần: 'week', tháng: 'month' });
const BEFORE = phrases(['trước', 'trc', 'trước đây', 'vừa rồi']);
const AHEAD = phrases(['nữa', 'tới', 'sau']);
const SOME = phrases(['vài', 'mấy', 'dăm', 'ít']);

/** "cách đây 3 ngày", "hai hôm trước"; weeks and months are asked back. */
export function daysAgo(tokens: Token[], at: number, { today }: DateOptions): DayMatch | null {
  const back = BACK(tokens, at);
  const start = back?.next ?? at;
  const some = back && SOME(tokens, start);
  const count = some ? null : belowThousand(tokens, start);
  const unit = UNITS(tokens, some?.next ?? count?.next ?? tokens.length);
  if (!unit) return null;
  if (some) return { value: noDay('vague-date'), next: unit.next };
  const ahead = back ? null : AHEAD(tokens, unit.next);
  if (ahead) return { value: noDay('future'), next: ahead.next };
  const end = back ? unit : BEFORE(tokens, unit.next);
  if (!end || !count || !Number.isInteger(count.value.value)) return null;
  if (count.value.range) return { value: noDay('vague-date'), next: end.next };
  const days = count.value.value;
  const day = unit.value === 'month' ? monthsAgo(days, today) : addDays(today, -days * (unit.value === 'week' ? 7 : 1));
  return { value: dayIs(day, unit.value === 'day' && !count.value.vague), next: end.next };
}

const WEEKDAYS = lexicon({
  ...{ 'thứ hai': 0, 'thứ 2': 0, 't 2': 0, 'thứ ba': 1, 'thứ 3': 1, 't 3': 1, 'thứ tư': 2, 'thứ 4': 2, 't 4': 2, 'thứ năm': 3, 'thứ 5': 3, 't 5': 3 },
  ...{ 'thứ sáu': 4, 'thứ 6': 4, 't 6': 4, 'thứ bảy': 5, 'thứ bẩy': 5, 'thứ 7': 5, 't 7': 5, 'chủ nhật': 6, 'chúa nhật': 6, cn: 6 },
});
const WEEKS = lexicon({
  ...{ 'tuần trước': -1, 'tuần rồi': -1, 'tuần qua': -1, 'tuần vừa rồi': -1, 'tuần vừa qua': -1, 'tuần trc': -1, 'tuần trước nữa': -2 },
  ...{ 'tuần này': 0, này: 0, 'tuần nay': 0, 'tuần sau': 1, 'tuần tới': 1 },
});
const JUST = phrases(['vừa rồi', 'vừa qua', 'mới rồi', 'trước', 'rồi', 'qua', 'trc', 'mới đây']);
const NEXT = phrases(['tới', 'sau', 'sắp tới']);
const ORDINAL = new Set(['lan', 'buoi', 'dot', 'quy', 'nguoi', 'lop', 'cai', 'cau', 'hang', 'con']);
const HOM = phrases(['hôm', 'ngày', 'vào']);

/** A weekday: "thứ 7 tuần trước", "chủ nhật vừa rồi", "thứ hai" (the last one). `short` also takes "t7" and "cn" alone. */
export function weekday(tokens: Token[], at: number, options: DateOptions, short: boolean): DayMatch | null {
  const { today, past = true } = options;
  const ahead = WEEKS(tokens, at);
  const start = ahead ? skip(tokens, ahead.next, HOM) : at;
  const found = WEEKDAYS(tokens, start);
  if (!found || ORDINAL.has(tokens[start - 1]?.folded ?? '')) return null;
  const { value: wanted, next } = found;
  const weeks = ahead ?? WEEKS(tokens, next);
  if (weeks) return { value: dayIs(ofWeek(wanted, weeks.value, today)), next: Math.max(weeks.next, next) };
  if (!short && ['t', 'cn'].includes(tokens[start]!.folded)) return null;
  const just = JUST(tokens, next);
  if (just) return { value: lastWeekday(wanted, today, true), next: just.next };
  const coming = NEXT(tokens, next);
  if (coming || !past) return { value: dayIs(nextWeekday(wanted, today)), next: coming?.next ?? next };
  return { value: lastWeekday(wanted, today), next };
}
