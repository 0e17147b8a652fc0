import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Effect } from '../../src/conversation/index.ts';
import { retry, startPushes, stopPushes, unreachable } from '../../src/reminders/index.ts';
import { addDays, instantOf } from '../../src/time.ts';
import { openOffice, type Heard, type Office } from './office.ts';

// Two communes. Cadre 1 is of the city; 2 and 4 are of mp-1, 3 and 5 of mp-2. Chỉ tiêu 3 is due on 31/12/2026.
const [CITY, AN, BINH, AN2, BINH2] = [1, 2, 3, 4, 5] as const;
let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());
beforeEach(() => office.reset());

const to = (heard: Heard[], cadreId: number): string => heard.filter((one) => one.cadreId === cadreId).map((one) => one.text).join('\n---\n');
const people = (heard: Heard[]): number[] => heard.map((one) => one.cadreId).toSorted((a, b) => a - b);
const met3 = (unitId: string, day: string, accepted = true) => office.report(unitId, 'truyen-thong', { 'hoat-dong-nang-cao-kien-thuc': 1 }, day, accepted);

/** Every working hour of the days from `from` to `to`: what was said on each. */
async function walk(from: string, to: string): Promise<Map<string, Heard[]>> {
  const said = new Map<string, Heard[]>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const heard = [...(await office.tick(day, '08:00')), ...(await office.tick(day, '15:00')), ...(await office.tick(day, '21:00'))];
    if (heard.length > 0) said.set(day, heard);
  }
  return said;
}

test('reminds at half-way, then 60, 30, 14, 7, 3 and 1 days before the deadline, and on no other day', async () => {
  office.at('2026-06-01');
  const days: string[] = [];
  for (const day of ['2026-07-01', '2026-07-02', '2026-07-03', '2026-10-30', '2026-11-02', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-17', '2026-12-18', '2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']) {
    if (to(await office.tick(day), BINH).includes('Chỉ tiêu 3')) days.push(day);
  }
  // 1/11 is a Sunday: the 60-days word is said on Friday 30/10.
  expect(days).toEqual(['2026-07-02', '2026-10-30', '2026-12-01', '2026-12-17', '2026-12-24', '2026-12-28', '2026-12-30']);
});

test('says the gap in numbers and names the deadline, more firmly when it is near', async () => {
  await office.commit([{ type: 'indicator.set-figure', unitId: 'mp-2', figure: 'cht-chua-dang-vien', value: 11, asOf: '2026-11-24', cadreId: BINH } as Effect]);
  await office.report('mp-2', 'phat-trien-dang', { 'cht-duoc-gioi-thieu': 4 }, '2026-10-01');
  const early = to(await office.tick('2026-10-30'), BINH);
  expect(early).toContain('em nhắc chị 1 chỉ tiêu đơn vị mình chưa đạt');
  expect(early).toContain('0/1 hoạt động. Cần thêm 1 hoạt động, hạn 31/12/2026');
  const late = to(await office.tick('2027-03-01'), BINH);
  expect(late).toContain('mới 4/11 chi hội trưởng (36%), theo số liệu ngày 24/11/2026. Cần thêm 2 chi hội trưởng để đạt 50%, hạn 31/03/2027 (chưa xác nhận). Với tiến độ này sẽ không kịp.');
  expect(to(await office.tick('2027-03-30'), BINH)).toContain('sắp hết hạn rồi');
});

test('one digest a person a day, whatever is due', async () => {
  const said = await walk('2027-03-15', '2027-03-31');
  for (const [day, heard] of said) expect(people(heard), day).toEqual([...new Set(people(heard))]);
  expect(to(said.get('2027-03-17')!, AN).match(/Chỉ tiêu \d/g)).toHaveLength(5);
});

test('never speaks on a weekend, on a holiday or at Tết', async () => {
  const said = [...(await walk('2026-12-17', '2027-01-05')).keys(), ...(await walk('2027-01-29', '2027-02-15')).keys()];
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter((day) => !office.program.calendar.works(day))).toEqual([]);
  expect(said.filter((day) => day >= '2027-02-04' && day <= '2027-02-10')).toEqual([]);
});

