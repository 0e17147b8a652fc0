import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import cron from 'node-cron';
import { webChannel, webKeys } from './channels/web/index.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { ContentError } from './content.ts';
import { usualVoice, type Channel } from './conversation/index.ts';
import { linkAccount } from './org/index.ts';
import { fileLinks } from './ops/links.ts';
import { openLog, type Log } from './ops/log.ts';
import { openMetrics } from './ops/metrics.ts';
import { readiness } from './ops/ready.ts';
import { httpApp, listen } from './ops/server.ts';
import { telegramOf } from './platforms.ts';
import { buildProgram, newSecret, type Program } from './program.ts';
import { loadDemo, shipUnits } from './setup.ts';
import { standingRows, StoreError } from './store/index.ts';
import { webMessages } from './store/web-messages.ts';
import { dayOf } from './time.ts';

const base = dirname(dirname(fileURLToPath(import.meta.url)));
const ZONE = 'Asia/Ho_Chi_Minh';

/** The demonstration's clock: the real one, moved forward at will. */
function movableClock(begin: Date) {
  let ahead = begin.getTime() - Date.now();
  return { now: () => new Date(Date.now() + ahead), to: (then: Date) => (ahead = then.getTime() - Date.now()) };
}

/** Starts everything `env` asks for, as if it were `begin`. Returns where the page is and how to stop. */
export async function start(env: Record<string, string | undefined>, begin = new Date()) {
  const config = readConfig(env, base);
  const clock = movableClock(begin);
  const metrics = openMetrics(() => standingRows(program.db));
  const log = metrics.counting(openLog(config.logLevel));
  const program = await buildProgram(config, log, clock);
  await shipUnits(program);
  if (config.demo) await loadDemo(program);
  const links = fileLinks(await linkSecret(config), 30);
  const web = config.webChat ? webOf(program, clock, links, log) : null;
  const telegram = telegramOf(program, log);
  for (const channel of [web, telegram]) if (channel) program.channels.set(channel.name, channel as Channel);
  const app = httpApp({
    web: web?.app ?? null,
    telegramWebhook: config.telegram?.webhook && telegram ? (request) => telegram.webhook(request) : null,
    files: program.files,
    links,
    ready: readiness(() => program.reachable(), () => program.channels.values(), () => new Date()),
    metrics: () => metrics.text(),
    now: () => clock.now(),
  });
  const server = await listen(app, config.host, config.port);
  const tasks = schedule(program, log);
  for (const channel of program.channels.values()) await channel.start((envelope) => metrics.turn(envelope.channel, () => program.take(envelope)));
  void program.tick().catch((error: Error) => log('tick-failed', { error: error.name }));
  const stop = async (): Promise<void> => {
    for (const task of tasks) await task.destroy();
    for (const channel of program.channels.values()) await channel.stop();
    await server.close();
    await program.close();
  };
  return { program, address: `http://${config.host}:${server.port}`, mode: config.demo ? 'demo' : 'live', stop };
}

function webOf(program: Program, clock: ReturnType<typeof movableClock>, links: ReturnType<typeof fileLinks>, log: Log) {
  const { words, files, db, config } = program;
  const now = () => clock.now();
  return webChannel({
    files,
    messages: webMessages(db),
    link: (file) => links.link(file, now()),
    texts: Object.fromEntries(webKeys.map((key) => [key, words.render({ key }, usualVoice)])),
    log,
    now,
    ...(config.demo ? { demo: demoOf(program, clock) } : {}),
  });
}

/** Whom one may play, and the clock. */
function demoOf(program: Program, clock: ReturnType<typeof movableClock>) {
  const today = () => dayOf(clock.now());
  return {
    async people() {
      const tree = await program.org.tree(clock.now());
      const cadres = await program.org.all(today());
      return cadres.map((cadre) => {
        const [held] = cadre.positions;
        return { phone: cadre.phone, label: cadre.name, detail: held ? `${held.title}, ${tree.get(held.unitId)?.name ?? ''}` : '' };
      });
    },
    async enter(account: string, phone: string) {
      const cadre = await program.org.byPhone(phone, today());
      if (!cadre) return false;
      await program.db.transaction().execute((tx) => linkAccount(tx, cadre.id, { channel: 'web', account, chat: account }, clock.now()));
      return true;
    },
    now: () => clock.now(),
    async move(to: Date) {
      clock.to(to);
      await program.tick();
    },
  };
}

/** The clock: planning at its hour, delivery and silence every minute. What is due stands in SQL, so a missed tick loses nothing. */
function schedule(program: Program, log: Log) {
  const run = (name: string, work: () => Promise<unknown>) => () => work().catch((error: Error) => log(`${name}-failed`, { error: error.name }));
  const options = { timezone: ZONE, noOverlap: true };
  return [
    cron.schedule(program.config.remindCron, run('plan', () => program.plan()), { ...options, name: 'plan' }),
    cron.schedule('* * * * *', run('tick', () => program.tick()), { ...options, name: 'tick' }),
  ];
}

/** Links outlive a restart: their secret is kept beside the data. */
async function linkSecret({ dataDir }: Config): Promise<string> {
  const path = join(dataDir, 'link-secret');
  await mkdir(dataDir, { recursive: true });
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept) return kept;
  const fresh = newSecret();
  await writeFile(path, fresh, { mode: 0o600 });
  return fresh;
}

/** Whoever sends the signal kills a program that does not go; turns cut off then are taken again at the next start. */
const DRAIN_MS = 20_000;

function leave(stop: () => Promise<void>): void {
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  stop().then(() => process.exit(0), () => process.exit(1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { address, mode, program, stop } = await start(process.env);
    const where = program.words.render({ key: `started-${mode}`, args: { address } }, usualVoice);
    process.stdout.write(`${where}\n`);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(stop));
  } catch (error) {
    const known = error instanceof ConfigError || error instanceof ContentError || error instanceof StoreError;
    process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exit(error instanceof StoreError ? 3 : 1);
  }
}
