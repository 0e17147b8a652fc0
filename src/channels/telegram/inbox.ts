import type { Update } from 'grammy/types';
import type { Envelope, Files, RawInput } from '../../conversation/index.ts';
import { arrivalOf, chatKey } from './arrival.ts';
import type { Client } from './client.ts';
import type { Content } from './content.ts';
import { call, why } from './errors.ts';
import type { Me } from './group.ts';
import type { Clock, Limits, Log } from './options.ts';
import { AtMost, InOrder } from './order.ts';
import { fetchPhoto } from './photo.ts';

export interface InboxWith {
  me: Me;
  client: Client;
  files: Files;
  clock: Clock;
  limits: Limits;
  take(envelope: Envelope): Promise<void>;
  log: Log;
}

/** Updates on their way in, polled or posted: one chat in order, many chats at once, each until it is done with. */
export class Inbox {
  readonly #with: InboxWith;
  readonly #order = new InOrder();
  readonly #slots: AtMost;
  readonly #running = new Map<number, Promise<boolean>>();
  readonly #stopping = new AbortController();

  constructor(by: InboxWith) {
    this.#with = by;
    this.#slots = new AtMost(by.limits.chatsAtOnce);
  }

  /**
   * Resolves to true once the update is done with, to false when the program stops before: then it must come again.
   * An update that is delivered twice at the same time is taken once.
   */
  accept(update: Update): Promise<boolean> {
    const running = this.#running.get(update.update_id);
    if (running) return running;
    const mine = this.#accept(update).finally(() => this.#running.delete(update.update_id));
    this.#running.set(update.update_id, mine);
    return mine;
  }

  /** Begins nothing new; resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#running.values());
  }

  async #accept(update: Update): Promise<boolean> {
    const answered = update.callback_query ? this.#stopSpinner(update.callback_query.id) : null;
    const done = await this.#order.run(chatKey(update), () => this.#untilTaken(update));
    await answered;
    return done;
  }

  /**
   * Tries with growing pauses; other chats go on meanwhile. What fails every time is given up, since nobody behind it
   * in the queue would ever be heard again.
   */
  async #untilTaken(update: Update): Promise<boolean> {
    const { limits, clock, log } = this.#with;
    for (let tries = 1; !this.#stopping.signal.aborted; tries++) {
      try {
        await this.#slots.run(() => this.#take(update));
        return true;
      } catch (error) {
        if (tries >= limits.takeTries) {
          log('telegram-update-given-up', { severity: 'error', update: update.update_id, tries, why: why(error) });
          return true;
        }
        log('telegram-update-failed', { update: update.update_id, tries, why: why(error) });
        await clock.sleep(limits.takePauses[Math.min(tries, limits.takePauses.length) - 1] ?? 0, this.#stopping.signal);
      }
    }
    return false;
  }

  async #take(update: Update): Promise<void> {
    const arrival = arrivalOf(update, this.#with.me);
    if (!arrival) return;
    const input = await this.#input(arrival.content);
    await this.#with.take({ ...arrival.envelope, input });
  }

  async #input(content: Content): Promise<RawInput> {
    if (content.kind !== 'fetch') return content;
    return fetchPhoto(content, this.#with.client, this.#with.files, this.#with.limits.callSeconds);
  }

  /** The button turns until it is answered. Too late, or answered before a redelivery, does no harm. */
  async #stopSpinner(id: string): Promise<void> {
    try {
      await call('answerCallbackQuery', () => this.#with.client.api.answerCallbackQuery(id));
    } catch (error) {
      this.#with.log('telegram-spinner', { why: why(error) });
    }
  }
}
