import { telegramOf } from '../platforms.ts';
import type { Program } from '../program.ts';
import { Unreachable, type Command, type Desk } from './desk.ts';

/** `check`: one line for settings, stores, content and each platform; what is wrong, and how to mend it. */
export const check: Command = async (desk) => {
  const { print, say, withProgram } = desk;
  print(say('cli-check-settings'));
  await withProgram(async (program) => {
    const { terms, activities, knowledge, positions, store } = program;
    print(say('cli-check-content', { entries: knowledge.content.entries.length, activities: activities.length, positions: positions.titles.length, terms: terms.map((term) => term.term).join(', ') }));
    const [units, cadres] = await Promise.all((['units', 'cadres'] as const).map((table) => count(program, table)));
    print(say('cli-check-store', { store: store.kind, redis: program.config.redisUrl ? 'on' : 'off', units: units!, cadres: cadres! }));
    await checkTelegram(program, desk);
  });
};

async function count({ db }: Program, table: 'units' | 'cadres'): Promise<number> {
  const { n } = await db.selectFrom(table).select((is) => is.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return n;
}

async function checkTelegram(program: Program, { print, say }: Desk): Promise<void> {
  const telegram = telegramOf(program, () => undefined);
  if (!telegram) return print(say('cli-check-no-telegram'));
  try {
    print(say('cli-check-telegram', { name: await telegram.check() }));
  } catch (error) {
    throw new Unreachable(say('cli-check-telegram-failed', { why: (error as Error).message }));
  }
}
