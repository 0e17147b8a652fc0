import type { Address, Channel, Envelope, RenderedReply, Urgency } from '../../conversation/index.ts';
import { connect, type Client } from './client.ts';
import { isHopeless, why } from './errors.ts';
import { Gate } from './gate.ts';
import type { Me } from './group.ts';
import { Inbox } from './inbox.ts';
import { backoffMs, defaultLimits, systemClock, type Clock, type Limits, type TelegramOptions } from './options.ts';
import { Outgoing } from './outgoing.ts';
import { Polling } from './poll.ts';
import { askMe, prepare } from './setup.ts';
import { answer, receive } from './webhook.ts';

export type { Clock, Limits, TelegramOptions } from './options.ts';

export interface TelegramChannel extends Channel {
  /** Takes what Telegram posts to the webhook's address: 200 done with, 401 wrong secret, 503 come again. */
  webhook(request: Request): Promise<Response>;
}

type Take = (envelope: Envelope) => Promise<void>;

/** The bot on Telegram: polled, or posted to when `webhook` is given. */
export const telegramChannel = (options: TelegramOptions): TelegramChannel => new Telegram(options);

class Telegram implements TelegramChannel {
  readonly name = 'telegram';
  readonly #options: TelegramOptions;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #client: Client;
  readonly #outgoing: Outgoing;
  readonly #stopping = new AbortController();
  #starting: Promise<void> = Promise.resolve();
  #inbox: Inbox | null = null;
  #polling: Polling | null = null;

  constructor(options: TelegramOptions) {
    const { files, contactLabel, log } = options;
    const limits = { ...defaultLimits, ...options.limits };
    const clock = options.clock ?? systemClock;
    const client = connect(options, limits);
    this.#options = options;
    this.#limits = limits;
    this.#clock = clock;
    this.#client = client;
    this.#outgoing = new Outgoing({ api: client.api, gate: new Gate(clock, limits), clock, limits, files, contactLabel, log });
  }

  /** Throws TelegramError when Telegram refuses the token or the webhook; while it cannot be reached, it is tried again behind the scenes. */
  async start(take: Take): Promise<void> {
    if (await this.#begin(take)) return;
    this.#starting = this.#keepBeginning(take);
  }

  send(to: Address, replies: RenderedReply[], urgency: Urgency): Promise<void> {
    return this.#outgoing.send(to, replies, urgency);
  }

  async webhook(request: Request): Promise<Response> {
    const inbox = this.#inbox;
    const secret = this.#options.webhook?.secret;
    if (secret === undefined) return answer(404);
    return receive(request, secret, async (update) => (inbox ? inbox.accept(update) : false));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#starting;
    await this.#polling?.stop();
    await this.#inbox?.stop();
    await this.#outgoing.drained();
    await this.#polling?.confirm();
  }

  async check(): Promise<string> {
    try {
      return `@${(await askMe(this.#client)).username}`;
    } catch (error) {
      throw new Error(`asked ${this.#client.host} who the bot is: ${why(error)}`, { cause: error });
    }
  }

  async #keepBeginning(take: Take): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      await this.#clock.sleep(backoffMs(attempt), this.#stopping.signal);
      if (this.#stopping.signal.aborted) return;
      try {
        if (await this.#begin(take)) return;
      } catch (error) {
        return this.#options.log('telegram-stopped', { severity: 'error', why: why(error) });
      }
    }
  }

  /** False when Telegram cannot be reached. */
  async #begin(take: Take): Promise<boolean> {
    try {
      this.#open(await prepare(this.#client, this.#options), take);
      return true;
    } catch (error) {
      if (isHopeless(error)) throw error;
      this.#options.log('telegram-not-reached', { why: why(error) });
      return false;
    }
  }

  #open(me: Me, take: Take): void {
    if (this.#stopping.signal.aborted) return;
    const { files, log, webhook } = this.#options;
    const common = { client: this.#client, clock: this.#clock, limits: this.#limits, log };
    const inbox = new Inbox({ ...common, me, files, take });
    this.#inbox = inbox;
    if (webhook) return;
    this.#polling = new Polling({ ...common, accept: (update) => inbox.accept(update) });
    this.#polling.start();
  }
}
