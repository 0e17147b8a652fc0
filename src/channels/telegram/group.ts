import type { Message, MessageEntity } from 'grammy/types';

/** Who this bot is. */
export interface Me {
  id: number;
  username: string;
}

/** In a group: whether these words are for this bot, by a command, its name, or a reply to it. */
export function isAddressed(message: Message, me: Me): boolean {
  if (message.reply_to_message?.from?.id === me.id) return true;
  const text = message.text ?? message.caption ?? '';
  return (message.entities ?? message.caption_entities ?? []).some((entity) => names(text, entity, me));
}

function names(text: string, entity: MessageEntity, me: Me): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  const said = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
  const name = `@${me.username.toLowerCase()}`;
  if (entity.type === 'mention') return said === name;
  // A command without a name reaches only the bots that were meant, by Telegram's own rules.
  return entity.type === 'bot_command' && entity.offset === 0 && (!said.includes('@') || said.endsWith(name));
}
