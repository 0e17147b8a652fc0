import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importFigures, importRoster, importUnits, ImportRefused, TooManyLeft } from '../org/index.ts';
import { parseFigures, parseRoster, parseUnits, readTable, type Parsed, type Table } from '../org/sheets/index.ts';
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
  const table = await readTable(await readFile(file), basename(file));
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
    const { rows, skipped } = wholly(parseUnits(table));
    const result = await importUnits(into, rows, program.clock.now());
    return { result, lines: [...skippedLines(skipped, say), ...unitLines(result, say)] };
  },
  async roster(table, program, into, options, { say }) {
    const { rows, skipped } = wholly(parseRoster(table));
    const how = { onlyAdd: options.has('--only-add'), manyLeft: options.has('--many-left') };
    const result = await importRoster(into, rows, program.positions, dayOf(program.clock.now()), how).catch((error: unknown) => {
      throw error instanceof TooManyLeft ? new Refused(say('import-too-many-left', { left: error.left, of: error.of })) : error;
    });
    return { result, lines: [...skippedLines(skipped, say), ...rosterLines(result, how.onlyAdd, say)] };
  },
  async figures(table, program, into, _, { say }) {
    const { rows, skipped } = wholly(parseFigures(table));
    const result = await importFigures(into, rows, (written) => figureIdOf(program, written), dayOf(program.clock.now()));
    return { result, lines: [...skippedLines(skipped, say), say('import-figures', { ...result })] };
  },
};

function wholly<Row>({ rows, faults, skipped }: Parsed<Row>): Pick<Parsed<Row>, 'rows' | 'skipped'> {
  if (faults.length > 0) throw new ImportRefused(faults);
  return { rows, skipped };
}

const skippedLines = (skipped: string[], say: Desk['say']): string[] => skipped.map((sheet) => say('import-skipped', { sheet }));

const progressOn = (say: Desk['say']) => (done: number, total: number): void => void process.stderr.write(`${say('import-progress', { done, total })}\n`);
