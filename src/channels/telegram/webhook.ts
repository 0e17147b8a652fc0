import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/**
 * One update posted by Telegram. `accept` resolves to true once it is done with; only then is it answered with 200,
 * so that Telegram offers it again after a crash. The size of the body is the server's matter.
 *
 * Not grammY's webhookCallback: it starts to read the body before it looks at the secret, and a stranger's broken JSON
 * then ends the process as an unhandled rejection; it also gives up after ten seconds.
 */
export async function receive(request: Request, secret: string, accept: (update: Update) => Promise<boolean>): Promise<Response> {
  if (request.method !== 'POST') return answer(405);
  if (!same(request.headers.get(SECRET_HEADER) ?? '', secret)) return answer(401);
  const update = await updateIn(request);
  if (!update) return answer(400);
  return answer((await accept(update)) ? 200 : 503);
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares hashes, so that neither the time nor the length tells anything. */
function same(given: string, wanted: string): boolean {
  return timingSafeEqual(hash(given), hash(wanted));
}

async function updateIn(request: Request): Promise<Update | null> {
  const body: unknown = await request.json().catch(() => null);
  return isUpdate(body) ? body : null;
}

/** Who knows the secret is Telegram, so its update needs no further look. */
const isUpdate = (body: unknown): body is Update =>
  typeof body === 'object' && body !== null && 'update_id' in body && Number.isSafeInteger(body.update_id);

export const answer = (status: number): Response => new Response(null, { status });
