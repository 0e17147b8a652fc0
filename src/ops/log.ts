import pino from 'pino';

export type Log = (event: string, fields?: Record<string, unknown>) => void;

/** One line of JSON an event. Fields are ids, counts and kinds: never a text, a name, a phone number or a token. */
export function openLog(level: string): Log & { error: Log } {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const info: Log = (event, fields = {}) => logger.info(fields, event);
  return Object.assign(info, { error: ((event, fields = {}) => logger.error(fields, event)) as Log });
}
