import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { readConfig } from '../src/config.ts';
import { buildProgram, type Program } from '../src/program.ts';
import { shipUnits } from '../src/setup.ts';
import { openDatabase } from '../src/store/index.ts';
import { dayOf } from '../src/time.ts';
import { linked } from '../test/support/people.ts';

/**
 * Complete reports a second through the whole pipeline, and how long one step takes: on the servers of DATABASE_URL
 * (an empty database of its own: rows are left in it) and REDIS_URL, or embedded without them. `npm start` has node make
 * room for 32 MB of young objects; so has this with NODE_OPTIONS=--max-semi-space-size=32.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const servers = process.env['DATABASE_URL'] !== undefined;
const PEOPLE = servers ? 200 : 20;
/** Rounds that count, after one that only warms up. */
const ROUNDS = 4;
/**
 * Two kinds of activity, half of the people each: one that moves no indicator, one that moves one (its receipt says so);
 * and the two ways to the same report: question by question, and in one line.
 */
const kinds = [
  {
    steps: (day: string, topic: string) => ['/baocao', 'Sinh hoạt chi hội', day, topic, '42', 'không có ảnh', 'gửi báo cáo'],
    line: (day: string, topic: string) => [`Báo cáo: ${day} sinh hoạt chi hội, nội dung ${topic}, 42 người dự`, 'không có ảnh', 'gửi báo cáo'],
  },
  {
    steps: (day: string, topic: string) => ['/baocao', 'Truyền thông, tập huấn', day, topic, 'Nhà văn hóa tổ 5', '85', 'Công an phường', 'không có ảnh', 'gửi báo cáo'],
    line: (day: string, topic: string) => [`Báo cáo: ${day} truyền thông về ${topic} tại nhà văn hóa tổ 5, 85 người, phối hợp công an phường`, 'không có ảnh', 'gửi báo cáo'],
  },
] as const;
type Way = keyof (typeof kinds)[number];

const config = readConfig({ ...process.env, DATA_DIR: join(tmpdir(), 'hoi-bench'), LOG_LEVEL: 'silent', WEB_CHAT: 'off' }, root);
const database = servers ? undefined : await openDatabase({ memory: await PGlite.create() });
const now = new Date();
const program = await buildProgram(config, () => undefined, { now: () => now }, database);
await shipUnits(program);
const people = await admit(program);
program.channels.set('web', { name: 'web', start: async () => undefined, stop: async () => undefined, check: async () => 'bench', send: async () => undefined });

/** One commune chairwoman each, round the communes; no two are each other's level above. */
async function admit({ db, org, policy }: Program): Promise<string[]> {
  const communes = (await org.tree()).all.filter((unit) => ['xã', 'phường'].includes(unit.kind) && unit.to === null);
  return Promise.all(
    Array.from({ length: PEOPLE }, async (_, at) => {
      const phone = `+8497${String(Date.now() % 100_000).padStart(5, '0')}${String(at).padStart(3, '0')}`;
      const { id } = await db.insertInto('cadres').values({ name: `Cán bộ ${at}`, phone, left_on: null }).returning('id').executeTakeFirstOrThrow();
      await db.insertInto('positions').values({ cadre_id: id, unit_id: communes[at % communes.length]!.id, title: 'Chủ tịch' }).execute();
      const account = `bench-${id}`;
      await linked(db, id, 'web', account, policy.notice, now);
      return account;
    }),
  );
}

/** Words that no other report of her commune has. */
function topicOf(account: string): string {
  const number = account.replace(/\D/g, '');
  return ['a', 'b', 'c', 'd'].map((letter) => number + letter).join(' ');
}

const times: number[] = [];
let update = 0;
async function take(account: string, text: string): Promise<void> {
  const input = text.startsWith('/') ? ({ kind: 'command', name: text.slice(1), args: '' } as const) : ({ kind: 'text', text } as const);
  const begin = performance.now();
  await program.take({ channel: 'web', account, chat: account, update: `bench-${process.pid}-${update++}`, private: true, input });
  times.push(performance.now() - begin);
}

/** How many days back the next round's reports lie: a day of its own each, else the second like it is asked about. */
let back = 0;

async function fileAll(way: Way): Promise<void> {
  const day = dayBack(++back);
  await Promise.all(people.map(async (account, at) => {
    for (const text of kinds[at % 2]![way](day, topicOf(account))) await take(account, text);
  }));
}

async function measured(way: Way) {
  await fileAll(way);
  times.length = 0;
  const cpu = process.cpuUsage();
  const begin = performance.now();
  for (let round = 0; round < ROUNDS; round++) await fileAll(way);
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    reportsPerSecond: Math.round((PEOPLE * ROUNDS) / seconds),
    turnsPerSecond: Math.round(times.length / seconds),
    processorMsPerTurn: round1((user + system) / 1000 / times.length),
    stepP95MsUnderLoad: round1(p95(times)),
  };
}

function dayBack(days: number): string {
  const day = new Date(Date.parse(`${dayOf(now)}T00:00:00Z`) - days * 86_400_000).toISOString();
  return `${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

const steps = await measured('steps');
const line = await measured('line');
const { n } = await program.db.selectFrom('reports').select((is) => is.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
const wanted = PEOPLE * (ROUNDS + 1) * 2;
if (n !== wanted) throw new Error(`${n} reports of ${wanted}`);
const result = {
  store: servers ? `PostgreSQL, ${config.redisUrl ? 'Redis' : 'no Redis'}` : 'embedded',
  people: PEOPLE,
  reports: n,
  steps,
  line,
  stepP95MsAlone: round1(await aloneP95()),
};
for (const [name, value] of Object.entries({ store: result.store, people: PEOPLE, reports: n, 'step p95 alone, ms': result.stepP95MsAlone })) process.stdout.write(`${name.padEnd(20)} ${value}\n`);
console.table({ steps, line });
mkdirSync(`${root}bench/results`, { recursive: true });
writeFileSync(`${root}bench/results/reports.json`, `${JSON.stringify(result, null, 2)}\n`);
await program.close();

/** One cadre with nobody else there. */
async function aloneP95(): Promise<number> {
  times.length = 0;
  for (let round = 0; round < 5; round++) for (const text of [...kinds[0].steps(dayBack(1), 'Triển khai nhiệm vụ').slice(0, -1), '/huy']) await take(people[0]!, text);
  return p95(times);
}

function p95(all: number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)]!;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
