import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { pictureOf } from '../../src/cli/simulation/picture.ts';
import { isProven, proofOf, type Out } from '../../src/cli/simulation/proof.ts';
import { runSeason, type Season } from '../../src/cli/simulation/season.ts';
import { readConfig } from '../../src/config.ts';
import { loadCalendar } from '../../src/reminders/index.ts';
import { instantOf } from '../../src/time.ts';

const base = fileURLToPath(new URL('../../', import.meta.url));
const config = readConfig({ DATA_DIR: tmpdir(), LOG_LEVEL: 'silent' }, base);
const calendar = loadCalendar(`${base}content/calendar.yaml`);

let season: Season;
beforeAll(async () => {
  season = await runSeason(config, { from: '2026-12-01', to: '2027-01-15', units: 8, cadres: 40, seed: 10, faults: true });
}, 60_000);

test('with processes that die, clocks that go back and a platform that fails, every promise is kept', () => {
  expect(season.proof).toMatchObject({ doubled: 0, inQuietHours: 0, onDaysOff: 0, afterDone: 0, whileSnoozed: 0, moreThanOnceADay: 0, unremindedBeforeDeadline: 0 });
  expect(isProven(season.proof)).toBe(true);
  expect(season.proof.messages).toBeGreaterThan(50);
  expect(season.proof.deadlines).toBeGreaterThan(0);
});

test('the same seed plays the same reports', async () => {
  const again = await runSeason(config, { ...season.options, to: '2026-12-10' });
  const twice = await runSeason(config, { ...season.options, to: '2026-12-10' });
  expect(again.counts['reports']).toBe(twice.counts['reports']);
}, 60_000);

test('a program that keeps silent before a deadline is found out by the books', async () => {
  const contentDir = mkdtempSync(join(tmpdir(), 'hoi-silent-'));
  cpSync(config.contentDir, contentDir, { recursive: true });
  const term = join(contentDir, 'indicators/2022-2027.yaml');
  writeFileSync(term, readFileSync(term, 'utf8').replace(/^remind: .*$/m, 'remind: { days-before: [], half-way: false }'));
  const silent = await runSeason({ ...config, contentDir }, { ...season.options, from: '2026-12-10', to: '2026-12-31', units: 4, cadres: 12, faults: false });
  rmSync(contentDir, { recursive: true });
  expect(silent.proof.deadlines).toBeGreaterThan(0);
  expect(silent.proof.unremindedBeforeDeadline).toBe(silent.proof.deadlines);
  expect(isProven(silent.proof)).toBe(false);
}, 60_000);

test('the picture shows every week', () => {
  const svg = pictureOf(season, (key) => key);
  expect(svg.match(/<rect x/g)).toHaveLength(season.weeks.length);
});

test('the proof sees a broken promise', () => {
  const good: Out = { at: instantOf('2026-12-17', '08:00'), cadreId: 1, out: true, reminded: [{ unitId: 'a', indicatorId: 'ct3' }], afterDone: 0, snoozed: false };
  const broken = (...outs: Partial<Out>[]) => proofOf(outs.map((one) => ({ ...good, ...one })), [], calendar, config.quiet);
  expect(isProven(broken({}))).toBe(true);
  expect(broken({}, {})).toMatchObject({ doubled: 1, moreThanOnceADay: 1 });
  expect(broken({ at: instantOf('2026-12-17', '21:00') }).inQuietHours).toBe(1);
  expect(broken({ at: instantOf('2026-12-19', '08:00') }).onDaysOff).toBe(1);
  expect(broken({ at: instantOf('2027-02-08', '08:00') }).onDaysOff).toBe(1);
  expect(broken({ afterDone: 1 }).afterDone).toBe(1);
  expect(broken({ snoozed: true }).whileSnoozed).toBe(1);
  expect(broken({ out: false }, {}).moreThanOnceADay).toBe(0);
  const missed = { unitId: 'b', indicatorId: 'ct3', deadline: '2026-12-31', openSince: '2026-01-01' };
  const unreminded = (...outs: Partial<Out>[]) => proofOf(outs.map((one) => ({ ...good, ...one })), [missed], calendar, config.quiet).unremindedBeforeDeadline;
  const ofB = [{ unitId: 'b', indicatorId: 'ct3' }];
  expect(unreminded({})).toBe(1);
  expect(unreminded({ reminded: ofB })).toBe(0);
  expect(unreminded({ reminded: ofB, out: false })).toBe(1);
  expect(unreminded({ reminded: ofB, at: instantOf('2026-07-02', '08:00') })).toBe(1);
});
