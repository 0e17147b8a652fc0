import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRoster, importUnits } from '../../src/org/index.ts';
import { play, type Play, type Player } from '../support/play.ts';
import { rosterRows, unitRows } from './store.ts';

const DAY = '2026-11-25';
const told = (replies: string[]): string => replies.join('\n---\n');
const CITY = ['Nguyễn Thị Thử Nghiệm', '0900000001', 'Thành phố Hải Phòng', null, 'Chủ tịch'];
const HOA = ['Trần Thị Minh Họa', '0900000002', 'Phường An Biên', null, 'Chủ tịch'];
const CHI = ['Lê Thị Ví Dụ', '0900000003', 'Chi hội phụ nữ tổ dân phố 1', null, 'Chi hội trưởng'];
const KE = ['Vũ Thị Kế', '0900000005', 'Xã Tiên Minh', null, 'Chủ tịch Hội LHPN xã Tiên Minh'];

let stage: Play;
let mau: Player;
let city: Player;

beforeAll(async () => {
  stage = await play();
  mau = await stage.person('mau', '+84900000004');
  city = await stage.person('city', '+84900000001');
}, 60_000);
afterAll(() => stage.close());

const roster = (...rows: (string | null)[][]) => importRoster({ db: stage.program.db }, rosterRows(...rows), stage.program.positions, DAY);

/** A report of Xã Tiên Minh, up to the receipt. */
async function fileReport(her: Player): Promise<string> {
  await her.says('/baocao');
  await her.presses('Sinh hoạt chi hội');
  await her.says('hôm kia');
  await her.says('Sơ kết quý');
  await her.says('25');
  await her.presses('Không có ảnh');
  return told(await her.presses('Gửi báo cáo'));
}

test('who left is a stranger from that moment; her successor finds the open draft and hears what came back', async () => {
  const code = /BC-\d{4}-\d{4}/.exec(await fileReport(mau))![0];
  await mau.says('/baocao');
  await mau.presses('Sinh hoạt chi hội');
  await mau.says('hôm qua');
  expect(await roster(CITY, HOA, CHI, KE)).toMatchObject({ added: 1, left: 1, handed: [{ from: 'Phạm Thị Mẫu', to: 'Vũ Thị Kế', drafts: 1 }] });
  expect(told(await mau.says('/baocao'))).toContain('mình là ai');
  expect(told(await mau.says('/donvi'))).not.toContain('Tiên Minh');

  const ke = await stage.person('ke', '+84900000005');
  expect(told(await ke.says('/donvi'))).toContain('Cô Phạm Thị Mẫu để lại cho chị một báo cáo đang dở của xã Tiên Minh');
  expect(told(await ke.presses('Làm tiếp báo cáo dở'))).toContain('Nội dung chính');
  await ke.says('/huy');

  // The level above returns what her forerunner had filed: she is told and may put it right.
  await city.says('/duyet');
  await city.presses('Xã Tiên Minh');
  await city.presses('Trả lại');
  await city.presses(city.buttons()[0]!);
  await city.says('Chưa rõ');
  await stage.program.deliver();
  expect(told(ke.heard())).toContain(code);
});

test('a merge: her unit ends, she is told where it went, and the level above sees what waits', async () => {
  await importUnits(
    { db: stage.program.db },
    unitRows(['x-moi', 'Xã Tiên Mới', 'xã', 'Thành phố Hải Phòng', '25/11/2026'], [(await stage.program.org.tree()).find('Xã Tiên Minh', DAY)[0]!.id, 'Xã Tiên Minh', 'xã', 'Thành phố Hải Phòng', '01/07/2025', '24/11/2026', 'Xã Tiên Mới']),
    stage.clock.at,
  );
  const ke = await stage.person('ke');
  await stage.program.deliver();
  expect(told(ke.heard())).toContain('nay thuộc **xã Tiên Mới**');
  expect(told(await ke.says('/baocao'))).toContain('chị Nguyễn Thị Thử Nghiệm');
  expect(told(await ke.says('/chitieu'))).toContain('nay thuộc **xã Tiên Mới**');
  // The roster says where she is now; her unit's returned report is hers to put right again.
  await roster(CITY, HOA, CHI, [...KE.slice(0, 2), 'Xã Tiên Mới', null, 'Chủ tịch']);
  expect(told(await ke.says('/baocao'))).not.toContain('không còn');
  const [returned] = await stage.program.db.selectFrom('reports').select('id').where('status', '=', 'returned').execute();
  expect(told(await ke.sends({ kind: 'button', data: `!baocao|r:${returned!.id}:` }))).toContain('cần sửa chỗ chưa đúng');
  expect(told(await ke.says('xã Tiên Minh giờ là xã nào'))).toContain('Tiên Mới');
});
