/** Why an answer was not taken: `refused-<why>` is the sentence that says so. */
export const whys = [
  'not-a-number',
  'not-whole',
  'negative',
  'range',
  'too-small',
  'too-large',
  'not-money',
  'not-a-date',
  'vague-date',
  'no-such-day',
  'future',
  'too-old',
  'not-a-phone',
  'not-yes-no',
  'unclear',
  'not-a-choice',
  'ambiguous',
] as const;
export type Why = (typeof whys)[number];

/**
 * What was understood of a typed answer. `sure: false` is to be asked back ("100 người ạ?"); `rest` is what else was
 * said, as it was written. A refusal may carry a hint: what was understood, a bound, or the ids that fit equally well.
 */
export type Reading<T> = { ok: true; value: T; sure: boolean; rest?: string } | { ok: false; why: Why; hint?: T | string | string[] };

/** Something found inside a longer line: its place [from, to) in the NFC text. */
export interface Found<T> {
  value: T;
  sure: boolean;
  from: number;
  to: number;
}

export const read = <T>(value: T, sure = true, rest = ''): Reading<T> => (rest ? { ok: true, value, sure, rest } : { ok: true, value, sure });

export const refuse = <T>(why: Why, hint?: T | string | string[]): Reading<T> => (hint === undefined ? { ok: false, why } : { ok: false, why, hint });
