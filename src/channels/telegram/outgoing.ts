import { InputFile, type Api } from 'grammy';
import type { InputMediaPhoto } from 'grammy/types';
import { SendError, type Address, type Files, type RenderedReply, type Urgency } from '../../conversation/index.ts';
import { asDocuments, toCalls, type Call, type CallsWith, type Upload } from './calls.ts';
import { TelegramError, call, floodSeconds, refusal, why } from './errors.ts';
import type { Gate } from './gate.ts';
import { toHtml } from './html.ts';
import { backoffMs, type Clock, type Limits, type Log } from './options.ts';
import { InOrder } from './order.ts';
import { Pace } from './pace.ts';

export interface OutgoingWith {
  api: Api;
  gate: Gate;
  clock: Clock;
  limits: Limits;
  files: Files;
  contactLabel: string;
  log: Log;
}

/** Replies on their way out: one chat in order, everything through the gate. */
export class Outgoing {
  readonly #with: OutgoingWith;
  readonly #order = new InOrder();
  readonly #pace: Pace;
  readonly #running = new Set<Promise<void>>();
  /** Chats that still have the keyboard asking for a phone number. Forgotten with the process, which does no harm. */
  readonly #keyboards = new Set<string>();

  constructor(by: OutgoingWith) {
    this.#with = by;
    this.#pace = new Pace(by.clock);
  }

  /** Throws SendError. */
  async send(to: Address, replies: RenderedReply[], urgency: Urgency): Promise<void> {
    // A push waiting in its lane must not hold up an answer to the same person.
    const sending = this.#order.run(`${urgency} ${to.chat}`, () => this.#sendAll(to, replies, urgency));
    this.#running.add(sending);
    try {
      await sending;
    } finally {
      this.#running.delete(sending);
    }
  }

  /** Resolves when nothing is on its way. */
  async drained(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  async #sendAll(to: Address, replies: RenderedReply[], urgency: Urgency): Promise<void> {
    let out = 0;
    for (const reply of replies) {
      for (const one of toCalls(reply, this.#callsWith(to))) {
        try {
          await this.#deliverSomehow(to, one, urgency);
        } catch (error) {
          throw this.#explained(one, error, urgency === 'push' && out > 0);
        }
        out += 1;
      }
    }
  }

  #callsWith({ chat, account }: Address): CallsWith {
    return { contactLabel: this.#with.contactLabel, private: chat === account, keyboardShown: this.#keyboards.has(chat) };
  }

  /** A picture that Telegram cannot show, cut off half-way perhaps, still goes as a file: the text after it must come. */
  async #deliverSomehow(to: Address, one: Call, urgency: Urgency): Promise<void> {
    try {
      await this.#deliver(to, one, urgency);
    } catch (error) {
      const documents = asDocuments(one);
      if (documents.length === 0 || refusal(error) !== 400 || outcomeOf(error) !== 'failed') throw error;
      this.#with.log('telegram-picture-refused', { method: one.method, why: why(error) });
      for (const document of documents) await this.#deliver(to, document, urgency);
    }
  }

  /** Tries until Telegram has it or it is certain that it will not; what may have gone out is never sent again. */
  async #deliver(to: Address, one: Call, urgency: Urgency): Promise<void> {
    const { gate, clock, limits, log } = this.#with;
    const files = await this.#read(one);
    const cost = one.method === 'sendMediaGroup' ? one.files.length : 1;
    for (let attempt = 0; ; attempt++) {
      await this.#pace.wait(to.chat, cost);
      await gate.slot(urgency, cost);
      try {
        await call(one.method, () => perform(this.#with.api, Number(to.chat), one, files));
        return this.#remember(to.chat, one);
      } catch (error) {
        const seconds = floodSeconds(error);
        if (seconds !== null) gate.silence(seconds);
        if (!mayRepeat(error) || attempt + 1 >= limits.sendTries) throw error;
        log('telegram-send-again', { method: one.method, attempt: attempt + 1, why: why(error) });
        if (seconds === null) await clock.sleep(backoffMs(attempt));
      }
    }
  }

  async #read(one: Call): Promise<Map<string, Uint8Array>> {
    const uploads = one.method === 'sendMediaGroup' ? one.files : one.method === 'sendMessage' ? [] : [one.file];
    const read = await Promise.all(uploads.map(async ({ hash }) => [hash, await this.#with.files.read(hash)] as const));
    return new Map(read);
  }

  #remember(chat: string, one: Call): void {
    if (one.method === 'sendMediaGroup' || !one.markup) return;
    if ('keyboard' in one.markup) this.#keyboards.add(chat);
    if ('remove_keyboard' in one.markup) this.#keyboards.delete(chat);
  }

  /** Half of a push counts as sent: said twice it would be worse than cut short. An answer must come, if need be again. */
  #explained(one: Call, error: unknown, halfSaid: boolean): SendError {
    const plain = outcomeOf(error);
    const outcome = plain === 'failed' && halfSaid ? 'unknown' : plain;
    this.#with.log('telegram-not-sent', { method: one.method, outcome, why: why(error) });
    return new SendError(outcome, `telegram ${one.method}`, error);
  }
}

/** Certainly not out, and not because of what it says. */
function mayRepeat(error: unknown): boolean {
  const code = refusal(error);
  if (code !== null) return code === 429 || code >= 500;
  return error instanceof TelegramError && error.fault.kind === 'not-sent';
}

const GONE = /chat not found|user not found|PEER_ID_INVALID|user is deactivated/i;

function outcomeOf(error: unknown): SendError['outcome'] {
  if (!(error instanceof TelegramError)) return 'failed';
  if (error.fault.kind === 'silent') return 'unknown';
  const code = refusal(error);
  return code === 403 || (code === 400 && GONE.test(error.message)) ? 'unreachable' : 'failed';
}

/** An InputFile is made anew for each try, since it is used up by one. */
async function perform(api: Api, chat: number, one: Call, bytes: Map<string, Uint8Array>): Promise<unknown> {
  const file = ({ hash, name }: Upload): InputFile => new InputFile(bytes.get(hash)!, name);
  if (one.method === 'sendMediaGroup') {
    return api.sendMediaGroup(chat, one.files.map((each): InputMediaPhoto => ({ type: 'photo', media: file(each) })));
  }
  const markup = one.markup ? { reply_markup: one.markup } : {};
  if (one.method === 'sendMessage') {
    return api.sendMessage(chat, toHtml(one.text), { parse_mode: 'HTML', link_preview_options: { is_disabled: true }, ...markup });
  }
  const rest = { ...(one.caption === '' ? {} : { caption: toHtml(one.caption), parse_mode: 'HTML' as const }), ...markup };
  return one.method === 'sendPhoto' ? api.sendPhoto(chat, file(one.file), rest) : api.sendDocument(chat, file(one.file), rest);
}
