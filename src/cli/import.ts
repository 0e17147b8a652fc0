import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importFigures, importRoster, importUnits, ImportRefused, type Changes } from '../org/index.ts';
import { parseFigures, parseRoster, parseUnits, readTable, type Parsed, type Table } from '../org/sheets/index.ts';
import type { Program } from '../program.ts';
import { figureIdOf } from '../setup.ts';
import { dayOf } from '../time.ts';
import { WrongUse, type Command } from './desk.ts';

const KINDS = ['units', 'roster', 'figures'];

/** `import units|roster|figures FILE [--dry-run]`: all or nothing; the same file twice changes nothing. */
export const importFile: Command = async ({ withProgram, say, print }, { words, options }) => {
  const [kind = '', file] = words;
  if (!KINDS.includes(kind) || !file) throw new WrongUse();
  const table = await readTable(await readFile(file), basename(file));
  const dry = options.has('--dry-run');
  await withProgram(async (program) => {
    const changes = await run(kind, table, program, dry);
    if (options.has('--json')) print(JSON.stringify({ ...changes, dryRun: dry }));
    else print(say(dry ? 'cli-import-dry' : 'cli-imported', { ...changes }));
  });
};

function run(kind: string, table: Table, program: Program, rehearse: boolean): Promise<Changes> {
  const into = { db: program.db, rehearse };
  const today = dayOf(program.clock.now());
  if (kind === 'units') return importUnits(into, wholly(parseUnits(table)));
  if (kind === 'roster') return importRoster(into, wholly(parseRoster(table)), program.positions, today);
  return importFigures(into, wholly(parseFigures(table)), (written) => figureIdOf(program, written), today);
}

function wholly<Row>({ rows, faults }: Parsed<Row>): Row[] {
  if (faults.length > 0) throw new ImportRefused(faults);
  return rows;
}
