import type { ChannelName } from './capabilities.ts';
import type { Address, Envelope, Received } from './input.ts';
import type { RenderedReply } from './reply.ts';

/** A way people reach the bot. Turns updates into envelopes and replies into calls; knows no scene. */
export interface Channel {
  name: ChannelName;
  /**
   * Begins to take updates. `take` resolves once the turn is committed and its replies are out; an update counts as
   * received only then. When it throws, the update is offered again.
   */
  start(take: (envelope: Envelope) => Promise<void>): Promise<void>;
  /** Sends in order. Throws SendError. */
  send(to: Address, replies: RenderedReply[], urgency: Urgency): Promise<void>;
  /** Takes no new update, lets the running ones finish. */
  stop(): Promise<void>;
  /** Asks the platform who we are: the bot's public name. Throws with what was tried. */
  check(): Promise<string>;
}

/** An answer somebody waits for overtakes what the program says on its own. */
export type Urgency = 'answer' | 'push';

/**
 * A message did not certainly arrive.
 * - `unreachable`: this person cannot be written to (blocked the bot, account gone);
 * - `unknown`: it may have gone out (a time-out after sending);
 * - `failed`: it did not go out, and may be tried again.
 */
export class SendError extends Error {
  override name = 'SendError';
  readonly outcome: 'unreachable' | 'unknown' | 'failed';

  constructor(outcome: SendError['outcome'], tried: string, cause: unknown) {
    super(`${tried}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.outcome = outcome;
  }
}

/** Where photos and documents stay, by the hash of their bytes. */
export interface Files {
  put(bytes: Uint8Array, mime: string): Promise<Received>;
  read(hash: string): Promise<Uint8Array>;
}

/** The kind of photo these bytes are, by how they begin; null for anything else. The name and the sender's word do not count. */
export function photoMime(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | null {
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes[0] === 0x89 && ascii(1, 4) === 'PNG') return 'image/png';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if (ascii(4, 8) === 'ftyp' && ['heic', 'heix', 'mif1', 'msf1'].includes(ascii(8, 12))) return 'image/heic';
  return null;
}
