import { isAbsolute, join } from 'node:path';
import { z } from 'zod';

/** The environment was wrong: every fault, one a line, without any value of a secret. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const optional = z.string().trim().min(1).optional();
const url = z.url('là một địa chỉ đầy đủ, ví dụ https://example.org').optional();
const onOff = z.enum(['on', 'off'], 'là on hoặc off');

const shape = z.object({
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d+:[\w-]+$/, 'có dạng 123456:ABC…').optional(),
  TELEGRAM_API_ROOT: url,
  TELEGRAM_WEBHOOK_URL: z.url({ protocol: /^https$/, error: 'là một địa chỉ https' }).optional(),
  TELEGRAM_WEBHOOK_SECRET: z.string().regex(/^[\w-]{8,256}$/, 'gồm 8 đến 256 chữ cái, số, gạch').optional(),
  PUBLIC_URL: url,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('là một số').int().min(0).max(65535).default(8080),
  WEB_CHAT: onOff.default('on'),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'có dạng redis://máy:cổng' }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'có dạng postgres://người:mật-khẩu@máy/tên' }).optional(),
  DATA_DIR: z.string().default('./data'),
  CONTENT_DIR: z.string().default('./content'),
  REMIND_AT: z.string().regex(/^\d{1,2} \d{1,2} \S+ \S+ \S+$/, 'là lịch cron có phút và giờ cụ thể, ví dụ "0 8 * * *"').default('0 8 * * *'),
  QUIET_HOURS: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'có dạng 20:00-07:00').default('20:00-07:00'),
  MODEL_URL: z.url({ protocol: /^https?$/, error: 'là địa chỉ đầy đủ của máy chủ tương thích OpenAI, ví dụ https://example.org/v1' }).optional(),
  MODEL_NAME: z.string().optional(),
  MODEL_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'là debug, info, warn, error hoặc silent').default('info'),
  DEMO: onOff.optional(),
});

export type Config = ReturnType<typeof readConfig>;

/** Parses the environment once. Throws ConfigError with every fault; empty variables count as not set. */
export function readConfig(env: Record<string, string | undefined>, base: string) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && optional.safeParse(value).success));
  const read = shape.safeParse(given);
  const faults = read.success ? together(read.data) : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!read.success || faults.length > 0) throw new ConfigError(faults.join('\n'));
  const set = read.data;
  const [from = '', to = ''] = set.QUIET_HOURS.split('-');
  const [minute = '0', hour = '8'] = set.REMIND_AT.split(' ');
  const path = (folder: string): string => (isAbsolute(folder) ? folder : join(base, folder));
  return {
    telegram: set.TELEGRAM_BOT_TOKEN
      ? { token: set.TELEGRAM_BOT_TOKEN, apiRoot: set.TELEGRAM_API_ROOT, webhook: set.TELEGRAM_WEBHOOK_URL ? { url: set.TELEGRAM_WEBHOOK_URL, secret: set.TELEGRAM_WEBHOOK_SECRET! } : undefined }
      : null,
    publicUrl: set.PUBLIC_URL,
    host: set.HOST,
    port: set.PORT,
    webChat: set.WEB_CHAT === 'on',
    redisUrl: set.REDIS_URL,
    databaseUrl: set.DATABASE_URL,
    dataDir: path(set.DATA_DIR),
    contentDir: path(set.CONTENT_DIR),
    localesDir: join(base, 'locales/vi'),
    remindCron: set.REMIND_AT,
    remindClock: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
    quiet: { from, to },
    model: set.MODEL_URL ? { url: set.MODEL_URL, name: set.MODEL_NAME!, key: set.MODEL_KEY } : null,
    logLevel: set.LOG_LEVEL,
    demo: set.DEMO === undefined ? !set.TELEGRAM_BOT_TOKEN && !set.DATABASE_URL && !set.REDIS_URL : set.DEMO === 'on',
  };
}

function together(set: z.infer<typeof shape>): string[] {
  const [minute = 0, hour = 0] = set.REMIND_AT.split(' ').map(Number);
  return [
    ...(set.TELEGRAM_WEBHOOK_URL && !set.TELEGRAM_WEBHOOK_SECRET ? ['TELEGRAM_WEBHOOK_SECRET: cần có khi đặt TELEGRAM_WEBHOOK_URL'] : []),
    ...(set.MODEL_URL && !set.MODEL_NAME ? ['MODEL_NAME: cần có khi đặt MODEL_URL'] : []),
    ...(minute > 59 || hour > 23 ? ['REMIND_AT: phút từ 0 đến 59, giờ từ 0 đến 23'] : []),
  ];
}
