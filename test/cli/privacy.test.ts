import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk } from '../../src/cli/desk.ts';
import { run } from '../../src/cli/run.ts';
import { openDatabase } from '../../src/store/index.ts';
import { hoi } from '../support/desk.ts';
import { play, type Play } from '../support/play.ts';
import { everyRow } from '../support/rows.ts';

let stage: Play;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-cli-privacy-'));
  stage = await play(undefined, { DATA_DIR: folder });
}, 60_000);
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

const audit = async (...args: string[]): Promise<string> => (await hoi(stage, 'audit', ...args)).out;

test('the audit says who saw or changed what: a report opened and accepted, a code given, a roster imported', async () => {
  const city = await stage.person('city', '+84900000001');
  await city.says('/duyet');
  await city.presses('Xã Tiên Minh');
  await city.presses('✅ Duyệt');
  await hoi(stage, 'link', '0900000004');
  const file = join(folder, 'them.csv');
  await writeFile(file, 'Họ và tên,Số điện thoại,Đơn vị,Chức danh\nVũ Thị Thêm,0911111111,Xã Tiên Minh,Phó Chủ tịch\n');
  await hoi(stage, 'import', 'roster', file, '--only-add', '--dry-run');
  expect(await audit()).not.toContain('them.csv');
  expect((await hoi(stage, 'import', 'roster', file, '--only-add')).code).toBe(0);
  const lines = await audit();
  expect(lines).toContain('Nguyễn Thị Thử Nghiệm xem báo cáo BC-2611-0005');
  expect(lines).toContain('Nguyễn Thị Thử Nghiệm duyệt báo cáo BC-2611-0005');
  expect(lines).toContain('Nguyễn Thị Thử Nghiệm đồng ý thông tin cá nhân 2026-11-24');
  expect(lines).toContain('Quản trị (dòng lệnh) cấp mã một lần cho cán bộ');
  expect(lines).toContain('Quản trị (dòng lệnh) nhập danh sách cán bộ them.csv');
});

test('the audit of one cadre is hers alone, and has no number in it', async () => {
  const lines = await audit('--cadre', '0900000001', '--json');
  const rows = lines.split('\n').map((line) => JSON.parse(line) as { name: string; what: string });
  expect(new Set(rows.map((row) => row.name))).toEqual(new Set(['Nguyễn Thị Thử Nghiệm']));
  expect(rows.map((row) => row.what)).toEqual(expect.arrayContaining(['linked', 'agreed', 'viewed', 'accepted']));
  expect(lines).not.toContain('900000001');
  expect((await hoi(stage, 'audit', '--cadre', '0912345678')).code).toBe(1);
});

test('forget takes everything of one person away, also of one who has left', async () => {
  await stage.person('mau', '+84900000004');
  await stage.program.db.updateTable('cadres').set({ left_on: '2026-01-01' }).where('phone', '=', '+84900000004').execute();
  expect((await hoi(stage, 'forget', '0900 000 004')).out).toContain('Đã xóa');
  const found = (await everyRow(stage.program.db)).filter(({ text }) => /900000004|Phạm Thị Mẫu|"mau"/.test(text));
  expect(found).toEqual([]);
  expect(await audit()).toContain('Quản trị (dòng lệnh) xóa cán bộ');
  expect(await hoi(stage, 'forget', '0900000004')).toMatchObject({ code: 1, complaint: 'Không có số này trong danh sách cán bộ.' });
});

test('a number that has gone round: forget asks whom, the audit tells of all', async () => {
  const { db } = stage.program;
  await db.insertInto('cadres').values([{ name: 'Cao Thị Trước', phone: '+84900000077', left_on: '2026-10-31' }, { name: 'Cao Thị Sau', phone: '+84900000077', left_on: null }]).execute();
  expect((await hoi(stage, 'forget', '0900000077')).complaint).toContain('1. Cao Thị Trước (đã nghỉ, ngày cuối 31/10/2026)\n  2. Cao Thị Sau');
  expect((await hoi(stage, 'audit', '--cadre', '0900000077')).code).toBe(0);
  expect((await hoi(stage, 'forget', '0900000077', '1')).code).toBe(0);
  expect(await db.selectFrom('cadres').select('name').where('phone', '=', '+84900000077').execute()).toEqual([{ name: 'Cao Thị Sau' }]);
});

test('figures of other units looked at, and files of them, are in the audit', async () => {
  const city = await stage.person('city-2', '+84900000001');
  await city.sends({ kind: 'button', data: `!tonghop|t:2026:${await unitId('Xã Tiên Minh')}` });
  await city.sends({ kind: 'button', data: `!chitieu|${await unitId('Phường An Biên')}` });
  await city.sends({ kind: 'button', data: `!tonghop|fxlsx:2026:${await unitId('Xã Tiên Minh')}` });
  await hoi(stage, 'export', '--unit', 'Xã Tiên Minh', '--period', '2026', '--format', 'xlsx', '--out', join(folder, 'a.xlsx'));
  const lines = await audit();
  for (const line of ['Thử Nghiệm xem số liệu đơn vị Xã Tiên Minh', 'Thử Nghiệm xem số liệu đơn vị Phường An Biên', 'Thử Nghiệm tải về số liệu đơn vị Xã Tiên Minh', 'Quản trị (dòng lệnh) tải về số liệu đơn vị Xã Tiên Minh']) expect(lines).toContain(line);
});

const unitId = async (name: string): Promise<string> => (await stage.program.org.tree()).find(name, '2026-11-25')[0]!.id;

test('a backup is restored into an empty folder, once; anything else is refused in words', async () => {
  const file = join(folder, 'hoi.backup');
  expect((await hoi(stage, 'backup', file)).out).toMatch(/Đã sao lưu [\d.]+ dòng/);
  const there = join(folder, 'new');
  const complaints: string[] = [];
  const out: string[] = [];
  const restore = (path: string): Promise<number> =>
    run({ ...openDesk({ DATA_DIR: there, LOG_LEVEL: 'silent' }), print: (line) => void out.push(line) }, ['restore', path], (text) => void complaints.push(text));
  const words = join(folder, 'them.csv');
  expect(await restore(words)).toBe(1);
  expect(complaints.at(-1)).toContain('Tệp sao lưu bị hỏng');
  expect(await restore(file)).toBe(0);
  expect(out.at(-1)).toContain('Đã khôi phục');
  expect(await restore(file)).toBe(1);
  expect(complaints.at(-1)).toContain('đã có dữ liệu');
  expect(await restore(join(folder, 'nowhere'))).toBe(3);
  const store = await openDatabase({ folder: there });
  expect(await store.db.selectFrom('reports').select('code').orderBy('id').execute()).toEqual(await stage.program.db.selectFrom('reports').select('code').orderBy('id').execute());
  await store.close();
}, 90_000);
