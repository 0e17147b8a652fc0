import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from '../config.ts';
import { ContentError } from '../content.ts';
import { readPhone, usualVoice } from '../conversation/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { importFigures, importRoster, importUnits, ImportRefused } from '../org/index.ts';
import { faultArgs, faultPlace, parseFigures, parseRoster, parseUnits, readTable, SheetError, type Fault, type Parsed } from '../org/sheets/index.ts';
import { buildProgram, type Program } from '../program.ts';
import { drawPlan, retry, unreachable } from '../reminders/index.ts';
import { figureIdOf, shipUnits } from '../setup.ts';
import { StoreError } from '../store/index.ts';
import { dayOf } from '../time.ts';
import { fluentWords } from '../words.ts';

const base = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const config = readConfigOrStop();
const words = fluentWords(config.localesDir);
const say = (key: string, args: Record<string, string | number> = {}): string => words.render({ key, args }, usualVoice);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Exit codes: 0 done, 1 refused input, 2 wrong use, 3 a store or platform unreachable. */
class Refused extends Error {}

function readConfigOrStop() {
  try {
    return readConfig(process.env, base);
  } catch (error) {
    process.stderr.write(`${(error as ConfigError).message}\n`);
    process.exit(1);
  }
}

/** Options "--name" or "--name value", and the words between them. */
function readArgs(args: string[]): { words: string[]; options: Map<string, string> } {
  const valued = new Set(['--at', '--batch', '--cadre']);
  const options = new Map<string, string>();
  const plain: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (!arg.startsWith('--')) plain.push(arg);
    else options.set(arg, valued.has(arg) ? (args[++at] ?? '') : '');
  }
  return { words: plain, options };
}

async function withProgram(work: (program: Program) => Promise<void>, at?: string): Promise<void> {
  const now = at ? new Date(at) : null;
  if (now && Number.isNaN(now.getTime())) throw new Refused(say('cli-bad-time', { value: at! }));
  const program = await buildProgram(config, () => undefined, { now: () => now ?? new Date() });
  try {
    await shipUnits(program);
    await work(program);
  } finally {
    await program.close();
  }
}

async function ask(question: string, options: Map<string, string>): Promise<void> {
  const knowledge = loadKnowledge(config.contentDir);
  const answer = (text: string) => {
    const { outcome, entries } = knowledge.ask(text, { now: new Date() });
    return { question: text, outcome, entries };
  };
  if (options.has('--batch')) {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) print(JSON.stringify(answer(line)));
    return;
  }
  const found = answer(question);
  if (options.has('--json')) return print(JSON.stringify(found));
  print(say(`cli-ask-${found.outcome}`));
  for (const { id, section, score } of found.entries) print(`${score.toFixed(2)}  ${id}${section ? ` · ${section}` : ''}  ${knowledge.content.entry(id)?.title ?? ''}`);
}

const faultLine = (fault: Fault): string => `${say(faultPlace(fault), faultArgs(fault))}: ${say(`fault-${fault.code}`, faultArgs(fault))}`;

async function importFile(kind: string, file: string, options: Map<string, string>): Promise<void> {
  const table = await readTable(await readFile(file), basename(file));
  const wholly = <Row>({ rows, faults }: Parsed<Row>): Row[] => {
    if (faults.length > 0) throw new ImportRefused(faults);
    return rows;
  };
  await withProgram(async (program) => {
    const today = dayOf(program.clock.now());
    const dry = options.has('--dry-run');
    const into = { db: program.db, rehearse: dry };
    const run = () => {
      if (kind === 'units') return importUnits(into, wholly(parseUnits(table)));
      if (kind === 'roster') return importRoster(into, wholly(parseRoster(table)), program.positions, today);
      return importFigures(into, wholly(parseFigures(table)), (written) => figureIdOf(program, written), today);
    };
    const changes = await run();
    if (options.has('--json')) print(JSON.stringify({ ...changes, dryRun: dry }));
    else print(say(dry ? 'cli-import-dry' : 'cli-imported', { ...changes }));
  });
}

