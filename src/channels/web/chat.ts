import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { Envelope } from '../../conversation/index.ts';
import { accountOf } from './account.ts';
import type { Feeds } from './feeds.ts';
import type { WebTexts } from './keys.ts';
import type { WebOptions } from './options.ts';
import { addressOf } from './address.ts';
import { accountLimit, rateLimit } from './rate.ts';
import { BODY_LIMIT, JSON_LIMIT, readPosted, type Posted } from './sending.ts';
import { filesOf, shown, type SaidBody } from './shown.ts';

export interface ChatParts extends Omit<WebOptions, 'texts'> {
  texts: WebTexts;
  feeds: Feeds;
  hear(envelope: Envelope): Promise<void> | null;
}

/** Often enough that no proxy takes the stream for dead; also how soon a message kept by another process is found. */
const HEARTBEAT_MS = 20_000;
/** Each upload is held in memory while it is read. */
const MOST_UPLOADS = 8;

/** Routes below /chat. */
export function chatRoutes(parts: ChatParts): Hono {
  const app = new Hono();
  const account = (c: Context): string => accountOf(c, parts.demo !== undefined);
  app.post('/send', ...limits(parts, account), (c) => send(c, account(c), parts));
  app.get('/messages', async (c) => {
    const kept = await parts.messages.since(account(c), afterOf(c.req.query('after')));
    return c.json({ messages: kept.flatMap(shown) });
  });
  app.get('/events', (c) => events(c, account(c), parts));
  app.get('/file/:message{[0-9]{1,9}}/:at{[0-9]{1,2}}', async (c) => {
    const message = await parts.messages.one(account(c), Number(c.req.param('message')));
    const file = message && filesOf(message)[Number(c.req.param('at'))];
    return file ? c.redirect(below(parts.link(file)), 302) : c.json({ error: parts.texts['web-photo-gone'] }, 404);
  });
  return app;
}

/** The link's place on this server: the page may be open under another name than the public one. */
function below(link: string): string {
  const { pathname, search } = new URL(link, 'http://here.invalid');
  return pathname + search;
}

const afterOf = (given: string | undefined): number => (given && /^\d{1,9}$/.test(given) ? Number(given) : 0);

function limits({ texts, tick }: ChatParts, account: (c: Context) => string) {
  const rate = rateLimit(30, 10_000);
  const newcomers = accountLimit(200, 600_000);
  const steady = tick ?? (() => performance.now());
  let uploads = 0;
  const tooLong = (c: Context): Response => c.json({ error: texts['web-too-long'] }, 413);
  const json = bodyLimit({ maxSize: JSON_LIMIT, onError: tooLong });
  const photos = bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => c.json({ error: texts['web-photo-big'] }, 413) });
  return [
    async (c: Context, next: () => Promise<void>) => {
      const who = account(c);
      const address = addressOf(c);
      const wait = Math.max(rate.take(who, steady()), address === null ? 0 : newcomers.take(address, who, steady()));
      if (wait === 0) return next();
      c.header('Retry-After', String(wait));
      return c.json({ error: texts['web-too-fast'] }, 429);
    },
    async (c: Context, next: () => Promise<void>) => {
      if (!c.req.header('content-type')?.startsWith('multipart/')) return json(c, next);
      if (uploads >= MOST_UPLOADS) return c.json({ error: texts['web-busy'] }, 503);
      uploads++;
      try {
        return await photos(c, next);
      } finally {
        uploads--;
      }
    },
  ] as const;
}

async function send(c: Context, account: string, parts: ChatParts): Promise<Response> {
  const { texts, messages } = parts;
  const posted = await readPosted(c, parts.files);
  if (typeof posted === 'string') return c.json({ error: texts[posted] }, posted === 'web-bad-request' ? 400 : 413);
  const body: SaidBody = { update: posted.id, ...posted.said };
  const { id } = await messages.append(account, 'person', body, parts.now());
  parts.feeds.wake(account);
  for (const envelope of envelopes(posted, account)) {
    const turn = parts.hear(envelope);
    if (!turn) return c.json({ error: texts['web-busy'] }, 503);
    await turn;
  }
  return c.json({ id });
}

/** The account is part of the update: a number that two people's pages make alike must not give one the other's answer. */
function envelopes({ id, inputs }: Posted, account: string): Envelope[] {
  return inputs.map((input, at) => ({
    channel: 'web',
    account,
    chat: account,
    update: `${account}:${id}${at === 0 ? '' : `:${at}`}`,
    private: true,
    input,
  }));
}

function events(c: Context, account: string, { messages, feeds, log }: ChatParts): Response {
  let last = afterOf(c.req.header('last-event-id') ?? c.req.query('after'));
  // A proxy that collects the answer before passing it on would hold every message back.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(
    c,
    async (out) => {
      const feed = feeds.open(account);
      out.onAbort(() => feed.close());
      await out.write('retry: 3000\n\n');
      while (!feed.closed && !out.aborted) {
        const news = await messages.since(account, last);
        for (const kept of news) {
          for (const one of shown(kept)) await out.writeSSE({ id: String(one.id), data: JSON.stringify(one) });
          last = kept.id;
        }
        // They may have been only the first part of what was missed.
        if (news.length > 0) continue;
        await feed.next(HEARTBEAT_MS);
        await out.write(': \n\n');
      }
    },
    async (error) => log('web-failed', { path: '/chat/events', error: error.message }),
  );
}
