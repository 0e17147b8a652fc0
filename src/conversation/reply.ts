import type { Received } from './input.ts';

/** A sentence by its key in `locales/`, with arguments. Years, ids and phones go in as strings: numbers get separators. */
export interface Message {
  key: string;
  args?: Record<string, string | number | Text>;
}

/** Words that come from `content/` or from a person and are shown as they are. */
export interface Quoted {
  quote: string;
}

/** Lines right below each other. */
export interface Lines {
  lines: Text[];
}

export type Text = Message | Quoted | Lines;

/**
 * A big button, or a numbered line where a channel has none.
 * - with `to`: opens a scene, for ever (a reminder's button may be pressed days later);
 * - without: answers the question it stands under, and is refused kindly once that question is gone.
 */
export interface Choice {
  id: string;
  label: Text;
  to?: { scene: string; args?: string };
  /** Quay lại, Bỏ qua…: taken by its words only, so that "1" stays an answer to "Có bao nhiêu người?". */
  nav?: boolean;
}

export interface Reply {
  /** Paragraphs, one below the other. `**bold**` is understood by every channel. */
  text: Text[];
  choices?: Choice[];
  photos?: Received[];
  document?: { hash: string; name: string; mime: string };
  /** Asks the channel for the person's own phone number, where it can. */
  wantsContact?: boolean;
  /** What is said instead where a channel cannot share it. */
  withoutContact?: Reply;
}

export interface RenderedChoice {
  id: string;
  label: string;
  /** What the channel's button carries; at most 64 bytes. */
  data: string;
  nav: boolean;
}

export interface RenderedReply {
  text: string;
  choices: RenderedChoice[];
  photos: Received[];
  document?: { hash: string; name: string; mime: string };
  wantsContact: boolean;
}

export const say = (key: string, args?: Message['args']): Message => (args ? { key, args } : { key });
export const lines = (of: Text[]): Lines => ({ lines: of });
export const quote = (text: string): Quoted => ({ quote: text });
export const reply = (text: Text | Text[], more: Omit<Reply, 'text'> = {}): Reply => ({
  text: Array.isArray(text) ? text : [text],
  ...more,
});