async function link(phone: string): Promise<void> {
  const read = readPhone(phone);
  if (!read.ok) throw new Refused(say('cli-bad-phone'));
  await withProgram(async (program) => {
    const now = program.clock.now();
    const cadre = await program.org.byPhone(read.value, dayOf(now));
    if (!cadre) throw new Refused(say('cli-unknown-phone'));
    const code = await program.org.issueCode(cadre.id, now);
    print(say('cli-link', { name: cadre.name, code }));
    if (config.publicUrl) print(`${config.publicUrl}/#ma=${code}`);
  });
}

async function remind(what: string, options: Map<string, string>): Promise<void> {
  await withProgram(async (program) => {
    if (what === 'send') return print(say('cli-planned', { count: await program.plan() }));
    const digests = await drawPlan(program.planning, program.clock.now());
    if (options.has('--json')) return print(JSON.stringify(digests));
    const tree = await program.org.tree();
    for (const digest of digests) {
      const cadre = await program.org.byId(digest.cadreId, dayOf(program.clock.now()));
      print(say('cli-digest', { name: cadre?.name ?? '', count: digest.due.length }));
      for (const due of digest.due) print(`  ${tree.get(due.unitId)?.name ?? due.unitId} · ${due.indicatorId} · ${due.milestone}`);
    }
    print(say('cli-digests', { count: digests.length }));
    if (!options.has('--dry-run')) await program.plan();
  }, options.get('--at'));
}

async function reminders(what: string, id: string, options: Map<string, string>): Promise<void> {
  await withProgram(async ({ db, clock }) => {
    if (what === 'retry') {
      if (!(await retry(db, Number(id), clock.now()))) throw new Refused(say('cli-no-push', { id }));
      return print(say('cli-retry', { id }));
    }
    const rows = await unreachable(db);
    if (options.has('--json')) return print(JSON.stringify(rows));
    for (const row of rows) print(`${row.id}  ${row.name}  ${row.key}  ${row.state}  ${row.why ?? ''}`);
  });
}

async function openQuestions(options: Map<string, string>): Promise<void> {
  await withProgram(async ({ db }) => {
    const rows = await db.selectFrom('questions').select(['id', 'at', 'text', 'outcome']).where('status', '=', 'open').orderBy('at').execute();
    for (const row of rows) print(options.has('--json') ? JSON.stringify(row) : `${row.id}  ${row.at.toISOString()}  ${row.outcome}  ${row.text}`);
  });
}

async function check(): Promise<void> {
  await withProgram(async (program) => {
    const units = await program.db.selectFrom('units').select((is) => is.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    print(say('cli-check', { store: program.store.kind, units: units.n, entries: program.knowledge.content.entries.length, activities: program.activities.length }));
  });
}

async function run(args: string[]): Promise<number> {
  const { words: given, options } = readArgs(args);
  const [command, first = '', second = ''] = given;
  if (command === 'ask') await ask(given.slice(1).join(' '), options);
  else if (command === 'import' && ['units', 'roster', 'figures'].includes(first) && second) await importFile(first, second, options);
  else if (command === 'link' && first) await link(first);
  else if (command === 'remind' && ['plan', 'send'].includes(first)) await remind(first, options);
  else if (command === 'reminders' && ['unreachable', 'retry'].includes(first)) await reminders(first, second, options);
  else if (command === 'questions' && first === 'open') await openQuestions(options);
  else if (command === 'check') await check();
  else {
    process.stderr.write(`${say('cli-usage')}\n`);
    return 2;
  }
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof ImportRefused) for (const fault of error.faults) process.stderr.write(`${faultLine(fault)}\n`);
  else if (error instanceof SheetError) process.stderr.write(`${say(`sheet-error-${error.code}`, error.args)}\n`);
  else process.stderr.write(`${(error as Error).message}\n`);
  const refused = error instanceof ImportRefused || error instanceof SheetError || error instanceof Refused || error instanceof ContentError;
  process.exitCode = error instanceof StoreError ? 3 : refused ? 1 : 3;
}
