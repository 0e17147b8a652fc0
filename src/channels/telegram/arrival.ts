import type { CallbackQuery, Message, Update } from 'grammy/types';
import type { Envelope } from '../../conversation/index.ts';
import { contentOf, wordsOf, type Content } from './content.ts';
import { isAddressed, type Me } from './group.ts';

/** The kinds of update that `arrivalOf` understands: Telegram is asked for these only. */
export const UPDATES = ['message', 'edited_message', 'callback_query'] as const;

/** An update that concerns the conversation, before its photo is fetched. */
export interface Arrival {
  envelope: Omit<Envelope, 'input'>;
  content: Content;
}

/** What an update brings, or null when nobody waits for an answer: channels, bots, a group talking among itself. */
export function arrivalOf(update: Update, me: Me): Arrival | null {
  if (update.callback_query) return pressed(update.update_id, update.callback_query);
  const message = update.message ?? update.edited_message;
  if (!message?.from || message.from.is_bot) return null;
  const content = contentIn(message, message.from.id, update.edited_message !== undefined, me);
  if (!content) return null;
  const envelope = envelopeOf(update.update_id, message.from.id, message.chat.id, message.chat.type === 'private');
  return { envelope, content };
}

/** The chat whose updates must stay in order. */
export const chatKey = (update: Update): string =>
  String((update.message ?? update.edited_message ?? update.callback_query?.message)?.chat.id ?? update.callback_query?.from.id ?? '');

function envelopeOf(update: number, account: number, chat: number, isPrivate: boolean): Arrival['envelope'] {
  return { channel: 'telegram', account: String(account), chat: String(chat), update: String(update), private: isPrivate };
}

function contentIn(message: Message, from: number, edited: boolean, me: Me): Content | null {
  if (message.chat.type === 'private') return edited ? correction(message) : contentOf(message, from);
  if (edited || message.chat.type === 'channel') return null;
  // Nothing is kept of a group, so nothing is fetched from it either.
  return isAddressed(message, me) ? { kind: 'text', text: wordsOf(message) } : null;
}

/** A moving location is "edited" all the time; only new words count. */
const correction = (message: Message): Content | null =>
  message.text === undefined && message.caption === undefined ? null : { kind: 'edited', text: wordsOf(message) };

function pressed(update: number, { from, message, data }: CallbackQuery): Arrival | null {
  const inPrivate = message?.chat.type === 'private';
  if (data === undefined || !inPrivate || from.is_bot) return null;
  return { envelope: envelopeOf(update, from.id, message.chat.id, true), content: { kind: 'button', data } };
}
