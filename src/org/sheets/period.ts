import { unmark } from '../../vietnamese/fold.ts';

const QUARTERS: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };
const YEAR = String.raw`(?:\s*(?:/|-|nam)?\s*)(20\d\d)`;

interface Form {
  pattern: RegExp;
  period(first: string, second: string): string;
}

const month = (year: string, number: string): string => `${year}-${number.padStart(2, '0')}`;
const MONTH = '(0?[1-9]|1[0-2])';

const FORMS: readonly Form[] = [
  { pattern: /^(20\d\d)-(0[1-9]|1[0-2])$/, period: month },
  { pattern: /^(20\d\d)-?q([1-4])$/, period: (year, quarter) => `${year}-Q${quarter}` },
  { pattern: /^(20\d\d)-?h([12])$/, period: (year, half) => `${year}-H${half}` },
  { pattern: /^(?:nam\s*)?(20\d\d)$/, period: (year) => year },
  { pattern: new RegExp(`^(?:thang|t)?\\s*${MONTH}${YEAR}$`), period: (number, year) => month(year, number) },
  {
    pattern: new RegExp(`^(?:quy|q)\\s*([1-4]|i{1,3}|iv)${YEAR}$`),
    period: (quarter, year) => `${year}-Q${QUARTERS[quarter] ?? quarter}`,
  },
  { pattern: new RegExp(`^(?:6|sau) thang dau${YEAR}$`), period: (year) => `${year}-H1` },
  { pattern: new RegExp(`^(?:6|sau) thang cuoi${YEAR}$`), period: (year) => `${year}-H2` },
  // A spreadsheet program makes the first of November of "11/2026".
  { pattern: /^01\/(\d\d)\/(20\d\d)$/, period: (number, year) => month(year, number) },
  { pattern: /^(?:term|(?:ca |toan )?nhiem ky)$/, period: () => 'term' },
];

/**
 * A period as written in a cell: "11/2026", "tháng 11 năm 2026", "Quý IV/2026", "6 tháng cuối năm 2026", "Năm 2026",
 * "cả nhiệm kỳ", or the short forms. Gives `2026-11`, `2026-Q4`, `2026-H2`, `2026` or `term`; null when it is none.
 */
export function readPeriod(text: string): string | null {
  const plain = unmark(text).replace(/\s+/g, ' ').trim();
  for (const form of FORMS) {
    const match = form.pattern.exec(plain);
    if (match) return form.period(match[1] ?? '', match[2] ?? '');
  }
  return null;
}
