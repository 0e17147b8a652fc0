import { afterAll, beforeAll, expect, test } from 'vitest';
import { play, type Play, type Player } from '../support/play.ts';

const photo = { hash: 'a'.repeat(64), mime: 'image/jpeg', bytes: 1000 };
let stage: Play;
let hoa: Player;
let city: Player;

beforeAll(async () => {
  stage = await play();
  hoa = await stage.person('hoa', '+84900000002');
  city = await stage.person('city', '+84900000001');
}, 60_000);
afterAll(() => stage.close());

const told = (replies: string[]): string => replies.join('\n---\n');

test('a question is answered with its source and the day it was checked', async () => {
  const answer = told(await hoa.says('hội viên danh dự cần điều kiện gì'));
  expect(answer).toContain('Hội viên danh dự');
  expect(answer).toContain('Nguồn');
  expect(answer).toContain('24/11/2026');
});

test('a stranger gets public answers and nothing of the Union', async () => {
  const stranger = await stage.person('la');
  expect(told(await stranger.says('hội viên danh dự là gì'))).toContain('Nguồn');
  expect(told(await stranger.says('/chitieu'))).toContain('mình là ai');
});

test('a wrong code is refused and the right one works once', async () => {
  const cadre = await stage.program.org.byPhone('+84900000004', '2026-11-25');
  const code = await stage.program.org.issueCode(cadre!.id, stage.clock.at);
  const one = await stage.person('mau');
  await one.says('/start');
  await one.presses('Tôi là cán bộ Hội');
  expect(told(await one.says('AAAA-AAAA'))).toContain('không dùng được');
  // The roster says "cô": she is called so from the first word.
  expect(told(await one.says(code))).toContain('em nhận ra cô Phạm Thị Mẫu');
  const other = await stage.person('khac');
  await other.says('/start');
  await other.presses('Tôi là cán bộ Hội');
  expect(told(await other.says(code))).toContain('không dùng được');
});

test('danger comes before everything else, also in the middle of a report', async () => {
  await hoa.says('/baocao');
  const card = told(await hoa.says('cứu với chồng em đang đánh em'));
  expect(card).toContain('113');
  await hoa.says('/huy');
});

test('a report is filed step by step, with one wrong answer a question, and a question in between', async () => {
  expect(told(await hoa.says('/baocao'))).toContain('hoạt động nào');
  await hoa.presses('Truyền thông');
  expect(told(await hoa.says('31/2'))).toContain('không có trong lịch');
  expect(told(await hoa.says('30/12'))).toContain('chưa tới');
  expect(told(await hoa.says('20/11'))).toContain('chủ đề');
  await hoa.says('Phòng, chống bạo lực gia đình');
  expect(told(await hoa.says('Nhà văn hóa tổ dân phố 5'))).toContain('bao nhiêu người');
  const between = told(await hoa.says('hội viên danh dự cần điều kiện gì?'));
  expect(between).toContain('Nguồn');
  expect(between).toContain('bao nhiêu người');
  expect(told(await hoa.says('đông lắm'))).toContain('con số');
  expect(told(await hoa.says('khoảng trăm người'))).toContain('100 người');
  await hoa.presses('Đúng rồi');
  expect(told(await hoa.says('có'))).toContain('tên đơn vị');
  await hoa.says('Công an phường');
  expect(told(await hoa.sends({ kind: 'photo', photos: [photo], caption: '' }))).toContain('1 ảnh');
  const summary = told(await hoa.presses('Xong'));
  expect(summary).toContain('20/11/2026');
  const receipt = told(await hoa.presses('Gửi báo cáo'));
  expect(receipt).toMatch(/BC-2611-0006/);
  expect(receipt).toContain('Chỉ tiêu 3');
});

test('the level above is told, sees the photo, returns it; the author lands on that answer; then it is accepted', async () => {
  await stage.program.deliver();
  expect(told(city.heard())).toContain('chờ chị duyệt');
  await city.presses('Duyệt báo cáo');
  const view = told(await city.presses('Phường An Biên: Truyền thông'));
  expect(view).toContain('BC-2611-0006');
  await city.presses('Trả lại');
  await city.presses('Số người');
  await city.says('Số này khác biên bản');
  await stage.program.deliver();
  expect(told(hoa.heard())).toContain('Số này khác biên bản');
  expect(told(await hoa.presses('Sửa ngay'))).toContain('bao nhiêu người');
  await hoa.says('95');
  expect(told(await hoa.presses('Gửi báo cáo'))).toContain('BC-2611-0006');
  await city.says('/duyet');
  await city.presses('Phường An Biên: Truyền thông');
  expect(told(await city.presses('✅ Duyệt'))).toContain('đã duyệt');
  expect(told(await hoa.says('/chitieu'))).toContain('✅ Chỉ tiêu 3');
});

test('totals are those of the unit and all below, for the chosen period', async () => {
  await city.says('/tonghop');
  const totals = told(await city.presses('Tháng 11/2026'));
  expect(totals).toContain('Truyền thông, tập huấn: 1');
  expect(totals).toContain('95');
});

test('the same update delivered twice changes nothing and says nothing twice', async () => {
  const before = await stage.program.db.selectFrom('reports').select('id').execute();
  await hoa.says('/baocao');
  await hoa.presses('Loại khác');
  await hoa.presses('Hoạt động khác');
  await hoa.sends({ kind: 'text', text: 'hôm qua' }, 'twice');
  const again = await hoa.sends({ kind: 'text', text: 'hôm qua' }, 'twice');
  expect(again).toEqual([]);
  await hoa.says('/huy');
  expect(await stage.program.db.selectFrom('reports').select('id').execute()).toEqual(before);
});

test('a draft comes back when the session is lost', async () => {
  await hoa.says('/baocao');
  await hoa.presses('Sinh hoạt chi hội');
  await hoa.says('hôm qua');
  await stage.program.db.deleteFrom('sessions').execute();
  expect(told(await hoa.says('Triển khai nhiệm vụ tháng 12'))).toContain('bao nhiêu hội viên');
  expect(told(await hoa.says('/huy'))).toContain('bỏ báo cáo');
});

test('unmet indicators are reminded of at the milestone, once, not at night, and no more once met', async () => {
  stage.clock.at = new Date('2026-12-01T00:30:00Z');
  await stage.program.tick();
  hoa.heard();
  expect(hoa.heard()).toEqual([]);
  stage.clock.at = new Date('2026-12-01T02:00:00Z');
  await stage.program.tick();
  await stage.program.tick();
  const mau = stage.person('mau');
  const heard = (await mau).heard();
  const digests = heard.filter((text) => text.includes('Chỉ tiêu 3'));
  expect(digests).toHaveLength(1);
  expect(hoa.heard().filter((text) => text.includes('Chỉ tiêu 3'))).toEqual([]);
});
