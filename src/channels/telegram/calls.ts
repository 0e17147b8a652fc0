import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';
import type { Received, RenderedReply } from '../../conversation/index.ts';
import { contactKeyboard, inlineKeyboard } from './keyboard.ts';

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

/** A file of ours under the name it is sent with. */
export interface Upload {
  hash: string;
  name: string;
}

/** One message to Telegram. Texts still have `**bold**` in them. */
export type Call =
  | { method: 'sendMessage'; text: string; markup?: Markup }
  | { method: 'sendPhoto' | 'sendDocument'; file: Upload; caption: string; markup?: Markup }
  | { method: 'sendMediaGroup'; files: Upload[] };

export interface CallsWith {
  contactLabel: string;
  /** Her number can be asked for, and a keyboard taken away, in a private chat only. */
  private: boolean;
  /** The keyboard that asks for her number still lies under this chat. */
  keyboardShown: boolean;
}

const CAPTION_LIMIT = 1024;
const ALBUM_LIMIT = 10;
const PHOTO_LIMIT = 10 * 1024 * 1024;

/**
 * The messages that make up one reply: pictures and files first, the text with its buttons last, where the thumb is.
 * A single file carries a short text itself.
 */
export function toCalls(reply: RenderedReply, by: CallsWith): Call[] {
  const media = [...albums(reply.photos.filter(isShown)), ...reply.photos.filter((photo) => !isShown(photo)).map(asDocument)];
  if (reply.document) media.push(documentCall({ hash: reply.document.hash, name: fileName(reply.document.name) }));
  const markup = markupOf(reply, by);
  const [only] = media;
  if (only && media.length === 1 && only.method !== 'sendMediaGroup' && reply.text.length <= CAPTION_LIMIT) {
    return [{ ...only, caption: reply.text, ...(markup ? { markup } : {}) }];
  }
  if (reply.text.trim() === '') return media;
  return [...media, { method: 'sendMessage', text: reply.text, ...(markup ? { markup } : {}) }];
}

/** The same pictures as files. Empty for what is no picture. */
export function asDocuments(call: Call): Call[] {
  if (call.method === 'sendPhoto') return [{ ...call, method: 'sendDocument' }];
  return call.method === 'sendMediaGroup' ? call.files.map(documentCall) : [];
}

type MediaCall = Exclude<Call, { method: 'sendMessage' }>;

/** What Telegram takes as a picture; the rest goes as a file. */
const isShown = ({ mime, bytes }: Received): boolean => mime !== 'image/heic' && bytes <= PHOTO_LIMIT;

const upload = ({ hash, mime }: Received): Upload => ({ hash, name: `${hash.slice(0, 8)}.${mime.split('/')[1] ?? 'jpg'}` });

const documentCall = (file: Upload): MediaCall => ({ method: 'sendDocument', file, caption: '' });

const asDocument = (photo: Received): MediaCall => documentCall(upload(photo));

function albums(photos: Received[]): MediaCall[] {
  const calls: MediaCall[] = [];
  for (let at = 0; at < photos.length; at += ALBUM_LIMIT) {
    const files = photos.slice(at, at + ALBUM_LIMIT).map(upload);
    // An album has two pictures at least.
    calls.push(files.length === 1 ? { method: 'sendPhoto', file: files[0]!, caption: '' } : { method: 'sendMediaGroup', files });
  }
  return calls;
}

/** grammY writes the name into a header without quoting it. */
const fileName = (name: string): string => name.replace(/[\p{Cc}";/\\\s]+/gu, ' ').trim();

function markupOf({ choices, wantsContact }: RenderedReply, by: CallsWith): Markup | null {
  if (wantsContact && by.private) return contactKeyboard(by.contactLabel, choices);
  if (choices.length > 0) return inlineKeyboard(choices);
  return by.keyboardShown ? { remove_keyboard: true } : null;
}
