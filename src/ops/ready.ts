import type { Channel } from '../conversation/index.ts';

const FRESH_MS = 30_000;

/**
 * Whether the program can serve people: the stores answer now, and every platform answered within the last half minute
 * (asking Telegram who we are at every probe would be a load of its own). Throws with the reason.
 */
export function readiness(stores: () => Promise<void>, channels: () => Iterable<Channel>, now: () => Date) {
  const answered = new Map<string, number>();
  return async (): Promise<void> => {
    await stores();
    for (const channel of channels()) {
      if (now().getTime() - (answered.get(channel.name) ?? -Infinity) < FRESH_MS) continue;
      await channel.check();
      answered.set(channel.name, now().getTime());
    }
  };
}
