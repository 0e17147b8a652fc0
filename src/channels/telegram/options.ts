import { setTimeout as wait } from 'node:timers/promises';
import type { Files } from '../../conversation/index.ts';

export interface TelegramOptions {
  token: string;
  /** Another Bot API server or a proxy; Telegram's own when left out. */
  apiRoot?: string;
  /** Updates are posted to `url` with `secret`; without it they are polled. */
  webhook?: { url: string; secret: string };
  files: Files;
  /** The menu of commands, shown in private chats only. */
  commands: { command: string; description: string }[];
  /** Words on the button that shares her own phone number. */
  contactLabel: string;
  /** Told what happened: never a text, a phone number, a token or an address that holds one. */
  log: Log;
  limits?: Partial<Limits>;
  clock?: Clock;
}

export type Log = (event: string, fields?: Record<string, unknown>) => void;

export interface Limits {
  /** Turns that run at the same time, each in its own chat. */
  chatsAtOnce: number;
  /** How often an update is offered before it is given up. */
  takeTries: number;
  /** Pauses between those tries, in milliseconds; the last one repeats. */
  takePauses: number[];
  /** How long Telegram keeps an empty poll open, at most 50. */
  pollSeconds: number;
  /** Pause before asking again while a slow turn holds the offset. Telegram hands out one update at a time to a bot that repeats itself within 500 ms. */
  repollMs: number;
  messagesPerSecond: number;
  /** The longest wait Telegram may ask for; a longer one fails the message. */
  floodSeconds: number;
  /** How often a message that certainly did not go out is tried. */
  sendTries: number;
  /** Patience with one call, uploads included. */
  callSeconds: number;
}

export const defaultLimits: Limits = {
  chatsAtOnce: 50,
  takeTries: 5,
  // Together longer than a database needs to come back.
  takePauses: [1000, 5000, 15_000, 60_000],
  pollSeconds: 30,
  repollMs: 600,
  messagesPerSecond: 30,
  floodSeconds: 60,
  sendTries: 4,
  callSeconds: 60,
};

/** Time as the channel feels it: `now` in milliseconds from any start. A sleep ends early, without a word, when aborted. */
export interface Clock {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};

/** 1, 2, 4 … seconds, at most half a minute. */
export const backoffMs = (attempt: number): number => Math.min(1000 * 2 ** attempt, 30_000);
