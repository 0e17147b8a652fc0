import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';
import { readScript } from '../support/script.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const scenes = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => one.name);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

const scriptsOf = (scene: string) =>
  readdirSync(join(folder, scene))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, scene, name))
    .map((path) => ({ path, script: readScript(readFileSync(path, 'utf8')) }));

describe.each(scenes)('%s', (scene) => {
  test.each(scriptsOf(scene))('$script.title', async ({ path, script }) => {
    const { text } = await stage.play(script);
    await expect(text).toMatchFileSnapshot(path);
  });
});
