import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hoi } from '../support/desk.ts';
import { play, type Play } from '../support/play.ts';

let stage: Play;
let folder: string;
beforeAll(async () => {
  stage = await play();
  folder = await mkdtemp(join(tmpdir(), 'hoi-cli-'));
}, 60_000);
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

test('an unknown command, or one used wrongly, shows the usage and exits with 2', async () => {
  for (const args of [[], ['nhảy'], ['import', 'cats', 'x.csv'], ['link'], ['remind', 'tomorrow'], ['chat']]) {
    const { code, complaint } = await hoi(stage, ...args);
    expect([args, code]).toEqual([args, 2]);
    expect(complaint).toContain('Cách dùng');
  }
});

test('check tells of settings, content, stores and platforms, a line each', async () => {
  const { out, code } = await hoi(stage, 'check');
  expect(code).toBe(0);
  expect(out.split('\n').map((line) => line[0])).toEqual(['✓', '✓', '✓', '–']);
});

test('a spreadsheet with faults is refused whole: each fault with its place and what would be right', async () => {
  const file = join(folder, 'can-bo.csv');
  await writeFile(file, 'Họ và tên,Số điện thoại,Đơn vị,Chức danh\nA,12,Phường An Biên,Chủ tịch\nB,0911111111,Phường Không Có,Chủ tịch\n');
  const { code, complaint } = await hoi(stage, 'import', 'roster', file);
  expect(code).toBe(1);
  expect(complaint).toContain('dòng 2');
  expect(await stage.program.db.selectFrom('cadres').select('id').where('phone', '=', '+84911111111').execute()).toEqual([]);
});

test('a file that is not there, or a folder, is refused in words', async () => {
  const gone = join(folder, 'khong-co.csv');
  expect(await hoi(stage, 'import', 'roster', gone)).toMatchObject({ code: 1, complaint: `Không dùng được tệp ${gone}: không có tệp hoặc thư mục này.` });
  expect((await hoi(stage, 'import', 'roster', folder)).code).toBe(1);
});

test('a one-time code is given for a cadre of the roster only', async () => {
  expect((await hoi(stage, 'link', '0900 000 002')).out).toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
  expect(await hoi(stage, 'link', '0912345678')).toMatchObject({ code: 1, complaint: 'Không có số này trong danh sách cán bộ.' });
  expect((await hoi(stage, 'link', '31/2')).code).toBe(1);
});

test('questions in JSON have the shape that scripts rely on', async () => {
  const { out } = await hoi(stage, 'ask', '--json', 'hội viên danh dự cần điều kiện gì');
  const { question, outcome, entries } = JSON.parse(out);
  expect([question, outcome]).toEqual(['hội viên danh dự cần điều kiện gì', 'answer']);
  expect(entries[0]).toEqual({ id: 'hoi-vien-danh-du', section: 'dieu-kien', score: expect.any(Number) });
  expect(entries.length).toBeLessThanOrEqual(3);
});