test('never speaks in quiet hours: what was late in the evening is folded into the next working day', async () => {
  office.at('2026-12-17', '08:00');
  await office.program.plan();
  expect(await office.tick('2026-12-17', '20:30')).toEqual([]);
  expect(await office.tick('2026-12-18', '06:59')).toEqual([]);
  expect(await office.tick('2026-12-18', '07:01')).toEqual([]);
  expect(people(await office.tick('2026-12-18', '08:00'))).toEqual([CITY, AN, BINH, AN2, BINH2]);
});

test('never reminds of what has been reported, also when that happened after the plan was made', async () => {
  await met3('mp-1', '2026-11-20', false);
  await office.commit([{ type: 'push.hour', cadreId: BINH, clock: '14:00' } as Effect]);
  expect(people(await office.tick('2026-12-01', '08:00'))).toEqual([BINH2]);
  await met3('mp-2', '2026-12-01', false);
  expect(await office.tick('2026-12-01', '14:00')).toEqual([]);
  expect([...(await walk('2026-12-02', '2026-12-31')).values()].flat().filter((one) => /🔴|⚪/u.test(one.text))).toEqual([]);
});

test('a report that was returned is reminded of again', async () => {
  const id = await met3('mp-2', '2026-11-20', false);
  expect(people(await office.tick('2026-12-01'))).toEqual([AN, AN2]);
  await office.commit([{ type: 'report.review', reportId: id, revision: 1, cadreId: CITY, verdict: 'returned' } as Effect]);
  expect(people(await office.tick('2026-12-02'))).toEqual([BINH, BINH2]);
});

test('praises once when an indicator is met and accepted', async () => {
  const id = await met3('mp-2', '2026-11-20', false);
  expect(await office.tick('2026-11-25')).toEqual([]);
  await office.commit([{ type: 'report.review', reportId: id, revision: 1, cadreId: CITY, verdict: 'accepted' } as Effect]);
  const heard = await office.tick('2026-11-26');
  expect(people(heard)).toEqual([BINH, BINH2]);
  expect(to(heard, BINH)).toContain('🎉 Chúc mừng xã Mô Phỏng 2! Đã đạt: chỉ tiêu 3');
  const after = await walk('2026-11-27', '2026-12-31');
  expect([...after.values()].flat().filter((one) => one.text.includes('🎉'))).toEqual([]);
});

test('the hour she chose is kept, and never lies in quiet hours', async () => {
  await office.commit([{ type: 'push.hour', cadreId: BINH, clock: '14:00' } as Effect]);
  expect(people(await office.tick('2026-12-01', '08:00'))).not.toContain(BINH);
  expect(await office.tick('2026-12-01', '13:59')).toEqual([]);
  expect(people(await office.tick('2026-12-01', '14:00'))).toEqual([BINH]);
});

test('a person who asked for quiet hears nothing until that day, and then what is still open', async () => {
  await office.commit([{ type: 'push.snooze', cadreId: BINH, until: '2026-12-22' } as Effect]);
  const said = await walk('2026-12-17', '2026-12-23');
  expect(people(said.get('2026-12-17')!)).toEqual([CITY, AN, AN2, BINH2]);
  expect([...said].filter(([, heard]) => people(heard).includes(BINH)).map(([day]) => day)).toEqual(['2026-12-22']);
  expect(to(said.get('2026-12-22')!, BINH)).toContain('Chỉ tiêu 3');
});

test('quiet asked for after the plan was made holds too', async () => {
  await office.commit([{ type: 'push.hour', cadreId: BINH, clock: '14:00' } as Effect]);
  await office.tick('2026-12-17', '08:00');
  await office.commit([{ type: 'push.snooze', cadreId: BINH, until: '2026-12-21' } as Effect]);
  expect(await office.tick('2026-12-17', '14:00')).toEqual([]);
  expect(to(await office.tick('2026-12-21', '14:00'), BINH)).toContain('Chỉ tiêu 3');
});

test('while she is away her stand-in is reminded in her place, and nobody when she named none', async () => {
  await office.commit([{ type: 'push.away', cadreId: BINH, until: '2026-12-01', standInId: BINH2 } as Effect, { type: 'push.away', cadreId: AN, until: '2026-12-01', standInId: null } as Effect]);
  expect(people(await office.tick('2026-12-01'))).toEqual([AN2, BINH2]);
  expect(people(await office.tick('2026-12-17'))).toEqual([CITY, AN, BINH, AN2, BINH2]);
});

