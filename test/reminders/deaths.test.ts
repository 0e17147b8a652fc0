import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());
beforeEach(() => office.reset());

const states = async (): Promise<Record<number, string[]>> => {
  const rows = await office.db.selectFrom('pushes').select(['cadre_id', 'state']).orderBy('id').execute();
  return Object.fromEntries(rows.map((row) => [row.cadre_id, rows.filter((one) => one.cadre_id === row.cadre_id).map((one) => one.state)]));
};

test('a process killed between any two questions to the store doubles nothing and loses nothing but what may have gone out', async () => {
  let deaths = 0;
  for (let query = 0; ; query++) {
    await office.reset();
    office.at('2026-12-17');
    office.process.dieAtQuery(query);
    const died = await office.program.tick().then(() => !office.process.alive(), () => true);
    if (!died) break;
    deaths++;
    office.process.revive();
    // It starts again: a claim that nobody holds any more is free after its lease.
    for (const hour of ['08:05', '08:10']) {
      office.at('2026-12-17', hour);
      await office.program.tick();
    }
    const told = office.heard.map((one) => one.cadreId);
    expect(new Set(told).size, `killed at query ${query}`).toBe(told.length);
    for (const [cadre, [state, ...more]] of Object.entries(await states())) {
      expect(more, `killed at query ${query}`).toEqual([]);
      // Nobody is left waiting: told, or perhaps told and left alone.
      const ends = told.includes(Number(cadre)) ? ['sent', 'unknown'] : ['unknown'];
      expect(ends, `killed at query ${query}`).toContain(state);
    }
    expect(Object.keys(await states())).toHaveLength(5);
  }
  expect(deaths).toBeGreaterThan(40);
}, 120_000);

test('a message that broke after it left is never sent again', async () => {
  office.fault.of = () => 'out-then-unknown';
  await office.tick('2026-12-17');
  office.fault.of = null;
  expect(await office.tick('2026-12-17', '09:00')).toEqual([]);
  expect(await office.tick('2026-12-18')).toEqual([]);
  expect(new Set(Object.values(await states()).flat())).toEqual(new Set(['unknown']));
});

test('two planners and two senders at once change nothing', async () => {
  office.at('2026-12-17');
  const { program } = office;
  await Promise.all([program.plan(), program.plan(), program.plan()]);
  await Promise.all([program.deliver(), program.deliver()]);
  const told = office.heard.map((one) => one.cadreId).toSorted((a, b) => a - b);
  expect(told).toEqual([...new Set(told)]);
  expect(told).toHaveLength(5);
});
