import { afterAll, beforeAll, expect, test } from 'vitest';
import { play, type Play, type Player } from '../../support/play.ts';

let stage: Play;
let hoa: Player;
let lan: Player;
let city: Player;

beforeAll(async () => {
  stage = await play();
  const { db } = stage.program;
  const { id } = await db.insertInto('cadres').values({ name: 'Lan', phone: '+84900000055', address: 'chị', left_on: null }).returning('id').executeTakeFirstOrThrow();
  const [unit] = (await stage.program.org.tree()).find('Phường An Biên', '2026-11-25');
  await db.insertInto('positions').values({ cadre_id: id, unit_id: unit!.id, title: 'Phó Chủ tịch' }).execute();
  hoa = await stage.person('hoa', '+84900000002');
  lan = await stage.person('lan', '+84900000055');
  city = await stage.person('city', '+84900000001');
}, 60_000);
afterAll(() => stage.close());

const told = (replies: string[]): string => replies.join('\n---\n');
const line = (topic: string) => `Báo cáo: 20/11 truyền thông ${topic} tại NVH tổ 5, 85 hội viên, không phối hợp`;
const reports = () => stage.program.db.selectFrom('reports').select(['id', 'code', 'title', 'status', 'revision']).where('code', '>', 'BC-2611-0005').orderBy('id').execute();
const codeIn = (text: string): string => /BC-\d{4}-\d{4}/.exec(text)![0];

async function ready(who: Player, topic: string): Promise<void> {
  await who.says(line(topic));
  await who.presses('Không có ảnh');
}

