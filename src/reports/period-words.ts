import { fold } from '../vietnamese/fold.ts';
import { addDays } from '../time.ts';
import { periodsAround, readPeriod, type Period, type TermDays } from './period.ts';

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

/**
 * A period as people write it: "tháng 10", "T9/2025", "quý III", "6 tháng đầu năm", "năm ngoái", "nhiệm kỳ", or its id.
 * Without a year it is the newest one that has begun. Null when it is none.
 */
export function readPeriodWords(text: string, today: string, term?: TermDays): Period | null {
  const asId = readPeriod(text.trim().toUpperCase()) ?? readPeriod(text.trim().toLowerCase(), term);
  if (asId) return asId;
  const words = fold(text).replace(/\s+/g, ' ').trim();
  if (/^(ca )?nhiem ky( nay)?$/.test(words)) return readPeriod('term', term);
  return relative(words, today) ?? numbered(words, today);
}

function relative(words: string, today: string): Period | null {
  const now = periodsAround(today);
  const before = (period: Period) => periodsAround(addDays(period.from, -1));
  if (/^(thang nay|trong thang)$/.test(words)) return now.month;
  if (/^thang (truoc|vua roi|vua qua)$/.test(words)) return before(now.month).month;
  if (words === 'quy nay') return now.quarter;
  if (/^quy (truoc|vua roi|vua qua)$/.test(words)) return before(now.quarter).quarter;
  if (/^((ca )?nam nay|ca nam)$/.test(words)) return now.year;
  if (/^nam (ngoai|truoc|vua roi)$/.test(words)) return before(now.year).year;
  return null;
}

function numbered(words: string, today: string): Period | null {
  const year = /(?:^|[ /-])(?:nam )?(20\d\d)$/.exec(words);
  const rest = year ? words.slice(0, year.index).trim() : words;
  const part = partOf(rest);
  if (part === null) return rest === '' && year ? readPeriod(year[1]!) : null;
  return year ? readPeriod(`${year[1]}-${part}`) : newestBegun(part, today);
}

/** "10", "Q3", "H1" as in a period's id. */
function partOf(words: string): string | null {
  const month = /^(?:thang |t)?(\d{1,2})$/.exec(words);
  if (month) return month[1]!.padStart(2, '0');
  const quarter = /^(?:quy |q)(iv|i{1,3}|[1-4])$/.exec(words);
  if (quarter) return `Q${roman[quarter[1]!] ?? quarter[1]}`;
  if (/^(6|sau) thang (dau|dau nam|1)$/.test(words)) return 'H1';
  return /^(6|sau) thang (cuoi|cuoi nam|2)$/.test(words) ? 'H2' : null;
}

function newestBegun(part: string, today: string): Period | null {
  const year = Number(today.slice(0, 4));
  const period = readPeriod(`${year}-${part}`);
  return period && period.from > today ? readPeriod(`${year - 1}-${part}`) : period;
}
