import { telegramChannel } from './channels/telegram/index.ts';
import { usualVoice } from './conversation/index.ts';
import type { Log } from './ops/log.ts';
import type { Program } from './program.ts';

/** The Telegram bot of the settings, not yet started; null without a token. */
export function telegramOf({ config: { telegram }, words, files, commands }: Program, log: Log) {
  if (!telegram) return null;
  return telegramChannel({
    token: telegram.token,
    ...(telegram.apiRoot ? { apiRoot: telegram.apiRoot } : {}),
    ...(telegram.webhook ? { webhook: telegram.webhook } : {}),
    files,
    commands,
    contactLabel: words.render({ key: 'identify-contact-button' }, usualVoice),
    log,
  });
}