test('two of one unit who file the same at once: one report and one question, and what was asked about can be filed too', async () => {
  await ready(hoa, 'an toàn thực phẩm');
  await ready(lan, 'an toàn thực phẩm');
  const [one, other] = await Promise.all([hoa.presses('Gửi báo cáo'), lan.presses('Gửi báo cáo')]);
  const said = [told(one), told(other)];
  expect(said.filter((text) => text.includes('✅'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('gần giống'))).toHaveLength(1);
  expect((await reports()).filter((report) => report.title.includes('An toàn thực phẩm'))).toHaveLength(1);
  const asked = said[0]!.includes('gần giống') ? hoa : lan;
  expect(told(await asked.presses('Khác, gửi báo cáo này'))).toContain('✅');
  expect((await reports()).filter((report) => report.title.includes('An toàn thực phẩm'))).toHaveLength(2);
});

test('two who file different things at once get two codes', async () => {
  await ready(hoa, 'chuyển đổi số');
  await ready(lan, 'chăm sóc sức khỏe sinh sản vị thành niên');
  const [one, other] = await Promise.all([hoa.presses('Gửi báo cáo'), lan.presses('Gửi báo cáo')]);
  expect(codeIn(told(one))).not.toBe(codeIn(told(other)));
});

test('a double tap files one report', async () => {
  await ready(hoa, 'phòng chống đuối nước');
  const before = (await reports()).length;
  const [one, other] = await Promise.all([hoa.presses('Gửi báo cáo'), hoa.presses('Gửi báo cáo')]);
  expect((await reports()).length).toBe(before + 1);
  expect(told([...one, ...other]).match(/✅/g)).toHaveLength(1);
});

test('a returned or withdrawn report counts nowhere, a waiting one provisionally, an accepted one for good', async () => {
  await ready(hoa, 'bình đẳng giới');
  const code = codeIn(told(await hoa.presses('Gửi báo cáo')));
  const report = (await stage.program.reports.byCode(code))!;
  const counted = async () => (await stage.program.reports.contributions([report.unitId], '2026-11-20', '2026-11-20')).filter((one) => one.reportId === report.id && one.measure === 'hoat-dong').map((one) => one.final);
  expect(await counted()).toEqual([false]);
  const decide = (status: 'accepted' | 'returned') => stage.program.db.updateTable('reports').set({ status }).where('id', '=', report.id).execute();
  await decide('accepted');
  expect(await counted()).toEqual([true]);
  await hoa.says(code);
  await hoa.presses('Rút báo cáo này');
  expect(await counted()).toEqual([]);
  await hoa.presses('Lấy lại');
  expect(await counted()).toEqual([true]);
  await decide('returned');
  expect(await counted()).toEqual([]);
});

test('a report that its author has changed since is not accepted unseen', async () => {
  await ready(hoa, 'phân loại rác');
  const code = codeIn(told(await hoa.presses('Gửi báo cáo')));
  await city.says('/duyet');
  await city.presses('Phân loại rác');
  await hoa.says(code);
  await hoa.presses('Sửa báo cáo này');
  await hoa.presses('Số người');
  await hoa.says('90');
  const stale = city.buttons().find((label) => label.startsWith('✅'))!;
  // She looks at the report as it was while the correction comes in.
  const seen = stage.program.reports.byId;
  const old = await stage.program.reports.byCode(code);
  await hoa.presses('Gửi báo cáo');
  stage.program.reports.byId = async (id) => (id === old!.id ? old : seen(id));
  const said = told(await city.presses(stale));
  stage.program.reports.byId = seen;
  expect(said).toContain('vừa được sửa');
  expect((await stage.program.reports.byCode(code))?.status).toBe('filed');
});

test('nobody below the top reviews what she filed herself', async () => {
  const { db, org } = stage.program;
  const [chiHoi] = (await org.tree()).find('Chi hội phụ nữ tổ dân phố 1', '2026-11-25', 'Phường An Biên');
  const cadre = await org.byPhone('+84900000055', '2026-11-25');
  await db.insertInto('positions').values({ cadre_id: cadre!.id, unit_id: chiHoi!.id, title: 'Chi hội trưởng' }).execute();
  const asked = told(await lan.says('Báo cáo: hôm qua sinh hoạt chi hội, nội dung sơ kết quý, 42 hội viên'));
  expect(asked).toContain('đơn vị nào');
  // What she wrote is kept while she says for which unit.
  expect(told(await lan.presses('Chi hội phụ nữ tổ dân phố 1'))).toContain('Sơ kết quý');
  await lan.presses('Không có ảnh');
  const code = codeIn(told(await lan.presses('Gửi báo cáo')));
  expect(told(await lan.says('/duyet'))).toContain('không có báo cáo nào chờ');
  expect(told(await hoa.says('/duyet'))).toContain('1 báo cáo');
  expect(told(await hoa.presses('Sơ kết quý'))).toContain(code);
  await hoa.presses('✅ Duyệt');
});

test('more than ten photos are not kept, and she is told', async () => {
  await hoa.says('/baocao');
  await hoa.presses('Sinh hoạt chi hội');
  const photos = Array.from({ length: 12 }, (_, at) => ({ hash: String(at).padStart(64, '0'), mime: 'image/jpeg', bytes: 1000 }));
  expect(told(await hoa.sends({ kind: 'photo', photos, caption: '' }))).toContain('10 ảnh');
  await hoa.says('/huy');
});

test('a figure that a report states counts while the report does, and is put right with it', async () => {
  const { db, indicators } = stage.program;
  const [unit] = (await stage.program.org.tree()).find('Phường An Biên', '2026-11-25');
  await db.deleteFrom('figures').where('unit_id', '=', unit!.id).where('figure', '=', 'chi-hoi-truong').execute();
  const stated = async () => (await indicators.figuresOf(unit!.id, '2026-11-25')).filter((one) => one.figure === 'chi-hoi-truong').map((one) => one.value);
  await hoa.says('Báo cáo: chi chế độ tháng 11 cho 10 chi hội trưởng từ ngân sách phường, hôm nay');
  await hoa.says('11');
  await hoa.presses('Không có ảnh');
  const code = codeIn(told(await hoa.presses('Gửi báo cáo')));
  expect(await stated()).toEqual([11]);
  await hoa.says(code);
  await hoa.presses('Rút báo cáo này');
  expect(await stated()).toEqual([]);
  await hoa.presses('Lấy lại');
  expect(await stated()).toEqual([11]);
  await hoa.says(code);
  await hoa.presses('Sửa báo cáo này');
  await hoa.presses('Tổng số chi hội trưởng');
  await hoa.says('12');
  await hoa.presses('Gửi báo cáo');
  expect(await stated()).toEqual([12]);
});

test('a draft that came with the position says who had left it, and is finished by whoever has it now', async () => {
  const { db, org } = stage.program;
  await hoa.says('Báo cáo: hôm qua tổng vệ sinh ngõ 7, 20 người');
  await hoa.says('để sau');
  const [from, to] = await Promise.all(['+84900000002', '+84900000055'].map((phone) => org.byPhone(phone, '2026-11-25')));
  await db.updateTable('drafts').set({ cadre_id: to!.id, left_by: from!.id }).where('cadre_id', '=', from!.id).where('closed_at', 'is', null).execute();
  await lan.says('/huy');
  await lan.says('/baocao');
  const label = lan.buttons().find((one) => one.includes('Tổng vệ sinh ngõ 7'))!;
  expect(label).toContain(`${from!.name} để lại`);
  expect(told(await lan.presses(label))).toContain('Làm ở đâu');
});
