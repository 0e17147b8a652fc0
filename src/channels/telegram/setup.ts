import { UPDATES } from './arrival.ts';
import type { Client } from './client.ts';
import { call, why } from './errors.ts';
import type { Me } from './group.ts';
import type { TelegramOptions } from './options.ts';

/** Asks who we are. Throws TelegramError. */
export async function askMe({ setup }: Client): Promise<Me> {
  const { id, username } = await call('getMe', () => setup.getMe());
  return { id, username };
}

/** Everything Telegram must know before updates come. Safe to repeat. Throws TelegramError. */
export async function prepare(client: Client, options: TelegramOptions): Promise<Me> {
  const me = await askMe(client);
  await chooseDelivery(client, options);
  await showCommands(client, options);
  return me;
}

/** What waits at Telegram is never dropped. */
async function chooseDelivery({ setup }: Client, { webhook }: TelegramOptions): Promise<void> {
  if (!webhook) {
    await call('deleteWebhook', () => setup.deleteWebhook());
    return;
  }
  const { url, secret } = webhook;
  await call('setWebhook', () => setup.setWebhook(url, { secret_token: secret, allowed_updates: UPDATES }));
}

/** Only for private chats: in a group the bot does nothing for anyone. A menu that cannot be set is no reason to be silent. */
async function showCommands({ setup }: Client, { commands, log }: TelegramOptions): Promise<void> {
  try {
    await call('setMyCommands', () => setup.setMyCommands(commands, { scope: { type: 'all_private_chats' } }));
  } catch (error) {
    log('telegram-commands-not-set', { severity: 'error', why: why(error) });
  }
}
