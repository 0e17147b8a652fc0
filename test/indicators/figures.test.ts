import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { play, type Play } from '../support/play.ts';

let stage: Play;
beforeAll(async () => {
  stage = await play();
  await sql`delete from figures`.execute(stage.program.db);
}, 60_000);
afterAll(() => stage.close());

async function given(figure: string, value: number, asOf: string, period = 'term'): Promise<void> {
  await stage.program.db.insertInto('figures').values({ unit_id: await anBien(), figure, period, value, as_of: asOf, source: 'test' }).execute();
}
const anBien = async (): Promise<string> => (await stage.program.org.tree()).find('Phường An Biên', '2026-11-25')[0]!.id;

/** How many chi hội trưởng indicator 5 is reckoned by on a day, and since when. */
async function reckonedBy(day: string) {
  const tree = await stage.program.org.tree();
  const statuses = await stage.program.indicators.statuses([tree.get(await anBien())!], tree, day);
  const [part] = statuses.find(({ indicator }) => indicator.id === 'ct5')!.parts;
  return part && [part.of, part.asOf];
}

test('a past period is reckoned by the figure of its time, today by the newest', async () => {
  await given('chi-hoi-truong', 12, '2026-03-31');
  await given('chi-hoi-truong', 10, '2026-08-31');
  expect(await reckonedBy('2026-11-25')).toEqual([10, '2026-08-31']);
  expect(await reckonedBy('2026-09-30')).toEqual([10, '2026-08-31']);
  expect(await reckonedBy('2026-06-30')).toEqual([12, '2026-03-31']);
});

test('for a time before the first figure that first one is taken, and keeps its day', async () => {
  expect(await reckonedBy('2025-12-31')).toEqual([12, '2026-03-31']);
});

test("a figure of one year is not taken for another year's", async () => {
  await given('chi-hoi-truong', 9, '2026-10-31', '2026');
  expect(await reckonedBy('2026-11-25')).toEqual([9, '2026-10-31']);
  expect(await reckonedBy('2027-01-10')).toEqual([10, '2026-08-31']);
});

test('what is told last counts today, also when it is of an earlier day; the time before that day keeps its own', async () => {
  const hoa = await stage.person('hoa', '+84900000002');
  await hoa.sends({ kind: 'button', data: `!so-lieu|chi-hoi-truong:${await anBien()}` });
  await hoa.says('14');
  await hoa.says('30/09/2026');
  expect(await reckonedBy('2026-11-25')).toEqual([14, '2026-09-30']);
  expect(await reckonedBy('2026-09-30')).toEqual([14, '2026-09-30']);
  expect(await reckonedBy('2026-06-30')).toEqual([12, '2026-03-31']);
});
