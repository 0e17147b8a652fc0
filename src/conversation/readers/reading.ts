/**
 * What a reader makes of a typed answer. `sure: false`: probably this, ask back.
 * `why` is part of a locale key (`refused-…`).
 */
export type Reading<T> = { ok: true; value: T; sure: boolean } | { ok: false; why: string; hint?: T | string[] };

export const read = <T>(value: T, sure = true): Reading<T> => ({ ok: true, value, sure });
export const refuse = <T>(why: string, hint?: T | string[]): Reading<T> => (hint === undefined ? { ok: false, why } : { ok: false, why, hint });
