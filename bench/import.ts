import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import writeXlsxFile from 'write-excel-file/node';
import { importRoster, importUnits, loadPositions } from '../src/org/index.ts';
import { parseRoster, parseUnits, readTable } from '../src/org/sheets/index.ts';
import { openDatabase, type Database } from '../src/store/index.ts';

// 11,371 units and a roster of 20,000 people from real .xlsx files, from the first byte to the commit: `tsx bench/import.ts`.
// With DATABASE_URL (an empty database) also on PostgreSQL.

const content = fileURLToPath(new URL('../content/', import.meta.url));
const TODAY = '2026-11-25';
const COMMUNES = 114;
const UNITS = 11_371;
const PEOPLE = 20_000;

type Row = (string | null)[];

const unitFile: Row[] = [
  ['Mã', 'Tên', 'Loại', 'Thuộc', 'Từ ngày', 'Đến ngày', 'Gộp vào'],
  ['c', 'Thành phố Thử', 'thành phố', null, null, null, null],
  ...Array.from({ length: COMMUNES }, (_, at): Row => [`x${at}`, `Xã Số ${at}`, 'xã', 'Thành phố Thử', '01/07/2025', null, null]),
  ...Array.from({ length: UNITS - COMMUNES - 1 }, (_, at): Row => [`h${at}`, `Chi hội ${Math.floor(at / COMMUNES)}`, 'chi hội', `Xã Số ${at % COMMUNES}`, '01/07/2025', null, null]),
];

const rosterFile = (title: string): Row[] => [
  ['Họ và tên', 'Số điện thoại', 'Đơn vị', 'Thuộc', 'Chức danh'],
  ['Nguyễn Thị Phố', '0300000000', 'Thành phố Thử', null, 'Chủ tịch'],
  ...Array.from({ length: PEOPLE - 1 }, (_, at): Row => [`Trần Thị Số ${at}`, `09${String(at).padStart(8, '0')}`, `Chi hội ${Math.floor(at / COMMUNES) % 98}`, `Xã Số ${at % COMMUNES}`, title]),
];

const xlsx = async (sheet: string, data: Row[]) => readTable(await writeXlsxFile([{ sheet, data }]).toBuffer(), `${sheet}.xlsx`);

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const result = await work();
  process.stdout.write(`  ${name}: ${((performance.now() - begin) / 1000).toFixed(1)} s\n`);
  return result;
}

async function measure(name: string, store: Database): Promise<void> {
  process.stdout.write(`${name}\n`);
  const positions = loadPositions(join(content, 'positions.yaml'));
  const { db } = store;
  const [first, second] = await Promise.all([xlsx('mot', rosterFile('Chi hội trưởng')), xlsx('hai', rosterFile('Chi hội phó'))]);
  const units = await xlsx('don-vi', unitFile);
  const ask = (table: typeof first) => importRoster({ db }, parseRoster(table).rows, positions, TODAY);
  await timed(`${UNITS} units`, () => importUnits({ db }, parseUnits(units).rows));
  await timed(`${UNITS} units again`, () => importUnits({ db }, parseUnits(units).rows));
  await timed(`${PEOPLE} people, new`, () => ask(first));
  await timed(`${PEOPLE} people, the same file`, () => ask(first));
  await timed(`${PEOPLE} people, every position changed`, () => ask(second));
  const [few] = [await xlsx('it', rosterFile('Chi hội phó').slice(0, 100))];
  await timed(`${PEOPLE - 99} people leave`, () => importRoster({ db }, parseRoster(few).rows, positions, TODAY, { manyLeft: true }));
}

async function run(name: string, where: Parameters<typeof openDatabase>[0]): Promise<void> {
  const store = await openDatabase(where);
  try {
    await measure(name, store);
  } finally {
    await store.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'hoi-bench-'));
const reading = await writeXlsxFile([{ sheet: 'mot', data: rosterFile('Chi hội trưởng') }]).toBuffer();
await timed(`reading ${PEOPLE} rows of .xlsx`, async () => parseRoster(await readTable(reading, 'mot.xlsx')));
await run('embedded', { folder });
rmSync(folder, { recursive: true });
const url = process.env['DATABASE_URL'];
if (url) await run('PostgreSQL', { url });
