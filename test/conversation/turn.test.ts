import { afterAll, beforeAll } from 'vitest';
import { play, type Play } from '../support/play.ts';
import { turnPromise } from './turn-promise.ts';

let stage: Play;
beforeAll(async () => {
  stage = await play();
}, 60_000);
afterAll(() => stage.close());

turnPromise(() => stage);
