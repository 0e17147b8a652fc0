/** A number written in digits; `ambiguous` when its point may be read in two ways ("1,250"). */
export interface Digits {
  value: number;
  ambiguous: boolean;
}

/**
 * "1.250" and "1,250,000" group thousands, "1,5" and "1.5" have decimals. One comma before three digits is a decimal
 * by the book and a group by habit: taken for a group, and said to be ambiguous. Null for "20.11.2026".
 */
export function digitsOf(written: string): Digits | null {
  if (/^\d+$/.test(written)) return { value: Number(written), ambiguous: false };
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(written)) return sure(written.replace(/\./g, ''));
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(written)) return { value: Number(written.replace(/,/g, '')), ambiguous: written.split(',').length === 2 };
  if (/^\d+[.,]\d{1,6}$/.test(written)) return sure(written.replace(',', '.'));
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(written)) return sure(written.replace(/\./g, '').replace(',', '.'));
  if (/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(written)) return sure(written.replace(/,/g, ''));
  return null;
}

const sure = (plain: string): Digits => ({ value: Number(plain), ambiguous: false });

/** "500 000" as "500000": digits in groups of three are one number to her who answers one question. */
export const withoutGaps = (text: string): string => text.replace(/(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?![\d.,])/g, (grouped) => grouped.replace(/\D/g, ''));
