import { GrammyError, HttpError } from 'grammy';

/**
 * What went wrong with a call:
 * - `refused`: Telegram answered no, with its code;
 * - `not-sent`: the request never left;
 * - `silent`: it may have arrived, the answer did not.
 */
export type Fault =
  | { kind: 'refused'; code: number; retryAfter?: number }
  | { kind: 'not-sent' | 'silent'; code: string };

/**
 * A failed call, fit for a log. grammY's own errors are not: they carry the payload with a person's words, and the
 * fetch error below them names the address with the token.
 */
export class TelegramError extends Error {
  override name = 'TelegramError';
  readonly fault: Fault;

  constructor(method: string, fault: Fault, description: string) {
    super(`${method}: ${description}`);
    this.fault = fault;
  }
}

/** Runs one call of the Bot API. Throws TelegramError. */
export async function call<T>(method: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw describe(method, error);
  }
}

function describe(method: string, error: unknown): TelegramError {
  if (error instanceof GrammyError) {
    const retryAfter = error.parameters.retry_after;
    const fault = { kind: 'refused' as const, code: error.error_code, ...(retryAfter === undefined ? {} : { retryAfter }) };
    return new TelegramError(method, fault, `refused with ${error.error_code} ${withoutQuotes(error.description)}${hint(error)}`);
  }
  const cause: unknown = error instanceof HttpError ? error.error : error;
  const code = codeOf(cause);
  const kind = neverLeft(cause, code) ? 'not-sent' : 'silent';
  return new TelegramError(method, { kind, code }, kind === 'not-sent' ? `no connection (${code})` : `no answer (${code})`);
}

/** Telegram sometimes quotes the message it refuses. */
const withoutQuotes = (description: string): string => description.replace(/"[^"]*"/g, '"…"');

/** A wrong token gives 401, one of a wrong shape 404. */
const hint = ({ error_code }: GrammyError): string =>
  error_code === 401 || error_code === 404 ? '; is TELEGRAM_BOT_TOKEN right?' : '';

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'UNKNOWN';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  if ('type' in cause && typeof cause.type === 'string') return cause.type;
  return cause instanceof Error && cause.message.includes('timed out') ? 'TIMEOUT' : 'UNKNOWN';
}

const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** A time-out while connecting has the code of any other; only the message tells. Several addresses tried give an empty one. */
function neverLeft(cause: unknown, code: string): boolean {
  return BEFORE_SENDING.has(code) || (cause instanceof Error && /reason: (connect |getaddrinfo |$)/.test(cause.message));
}

/** The token or the settings are wrong: asking again changes nothing. */
export function isHopeless(error: unknown): boolean {
  const code = refusal(error);
  return code !== null && code >= 400 && code < 500 && code !== 409 && code !== 429;
}

/** A line for the log. Databases too quote the value they refuse. */
export const why = (error: unknown): string => (error instanceof Error ? `${error.name}: ${withoutQuotes(error.message)}` : 'unknown');

/** The code of Telegram's no, or null. */
export const refusal = (error: unknown): number | null =>
  error instanceof TelegramError && error.fault.kind === 'refused' ? error.fault.code : null;

/** Seconds that Telegram asked us to wait, or null. */
export const floodSeconds = (error: unknown): number | null =>
  error instanceof TelegramError && error.fault.kind === 'refused' && error.fault.code === 429 ? (error.fault.retryAfter ?? 1) : null;
