import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, type Config } from '../config.ts';
import { readPhone, usualVoice } from '../conversation/index.ts';
import type { Db } from '../store/index.ts';
import { buildProgram, type Program } from '../program.ts';
import { shipUnits } from '../setup.ts';
import { fluentWords } from '../words.ts';

/** Refused input: said to the administrator as it stands, exit code 1. */
export class Refused extends Error {}

/** No such command, or not so: the usage is shown, exit code 2. */
export class WrongUse extends Error {}

/** A platform did not answer: exit code 3. */
export class Unreachable extends Error {}

/** What every command works with. */
export interface Desk {
  config: Config;
  say(key: string, args?: Record<string, string | number>): string;
  print(line: string): void;
  /** Opens the stores, runs `work`, closes them. `at`: as if it were that instant (ISO). */
  withProgram(work: (program: Program) => Promise<void>, at?: string): Promise<void>;
}

/** Options "--name" or "--name value", and the words between them. */
export interface Given {
  words: string[];
  options: Map<string, string>;
}

/** One command of `hoi`. Throws Refused, WrongUse or Unreachable. */
export type Command = (desk: Desk, given: Given) => Promise<void>;

export const base = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Throws ConfigError. */
export function openDesk(env: Record<string, string | undefined>): Desk {
  const config = readConfig(env, base);
  const words = fluentWords(config.localesDir);
  const say: Desk['say'] = (key, args = {}) => words.render({ key, args }, usualVoice);
  return {
    config,
    say,
    print: (line) => void process.stdout.write(`${line}\n`),
    async withProgram(work, at) {
      const now = at === undefined ? null : readInstant(at, say);
      const program = await buildProgram(config, () => undefined, { now: () => now ?? new Date() });
      try {
        await shipUnits(program);
        await work(program);
      } finally {
        await program.close();
      }
    },
  };
}

/** An instant as ISO writes it. Throws Refused. */
export function readInstant(text: string, say: Desk['say']): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new Refused(say('cli-bad-time', { value: text }));
  return at;
}

/** A phone number in any usual writing, as +84…. Throws Refused. */
export function phoneOf(text: string, say: Desk['say']): string {
  const read = readPhone(text);
  if (!read.ok) throw new Refused(say('cli-bad-phone'));
  return read.value;
}

/** Everyone who ever had this number, oldest first: it may have gone from one to the next. */
export const everyoneWith = (phone: string, db: Db) => db.selectFrom('cadres').select(['id', 'name', 'left_on']).where('phone', '=', phone).orderBy('id').execute();

/** Every option that takes a value. */
const VALUED = new Set(['--at', '--batch', '--cadre', '--as', '--from', '--to', '--units', '--cadres', '--unit', '--period', '--format', '--out', '--seed']);

export function readArgs(args: string[]): Given {
  const options = new Map<string, string>();
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (!arg.startsWith('--')) words.push(arg);
    else options.set(arg, VALUED.has(arg) ? (args[++at] ?? '') : '');
  }
  return { words, options };
}
