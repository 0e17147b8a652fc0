import { expect, test } from 'vitest';
import { Gate } from '../../../src/channels/telegram/gate.ts';
import { defaultLimits } from '../../../src/channels/telegram/options.ts';
import { stoppedClock } from './clock.ts';

/** When each of so many messages was let out, in milliseconds. */
async function outAt(count: number, cost = 1): Promise<number[]> {
  const clock = stoppedClock();
  const gate = new Gate(clock, defaultLimits);
  const times: number[] = [];
  const all = Array.from({ length: count }, () => gate.slot('push', cost).then(() => times.push(clock.now())));
  await clock.runUntil(Promise.all(all));
  return times;
}

test('no second sees more than thirty messages, and hardly fewer', async () => {
  const times = await outAt(91);
  const busiest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
  // This clock wakes sleepers up to 20 ms late, so one message of the second before may fall into the next.
  expect(busiest).toBeLessThanOrEqual(31);
  expect(times.at(-1)).toBeLessThanOrEqual(3020);
});

test('a message waits for nothing when nothing else is on its way', async () => {
  expect(await outAt(1)).toEqual([0]);
});

test('an album counts as many messages as it has pictures', async () => {
  const times = await outAt(4, 10);
  expect(times.at(-1)).toBeGreaterThanOrEqual(1000);
});

test('a pause without messages is not saved up for a burst', async () => {
  const clock = stoppedClock();
  const gate = new Gate(clock, defaultLimits);
  await gate.slot('answer', 1);
  await clock.advance(60_000);
  const times: number[] = [];
  await clock.runUntil(Promise.all([1, 2, 3].map(() => gate.slot('answer', 1).then(() => times.push(clock.now())))));
  expect(times[0]).toBe(60_000);
  expect(times[2]).toBeGreaterThanOrEqual(60_066);
});
