import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { readConfig } from '../src/config.ts';
import type { Unit } from '../src/org/index.ts';
import { buildProgram } from '../src/program.ts';
import { readPeriod, summarise } from '../src/reports/index.ts';
import { shipUnits } from '../src/setup.ts';
import { openDatabase } from '../src/store/index.ts';
import type { Measured } from './documents-workbook.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const TODAY = '2026-11-25';
const REPORTS = 20_000;

const rounds = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  const took: number[] = [];
  for (let at = 0; at < times; at++) {
    const begin = performance.now();
    await work();
    took.push(performance.now() - begin);
  }
  return Math.round(took.toSorted((a, b) => a - b)[Math.floor(times / 2)]!);
};

/** A city with 20,000 reports of a year on a real store (DATABASE_URL, else embedded), and one commune of it with 200. */
async function city() {
  const url = process.env['DATABASE_URL'];
  const database = await openDatabase(url ? { url } : { memory: await PGlite.create() });
  const program = await buildProgram(readConfig({ DATA_DIR: join(tmpdir(), 'hoi-bench'), LOG_LEVEL: 'silent' }, root), () => undefined, { now: () => new Date(`${TODAY}T02:00:00Z`) }, database);
  await shipUnits(program);
  const { db, org, reports, indicators, documents } = program;
  const tree = await org.tree();
  const communes = tree.children('31', TODAY).map((unit) => unit.id);
  const answers = JSON.stringify({ ngay: '2026-03-01', 'chu-de': 'Phòng, chống bạo lực gia đình', 'dia-diem': 'Nhà văn hóa', 'so-nguoi': 85, 'phoi-hop': 'Công an phường', anh: null });
  await sql`insert into reports (code, unit_id, kind, title, day, answers, status, filed_at, effect_key)
    select 'BENCH-' || n, (${communes}::text[])[1 + case when n <= 20 then 0 else n % ${communes.length} end], 'truyen-thong', 'Truyền thông, tập huấn: chủ đề số ' || n,
      date '2026-01-01' + n % 320, ${answers}::jsonb, case when n % 3 = 0 then 'filed' else 'accepted' end, now(), 'bench-' || n from generate_series(1, ${sql.lit(REPORTS)}) n`.execute(db);
  await sql`insert into report_measures (report_id, measure, value) select id, m, 1 + id % 90 from reports, unnest(array['hoat-dong', 'luot-nguoi', 'hoat-dong-nang-cao-kien-thuc']) m where code like 'BENCH-%'`.execute(db);
  await sql`analyze`.execute(db);
  const unit = (id: string): Unit => tree.get(id)!;
  const period = readPeriod('2026')!;
  const of = (id: string) => ({ unit: unit(id), period, tree, today: TODAY });
  const ids = tree.historyOf('31', TODAY);
  const total = async () => summarise(await reports.standing(ids, period.from, TODAY), () => true, (measure) => indicators.measure(measure)?.add ?? 'sum').reports.final;
  const before = await total();
  const begin = performance.now();
  await db.updateTable('reports').set({ status: 'accepted' }).where('code', '=', 'BENCH-3').execute();
  const after = await total();
  const seen = Math.round(performance.now() - begin);
  if (after !== before + 1) throw new Error('the accepted report is not in the total');
  const figures = {
    store: url ? 'PostgreSQL' : 'embedded',
    reports: REPORTS,
    totalsMs: await rounds(5, total),
    acceptedSeenMs: seen,
    cityXlsxMs: await rounds(3, () => documents.make('xlsx', of('31'))),
    cityDocxMs: await rounds(3, () => documents.make('docx', of('31'))),
    communeReports: (await reports.standing([communes[0]!], period.from, TODAY)).length,
    communeXlsxMs: await rounds(5, () => documents.make('xlsx', of(communes[0]!))),
    communeDocxMs: await rounds(5, () => documents.make('docx', of(communes[0]!))),
    communePngMs: await rounds(5, () => documents.make('png', of(communes[0]!))),
  };
  await db.deleteFrom('reports').where('code', 'like', 'BENCH-%').execute();
  await program.close();
  return figures;
}

// In a process of its own, so that its memory is its own.
const child = spawnSync(process.execPath, ['--import', 'tsx', `${root}bench/documents-workbook.ts`], { encoding: 'utf8' });
const workbook = JSON.parse(child.stdout) as Measured;
const measured = { workbook, city: await city() };
const lines = [
  `Excel, ${workbook.units} units × ${workbook.columns} columns: ${workbook.ms} ms, ${(workbook.bytes / 1e6).toFixed(1)} MB, peak memory ${workbook.peakMb} MB, longest pause ${workbook.longestPauseMs} ms (at most 10,000 ms, 300 MB)`,
  `totals of the city, ${measured.city.reports} reports, ${measured.city.store}: ${measured.city.totalsMs} ms; an accepted report is in them after ${measured.city.acceptedSeenMs} ms (at most 1,000)`,
  `the city's year: Excel ${measured.city.cityXlsxMs} ms, Word ${measured.city.cityDocxMs} ms`,
  `a commune's year, ${measured.city.communeReports} reports: Word ${measured.city.communeDocxMs} ms (at most 2,000), Excel ${measured.city.communeXlsxMs} ms, picture ${measured.city.communePngMs} ms`,
];
process.stdout.write(`${lines.join('\n')}\n`);
mkdirSync(`${root}bench/results`, { recursive: true });
writeFileSync(`${root}bench/results/documents.json`, `${JSON.stringify(measured, null, 2)}\n`);
