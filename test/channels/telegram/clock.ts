import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../../src/channels/telegram/index.ts';

/** A clock for tests: a long sleep takes a moment, and the time moves on as if it had been slept. */
export function quickClock(): Clock & { slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms, signal) {
      slept.push(ms);
      const until = now + ms;
      await wait(Math.min(ms, 3), undefined, signal ? { signal } : {}).catch(() => undefined);
      if (!signal?.aborted) now = Math.max(now, until);
    },
  };
}

/** A clock that stands still until it is moved on; `tick` moves it only while somebody sleeps, never while an answer is on its way. */
export function stoppedClock(): Clock & { advance(ms: number): Promise<void>; tick(): Promise<void>; runUntil<T>(work: Promise<T>): Promise<T> } {
  let now = 0;
  let sleepers: { until: number; wake: () => void }[] = [];
  const wake = (): void => {
    const due = sleepers.filter((one) => one.until <= now);
    sleepers = sleepers.filter((one) => one.until > now);
    for (const one of due) one.wake();
  };
  const advance = async (ms: number): Promise<void> => {
    now += ms;
    wake();
    await wait(1);
  };
  const tick = (): Promise<void> => advance(sleepers.length > 0 ? 20 : 0);
  return {
    now: () => now,
    tick,
    sleep: (ms) => new Promise((go) => void sleepers.push({ until: now + ms, wake: go })),
    advance,
    async runUntil(work) {
      const state = { running: true };
      void work.catch(() => undefined).finally(() => (state.running = false));
      // First everything that needs no time.
      for (await advance(0); state.running; ) await tick();
      return work;
    },
  };
}
