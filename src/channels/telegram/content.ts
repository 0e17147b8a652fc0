import type { Message } from 'grammy/types';
import type { RawInput } from '../../conversation/index.ts';
import { tidy } from '../../vietnamese/fold.ts';

/** A photo that is still at Telegram. */
export interface PhotoThere {
  kind: 'fetch';
  fileId: string;
  /** In bytes, as far as Telegram tells. */
  size: number | null;
  caption: string;
  album?: string;
  /** What it is taken for when its bytes are no photo, or too many. */
  otherwise: { notPhoto: 'file' | 'unknown'; tooBig: 'file' | 'big-photo' };
}

export type Content = RawInput | PhotoThere;

/** What a message of a private chat says, or null for notices of Telegram itself (a pinned message, a new background…). */
export function contentOf(message: Message, from: number): Content | null {
  if (message.text !== undefined) return words(message.text);
  if (message.contact) {
    return { kind: 'contact', phone: tidy(message.contact.phone_number), own: message.contact.user_id === from };
  }
  return photo(message) ?? other(message);
}

export const wordsOf = (message: Message): string => tidy(message.text ?? message.caption ?? '');

/** A command stands at the very start; `@name` behind it says which bot of a group is meant. */
function words(raw: string): RawInput {
  const text = tidy(raw);
  const found = /^\/([a-z][a-z0-9_]{0,31})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text);
  return found ? { kind: 'command', name: found[1]!.toLowerCase(), args: (found[2] ?? '').trim() } : { kind: 'text', text };
}

function photo(message: Message): PhotoThere | null {
  const common = { kind: 'fetch' as const, caption: tidy(message.caption ?? ''), ...album(message) };
  const largest = message.photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (largest) {
    const otherwise = { notPhoto: 'unknown', tooBig: 'big-photo' } as const;
    return { ...common, fileId: largest.file_id, size: largest.file_size ?? null, otherwise };
  }
  // Telegram adds a document to every animation.
  if (!message.document || message.animation) return null;
  const { file_id: fileId, file_size: size = null, mime_type: mime = '' } = message.document;
  return { ...common, fileId, size, otherwise: { notPhoto: 'file', tooBig: mime.startsWith('image/') ? 'big-photo' : 'file' } };
}

const album = ({ media_group_id: id }: Message): { album?: string } => (id === undefined ? {} : { album: id });

type Other = Extract<RawInput, { kind: 'other' }>['what'];

const OTHERS: [keyof Message, Other][] = [
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['sticker', 'sticker'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['live_photo', 'video'],
  ['location', 'location'],
  ['venue', 'location'],
  ['poll', 'unknown'],
  ['dice', 'unknown'],
  ['story', 'unknown'],
  ['game', 'unknown'],
  ['paid_media', 'unknown'],
  ['checklist', 'unknown'],
  ['giveaway', 'unknown'],
  ['gift', 'unknown'],
];

function other(message: Message): RawInput | null {
  const found = OTHERS.find(([field]) => message[field] !== undefined);
  return found ? { kind: 'other', what: found[1] } : null;
}
