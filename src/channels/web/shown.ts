import { z } from 'zod';
import type { Received, RenderedReply } from '../../conversation/index.ts';
import type { KeptMessage } from './messages.ts';

const received = z.object({ hash: z.string(), mime: z.string(), bytes: z.number() });
const document = z.object({ hash: z.string(), name: z.string(), mime: z.string() });
const choice = z.object({ label: z.string(), data: z.string(), nav: z.boolean() });

/** What she said, as she saw it: a pressed button by its label. `refused` are the names of files that were not taken. */
const saidBody = z.object({
  update: z.string(),
  text: z.string(),
  photos: z.array(received).default([]),
  refused: z.array(z.string()).default([]),
});
/** Everything of one turn in one row: all of it arrives, or nothing. */
const answerBody = z.object({
  replies: z.array(
    z.object({
      text: z.string(),
      choices: z.array(choice),
      photos: z.array(received),
      document: document.optional(),
    }),
  ),
});

export type SaidBody = z.output<typeof saidBody>;
export type AnswerBody = z.output<typeof answerBody>;

/** One bubble of the page. Files are addresses below the page that lead to a fresh signed link. */
export interface Bubble {
  text: string;
  photos: string[];
  document?: { name: string; url: string };
  refused: string[];
  choices: { label: string; data: string; nav: boolean }[];
}

export interface ShownMessage {
  id: number;
  /** ISO instant. */
  at: string;
  sender: 'person' | 'bot';
  /** The page's own id of what it sent. */
  update?: string;
  bubbles: Bubble[];
}

export const answerOf = (replies: RenderedReply[]): AnswerBody => ({
  replies: replies.map(({ text, choices, photos, document }) => ({
    text,
    choices: choices.map(({ label, data, nav }) => ({ label, data, nav })),
    photos,
    ...(document ? { document } : {}),
  })),
});

/** As the page draws it. A row from another version that nobody can read is left out rather than breaking the page. */
export function shown(message: KeptMessage): ShownMessage[] {
  const { id, sender } = message;
  const head = { id, at: message.at.toISOString(), sender };
  if (sender === 'person') {
    const { data } = saidBody.safeParse(message.body);
    if (!data) return [];
    const photos = data.photos.map((_, at) => fileUrl(id, at));
    return [{ ...head, update: data.update, bubbles: [{ text: data.text, photos, refused: data.refused, choices: [] }] }];
  }
  const { data } = answerBody.safeParse(message.body);
  if (!data) return [];
  let at = 0;
  const bubbles = data.replies.map(({ text, photos, document, choices }) => ({
    text,
    photos: photos.map(() => fileUrl(id, at++)),
    ...(document ? { document: { name: document.name, url: fileUrl(id, at++) } } : {}),
    refused: [],
    choices,
  }));
  return [{ ...head, bubbles }];
}

/** The files of a message, in the order in which `shown` numbers them. */
export function filesOf(message: KeptMessage): { hash: string; mime: string; name?: string }[] {
  if (message.sender === 'person') return saidBody.safeParse(message.body).data?.photos.map(plainFile) ?? [];
  const { data } = answerBody.safeParse(message.body);
  return (data?.replies ?? []).flatMap(({ photos, document }) => [...photos.map(plainFile), ...(document ? [document] : [])]);
}

const plainFile = ({ hash, mime }: Received): { hash: string; mime: string } => ({ hash, mime });
const fileUrl = (message: number, at: number): string => `chat/file/${message}/${at}`;
