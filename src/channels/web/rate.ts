export interface RateLimit {
  /** Counts one more at `at` (milliseconds on any steady clock): 0 when it may pass, else the seconds to wait. */
  take(key: string, at: number): number;
}

/** At most `most` in any `windowMs` for a key. Forgets keys that have been quiet. */
export function rateLimit(most: number, windowMs: number): RateLimit {
  const seen = new Map<string, number[]>();
  let sweptAt = -Infinity;
  const sweep = (at: number): void => {
    if (at - sweptAt < windowMs) return;
    sweptAt = at;
    for (const [key, times] of seen) if ((times.at(-1) ?? 0) <= at - windowMs) seen.delete(key);
  };
  return {
    take(key, at) {
      sweep(at);
      const recent = (seen.get(key) ?? []).filter((time) => time > at - windowMs);
      const passes = recent.length < most;
      seen.set(key, passes ? [...recent, at] : recent);
      return passes ? 0 : Math.ceil((recent[0]! + windowMs - at) / 1000);
    },
  };
}
