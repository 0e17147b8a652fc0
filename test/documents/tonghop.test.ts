import { afterAll, beforeAll, expect, test } from 'vitest';
import { refOf as lineRef } from '../../scenes/tonghop-behind.ts';
import { unitRef, unitOfRef } from '../../scenes/unit-ref.ts';
import { unitTree } from '../../src/org/index.ts';
import { play, type Play, type Player } from '../support/play.ts';
import { given } from './make.ts';

let stage: Play;
let hoa: Player;
let mau: Player;

beforeAll(async () => {
  stage = await play();
  hoa = await stage.person('hoa', '+84900000002');
  mau = await stage.person('mau', '+84900000004');
  for (let at = 1; at <= 20; at++) await given(stage.program, 'Phường An Biên', 'khac', `2026-11-${String(at).padStart(2, '0')}`, { ten: `Việc thứ ${at}`, 'so-nguoi': 10, anh: null });
}, 60_000);
afterAll(() => stage.close());

const told = (replies: string[]): string => replies.join('\n---\n');
const press = (who: Player, args: string): Promise<string[]> => who.sends({ kind: 'button', data: `!tonghop|${args}` });
const pushes = () => stage.program.db.selectFrom('pushes').select(['id', 'key', 'state', 'asked', 'why']).where('key', 'like', 'document:%').orderBy('id').execute();
const unitId = async (name: string): Promise<string> => (await stage.program.org.tree()).find(name, '2026-11-25')[0]!.id;

test('a button with the unit of somebody else shows nothing and makes nothing', async () => {
  const foreign = await unitId('Phường An Biên');
  for (const args of [`t:2026-11:${foreign}`, `l0:2026-11:${foreign}`, `fxlsx:2026-11:${foreign}`, `u0:2026-11:${foreign}`, `d:2026-11:${foreign}`, `l0~abcd:2026-11:${foreign}`, `p::${foreign}`, 'fxlsx:2026-11:nowhere']) {
    const answer = told(await press(mau, args));
    expect(answer).not.toContain('An Biên');
    expect(answer).not.toContain('Việc thứ');
  }
  expect(await pushes()).toEqual([]);
});

test.each(['fexe:2026-11:', 't:2026-13:', 'l9999:2026-11:', 'l-1:x:', '::::', 't'])('a button that nobody made does no harm: %s', async (args) => {
  const own = await unitId('Phường An Biên');
  await expect(press(hoa, args.endsWith(':') ? args + own : args)).resolves.toBeDefined();
  await hoa.says('/huy');
});

test('the reports behind a figure come some at a time, each once', async () => {
  const own = await unitId('Phường An Biên');
  const pages = [told(await press(hoa, `l0:2026-11:${own}`)), told(await press(hoa, `l1:2026-11:${own}`)), told(await press(hoa, `l2:2026-11:${own}`))];
  const seen = pages.flatMap((page) => page.match(/Việc thứ \d+/g) ?? []);
  expect(new Set(seen).size).toBe(20);
  expect(seen).toHaveLength(20);
});

test('from a figure to the reports that make it up, and they make it up', async () => {
  const own = await unitId('Phường An Biên');
  await press(hoa, `d:2026-11:${own}`);
  const label = hoa.buttons().find((one) => one.startsWith('Lượt người tham gia: '))!;
  const total = Number(/: (\d+)/.exec(label)![1]);
  const pages = [told(await hoa.presses(label))];
  while (hoa.buttons().some((one) => one.startsWith('Xem thêm'))) pages.push(told(await hoa.presses('Xem thêm')));
  const added = pages.flatMap((page) => [...page.matchAll(/ngày [\d/]+.*: (\d+) lượt/g)].map((found) => Number(found[1])));
  expect(pages).toHaveLength(3);
  expect(added.reduce((sum, one) => sum + one, 0)).toBe(total);
  expect(total).toBe(200);
});

test('no two lines of the totals are called alike in a button, and the longest fits', async () => {
  const { activities } = stage.program.reports;
  const measures = stage.program.indicators.terms.flatMap((term) => term.measures);
  const refs = [...activities.map(({ id }) => lineRef(`k:${id}`)), ...measures.map(({ id }) => lineRef(`m:${id}`))];
  expect(new Set(refs).size).toBe(refs.length);
  const longest = `!tonghop|l999~${refs[0]}:2026-Q4:${unitRef('x'.repeat(36))}`;
  expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(64);
});

test('a file asked for at night comes at night; pressed twice it comes once', async () => {
  stage.clock.at = new Date('2026-11-25T15:00:00Z');
  const own = await unitId('Phường An Biên');
  const first = told(await press(hoa, `fxlsx:2026-11:${own}`));
  const second = told(await press(hoa, `fxlsx:2026-11:${own}`));
  await stage.program.deliver();
  expect(first).toContain('Em đang làm tệp Excel');
  expect(second).toContain('vừa nhận làm');
  expect((await pushes()).map((one) => [one.state, one.asked])).toEqual([['sent', true]]);
});

test('whether she may still see it is asked again when the file is made', async () => {
  const own = await unitId('Phường An Biên');
  const { id } = (await stage.program.org.byPhone('+84900000002', '2026-11-25'))!;
  await stage.program.db.insertInto('pushes').values({ cadre_id: id, key: 'document:late', scene: 'tonghop', payload: JSON.stringify({ format: 'docx', unitId: '31', period: '2026' }), due_at: stage.clock.at, asked: true }).execute();
  await stage.program.deliver();
  expect((await pushes()).at(-1)).toMatchObject({ state: 'cancelled', why: 'out-of-scope' });
  expect(own).not.toBe('31');
});

test('a unit with a long id fits into a button and is found again', () => {
  const id = `10507-${'chi-hoi-phu-nu-khu-dan-cu-so-'.repeat(4)}`;
  const tree = unitTree([{ id, name: 'A', kind: 'chi hội', parentId: null, from: '1900-01-01', to: null, mergedInto: null }]);
  expect(Buffer.byteLength(`!tonghop|fxlsx:2026-11:${unitRef(id)}`)).toBeLessThanOrEqual(64);
  expect(unitOfRef(unitRef(id), tree)?.id).toBe(id);
});
