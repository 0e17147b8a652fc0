import { afterAll, beforeAll, expect, test } from 'vitest';
import { hoi } from '../support/desk.ts';
import { play, type Play } from '../support/play.ts';

let stage: Play;
beforeAll(async () => {
  stage = await play('2026-12-17T01:00:00Z');
}, 60_000);
afterAll(() => stage.close());

test('a dry run tells who would be reminded of what and why, and writes nothing', async () => {
  const shown = await hoi(stage, 'remind', 'plan', '--dry-run');
  expect(shown.out).toContain('Trần Thị Minh Họa: 1 chỉ tiêu');
  expect(shown.out).toContain('Phường An Biên · ct3 · còn 14 ngày');
  expect(shown.out).toContain('đơn vị cấp dưới · ct3 · còn 14 ngày');
  const { planned } = JSON.parse((await hoi(stage, 'remind', 'plan', '--dry-run', '--json')).out) as { planned: { key: string }[] };
  expect(new Set(planned.map((one) => one.key))).toEqual(new Set(['digest:2026-12-17']));
  expect(await stage.program.db.selectFrom('pushes').select('id').execute()).toEqual([]);
});

test('a dry run of a day off says so and names the next working day', async () => {
  const now = stage.clock.at;
  stage.clock.at = new Date('2027-02-06T08:00:00+07:00');
  const shown = await hoi(stage, 'remind', 'plan', '--dry-run');
  stage.clock.at = now;
  expect(shown.out).toContain('06/02/2027 là ngày nghỉ nên không nhắc ai. Ngày làm việc tới: 11/02/2027.');
  expect(shown.out).toContain('Tổng cộng 0 lời nhắc.');
});

test('the stop switch is one command, and so is going on', async () => {
  await hoi(stage, 'reminders', 'stop');
  expect((await hoi(stage, 'reminders', 'status')).out).toContain('đang ngừng từ 17/12/2026');
  expect((await hoi(stage, 'remind', 'plan', '--dry-run')).out).toContain('đang ngừng từ 17/12/2026');
  expect((await hoi(stage, 'remind', 'send')).out).toContain('0 lời nhắc');
  await hoi(stage, 'reminders', 'start');
  expect((await hoi(stage, 'reminders', 'status')).out).toBe('Lời nhắc đang chạy.');
  expect((await hoi(stage, 'remind', 'send')).out).not.toContain(' 0 lời nhắc');
  expect((await hoi(stage, 'remind', 'plan', '--dry-run')).out).toContain('đã lên lịch từ trước');
});

test('what could not be delivered is listed and can be tried again by its number', async () => {
  // Nobody of the demonstration has an account yet.
  await stage.program.deliver();
  const dead = JSON.parse((await hoi(stage, 'reminders', 'unreachable', '--json')).out) as { id: number; name: string; state: string }[];
  expect(dead.map((one) => one.name)).toContain('Trần Thị Minh Họa');
  const list = (await hoi(stage, 'reminders', 'unreachable')).out;
  expect(list).toContain('17/12/2026  Trần Thị Minh Họa: chưa gửi được, chưa có tài khoản nào nhắn được');
  expect((await hoi(stage, 'reminders', 'retry', String(dead[0]!.id))).out).toContain('sẽ được gửi lại');
  expect((await hoi(stage, 'reminders', 'retry', '999999')).code).toBe(1);
});

test('a wrong use is told', async () => {
  expect((await hoi(stage, 'reminders', 'gone')).code).toBe(2);
  expect((await hoi(stage, 'simulate', '--from', '2026-12-01')).code).toBe(2);
  expect((await hoi(stage, 'simulate', '--from', '2026-12-01', '--to', '2026-11-01')).code).toBe(2);
});
