import { vi } from 'vitest';

/** Waits until `check` no longer throws. Its end is far away: a busy machine is slow, not wrong. */
export const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 18_000, interval: 5 });
