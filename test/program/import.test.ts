import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRoster, ImportRefused } from '../../src/org/index.ts';
import type { RosterRow } from '../../src/org/sheets/index.ts';
import { play, type Play } from '../support/play.ts';

let stage: Play;
beforeAll(async () => {
  stage = await play();
}, 60_000);
afterAll(() => stage.close());

const row = (more: Partial<RosterRow>): RosterRow => ({ sheet: 'ds', row: 2, name: 'Đỗ Thị Thử', phone: '+84900000088', unit: 'Xã Tiên Minh', above: null, title: 'Chủ tịch', administrator: false, address: null, ...more });
const run = (rows: RosterRow[], rehearse = false) => importRoster({ db: stage.program.db, rehearse }, rows, stage.program.positions, '2026-11-25');

test('a rehearsal tells what would change and keeps nothing', async () => {
  expect(await run([row({})], true)).toMatchObject({ added: 1, changed: 0, same: 0 });
  expect(await stage.program.org.byPhone('+84900000088', '2026-11-25')).toBeUndefined();
});

test('an import adds once; the same file twice changes nothing', async () => {
  expect(await run([row({})])).toMatchObject({ added: 1, changed: 0, same: 0 });
  expect(await run([row({})])).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(await run([row({ title: 'Phó Chủ tịch' })])).toMatchObject({ added: 0, changed: 1, same: 0 });
});

test('one wrong row and nothing is kept; every fault is told with its row', async () => {
  const wrong = [row({ phone: '+84900000077' }), row({ phone: '+84900000066', unit: 'Xã Không Có', row: 3 }), row({ phone: '+84900000055', title: 'Phi công', row: 4 })];
  const refused = await run(wrong).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ImportRefused);
  expect((refused as ImportRefused).faults.map(({ row: at, code }) => [at, code])).toEqual([
    [3, 'unknown-unit'],
    [4, 'unknown-title'],
  ]);
  expect(await stage.program.org.byPhone('+84900000077', '2026-11-25')).toBeUndefined();
});

test('one line files what it can and asks for what is not sure', async () => {
  const hoa = await stage.person('hoa', '+84900000002');
  const said = (await hoa.says('Báo cáo: sáng 20/11 truyền thông PCBLGĐ tại NVH tổ 5, 85 hội viên, phối hợp công an phường')).join('\n');
  for (const part of ['20/11/2026', 'Phòng, chống bạo lực gia đình', 'Nhà văn hóa tổ 5', '85 người', 'Công an phường']) expect(said).toContain(part);
  const unsure = (await hoa.says('Báo cáo: 19/11 truyền thông dinh dưỡng tại trạm y tế, hơn 70 lượt người')).join('\n');
  expect(unsure).toContain('bao nhiêu người');
});
