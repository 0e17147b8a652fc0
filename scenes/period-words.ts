import { say, type Message } from '../src/conversation/index.ts';
import type { Period } from '../src/reports/index.ts';

/** A period as people call it: "tháng 11/2026", "quý IV/2026", "6 tháng cuối năm 2026". */
export function periodLabel({ id }: Period): Message {
  const [year = '', part = ''] = id.split('-');
  if (part === '') return say('period-of-year', { year });
  if (part.startsWith('Q')) return say('period-of-quarter', { year, quarter: ['I', 'II', 'III', 'IV'][Number(part[1]) - 1]! });
  if (part.startsWith('H')) return say(part === 'H1' ? 'period-of-first-half' : 'period-of-second-half', { year });
  return say('period-of-month', { year, month: part });
}
