import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { parse, stringify } from 'yaml';
import { telegramChannel } from '../src/channels/telegram/index.ts';
import { loadNames } from '../src/cli/simulation/names.ts';
import { populate } from '../src/cli/simulation/population.ts';
import { readConfig } from '../src/config.ts';
import { buildProgram, type Program } from '../src/program.ts';
import { planReminders } from '../src/reminders/index.ts';
import { openDatabase, openScratch, type Database, type Db } from '../src/store/index.ts';
import { instantOf } from '../src/time.ts';
import { freshDatabase } from '../test/servers/fresh.ts';

/**
 * A day's plan for 100,000 cadres × 20 indicators over 11,371 units, on the server of DATABASE_URL (in a database of its
 * own, dropped afterwards) or embedded without it; then a broadcast through the real Telegram channel to a stand-in that
 * allows 30 messages a second and refuses the rest, while people go on asking.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const names = loadNames(`${root}content`);
const titles = names.titles.slice(0, 3);
const UNITS = 11_371;
const CADRES = 100_000;
const INDICATORS = 20;
const REPORTS_A_UNIT = 5;
const BROADCAST = 900;
const ALLOWED = 30;
const ASK_EVERY_MS = 250;

const folder = await mkdtemp(join(tmpdir(), 'hoi-bench-'));
const clock = { now: () => instantOf('2026-12-17', '08:00') };

/** The shipped content with twenty yearly indicators, all due in fourteen days. */
async function contentOf(): Promise<string> {
  const content = join(folder, 'content');
  await cp(join(root, 'content'), content, { recursive: true });
  const file = join(content, 'indicators/2022-2027.yaml');
  const term = parse(await readFile(file, 'utf8')) as { indicators: { id: string; kind: string }[] };
  const count = term.indicators.find((one) => one.kind === 'count')!;
  const indicators = Array.from({ length: INDICATORS }, (_, at) => ({ ...count, id: `b${at + 1}`, number: at + 1 }));
  await writeFile(file, stringify({ ...term, indicators }));
  return content;
}

async function openBase(): Promise<{ database: Database; drop(): Promise<void> }> {
  if (!process.env['DATABASE_URL']) return { database: await openScratch(), drop: async () => undefined };
  const fresh = await freshDatabase();
  return { database: await openDatabase({ url: fresh.url }), drop: fresh.drop };
}

async function program(contentDir: string, database: Database): Promise<Program> {
  const config = readConfig({ DATA_DIR: folder, CONTENT_DIR: contentDir, LOG_LEVEL: 'silent' }, root);
  return buildProgram(config, () => undefined, clock, database);
}

/** Reports of this year that bring nothing for the indicators, so that the planner has something to read. */
async function report(db: Db): Promise<void> {
  await sql`with filed as (
      insert into reports (code, unit_id, kind, title, day, answers, status, filed_at, effect_key)
      select 'B-' || u.id || '-' || n, u.id, 'khac', 'x', date '2026-01-05' + n * 30, '{}', 'accepted', timestamptz '2026-03-01', 'B-' || u.id || '-' || n
      from units u, generate_series(1, ${REPORTS_A_UNIT}::int) n where u.parent_id is not null returning id)
    insert into report_measures (report_id, measure, value) select id, 'luot-nguoi', 40 from filed`.execute(db);
}

async function planning(contentDir: string) {
  const { database, drop } = await openBase();
  try {
    await populate(database.db, names, { units: UNITS, cadres: CADRES, titles }, clock.now());
    await report(database.db);
    if (database.kind === 'server') await sql`analyze`.execute(database.db);
    const { planning: deps } = await program(contentDir, database);
    const begin = performance.now();
    const done = await planReminders(deps, clock.now(), '08:00');
    const seconds = (performance.now() - begin) / 1000;
    const again = performance.now();
    await planReminders(deps, clock.now(), '08:00');
    return { digests: done!.digests, seconds: round(seconds), againMs: round(performance.now() - again), megabytes: Math.round(process.memoryUsage().rss / 1e6) };
  } finally {
    await database.close();
    await drop();
  }
}

/** Telegram's server as to its allowance: a bucket of thirty, filled at thirty a second; 429 when it is empty. */
async function strictServer() {
  const seen = { messages: 0, refused: 0, first: 0, last: 0 };
  let bucket = ALLOWED;
  let filledAt = performance.now();
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const now = performance.now();
      bucket = Math.min(ALLOWED, bucket + ((now - filledAt) / 1000) * ALLOWED);
      filledAt = now;
      if (bucket < 1) {
        seen.refused++;
        return response.writeHead(429, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } }));
      }
      bucket--;
      seen.first ||= now;
      seen.last = now;
      seen.messages++;
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result: { message_id: seen.messages, date: 0, chat: { id: 1, type: 'private' } } }));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void (server.closeAllConnections(), server.close()) };
}

async function broadcast() {
  const { database, drop } = await openBase();
  const server = await strictServer();
  try {
    const people = await populate(database.db, names, { units: 300, cadres: BROADCAST, titles }, clock.now());
    const running = await program(join(root, 'content'), database);
    const options = { token: '4242:made-up-token', apiRoot: server.url, files: running.files, commands: [], contactLabel: '', log: () => undefined };
    running.channels.set('telegram', telegramChannel(options));
    await running.plan();
    const waits: number[] = [];
    const askers = [...people.cadresOf.values()].flat().slice(0, 50);
    let asked = 0;
    const ask = async (): Promise<void> => {
      const account = String(askers[asked % askers.length]);
      const begin = performance.now();
      await running.take({ channel: 'telegram', account, chat: account, update: `bench-${asked++}`, private: true, input: { kind: 'command', name: 'trogiup', args: '' } });
      waits.push(performance.now() - begin);
    };
    const asking: Promise<void>[] = [];
    const timer = setInterval(() => void asking.push(ask()), ASK_EVERY_MS);
    const sent = await running.deliver();
    clearInterval(timer);
    const seconds = (server.seen.last - server.seen.first) / 1000;
    const { messages, refused } = server.seen;
    await Promise.all(asking);
    const used = ((messages - 1) / seconds / ALLOWED) * 100;
    return { pushes: sent, answers: waits.length, seconds: round(seconds), perSecond: round((messages - 1) / seconds), usedPercent: round(used), refused429: refused, answerP50Ms: round(percentile(waits, 0.5)), answerP95Ms: round(percentile(waits, 0.95)) };
  } finally {
    server.close();
    await database.close();
    await drop();
  }
}

const percentile = (values: number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
const round = (value: number): number => Math.round(value * 100) / 100;

const where = process.env['DATABASE_URL'] ? 'PostgreSQL' : 'embedded';
const content = await contentOf();
const results = { where, units: UNITS, cadres: CADRES, indicators: INDICATORS, planning: await planning(content), broadcast: await broadcast() };
await rm(folder, { recursive: true, force: true });
for (const [name, of] of [['planning', results.planning], ['broadcast', results.broadcast]] as const) {
  process.stdout.write(`${name} (${where})\n`);
  for (const [key, value] of Object.entries(of)) process.stdout.write(`  ${key.padEnd(14)} ${value}\n`);
}
await mkdir(join(root, 'bench/results'), { recursive: true });
await writeFile(join(root, `bench/results/reminders-${where.toLowerCase()}.json`), `${JSON.stringify(results, null, 2)}\n`);
