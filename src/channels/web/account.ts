import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const SECRET = 'chat';
const ROLE = 'chat-role';
const secretForm = /^[A-Za-z0-9_-]{22}$/;
/** Browsers keep a cookie no longer than 400 days. */
const keep = { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 400 * 86_400 } as const;

/**
 * Whose browser this is. The cookie is a secret of 128 bits that only the browser holds; the account that the program
 * keeps and logs is made from it and does not lead back. In a demonstration every role is an account of its own.
 */
export function accountOf(c: Context, demo: boolean): string {
  return accountFrom(secretOf(c), demo ? roleOf(c) : '');
}

/** The made-up person this browser plays: her phone, or '' before one was chosen. */
export const roleOf = (c: Context): string => getCookie(c, ROLE) ?? '';

/** Enters a role and returns its account. */
export function takeRole(c: Context, role: string): string {
  setCookie(c, ROLE, role, { ...keep, secure: isHttps(c) });
  return accountFrom(secretOf(c), role);
}

/** The account of a role, without entering it. */
export const accountOfRole = (c: Context, role: string): string => accountFrom(secretOf(c), role);

/** The browser's secret; one that has none is given one. */
function secretOf(c: Context): string {
  const fresh: unknown = c.get(SECRET);
  const given = typeof fresh === 'string' ? fresh : (getCookie(c, SECRET) ?? '');
  return secretForm.test(given) ? given : giveSecret(c, randomBytes(16).toString('base64url'));
}

/** Lets the browser keep its secret for another while. */
export const renewSecret = (c: Context): string => giveSecret(c, secretOf(c));

function giveSecret(c: Context, secret: string): string {
  // Asked for again within this request, it must be the same one.
  c.set(SECRET, secret);
  setCookie(c, SECRET, secret, { ...keep, secure: isHttps(c) });
  return secret;
}

const accountFrom = (secret: string, role: string): string =>
  createHash('sha256').update(role ? `${secret}\n${role}` : secret).digest('hex').slice(0, 32);

/** Behind a proxy the outer protocol is in a header; a made-up one only harms the browser that sends it. */
function isHttps(c: Context): boolean {
  const outer = c.req.header('x-forwarded-proto')?.split(',')[0]?.trim();
  return (outer ?? new URL(c.req.url).protocol.replace(':', '')) === 'https';
}
