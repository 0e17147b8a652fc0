import pino from 'pino';

export type Log = (event: string, fields?: Record<string, unknown>) => void;

/** One line of JSON an event. Fields are ids, counts and kinds: never a text, a name, a phone number or a token. */
export function openLog(level: string): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return (event, fields = {}) => logger.info(fields, event);
}
