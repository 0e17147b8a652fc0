import { retry, unreachable } from '../reminders/index.ts';
import { Refused, WrongUse, type Command } from './desk.ts';

/** `reminders unreachable` · `reminders retry ID`: what could not be sent, and another chance for it. */
export const reminders: Command = async ({ withProgram, say, print }, { words: [what = '', id = ''], options }) => {
  if (!['unreachable', 'retry'].includes(what)) throw new WrongUse();
  await withProgram(async ({ db, clock }) => {
    if (what === 'retry') {
      if (!(await retry(db, Number(id), clock.now()))) throw new Refused(say('cli-no-push', { id }));
      return print(say('cli-retry', { id }));
    }
    const rows = await unreachable(db);
    if (options.has('--json')) return print(JSON.stringify(rows));
    for (const row of rows) print(`${row.id}  ${row.name}  ${row.key}  ${row.state}  ${row.why ?? ''}`);
  });
};
