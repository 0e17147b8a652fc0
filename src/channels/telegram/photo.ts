import { capabilities, photoMime, type Files, type RawInput } from '../../conversation/index.ts';
import type { Client } from './client.ts';
import type { PhotoThere } from './content.ts';
import { TelegramError, call, refusal } from './errors.ts';

const LIMIT = capabilities.telegram.photoLimit;
/** Enough to tell what kind of file it is. */
const HEAD = 16;

/**
 * Fetches a photo and puts it away at once: Telegram's link to it expires. What is no photo is dropped after its first
 * bytes. Throws TelegramError when it may work later.
 */
export async function fetchPhoto(photo: PhotoThere, client: Client, files: Files, seconds: number): Promise<RawInput> {
  const { otherwise, caption, album } = photo;
  if (photo.size !== null && photo.size > LIMIT) return other(otherwise.tooBig);
  const path = await pathOf(photo.fileId, client);
  if (path === 'too-big') return other(otherwise.tooBig);
  if (path === 'gone') return other('unknown');
  const bytes = await download(client.fileUrl(path), seconds);
  if (bytes === 'too-big') return other(otherwise.tooBig);
  const mime = bytes === 'not-photo' ? null : photoMime(bytes);
  if (bytes === 'not-photo' || mime === null) return other(otherwise.notPhoto);
  return { kind: 'photo', photos: [await files.put(bytes, mime)], caption, ...(album === undefined ? {} : { album }) };
}

type What = Extract<RawInput, { kind: 'other' }>['what'];

const other = (what: What): RawInput => ({ kind: 'other', what });

async function pathOf(fileId: string, { api }: Client): Promise<string> {
  try {
    return (await call('getFile', () => api.getFile(fileId))).file_path ?? 'gone';
  } catch (error) {
    if (refusal(error) !== 400) throw error;
    return error instanceof Error && error.message.includes('too big') ? 'too-big' : 'gone';
  }
}

/** Its errors name no address: that holds the token. */
async function download(url: string, seconds: number): Promise<Uint8Array | 'not-photo' | 'too-big'> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(seconds * 1000) });
    if (response.ok && response.body) return await readPhoto(response.body);
    await response.body?.cancel();
    throw new TelegramError('download', { kind: 'refused', code: response.status }, `refused with ${response.status}`);
  } catch (error) {
    if (error instanceof TelegramError) throw error;
    throw new TelegramError('download', { kind: 'silent', code: 'UNKNOWN' }, 'the file did not arrive whole');
  }
}

/** Leaving the loop early closes the connection. */
async function readPhoto(body: ReadableStream<Uint8Array>): Promise<Uint8Array | 'not-photo' | 'too-big'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let known = false;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LIMIT) return 'too-big';
    if (!known && size >= HEAD) {
      if (photoMime(Buffer.concat(chunks)) === null) return 'not-photo';
      known = true;
    }
  }
  return Buffer.concat(chunks);
}
