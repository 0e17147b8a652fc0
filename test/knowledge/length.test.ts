import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cardText, entryChoices, entryText } from '../../scenes/procedure-words.ts';
import type { World } from '../../scenes/world.ts';
import { capabilities, renderReplies, reply, usualVoice, type ChannelName } from '../../src/conversation/index.ts';
import { fluentWords } from '../../src/words.ts';
import { knowledge } from './helpers.ts';

const words = fluentWords(fileURLToPath(new URL('../../locales/vi', import.meta.url)));
const world = { knowledge, today: '2026-11-24', person: { known: true } } as unknown as World;
const channels = Object.keys(capabilities) as ChannelName[];
const messages = (channel: ChannelName, one: Parameters<typeof renderReplies>[0][number]) => renderReplies([one], { words, voice: usualVoice, capabilities: capabilities[channel], turn: 1 });

// A phone shows the beginning of a message last: an answer in two pieces is read from its end.
test.each(channels)('every part of every procedure is one message on %s', (channel) => {
  const long = knowledge.content.entries.flatMap((entry) =>
    [null, ...entry.sections.map(({ id }) => id)].flatMap((section) => {
      const sent = messages(channel, reply(entryText(entry, section, world), { choices: entryChoices(entry, section, true) }));
      return sent.length === 1 ? [] : [`${entry.id} ${section ?? ''}: ${sent.map(({ text }) => text.length).join(' + ')}`];
    }),
  );
  expect(long).toEqual([]);
});

test('a part longer than Zalo carries would be found', () => {
  const [entry] = knowledge.content.entries;
  const [section] = entry!.sections;
  const long = { ...entry!, sections: [{ ...section!, lines: Array.from({ length: 200 }, () => section!.lines[0]!) }] };
  expect(messages('zalo', reply(entryText(long, section!.id, world))).length).toBeGreaterThan(1);
});

test.each(channels)('every safety card is one message on %s', (channel) => {
  for (const card of knowledge.content.cards) expect(messages(channel, reply(cardText(card))), card.id).toHaveLength(1);
});
