import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Files } from '../conversation/index.ts';
import type { fileLinks } from './links.ts';

export interface ServerParts {
  web: Hono | null;
  telegramWebhook: ((request: Request) => Promise<Response>) | null;
  files: Files;
  links: ReturnType<typeof fileLinks>;
  /** Throws with the reason while something is not ready. */
  ready(): Promise<void>;
  metrics(): Promise<{ type: string; body: string }>;
  now(): Date;
}

/** Everything the program answers over HTTP. */
export function httpApp({ web, telegramWebhook, files, links, ready, metrics, now }: ServerParts): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    try {
      await ready();
      return c.text('ok');
    } catch (error) {
      return c.text((error as Error).message, 503);
    }
  });
  app.get('/metrics', async (c) => {
    const { type, body } = await metrics();
    return c.body(body, 200, { 'content-type': type });
  });
  app.get('/files/:signed', async (c) => {
    const file = links.open(c.req.param('signed'), now());
    if (!file) return c.notFound();
    // A file made for one person is not kept as long as the message that offers it.
    const bytes = await files.read(file.hash).catch(() => null);
    if (!bytes) return c.notFound();
    const named = file.name ? `; filename*=UTF-8''${encodeURIComponent(file.name)}` : '';
    return c.body(new Uint8Array(bytes), 200, { 'content-type': file.mime, 'content-disposition': `inline${named}`, 'x-content-type-options': 'nosniff', 'cache-control': 'private' });
  });
  if (telegramWebhook) {
    app.use('/telegram/webhook', bodyLimit({ maxSize: 1024 * 1024 }));
    app.post('/telegram/webhook', (c) => telegramWebhook(c.req.raw));
  }
  if (web) app.route('/', web);
  return app;
}

/** Listens; resolves with the port once it does. Throws when the port is taken. */
export function listen(app: Hono, host: string, port: number): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: host, port }, (info) =>
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.on('error', reject);
  });
}
