import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RedisAdapter } from '@grammyjs/storage-redis';
import { Bot, session, type Context, type SessionFlavor } from 'grammy';
import { end, go, reply, say, takeTurn, type Session, type TurnDeps, type TurnWorld } from '../src/conversation/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { openRedis, processLocks, redisLocks, redisSessions } from '../src/store/index.ts';
import { measure, readRows, table } from './knowledge/measure.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const PEOPLE = 200;
const STEPS = 10;

/** A form of ten steps, kept between messages in Redis (REDIS_URL) or in memory: turns a second through each. */
async function turns(): Promise<{ ours: number; grammy: number; store: string }> {
  const url = process.env['REDIS_URL'];
  const redis = url ? await openRedis(url) : null;
  const ours = await perSecond(await ourForm(redis));
  const grammy = await perSecond(grammyForm(redis));
  redis?.disconnect();
  return { ours, grammy, store: redis ? 'Redis' : 'memory' };
}

type Feed = (person: number, step: number) => Promise<void>;

async function perSecond(feed: Feed): Promise<number> {
  const run = async () => {
    for (let step = 0; step < STEPS; step++) await Promise.all(Array.from({ length: PEOPLE }, (_, person) => feed(person, step)));
  };
  await run();
  const begin = performance.now();
  await run();
  return Math.round((PEOPLE * STEPS) / ((performance.now() - begin) / 1000));
}

async function ourForm(redis: Awaited<ReturnType<typeof openRedis>> | null): Promise<Feed> {
  const kept = new Map<string, string>();
  const memory = {
    load: async (person: string) => (kept.has(person) ? (JSON.parse(kept.get(person)!) as Session) : null),
    save: async (person: string, value: Session) => void kept.set(person, JSON.stringify(value)),
  };
  type State = { step: string; at: number };
  const ask = (at: number) => [reply(say('report-example', { example: String(at) }))];
  const form = {
    name: 'form',
    version: 1,
    migrations: {},
    parse: (state: unknown) => state as State,
    for: 'anyone' as const,
    enter: async () => go<State>({ step: 'ask', at: 0 }, ask(0)),
    step: async (state: State) => (state.at + 1 >= STEPS ? end(ask(state.at)) : go<State>({ step: 'ask', at: state.at + 1 }, ask(state.at + 1))),
  };
  let update = 0;
  const deps: TurnDeps<TurnWorld> = {
    house: { scenes: { form }, commands: {}, fallback: 'form', stranger: 'form', contact: { scene: 'form', state: null }, alarm: async () => null, aside: async () => null },
    words: { render: (text) => ('quote' in text ? text.quote : 'x') },
    voice: () => ({ address: 'chị' }),
    locks: redis ? redisLocks(redis) : processLocks(),
    sessions: redis ? redisSessions(redis) : memory,
    ledger: { find: async () => null, commit: async (_, __, ___, finish) => finish([]) },
    world: async ({ account }) => ({ now: new Date(), turnId: 'x', person: { key: `bench:${account}`, known: false } }),
    send: async () => undefined,
    undelivered: async () => undefined,
  };
  return (person, step) => takeTurn(deps, { channel: 'web', account: `${person}`, chat: `${person}`, update: `${Date.now()}-${update++}`, private: true, input: { kind: 'text', text: `answer ${step}` } });
}

function grammyForm(redis: Awaited<ReturnType<typeof openRedis>> | null): Feed {
  type Ours = Context & SessionFlavor<{ at: number }>;
  const bot = new Bot<Ours>('1:bench', { botInfo: { id: 1, is_bot: true, first_name: 'b', username: 'b', can_join_groups: false, can_read_all_group_messages: false, supports_inline_queries: false, can_connect_to_business: false, has_main_web_app: false } as never });
  bot.api.config.use(async () => ({ ok: true, result: true }) as never);
  bot.use(session({ initial: () => ({ at: 0 }), ...(redis ? { storage: new RedisAdapter<{ at: number }>({ instance: redis as never, ttl: 3600 }) } : {}) }));
  bot.on('message:text', async (context) => {
    context.session.at = (context.session.at + 1) % STEPS;
    await context.reply('x');
  });
  let update = 0;
  return (person, step) =>
    bot.handleUpdate({ update_id: update++, message: { message_id: update, date: 0, chat: { id: person + 1, type: 'private', first_name: 'A' }, from: { id: person + 1, is_bot: false, first_name: 'A' }, text: `answer ${step}` } });
}

const measured = { turns: await turns(), knowledge: {} as Record<string, unknown> };
const tables: string[] = [];
const knowledge = loadKnowledge(`${root}content`);
for (const name of ['seen', 'held-out']) {
  const { misses, ...figures } = measure(readRows(`${root}test/knowledge/sets/${name}.tsv`), knowledge.ask);
  measured.knowledge[name] = figures;
  tables.push(table(name, { ...figures, misses }));
}
const { ours, grammy, store } = measured.turns;
process.stdout.write(`turns a second (ten-step form, ${store}): ours ${ours}, bare grammY with session ${grammy}, ratio ${(ours / grammy).toFixed(2)}\n`);
process.stdout.write(`${tables.join('\n')}\n`);
mkdirSync(`${root}bench/results`, { recursive: true });
writeFileSync(`${root}bench/results/latest.json`, `${JSON.stringify(measured, null, 2)}\n`);
