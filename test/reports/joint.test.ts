import { afterAll, beforeAll, expect, test } from 'vitest';
import { partnersOf, summarise, whole } from '../../src/reports/index.ts';
import { play, type Play, type Player } from '../support/play.ts';

let stage: Play;
let hoa: Player;
let tu: Player;
beforeAll(async () => {
  stage = await play();
  hoa = await stage.person('hoa', '+84900000002');
  tu = await stage.person('tu', '+84900000003');
}, 60_000);
afterAll(() => stage.close());

const TODAY = '2026-11-25';
const told = (replies: string[]): string => replies.join('\n');
const file = async (who: Player, line: string): Promise<string> => {
  await who.says(`Báo cáo: ${line}`);
  await who.says('không có ảnh');
  return told(await who.says('gửi báo cáo'));
};

/** How many reports and how many people a unit and all below it have. */
async function totals(name: string): Promise<number[]> {
  const { org, reports } = stage.program;
  const tree = await org.tree();
  const ids = tree.historyOf(tree.find(name, TODAY)[0]!.id, TODAY);
  const summary = summarise(await reports.standing(ids, '2026-11-01', '2026-11-30'), (id) => ids.includes(id), () => 'sum');
  return [whole(summary.reports), whole(summary.measures.get('luot-nguoi'))];
}
const [BRANCH, OTHER, WARD, CITY] = ['Chi hội phụ nữ tổ dân phố 1', 'Chi hội phụ nữ tổ dân phố 2', 'Phường An Biên', 'Thành phố Hải Phòng'] as const;

test.each([
  ['Công an phường, Trạm y tế', []],
  ['Công an phường An Biên', []],
  ['Hội Nông dân phường An Biên', []],
  ['chi hội TDP 2', [OTHER]],
  ['Chi hội phụ nữ tổ dân phố 2 và công an phường', [OTHER]],
  ['Hội LHPN phường An Biên', [WARD]],
  ['hội phụ nữ phường, đoàn thanh niên', [WARD]],
  ['Hội LHPN xã Tiên Minh', []],
  ['các chi hội', []],
  ['Chi hội phụ nữ tổ dân phố 1', []],
])('of those a branch worked with, the units of the Union are told from all others: %s', async (answer, names) => {
  const { org, reports } = stage.program;
  const tree = await org.tree();
  const found = partnersOf(reports.activity('truyen-thong')!, { 'phoi-hop': answer }, tree.find(BRANCH, TODAY)[0]!, tree, TODAY);
  expect(found.map((id) => tree.get(id)!.name)).toEqual(names);
});

test('an activity held together counts for each unit that held it and once above them', async () => {
  const receipt = await file(tu, '20/11 truyền thông phòng cháy tại NVH tổ 5, 80 người, phối hợp chi hội tổ dân phố 2, công an phường');
  expect(receipt).toContain('tính cho cả chi hội phụ nữ tổ dân phố 2');
  expect([await totals(BRANCH), await totals(OTHER), await totals(WARD), await totals(CITY)]).toEqual([[1, 80], [1, 80], [1, 80], [1, 80]]);
});

test('a second report of the same joint activity is asked about; joined, it counts for both and once', async () => {
  await file(tu, '18/11 truyền thông an toàn thực phẩm tại NVH tổ 5, 60 người, phối hợp công an phường');
  const answer = await file(hoa, '18/11 truyền thông an toàn thực phẩm tại NVH tổ 5, 60 người, phối hợp chi hội phụ nữ tổ dân phố 1');
  expect(answer).toContain('Em chưa gửi, vì chi hội phụ nữ tổ dân phố 1 đã có báo cáo BC-2611-0007');
  expect(told(await hoa.presses('tính chung'))).toContain('BC-2611-0007');
  expect([await totals(BRANCH), await totals(WARD)]).toEqual([[2, 140], [2, 140]]);
  const again = told(await hoa.presses('tính chung'));
  expect(again).toContain('BC-2611-0007');
});

test('a correction by its author keeps those who joined', async () => {
  await tu.says('BC-2611-0007');
  await tu.presses('Sửa báo cáo');
  await tu.presses('Số người');
  await tu.says('65');
  await tu.says('gửi báo cáo');
  const report = await stage.program.reports.byCode('BC-2611-0007');
  expect(report!.jointWith).toHaveLength(1);
  expect(await totals(WARD)).toEqual([2, 145]);
});

test('nobody makes herself a part of a report that tells of something else', async () => {
  const [, draft] = /!baocao\|j:([^:]+):/.exec(hoa.button('tính chung'))!;
  const stranger = await file(tu, '10/11 thăm hỏi, tặng quà hội viên nghèo, 10 suất, 2 triệu');
  const { id } = (await stage.program.reports.byCode(/BC-\d+-\d+/.exec(stranger)![0]))!;
  await hoa.sends({ kind: 'button', data: `!baocao|j:${draft}:${id}` });
  expect((await stage.program.reports.byId(id))!.jointWith).toEqual([]);
});

test('who names a unit she neither sees nor stands beside hears nothing of what it has filed', async () => {
  const mau = await stage.person('mau', '+84900000004');
  await file(mau, '12/11 truyền thông phòng đuối nước tại nhà văn hóa xã, 70 người, phối hợp công an xã');
  const receipt = await file(tu, '12/11 truyền thông phòng đuối nước tại NVH tổ 5, 70 người, phối hợp Hội LHPN xã Tiên Minh');
  expect(receipt).toContain('Em đã nhận báo cáo');
});
