import { fileURLToPath } from 'node:url';
import { gather } from '../src/documents/contents.ts';
import { excel } from '../src/documents/excel.ts';
import type { Measure } from '../src/indicators/index.ts';
import { unitTree, type Unit } from '../src/org/index.ts';
import { readPeriod, type Standing } from '../src/reports/index.ts';
import { fluentWords } from '../src/words.ts';

const UNITS = 11_371;
const COLUMNS = 50;
const REPORTS = 20_000;

/** 11,371 units right below one, 50 columns, 20,000 reports behind them: everything from the rows of reports to the file. */
async function largeWorkbook() {
  const measures = Array.from({ length: COLUMNS - 3 }, (_, at): Measure => ({ id: `m${at}`, name: `Số liệu thứ ${at}`, unit: 'lượt', add: 'sum' }));
  const top: Unit = { id: 'top', name: 'Cả nước', kind: 'thành phố', parentId: null, from: '1900-01-01', to: null, mergedInto: null };
  const units = Array.from({ length: UNITS - 1 }, (_, at): Unit => ({ ...top, id: `u${at}`, name: `Phường số ${at}`, kind: 'phường', parentId: 'top' }));
  const standing = Array.from({ length: REPORTS }, (_, at): Standing => ({
    id: at + 1,
    unitIds: [`u${(at * 7919) % (UNITS - 1)}`],
    kind: 'truyen-thong',
    day: `2026-${String(1 + (at % 11)).padStart(2, '0')}-15`,
    final: at % 3 > 0,
    adds: [0, 11, 22, 33].map((step) => ({ measure: `m${(at + step) % measures.length}`, value: at % 97 })),
  }));
  const sources = {
    reports: { activities: [], standing: async () => standing, inFull: async () => [] },
    indicators: { termOn: () => undefined, measure: (id: string) => measures.find((one) => one.id === id), terms: [{ measures }] },
    org: { of: async () => [], positions: { read: () => null } },
  } as unknown as Parameters<typeof gather>[0];
  const words = fluentWords(fileURLToPath(new URL('../locales/vi', import.meta.url)));
  let pause = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    pause = Math.max(pause, performance.now() - last);
    last = performance.now();
  }, 5);
  const begin = performance.now();
  const contents = await gather(sources, { unit: top, period: readPeriod('2026')!, tree: unitTree([top, ...units]), today: '2026-11-25' });
  const bytes = await excel(contents, (text) => words.render(text, { address: 'chị' }));
  clearInterval(watch);
  return { units: UNITS, columns: COLUMNS, ms: Math.round(performance.now() - begin), bytes: bytes.length, peakMb: Math.round(process.resourceUsage().maxRSS / 1024), longestPauseMs: Math.round(pause) };
}

export type Measured = Awaited<ReturnType<typeof largeWorkbook>>;

process.stdout.write(JSON.stringify(await largeWorkbook()));
