import type { Program } from '../program.ts';
import { retry, startPushes, stoppedSince, stopPushes, unreachable } from '../reminders/index.ts';
import { dayOf, instantOf, showDay } from '../time.ts';
import { Refused, WrongUse, type Command, type Desk } from './desk.ts';

/** `reminders unreachable | retry ID | stop | start | status`: what could not be sent, another chance for it, the stop switch. */
export const reminders: Command = async (desk, { words: [what = '', id = ''], options }) => {
  const run = { unreachable: list, retry: again, stop, start, status }[what];
  if (!run) throw new WrongUse();
  await desk.withProgram((program) => run(program, desk, { id, json: options.has('--json') }));
};

type Given = { id: string; json: boolean };

async function list({ db }: Program, { print, say }: Desk, { json }: Given): Promise<void> {
  const rows = await unreachable(db);
  if (json) return print(JSON.stringify(rows));
  if (rows.length === 0) return print(say('cli-undelivered-none'));
  for (const { id, name, dueAt, state, why } of rows) print(say('cli-undelivered', { id: String(id), name, day: showDay(dayOf(dueAt)), state, why: (why ?? '').replaceAll(' ', '-') }));
  print(say('cli-undelivered-retry'));
}

/** A digest that is tried again becomes that of the next working day, today included. */
async function again({ db, clock, calendar, config }: Program, { print, say }: Desk, { id }: Given): Promise<void> {
  const now = clock.now();
  const day = calendar.workingDayFrom(dayOf(now));
  const dueAt = day === dayOf(now) ? now : instantOf(day, config.remindClock);
  if (!(await retry(db, Number(id), day, dueAt))) throw new Refused(say('cli-no-push', { id }));
  print(say('cli-retry', { id }));
}

async function stop({ db, clock }: Program, { print, say }: Desk): Promise<void> {
  await stopPushes(db, clock.now());
  print(say('cli-reminders-stopped'));
}

async function start({ db }: Program, { print, say }: Desk): Promise<void> {
  await startPushes(db);
  print(say('cli-reminders-started'));
}

async function status({ db }: Program, { print, say }: Desk): Promise<void> {
  const since = await stoppedSince(db);
  print(since ? say('cli-reminders-are-stopped', { day: showDay(dayOf(since)) }) : say('cli-reminders-run'));
}
