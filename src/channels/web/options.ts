import type { Envelope, Files } from '../../conversation/index.ts';
import type { WebDemo } from './demo.ts';
import type { MessageLog } from './messages.ts';

export interface WebOptions {
  files: Files;
  messages: MessageLog;
  /** A short-lived signed address of a kept file, on this same server. */
  link(file: { hash: string; mime: string; name?: string }): string;
  demo?: WebDemo;
  /** The sentences of `webKeys`. */
  texts: Record<string, string>;
  log(event: string, fields: Record<string, unknown>): void;
  now(): Date;
  /** Milliseconds on a steady clock, for the rate limit; the process's own by default. */
  tick?(): number;
}

/** Hears one message; set once the channel has started, gone once it stops. */
export type Take = (envelope: Envelope) => Promise<void>;
