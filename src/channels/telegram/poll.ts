import type { Update } from 'grammy/types';
import { UPDATES } from './arrival.ts';
import type { Client } from './client.ts';
import { call, floodSeconds, refusal, why } from './errors.ts';
import { backoffMs, type Clock, type Limits, type Log } from './options.ts';

export interface PollWith {
  client: Client;
  clock: Clock;
  limits: Limits;
  /** Resolves to true once an update may be forgotten by Telegram. */
  accept(update: Update): Promise<boolean>;
  log: Log;
}

const CONFLICT_MS = 5000;

/**
 * Asks Telegram for updates for ever. The offset tells Telegram what to forget, so it never passes an update that is
 * not done with: killed at any moment, everything unfinished comes again. A slow turn holds the offset, not the others;
 * what Telegram hands out again meanwhile is recognised.
 */
export class Polling {
  readonly #with: PollWith;
  /** Fetched and not done with. */
  readonly #open = new Set<number>();
  /** Done with, but behind an older one that is not, so that Telegram hands them out again. */
  readonly #done = new Set<number>();
  #next = 0;
  /** Called when something is done with. */
  #moved: () => void = () => undefined;
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(by: PollWith) {
    this.#with = by;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Asks no more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
  }

  /** Tells Telegram what is done with, so that it does not come again at the next start. */
  async confirm(): Promise<void> {
    if (this.#next === 0) return;
    const { client, log } = this.#with;
    const last = { offset: this.#offset(), limit: 1, timeout: 0, allowed_updates: UPDATES };
    await call('getUpdates', () => client.polling.getUpdates(last)).catch((error: unknown) => log('telegram-unconfirmed', { why: why(error) }));
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      try {
        this.#hand(await this.#fetch());
        failures = 0;
        await this.#pause();
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        if (!(await this.#survive(error, failures++))) return;
      }
    }
  }

  async #fetch(): Promise<Update[]> {
    const { client, limits } = this.#with;
    const offset = this.#offset();
    for (const id of this.#done) if (id < offset) this.#done.delete(id);
    const wanted = { offset, timeout: limits.pollSeconds, allowed_updates: UPDATES };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- grammY names the signal of an old polyfill and takes Node's
    const signal = this.#stopping.signal as Parameters<typeof client.polling.getUpdates>[1];
    return call('getUpdates', () => client.polling.getUpdates(wanted, signal));
  }

  /** The oldest that is not done with. */
  #offset(): number {
    return this.#open.size > 0 ? Math.min(...this.#open) : this.#next;
  }

  #hand(updates: Update[]): void {
    const fresh = updates.filter(({ update_id: id }) => !this.#open.has(id) && !this.#done.has(id));
    if (updates.length > 0) this.#next = Math.max(...updates.map((update) => update.update_id)) + 1;
    for (const update of fresh) {
      this.#open.add(update.update_id);
      void this.#settle(update);
    }
  }

  async #settle(update: Update): Promise<void> {
    if (!(await this.#with.accept(update))) return;
    this.#open.delete(update.update_id);
    this.#done.add(update.update_id);
    this.#moved();
  }

  /**
   * While turns run: until the offset can move and half of them have ended, or a while. Asking at every step would hand
   * out the same updates over and over.
   */
  async #pause(): Promise<void> {
    if (this.#open.size === 0) return;
    const before = { offset: this.#offset(), open: this.#open.size };
    const waiting = new AbortController();
    const stop = (): void => waiting.abort();
    this.#moved = () => this.#offset() !== before.offset && this.#open.size <= before.open / 2 && stop();
    this.#stopping.signal.addEventListener('abort', stop, { once: true });
    await this.#with.clock.sleep(this.#with.limits.repollMs, waiting.signal);
    this.#stopping.signal.removeEventListener('abort', stop);
  }

  /** Waits as long as the fault deserves; false when there is no hope. */
  async #survive(error: unknown, failures: number): Promise<boolean> {
    const { clock, log } = this.#with;
    const code = refusal(error);
    if (code === 401 || code === 404) {
      log('telegram-stopped', { severity: 'error', why: why(error) });
      return false;
    }
    const seconds = floodSeconds(error);
    const waitMs = code === 409 ? CONFLICT_MS : seconds === null ? backoffMs(failures) : seconds * 1000;
    log(code === 409 ? 'telegram-conflict' : 'telegram-poll-failed', { why: why(error), waitMs });
    await clock.sleep(waitMs, this.#stopping.signal);
    return true;
  }
}
