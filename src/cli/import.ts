import { basename } from 'node:path';
import { importFigures, importRoster, importUnits, ImportRefused, TooManyLeft } from '../org/index.ts';
import { parseFigures, parseRoster, parseUnits, readTableFile, type Parsed, type Table } from '../org/sheets/index.ts';
import { COMMAND_LINE, recordAudit } from '../privacy/index.ts';
import type { Program } from '../program.ts';
import { figureIdOf } from '../setup.ts';
import { dayOf } from '../time.ts';
import { Refused, WrongUse, type Command, type Desk, type Given } from './desk.ts';
import { rosterLines, unitLines } from './import-words.ts';

/** What was done, for a machine, and in lines for a person. */
interface Done {
  result: object;
  lines: string[];
}

/** `import units|roster|figures FILE [--dry-run]`: all or nothing; the same file twice changes nothing. */
export const importFile: Command = async (desk, { words, options }) => {
  const [kind = '', file] = words;
  const run = kinds[kind];
  if (!run || !file) throw new WrongUse();
  const { say, print, withProgram } = desk;
  const table = await readTableFile(file);
  const dry = options.has('--dry-run');
  await withProgram(async (program) => {
    const { result, lines } = await run(table, program, { db: program.db, rehearse: dry, progress: progressOn(say) }, options, desk);
    if (!dry) await recordAudit(program.db, COMMAND_LINE, { what: 'imported', subject: kind as 'units' | 'roster' | 'figures', id: basename(file) }, program.clock.now());
    if (options.has('--json')) return print(JSON.stringify({ ...result, dryRun: dry }));
    for (const line of lines) print(line);
    if (dry) print(say('import-dry-run'));
  });
};

type Into = Parameters<typeof importUnits>[0];
type Run = (table: Table, program: Program, into: Into, options: Given['options'], desk: Desk) => Promise<Done>;

const kinds: Record<string, Run> = {
  async units(table, program, into, _, { say }) {
    const { result, skipped } = await wholly(parseUnits(table), into, (rows, where) => importUnits(where, rows, program.clock.now()));
    return { result, lines: [...skippedLines(skipped, say), ...unitLines(result, say)] };
  },
  async roster(table, program, into, options, { say }) {
    const how = { onlyAdd: options.has('--only-add'), manyLeft: options.has('--many-left'), samePerson: options.has('--same-person') };
    const today = dayOf(program.clock.now());
    const { result, skipped } = await wholly(parseRoster(table), into, (rows, where) => importRoster(where, rows, program.positions, today, how)).catch((error: unknown) => {
      throw error instanceof TooManyLeft ? new Refused(say('import-too-many-left', { left: error.left, of: error.of })) : error;
    });
    return { result, lines: [...skippedLines(skipped, say), ...rosterLines(result, how.onlyAdd, say)] };
  },
  async figures(table, program, into, _, { say }) {
    const today = dayOf(program.clock.now());
    const { result, skipped } = await wholly(parseFigures(table), into, (rows, where) => importFigures(where, rows, (written) => figureIdOf(program, written), today));
    return { result, lines: [...skippedLines(skipped, say), say('import-figures', { ...result })] };
  },
};

/** Imports all rows, or tells every fault at once: those of the cells, and those the other rows have against the store. */
async function wholly<Row, Result>({ rows, half = [], faults, skipped }: Parsed<Row>, into: Into, run: (rows: Row[], into: Into) => Promise<Result>): Promise<{ result: Result; skipped: string[] }> {
  if (faults.length === 0) return { result: await run(rows, into), skipped };
  const more = await run([...rows, ...half], { db: into.db, rehearse: true }).then(() => [], (error: unknown) => (error instanceof ImportRefused ? error.faults : []));
  throw new ImportRefused([...faults, ...more].toSorted((a, b) => a.sheet.localeCompare(b.sheet) || (a.row ?? 0) - (b.row ?? 0)));
}

const skippedLines = (skipped: string[], say: Desk['say']): string[] => skipped.map((sheet) => say('import-skipped', { sheet }));

/** So much is written in a moment that nobody asks how far it is. */
const QUICK = 2_000;

const progressOn = (say: Desk['say']) => (done: number, total: number): void => {
  if (total > QUICK) process.stderr.write(`${say('import-progress', { done, total })}\n`);
};
