import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capabilities, type ChannelName } from '../../src/conversation/index.ts';
import { readScript } from '../support/script.ts';
import { openStage, type Stage } from '../support/stage.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
/** The terminal has the same table as Zalo but for its length. */
const others: ChannelName[] = ['zalo', 'web'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

describe.each(others)('every conversation on %s', (channel) => {
  const { textLimit, buttons } = capabilities[channel];
  test.each(files)('%s ends with the same records, in messages that fit', async (file) => {
    const script = readScript(readFileSync(join(folder, file), 'utf8'));
    const there = await stage.play(script, channel);
    const choices = there.replies.flatMap((reply) => reply.choices);
    expect(there.replies.filter((reply) => reply.text.length > textLimit)).toEqual([]);
    expect(choices.filter((choice) => Buffer.byteLength(choice.data) > 64)).toEqual([]);
    const unseen = there.replies.flatMap((reply) => reply.choices.filter((choice) => !buttons && !reply.text.includes(choice.label)));
    expect(unseen).toEqual([]);
    const { noted } = await stage.play(script);
    expect(there.noted).toEqual(there.whole ? noted : noted.slice(0, there.noted.length));
  });
});
