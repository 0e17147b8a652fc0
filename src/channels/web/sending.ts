import type { Context } from 'hono';
import { z } from 'zod';
import { capabilities, photoMime, type Files, type RawInput, type Received } from '../../conversation/index.ts';
import { tidy, unmark } from '../../vietnamese/fold.ts';

const MB = 1024 * 1024;
export const MOST_PHOTOS = 10;
export const BODY_LIMIT = 64 * MB;
export const JSON_LIMIT = 64 * 1024;
export const TEXT_LIMIT = 8_000;
const NAME_SHOWN = 80;

/** Made by the page: long enough that two never meet, short enough for a key. */
const id = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const label = z.string().transform(tidy).pipe(z.string().min(1).max(300));
const posted = z.union([
  z.strictObject({ id, data: z.string().min(1).max(64), label }),
  z.strictObject({ id, text: z.string().max(TEXT_LIMIT), label: label.optional() }),
]);

/** One thing she did on the page: what she sees of it, and what the conversation hears, in order. */
export interface Posted {
  id: string;
  said: { text: string; photos: Received[]; refused: string[] };
  inputs: RawInput[];
}

export type PostFault = 'web-bad-request' | 'web-too-long' | 'web-photo-many';

export async function readPosted(c: Context, files: Files): Promise<Posted | PostFault> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readPhotos(c, files);
  return type.startsWith('application/json') ? readJson(await c.req.text()) : 'web-bad-request';
}

function readJson(source: string): Posted | PostFault {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return 'web-bad-request';
  }
  const read = posted.safeParse(value);
  if (!read.success) return read.error.issues.some((issue) => isTooLong(issue)) ? 'web-too-long' : 'web-bad-request';
  const { data } = read;
  if ('data' in data) return { id: data.id, said: plain(data.label), inputs: [{ kind: 'button', data: data.data }] };
  const text = tidy(data.text);
  if (text === '') return 'web-bad-request';
  return { id: data.id, said: plain(data.label ?? text), inputs: [textOrCommand(text)] };
}

/** A union hides the faults of its members one level down. */
function isTooLong(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'too_big') return issue.path[0] === 'text';
  return issue.code === 'invalid_union' && issue.errors.some((member) => member.some(isTooLong));
}

const plain = (text: string): Posted['said'] => ({ text, photos: [], refused: [] });

/** "/baocao …" is a command, with or without marks; "/" before anything else is only text. */
export function textOrCommand(text: string): RawInput {
  const found = /^\/([\p{L}\p{M}\d_]{1,32})(?:\s+(.*))?$/su.exec(text);
  return found ? { kind: 'command', name: unmark(found[1]!), args: (found[2] ?? '').trim() } : { kind: 'text', text };
}

async function readPhotos(c: Context, files: Files): Promise<Posted | PostFault> {
  const form = await c.req.parseBody({ all: true }).catch(() => null);
  const key = id.safeParse(form?.['id']);
  const caption = typeof form?.['text'] === 'string' ? tidy(form['text']) : '';
  const given = [form?.['photos'] ?? []].flat().filter((one) => one instanceof File);
  if (!key.success || given.length === 0) return 'web-bad-request';
  if (given.length > MOST_PHOTOS) return 'web-photo-many';
  if (caption.length > TEXT_LIMIT) return 'web-too-long';
  return { id: key.data, ...(await sorted(given, caption, files)) };
}

/** Keeps what is a photo; what is not, or is too big, is answered after it. */
async function sorted(given: File[], caption: string, files: Files): Promise<Omit<Posted, 'id'>> {
  const photos: Received[] = [];
  const refused: { name: string; what: 'file' | 'big-photo' }[] = [];
  for (const file of given) {
    const name = tidy(file.name).slice(0, NAME_SHOWN);
    if (file.size > capabilities.web.photoLimit) {
      refused.push({ name, what: 'big-photo' });
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const mime = photoMime(bytes);
    if (mime) photos.push(await files.put(bytes, mime));
    else refused.push({ name, what: 'file' });
  }
  const inputs: RawInput[] = photos.length > 0 ? [{ kind: 'photo', photos, caption }] : [];
  if (refused[0]) inputs.push({ kind: 'other', what: refused[0].what });
  return { said: { text: caption, photos, refused: refused.map((one) => one.name) }, inputs };
}
