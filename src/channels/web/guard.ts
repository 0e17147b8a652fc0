import type { MiddlewareHandler } from 'hono';
import type { WebTexts } from './keys.ts';

/** Nothing from elsewhere, nothing inline, in nobody's frame. `blob:` is for photos not yet sent. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', policy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Permissions-Policy', 'geolocation=(), microphone=(), camera=()');
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
};

/** Only our own page may post: another site could otherwise speak in the name of whoever visits it. */
export function ownPageOnly(texts: WebTexts): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'POST' || fromOwnPage((name) => c.req.header(name))) return next();
    return c.json({ error: texts['web-foreign'] }, 403);
  };
}

/** The browser says so itself (Sec-Fetch-Site), or its Origin is the host that was asked. Neither: not certain, so no. */
export function fromOwnPage(header: (name: string) => string | undefined): boolean {
  const site = header('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  return [header('host'), header('x-forwarded-host')].includes(new URL(origin).host);
}