test('where the level above has put one cadre in charge, she alone is reminded', async () => {
  await office.commit([{ type: 'push.in-charge', unitId: 'mp-2', cadreId: BINH2, byId: CITY } as Effect]);
  expect(people(await office.tick('2026-12-01'))).toEqual([AN, AN2, BINH2]);
});

test('what was reported on paper is noted: not met, and not reminded of in this period', async () => {
  await office.commit([{ type: 'indicator.note-paper', unitId: 'mp-2', indicator: 'ct3', deadline: '2026-12-31', cadreId: CITY, noted: true } as Effect]);
  expect(people(await office.tick('2026-12-01'))).toEqual([AN, AN2]);
  const [rollup] = (await office.program.indicators.rollups('mp', await office.program.org.tree(), '2026-12-01')).filter((one) => one.indicator.id === 'ct3');
  expect(rollup).toMatchObject({ met: 0, unmet: 1, noted: 1 });
  // The next year is another period.
  expect(to(await office.tick('2027-03-17'), BINH)).toContain('Chỉ tiêu 3');
});

test('the level above hears who is behind from two weeks before the deadline, and how all stand once a week', async () => {
  await met3('mp-1', '2026-11-20');
  expect(to(await office.tick('2026-12-01'), CITY)).toBe('');
  const fortnight = to(await office.tick('2026-12-17'), CITY);
  expect(fortnight).toContain('Chỉ tiêu 3 – Hoạt động nâng cao kiến thức, còn 14 ngày: 1 đơn vị.');
  expect(fortnight).toContain('Xã Mô Phỏng 2: đã nhắc 1 lần từ 01/12/2026, liên lạc gần nhất 01/11/2026.');
  const monday = to(await office.tick('2026-12-21'), CITY);
  expect(monday).toContain('Tình hình tuần này của 2 đơn vị thuộc thành phố Mô Phỏng');
  expect(monday).toContain('Chỉ tiêu 3 – Hoạt động nâng cao kiến thức: 1/2 đơn vị đạt.');
  expect(monday).toContain('Các đơn vị em báo hôm 17/12/2026 vẫn đang chờ chị xem');
  expect(to(await office.tick('2026-12-22'), CITY)).toBe('');
});

test('the level above reads which indicators each unit is behind on, and who has put the reminder off', async () => {
  await office.tick('2027-01-29');
  await office.commit([{ type: 'push.snooze', cadreId: BINH, until: '2027-03-19' } as Effect]);
  const told = (await office.tick('2027-03-17')).filter((one) => one.cadreId === CITY);
  expect(to(told, CITY)).toContain('Xã Mô Phỏng 2 (chỉ tiêu 1, 2, 3, 4, 5): đã nhắc 1 lần từ 29/01/2027, liên lạc gần nhất 01/11/2026, hẹn nhắc lại 19/03/2027.');
  expect(told[0]!.buttons).toEqual(['Phường Mô Phỏng 1', 'Xã Mô Phỏng 2', 'Nhắc lại tất cả', 'Tôi đã nắm']);
});

test('of hundreds of people who cannot be reached the level above reads some names and how many more', async () => {
  const many = await openOffice({ units: 30, cadres: 90 });
  many.fault.of = (cadreId) => (cadreId === CITY ? null : 'unreachable');
  await many.tick('2026-12-01');
  const told = to(await many.tick('2026-12-02'), CITY);
  await many.close();
  expect(told).toMatch(/Em chưa nhắn được tới: (?:Cán bộ \d+ \([^)]*\)(?:, )?){8} và 81 người nữa\./);
}, 60_000);

test('a person who blocked the bot is tried once, and the level above is told once', async () => {
  office.fault.of = (cadreId) => (cadreId === BINH ? 'unreachable' : null);
  expect(people(await office.tick('2026-12-01'))).toEqual([AN, AN2, BINH2]);
  const told = to(await office.tick('2026-12-02'), CITY);
  expect(told).toContain('Em chưa nhắn được tới: Cán bộ 3 (xã Mô Phỏng 2)');
  const later = await walk('2026-12-03', '2026-12-20');
  expect([...later.values()].flat().filter((one) => one.text.includes('Cán bộ 3 ('))).toEqual([]);
});

