import { writeFile } from 'node:fs/promises';
import { groupBy } from '../collections.ts';
import { png } from '../documents/index.ts';
import { Refused, WrongUse, type Command, type Desk } from './desk.ts';
import { pictureOf } from './simulation/picture.ts';
import { isProven } from './simulation/proof.ts';
import { runSeason, type Season } from './simulation/season.ts';

/**
 * `simulate --from ISO --to ISO [--units N] [--cadres N] [--seed N] [--calm] [--json] [--out FILE.svg|png]`: a season on a
 * throw-away store, told as a table or as JSON, and as a picture. `--calm` leaves out the failures. Refused (exit code 1)
 * when a promise was broken.
 */
export const simulate: Command = async (desk, { options }) => {
  const [from, to] = ['--from', '--to'].map((name) => dayGiven(options.get(name)));
  if (!from || !to || from > to) throw new WrongUse();
  const number = (name: string, usual: number): number => numberGiven(options.get(name), usual);
  const season = await runSeason(desk.config, {
    from,
    to,
    units: number('--units', 114),
    cadres: number('--cadres', 500),
    seed: number('--seed', 1),
    faults: !options.has('--calm'),
  });
  const proven = isProven(season.proof);
  if (options.has('--json')) desk.print(JSON.stringify({ ...season, proven }));
  else show(season, desk);
  const out = options.get('--out');
  if (out) await writeFile(out, pictureIn(out, pictureOf(season, desk.say)));
  if (!proven) throw new Refused(desk.say('simulate-broken'));
};

const pictureIn = (file: string, svg: string): string | Buffer => (file.endsWith('.png') ? png(svg) : svg);

const dayGiven = (text: string | undefined): string | null => (text && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null);

function numberGiven(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new WrongUse();
  return value;
}

function show({ counts, proof, seconds, options, weeks }: Season, { say, print }: Desk): void {
  const rows = (of: Record<string, number>, prefix: string): void => {
    for (const [name, value] of Object.entries(of)) print(`  ${String(value).padStart(8)}  ${say(`${prefix}-${name}`)}`);
  };
  print(say('simulate-head', { from: options.from, to: options.to, units: options.units, cadres: options.cadres, seconds, seed: String(options.seed) }));
  print(say('simulate-table'));
  for (const [month, of] of groupBy(weeks, ({ from }) => from.slice(0, 7))) print(monthLine(month, of));
  rows(counts, 'simulate-count');
  print(say('simulate-proof'));
  rows(proof as unknown as Record<string, number>, 'simulate-proof');
}

/** A week belongs to the month it begins in. */
function monthLine(month: string, weeks: Season['weeks']): string {
  const sum = (of: 'reports' | 'messages'): number => weeks.reduce((all, week) => all + week[of], 0);
  return ['', `${month.slice(5)}/${month.slice(0, 4)}`, sum('reports'), sum('messages'), weeks[0]!.open].map((cell, at) => String(cell).padStart([0, 8, 10, 10, 10][at]!)).join('');
}
