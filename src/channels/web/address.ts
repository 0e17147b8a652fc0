import type { Context } from 'hono';

/** The server's own view of a request; there is none when a test asks the app directly. */
interface Served {
  incoming?: { socket?: { remoteAddress?: string } };
}

const SAME_MACHINE = /^(?:::1$|(?:::ffff:)?127\.)/;
const NEAR = /^(?:::1$|(?:::ffff:)?(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|f[cd])/i;

/**
 * Where a request comes from, or null when nobody can tell, and for this machine itself. A proxy on this machine or in its
 * network says whom it speaks for; from anywhere else that header is only what the sender made up.
 */
export function addressOf(c: Context): string | null {
  const peer = (c.env as Served | undefined)?.incoming?.socket?.remoteAddress;
  if (!peer) return null;
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (NEAR.test(peer) && told) return told;
  return SAME_MACHINE.test(peer) ? null : peer;
}
