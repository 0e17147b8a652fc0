import pino, { type DestinationStream } from 'pino';

export type Log = (event: string, fields?: Record<string, unknown>) => void;

/** One line of JSON an event. Fields are ids, counts and kinds: never a text, a name, a phone number or a token. */
export function openLog(level: string, to?: DestinationStream): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to ?? pino.destination(1));
  return (event, fields = {}) => logger.info(hushed(fields), event);
}

/** The last net: an error's message may quote what it was about, as PostgreSQL's do. */
function hushed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? hush(value) : value]));
}

const SECRETS = [
  // quoted words
  /"[^"]*"/g,
  // a platform's token
  /\b\d{4,}:[\w-]{8,}/g,
  // a password inside an address
  /(?<=:\/\/)[^/\s@]+(?=@)/g,
  // a phone number
  /(?:\+?84|\b0)\d(?:[\s.-]?\d){7,9}\b/g,
  // a one-time code
  /\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b/g,
];

const hush = (text: string): string => SECRETS.reduce((kept, secret) => kept.replace(secret, '…'), text);
