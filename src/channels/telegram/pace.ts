import type { Clock } from './options.ts';

interface Allowance {
  /** Pause that each message costs, a little more than Telegram's own. */
  eachMs: number;
  /** How many may come together after a silence: an album is ten. */
  burst: number;
}

const PRIVATE: Allowance = { eachMs: 1050, burst: 10 };
const GROUP: Allowance = { eachMs: 3100, burst: 10 };
const REMEMBERED = 1000;

/**
 * Keeps a single chat within what Telegram allows it, about one message a second. Going over would be punished with a
 * silence that everybody has to sit through.
 */
export class Pace {
  readonly #clock: Clock;
  /** When each chat will have its whole burst again. */
  readonly #restedAt = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when `cost` more messages may go to this chat, and counts them. */
  async wait(chat: string, cost: number): Promise<void> {
    const { eachMs, burst } = chat.startsWith('-') ? GROUP : PRIVATE;
    for (;;) {
      const now = this.#clock.now();
      const restedAt = Math.max(this.#restedAt.get(chat) ?? now, now) + cost * eachMs;
      const waitMs = restedAt - now - Math.max(burst, cost) * eachMs;
      if (waitMs <= 0) return this.#count(chat, restedAt, now);
      await this.#clock.sleep(waitMs);
    }
  }

  #count(chat: string, restedAt: number, now: number): void {
    this.#restedAt.set(chat, restedAt);
    if (this.#restedAt.size <= REMEMBERED) return;
    for (const [known, at] of this.#restedAt) if (at <= now) this.#restedAt.delete(known);
  }
}
