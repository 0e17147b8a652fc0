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

export interface AccountLimit {
  /** Seconds to wait before this account may write from this address, or 0. */
  take(address: string, account: string, at: number): number;
}

/**
 * At most `most` different accounts from one address in any `windowMs`. An account costs a browser nothing, so that a
 * limit for each account alone would stop nobody; a hall full of people behind one router stays well below this one.
 */
export function accountLimit(most: number, windowMs: number): AccountLimit {
  const seen = new Map<string, Map<string, number>>();
  let sweptAt = -Infinity;
  const sweep = (at: number): void => {
    if (at - sweptAt < windowMs) return;
    sweptAt = at;
    for (const [address, accounts] of seen) {
      for (const [account, last] of accounts) if (last <= at - windowMs) accounts.delete(account);
      if (accounts.size === 0) seen.delete(address);
    }
  };
  return {
    take(address, account, at) {
      sweep(at);
      const accounts = seen.get(address) ?? new Map<string, number>();
      seen.set(address, accounts);
      const current = [...accounts.values()].filter((last) => last > at - windowMs);
      if ((accounts.get(account) ?? -Infinity) > at - windowMs || current.length < most) {
        accounts.set(account, at);
        return 0;
      }
      return Math.ceil((Math.min(...current) + windowMs - at) / 1000);
    },
  };
}
