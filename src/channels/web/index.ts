import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { SendError, type Channel, type Envelope } from '../../conversation/index.ts';
import { renewSecret } from './account.ts';
import { chatRoutes } from './chat.ts';
import { demoRoutes } from './demo.ts';
import { feeds } from './feeds.ts';
import { ownPageOnly, securityHeaders } from './guard.ts';
import { completeTexts } from './keys.ts';
import type { Take, WebOptions } from './options.ts';
import { pageFiles, serve } from './pages.ts';
import { JSON_LIMIT } from './sending.ts';
import { answerOf } from './shown.ts';

export { webKeys, type WebKey } from './keys.ts';
export type { KeptMessage, MessageLog } from './messages.ts';
export type { WebDemo } from './demo.ts';
export type { WebOptions } from './options.ts';

/**
 * The web chat: a page at `/` and its routes, to be mounted on the server by whoever starts the program.
 * Throws at once when a text or a file of the page is missing.
 */
export function webChannel(options: WebOptions): Channel & { app: Hono } {
  const texts = completeTexts(options.texts);
  const open = feeds();
  const running = new Set<Promise<void>>();
  let take: Take | null = null;

  /** Remembers what is under way, so that `stop` can wait for it. Null while nothing is taken. */
  const hear = (envelope: Envelope): Promise<void> | null => {
    if (!take) return null;
    const turn = take(envelope).finally(() => running.delete(turn));
    running.add(turn);
    return turn;
  };

  const app = new Hono();
  const files = pageFiles(texts, options.demo !== undefined);
  const failed = (error: Error, c: Context): Response => {
    options.log('web-failed', { path: c.req.routePath, error: error.message });
    return c.json({ error: texts['web-failed'] }, 500);
  };
  page(app, files);
  for (const part of ['/chat/*', '/demo/*']) app.use(part, securityHeaders, ownPageOnly(texts));
  app.route('/chat', chatRoutes({ ...options, texts, feeds: open, hear }).onError(failed));
  if (options.demo) {
    app.use('/demo/*', bodyLimit({ maxSize: JSON_LIMIT, onError: (c) => c.json({ error: texts['web-bad-request'] }, 413) }));
    app.route('/demo', demoRoutes(options.demo, texts).onError(failed));
  }

  return {
    name: 'web',
    app,
    async start(taking) {
      take = taking;
    },
    async send(to, replies) {
      try {
        await options.messages.append(to.account, 'bot', answerOf(replies), options.now());
      } catch (cause) {
        throw new SendError('failed', 'keep a message of the web chat', cause);
      }
      open.wake(to.account);
    },
    async stop() {
      take = null;
      await Promise.allSettled(running);
      open.closeAll();
    },
    async check() {
      return texts['web-title'];
    },
  };
}

function page(app: Hono, files: ReturnType<typeof pageFiles>): void {
  for (const [name, file] of files) {
    const path = name === 'index.html' ? '/' : `/${name}`;
    app.get(path, securityHeaders, (c) => {
      if (path === '/') renewSecret(c);
      return serve(c, file);
    });
  }
}
