import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFigures } from '../../src/org/index.ts';
import { parseFigures, readTable } from '../../src/org/sheets/index.ts';
import { figureIdOf } from '../../src/setup.ts';
import { play, type Play, type Player } from '../support/play.ts';

/** The shipped content, with a second, invented term of one indicator that runs beside the shipped one. */
const content = mkdtempSync(join(tmpdir(), 'hoi-two-terms-'));
cpSync(fileURLToPath(new URL('../../content', import.meta.url)), content, { recursive: true });
const shipped = readFileSync(join(content, 'indicators/2022-2027.yaml'), 'utf8');
const [head, indicators] = shipped.split(/^indicators:\n/m) as [string, string];
const third = /  - id: ct3[\s\S]*?(?=\n  - id: ct4)/.exec(indicators)![0];
writeFileSync(
  join(content, 'indicators/2026-2031.yaml'),
  `${head.replace('term: 2022-2027', 'term: 2026-2031').replace(/^name: .*$/m, 'name: Nhiệm kỳ thử').replace('day: 2022-03-11', 'day: 2026-01-01').replace('day: 2027-03-31', 'day: 2031-12-31')}indicators:\n${third
    .replace('id: ct3', 'id: moi1')
    .replace('number: 3', 'number: 1')
    .replace('target: 1', 'target: 3\n    targets: [{ for: phường, target: 2 }]\n    deadline: { day: 12-10, confirmed: true }')}\n`,
);

let stage: Play;
let hoa: Player;
beforeAll(async () => {
  stage = await play('2026-11-25T02:00:00Z', { CONTENT_DIR: content });
  hoa = await stage.person('hoa', '+84900000002');
}, 60_000);
afterAll(async () => {
  await stage.close();
  rmSync(content, { recursive: true, force: true });
});

const told = (replies: string[]): string => replies.join('\n---\n');

test('a second term shows under its own name, with its own target for her kind of unit and its own deadline', async () => {
  const shown = told(await hoa.says('/chitieu'));
  expect(shown).toContain('**Tập trung xây dựng cơ sở Hội vững mạnh (2022-2027)**');
  expect(shown).toContain('Chỉ tiêu 3 – Hoạt động nâng cao kiến thức: 0/1 hoạt động. Cần thêm 1 hoạt động, hạn 31/12/2026.');
  const [, second] = shown.split('**Nhiệm kỳ thử (2026-2031)**');
  expect(second).toContain('Chỉ tiêu 1 – Hoạt động nâng cao kiến thức: 0/2 hoạt động. Cần thêm 2 hoạt động, hạn 10/12/2026. Với tiến độ này sẽ không kịp.');
});

test('the city reads both terms apart, and whom to look at on each', async () => {
  const city = await stage.person('city', '+84900000001');
  expect(told(await city.says('/chitieu'))).toMatch(/2022-2027[\s\S]*Chỉ tiêu 3 –[\s\S]*Nhiệm kỳ thử \(2026-2031\)[\s\S]*Chỉ tiêu 1 – Hoạt động nâng cao kiến thức/);
  expect(city.buttons()).toContain('Ba mô hình: đơn vị chưa đạt');
  expect(told(await city.presses('Hoạt động nâng cao kiến thức: đơn vị chưa đạt'))).toContain('hạn 10/12/2026');
});

test('an imported figure carries its own day, and importing it again changes nothing', async () => {
  const { program } = stage;
  const file = Buffer.from('Đơn vị,Thuộc,Chỉ tiêu,Số liệu,Kỳ,Giá trị,Tính đến\nPhường An Biên,Thành phố Hải Phòng,Chỉ tiêu 5,Số chi hội trưởng,term,14,31/10/2026\n');
  const bring = async () => importFigures({ db: program.db }, parseFigures(await readTable(file, 'so-lieu.csv')).rows, (written) => figureIdOf(program, written), '2026-11-25');
  expect(await bring()).toMatchObject({ added: 0, changed: 1, same: 0 });
  expect(await bring()).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(told(await hoa.says('/chitieu'))).toContain('0/14 chi hội trưởng (0%), theo số liệu ngày 31/10/2026');
});

test('one report counts for both terms, and each is reminded of by its own deadline', async () => {
  await hoa.says('Báo cáo: sáng 20/11 truyền thông PCBLGĐ tại NVH tổ 5, 85 hội viên, phối hợp công an phường');
  await hoa.presses('Không có ảnh');
  const filed = told(await hoa.presses('Gửi báo cáo'));
  expect(filed).toContain('Chỉ tiêu 3 – Hoạt động nâng cao kiến thức: đủ số (1/1 hoạt động), chờ duyệt');
  expect(told(await hoa.says('/chitieu'))).toContain('1/2 hoạt động. Cần thêm 1 hoạt động, hạn 10/12/2026');
  stage.clock.at = new Date('2026-12-03T01:00:00Z');
  hoa.heard();
  await stage.program.tick();
  const reminded = told(hoa.heard());
  expect(reminded).toContain('chỉ còn 7 ngày là hết hạn');
  expect(reminded.match(/Chỉ tiêu \d/g)).toEqual(['Chỉ tiêu 1']);
  expect(hoa.buttons()).toContain('📖 Cách làm');
  expect(told(await hoa.presses('Cách làm'))).toContain('Nguồn');
});

test('where one model of three is missing, its button opens the form with that model already answered', async () => {
  expect(told(await hoa.says('/chitieu'))).toContain('Ba mô hình: 2/3 phần. Còn thiếu: Mô hình thu hút hội viên đặc thù');
  await hoa.presses('Báo cáo: Ba mô hình');
  expect(told(await hoa.says('15/10'))).toContain('Tên mô hình là gì');
  await hoa.says('Chi hội nữ chủ nhà trọ');
  await hoa.says('20');
  expect(told(await hoa.presses('Không có ảnh'))).toContain('Loại mô hình: Thu hút hội viên đặc thù');
  expect(told(await hoa.presses('Gửi báo cáo'))).toContain('Ba mô hình: đủ số (3/3 phần), chờ duyệt');
});
