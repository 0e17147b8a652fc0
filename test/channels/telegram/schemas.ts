import { z } from 'zod';

/** The methods the bot uses and the fields it may use of them: anything else is refused. */

const chat = z.int();

const data = z.string().min(1).refine((text) => Buffer.byteLength(text) <= 64, 'BUTTON_DATA_INVALID');
const label = z.string().trim().min(1);

const markup = z.union([
  z.strictObject({ inline_keyboard: z.array(z.array(z.strictObject({ text: label, callback_data: data })).min(1).max(8)).min(1) }),
  z.strictObject({
    keyboard: z.array(z.array(z.strictObject({ text: label, request_contact: z.literal(true).optional() })).min(1)).min(1),
    resize_keyboard: z.boolean().optional(),
    one_time_keyboard: z.boolean().optional(),
  }),
  z.strictObject({ remove_keyboard: z.literal(true) }),
]);

/** Only what the bot writes itself: bold, and the three signs that must be escaped. */
export function plainText(html: string): string {
  const bare = html.replace(/<b>([^<>]*)<\/b>/g, '$1');
  if (/[<>]/.test(bare) || /&(?!(?:amp|lt|gt);)/.test(bare)) throw new Error("can't parse entities");
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function html(limit: number) {
  return z.string().superRefine((text, context) => {
    try {
      const { length } = plainText(text).trim();
      if (length === 0 || length > limit) context.addIssue(length === 0 ? 'message text is empty' : 'message is too long');
    } catch (error) {
      context.addIssue(String(error));
    }
  });
}

const parseMode = z.literal('HTML');
const attached = z.string().startsWith('attach://');
const caption = { caption: html(1024).optional(), parse_mode: parseMode.optional() };
const updates = z.array(z.enum(['message', 'edited_message', 'callback_query'])).min(1);

export const methods = {
  getMe: z.strictObject({}),
  setMyCommands: z.strictObject({
    commands: z.array(z.strictObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) })).max(100),
    scope: z.strictObject({ type: z.literal('all_private_chats') }),
  }),
  setWebhook: z.strictObject({ url: z.url(), secret_token: z.string().regex(/^[\w-]{1,256}$/), allowed_updates: updates }),
  deleteWebhook: z.strictObject({}),
  getUpdates: z.strictObject({
    offset: z.int().optional(),
    limit: z.int().min(1).max(100).optional(),
    timeout: z.int().min(0).max(50).optional(),
    allowed_updates: updates,
  }),
  answerCallbackQuery: z.strictObject({ callback_query_id: z.string().min(1) }),
  getFile: z.strictObject({ file_id: z.string().min(1) }),
  sendMessage: z.strictObject({
    chat_id: chat,
    text: html(4096),
    parse_mode: parseMode,
    link_preview_options: z.strictObject({ is_disabled: z.literal(true) }),
    reply_markup: markup.optional(),
  }),
  sendPhoto: z.strictObject({ chat_id: chat, photo: attached, ...caption, reply_markup: markup.optional() }),
  sendDocument: z.strictObject({ chat_id: chat, document: attached, ...caption, reply_markup: markup.optional() }),
  sendMediaGroup: z.strictObject({
    chat_id: chat,
    media: z.array(z.strictObject({ type: z.literal('photo'), media: attached })).min(2).max(10),
  }),
};

export type Method = keyof typeof methods;

export const isMethod = (name: string): name is Method => name in methods;
