import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadNames } from '../../src/cli/simulation/names.ts';
import { populate } from '../../src/cli/simulation/population.ts';
import { readConfig } from '../../src/config.ts';
import type { RenderedReply } from '../../src/conversation/index.ts';
import { buildProgram, type Program } from '../../src/program.ts';
import { openDatabase } from '../../src/store/index.ts';
import { instantOf } from '../../src/time.ts';
import { freshDatabase, freshRedis } from './fresh.ts';

// Two programs on one PostgreSQL and one Redis, as on two machines.
const TITLES = ['Chủ tịch', 'Phó Chủ tịch', 'Cán bộ chuyên trách'];
const PEOPLE = 60;
const clock = { at: instantOf('2026-12-17', '08:00') };
let database: Awaited<ReturnType<typeof freshDatabase>>;
let redis: Awaited<ReturnType<typeof freshRedis>>;
let programs: Program[];
const told: { cadreId: string; by: number; replies: RenderedReply[] }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  redis = await freshRedis(3);
  const store = await openDatabase({ url: database.url });
  await populate(store.db, loadNames(fileURLToPath(new URL('../../content', import.meta.url))), { units: 20, cadres: PEOPLE, titles: TITLES }, clock.at);
  await store.close();
  const env = { DATABASE_URL: database.url, REDIS_URL: redis.url, DATA_DIR: join(tmpdir(), 'hoi-servers'), LOG_LEVEL: 'silent' };
  const config = readConfig(env, fileURLToPath(new URL('../../', import.meta.url)));
  programs = await Promise.all([1, 2].map(async (by) => {
    const program = await buildProgram(config, () => undefined, { now: () => clock.at });
    program.channels.set('telegram', {
      name: 'telegram',
      start: async () => undefined,
      stop: async () => undefined,
      check: async () => 'test',
      send: async ({ account }, replies) => void told.push({ cadreId: account, by, replies }),
    });
    return program;
  }));
}, 60_000);
afterAll(async () => {
  for (const program of programs ?? []) await program.close();
  await redis?.forgetAll();
  await database?.drop();
});

test('two machines plan and send at once: everybody hears one digest', async () => {
  await Promise.all(programs.map((program) => program.tick()));
  const cadres = told.map((one) => one.cadreId);
  expect(cadres).toHaveLength(PEOPLE);
  expect(new Set(cadres).size).toBe(PEOPLE);
  const rows = await programs[0]!.db.selectFrom('pushes').select(['state', (is) => is.fn.countAll<number>().as('count')]).groupBy('state').execute();
  expect(rows).toEqual([{ state: 'sent', count: PEOPLE }]);
  expect(await programs[0]!.db.selectFrom('planned_days').select('digests').execute()).toEqual([{ digests: PEOPLE }]);
}, 60_000);

test('what one machine claimed and never sent, the other sends after the lease; what may have left stays unknown', async () => {
  const [one, other] = [programs[0]!, programs[1]!];
  clock.at = instantOf('2026-12-24', '08:00');
  await one.plan();
  told.length = 0;
  const half = await one.db.selectFrom('pushes').select('id').where('state', '=', 'planned').orderBy('id').limit(30).execute();
  const [left, ...waiting] = half.map((row) => row.id);
  const until = new Date(clock.at.getTime() + 120_000);
  await one.db.updateTable('pushes').set({ state: 'claimed', claimed_until: until, attempts: 1 }).where('id', 'in', [left!, ...waiting]).execute();
  await one.db.updateTable('pushes').set({ sending_at: clock.at }).where('id', '=', left!).execute();
  await other.deliver();
  expect(told).toHaveLength(PEOPLE - 30);
  clock.at = instantOf('2026-12-24', '08:03');
  await other.deliver();
  expect(told).toHaveLength(PEOPLE - 1);
  expect(await one.db.selectFrom('pushes').select('id').where('state', '=', 'unknown').execute()).toEqual([{ id: left }]);
}, 60_000);
