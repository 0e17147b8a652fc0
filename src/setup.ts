import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from './content.ts';
import { importFigures, importRoster, importUnits, ImportRefused } from './org/index.ts';
import { parseFigures, parseRoster, parseUnits, readTable, type Fault, type Parsed, type Table } from './org/sheets/index.ts';
import type { Program } from './program.ts';
import { dayOfAnswers, figuresOf, measuresOf, titleOf, type FileReport, type Answers } from './reports/index.ts';
import { dayOf } from './time.ts';
import { fold } from './vietnamese/fold.ts';

const table = async (folder: string, name: string): Promise<Table> => readTable(await readFile(join(folder, name)), name);

/** All rows, or every fault at once. */
function wholly<Row>({ rows, faults }: Parsed<Row>): Row[] {
  if (faults.length > 0) throw new ImportRefused(faults as Fault[]);
  return rows;
}

/** An empty store gets the units that are shipped: Hải Phòng before and after 1/7/2025. */
export async function shipUnits({ db, config }: Program): Promise<void> {
  const any = await db.selectFrom('units').select('id').limit(1).executeTakeFirst();
  if (any) return;
  const folder = join(config.contentDir, 'units');
  const [now, before] = await Promise.all([table(folder, 'hai-phong-2025.csv'), table(folder, 'hai-phong-2023.csv')]);
  await importUnits({ db }, [...wholly(parseUnits(now)), ...wholly(parseUnits(before))]);
}

/** The id of a figure by what an administrator calls it. */
export function figureIdOf({ terms }: Program, written: string): string | null {
  const figures = terms.flatMap((term) => term.figures);
  return figures.find((one) => one.id === written || fold(one.name) === fold(written))?.id ?? null;
}

const reportsShape = z.strictObject({
  reports: z.array(
    z.strictObject({
      phone: z.string(),
      unit: z.string(),
      kind: z.string(),
      accepted: z.boolean(),
      answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});

/** Made-up cadres, figures and reports for the demonstration, into a store without any cadre. */
export async function loadDemo(program: Program): Promise<void> {
  const { db, config, org } = program;
  const any = await db.selectFrom('cadres').select('id').limit(1).executeTakeFirst();
  if (any) return;
  const today = dayOf(program.clock.now());
  const folder = join(config.contentDir, 'demo');
  await importUnits({ db }, wholly(parseUnits(await table(folder, 'chi-hoi.csv'))));
  await importRoster({ db }, wholly(parseRoster(await table(folder, 'can-bo.csv'))), org.positions, today);
  await importFigures({ db }, wholly(parseFigures(await table(folder, 'so-lieu.csv'))), (written) => figureIdOf(program, written), today);
  const { reports } = readYaml(join(folder, 'bao-cao.yaml'), reportsShape);
  for (const [at, report] of reports.entries()) await fileDemo(program, report, `demo:${at}`, today);
}

async function fileDemo(program: Program, demo: z.infer<typeof reportsShape>['reports'][number], key: string, today: string): Promise<void> {
  const { org, reports, deps, clock } = program;
  const cadre = await org.byPhone(demo.phone, today);
  const [unit] = (await org.tree(clock.now())).find(demo.unit, today);
  const activity = reports.activity(demo.kind);
  if (!cadre || !unit || !activity) throw new Error(`demo report ${key} names what is not there`);
  const answers = demo.answers as Answers;
  const draftId = key;
  const base = { draftId, cadreId: cadre.id, unitId: unit.id, kind: demo.kind };
  const save = { type: 'report.save-draft', ...base, version: 1, state: { step: 'kind', unitId: unit.id } };
  const file: FileReport = {
    type: 'report.file',
    ...base,
    title: titleOf(activity, answers),
    day: dayOfAnswers(answers),
    answers,
    measures: measuresOf(activity, answers),
    figures: figuresOf(activity, answers),
    jointWith: [],
    final: demo.accepted,
    again: null,
    known: Number.MAX_SAFE_INTEGER,
    late: false,
  };
  const world = { now: clock.now() } as Parameters<typeof deps.ledger.commit>[2];
  await deps.ledger.commit(key, [save, file], world, () => ({ session: { format: 1, turn: 0, menus: [], recent: [], remembered: {} }, replies: [] }));
}
