import type { z } from 'zod';
import type { amountRow } from './front.ts';

export type AmountRow = z.output<typeof amountRow>;

/**
 * An amount on a day. Only `current` may be told as what holds; the others say why it may not:
 * `expired` carries the last row that held, `future` the first that will, `absent` has no row at all.
 */
export type AmountOn =
  | { state: 'current'; id: string; row: AmountRow }
  | { state: 'expired'; id: string; row: AmountRow }
  | { state: 'future'; id: string; row: AmountRow }
  | { state: 'absent'; id: string };

/** `day` is 'YYYY-MM-DD' in Asia/Ho_Chi_Minh. A row without `from` holds until its `to`. */
export function amountOn(rows: readonly AmountRow[], id: string, day: string): AmountOn {
  const own = rows.filter((row) => row.id === id).toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  const holding = own.findLast((row) => (row.from ?? '') <= day && (row.to === null || day <= row.to));
  if (holding) return { state: 'current', id, row: holding };
  const past = own.findLast((row) => (row.from ?? '') <= day);
  if (past) return { state: 'expired', id, row: past };
  const next = own[0];
  return next ? { state: 'future', id, row: next } : { state: 'absent', id };
}

/** Rows of one id whose days overlap: two values would be true at once. */
export function overlaps(rows: readonly AmountRow[]): [AmountRow, AmountRow][] {
  const found: [AmountRow, AmountRow][] = [];
  rows.forEach((a, index) => {
    for (const b of rows.slice(index + 1)) {
      if (a.id === b.id && (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999')) found.push([a, b]);
    }
  });
  return found;
}
