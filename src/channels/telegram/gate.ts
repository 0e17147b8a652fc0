import type { Urgency } from '../../conversation/index.ts';
import type { Clock, Limits } from './options.ts';

/** Telegram asked for a longer silence than anybody can wait for. */
export class FloodTooLong extends Error {
  override name = 'FloodTooLong';
}

const CATCH_UP = 3;

interface Waiting {
  cost: number;
  go: () => void;
  fail: (error: FloodTooLong) => void;
}

/**
 * Lets messages out one by one, evenly spaced: answers before pushes, and nobody while Telegram has asked for silence.
 * There is one silence for the whole bot, since the allowance is the bot's.
 */
export class Gate {
  readonly #lanes: Record<Urgency, Waiting[]> = { answer: [], push: [] };
  readonly #clock: Clock;
  readonly #spacingMs: number;
  readonly #floodMs: number;
  #nextAt = -Infinity;
  #silentUntil = -Infinity;
  #running = false;

  constructor(clock: Clock, limits: Limits) {
    this.#clock = clock;
    this.#spacingMs = 1000 / limits.messagesPerSecond;
    this.#floodMs = limits.floodSeconds * 1000;
  }

  /** Resolves when this message may go out; `cost` is how many messages Telegram counts. Throws FloodTooLong. */
  async slot(urgency: Urgency, cost: number): Promise<void> {
    const mine = new Promise<void>((go, fail) => this.#lanes[urgency].push({ cost, go, fail }));
    if (!this.#running) void this.#run();
    return mine;
  }

  /** Telegram said: not for so many seconds. */
  silence(seconds: number): void {
    this.#silentUntil = Math.max(this.#silentUntil, this.#clock.now() + seconds * 1000);
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#nextAt = Math.max(this.#nextAt, this.#clock.now());
    while (this.#lanes.answer.length + this.#lanes.push.length > 0) {
      const now = this.#clock.now();
      const waitMs = Math.max(this.#nextAt, this.#silentUntil) - now;
      if (this.#silentUntil - now > this.#floodMs) this.#refuseAll(this.#silentUntil - now);
      else if (waitMs > 0) await this.#clock.sleep(waitMs);
      else this.#letOne(now);
    }
    this.#running = false;
  }

  #letOne(now: number): void {
    const next = this.#lanes.answer.shift() ?? this.#lanes.push.shift();
    if (!next) return;
    // Timers that woke late may catch up, so that the allowance is used; a pause without messages is not saved up.
    this.#nextAt = Math.max(this.#nextAt, now - CATCH_UP * this.#spacingMs) + next.cost * this.#spacingMs;
    next.go();
  }

  #refuseAll(ms: number): void {
    const all = [...this.#lanes.answer.splice(0), ...this.#lanes.push.splice(0)];
    for (const one of all) one.fail(new FloodTooLong(`Telegram asks for ${Math.ceil(ms / 1000)} s of silence`));
  }
}