test('a dead letter gets another chance as the digest of that day', async () => {
  office.fault.of = (cadreId) => (cadreId === BINH ? 'unreachable' : null);
  await office.tick('2026-12-01');
  office.fault.of = null;
  await office.db.updateTable('accounts').set({ unreachable_at: null }).execute();
  const [dead] = await unreachable(office.db);
  expect(await retry(office.db, dead!.id, '2026-12-03', instantOf('2026-12-03', '09:00'))).toBe(true);
  expect(people(await office.tick('2026-12-03', '09:00'))).toEqual([BINH]);
  expect(await retry(office.db, dead!.id, '2026-12-03', instantOf('2026-12-03', '09:00'))).toBe(false);
});

test('a message the platform refused for the moment goes out later that day, once', async () => {
  office.fault.of = () => 'failed';
  expect(await office.tick('2026-12-01')).toEqual([]);
  office.fault.of = null;
  expect(people(await office.tick('2026-12-01', '08:06'))).toEqual([AN, BINH, AN2, BINH2]);
  expect(await office.tick('2026-12-01', '09:00')).toEqual([]);
});

test('after an outage what is still useful comes in one digest, what is stale is dropped and counted', async () => {
  await office.tick('2026-10-30');
  // Nothing runs in November: the word of 1/12 was missed by three days, that of a month ago is not brought up again.
  const back = await office.tick('2026-12-04');
  expect(people(back)).toContain(BINH);
  expect(to(back, BINH).match(/Chỉ tiêu 3/g)).toHaveLength(1);
  expect((await walk('2026-12-05', '2026-12-16')).size).toBe(2);
  await office.reset();
  await office.tick('2026-11-30');
  office.logged.length = 0;
  await office.tick('2026-12-11');
  expect(office.logged).toContainEqual({ event: 'reminders-planned', fields: { digests: 1, stale: 2 } });
});

test('the clock set back an hour changes nothing', async () => {
  expect(await office.tick('2026-12-01', '08:30')).toHaveLength(4);
  expect(await office.tick('2026-12-01', '07:30')).toEqual([]);
  expect(await office.tick('2026-12-01', '08:00')).toEqual([]);
});

test('with the stop switch on nothing is planned or sent, and when it is off again the day goes on', async () => {
  await office.tick('2026-11-30');
  office.at('2026-12-01');
  await stopPushes(office.db, office.clock.at);
  expect(await office.tick('2026-12-01')).toEqual([]);
  expect(await office.db.selectFrom('planned_days').select('day').where('day', '=', '2026-12-01').execute()).toEqual([]);
  await startPushes(office.db);
  expect(await office.tick('2026-12-01', '10:00')).toHaveLength(4);
});

test('nobody is told more than eight things on her own in a day: the rest waits for tomorrow', async () => {
  const plans = Array.from({ length: 11 }, (_, at) => ({ type: 'push.plan', cadreId: BINH, key: `x:${at}`, scene: 'lich-nhac', payload: { name: `Chị ${at}`, until: '2026-12-30' }, dueAt: instantOf('2026-11-26', '09:00').toISOString() }) as Effect);
  await office.commit(plans);
  expect(await office.tick('2026-11-26', '10:00')).toHaveLength(8);
  expect(await office.tick('2026-11-26', '15:00')).toEqual([]);
  expect(await office.tick('2026-11-27', '09:00')).toHaveLength(3);
});

test('in the middle of that very report she is asked to finish it, and of the rest she is reminded as usual', async () => {
  await office.commit([{ type: 'report.save-draft', draftId: 'half', cadreId: BINH, unitId: 'mp-2', kind: 'truyen-thong', version: 1, state: {} } as Effect]);
  const heard = await office.tick('2026-12-01');
  expect(to(heard, BINH)).toContain('báo cáo "Truyền thông, tập huấn" của chị đang dở, chị gửi nốt giúp em nhé');
  expect(to(heard, BINH)).not.toContain('🔴');
  expect(heard.find((one) => one.cadreId === BINH)!.buttons).toEqual(['Làm tiếp']);
  const later = to(await office.tick('2027-03-01'), BINH);
  expect(later).toContain('gửi nốt');
  expect(later.match(/Chỉ tiêu \d/g)).toHaveLength(4);
});
