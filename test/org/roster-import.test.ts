import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ImportRefused, openOrg, TooManyLeft, type Org } from '../../src/org/index.ts';
import type { Database } from '../../src/store/index.ts';
import { emptyStore, loadRoster, loadUnits, positions, rosterRows, unitRows } from './store.ts';

const TODAY = '2026-11-25';
const NOW = new Date('2026-11-25T02:00:00Z');
const CITY = ['Nguyễn Thị Phố', '0900000101', 'Thành phố', null, 'Chủ tịch', 'quản trị'];
const HOA = ['Trần Thị Hoa', '0900000102', 'Phường An Biên', null, 'Chủ tịch'];
const LAN = ['Lê Thị Lan', '0900000103', 'Phường An Biên', null, 'Phó Chủ tịch'];
const TU = ['Phạm Thị Tư', '0900000104', 'Chi hội 1', 'An Biên', 'Chi hội trưởng'];
const MAI = ['Đỗ Thị Mai', '0900000105', 'Xã Tiên Minh', null, 'Chủ tịch'];
const ALL = [CITY, HOA, LAN, TU, MAI];

let store: Database;
let org: Org;

beforeAll(async () => {
  store = await emptyStore();
  org = openOrg(store.db, positions, [], '');
  await loadUnits(
    store,
    unitRows(
      ['31', 'Thành phố Hải Phòng', 'thành phố'],
      ['1', 'Phường An Biên', 'phường', 'Thành phố Hải Phòng', '01/07/2025'],
      ['2', 'Xã Tiên Minh', 'xã', 'Thành phố Hải Phòng', '01/07/2025'],
      ['1a', 'Chi hội 1', 'chi hội', 'Phường An Biên'],
      ['2a', 'Chi hội 1', 'chi hội', 'Xã Tiên Minh'],
    ),
  );
}, 60_000);
afterAll(() => store.close());
beforeEach(async () => {
  for (const name of ['consents', 'pushes', 'snoozes', 'drafts', 'report_events', 'reports', 'link_codes', 'accounts', 'past_positions', 'positions', 'cadres'] as const) await store.db.deleteFrom(name).execute();
  await load(...ALL);
});

const load = (...rows: (string | null)[][]) => loadRoster(store, rosterRows(...rows), TODAY);
const idOf = async (phone: string | null): Promise<number> => (await store.db.selectFrom('cadres').select('id').where('phone', '=', `+84${phone!.slice(1)}`).orderBy('id').executeTakeFirstOrThrow()).id;
const told = (changes: { people: { kind: string; name: string; was: { what: string }[] }[] }): string[] => changes.people.map(({ kind, name, was }) => [kind, name, ...was.map((one) => one.what)].join(' '));
const faultsOf = async (...rows: (string | null)[][]): Promise<unknown[]> => {
  const refused = await load(...rows).catch((error: unknown) => error);
  return refused instanceof ImportRefused ? refused.faults.map(({ row, column, code, args }) => [row, column?.letter, code, ...Object.values(args)]) : [refused];
};

const account = (name: string) => ({ channel: 'web', account: name, chat: name });
async function recognised(phone: string | null): Promise<ReturnType<typeof account>> {
  const from = account(phone!);
  await store.db.insertInto('accounts').values({ ...from, cadre_id: await idOf(phone), linked_at: NOW, seen_at: NOW, unreachable_at: null, unreachable_why: null }).execute();
  return from;
}

async function draft(id: string, phone: string | null, unit_id: string): Promise<void> {
  await store.db.insertInto('drafts').values({ id, cadre_id: await idOf(phone), unit_id, kind: 'khac', version: 1, state: '{}', updated_at: NOW, closed_at: null, closed_as: null, report_id: null }).execute();
}

const draftOwner = async (id: string): Promise<number> => (await store.db.selectFrom('drafts').select('cadre_id').where('id', '=', id).executeTakeFirstOrThrow()).cadre_id;

test('the same file twice changes nothing', async () => {
  const again = await load(...ALL);
  expect(again).toMatchObject({ added: 0, changed: 0, left: 0, same: 5, people: [] });
});

test('a rehearsal names who is new, who changed and how, and who left, and keeps nothing', async () => {
  const moved = [...LAN.slice(0, 2), 'Xã Tiên Minh', null, 'Phó Chủ tịch', 'quản trị', 'cô'];
  const rows = rosterRows(CITY, HOA, moved, ['Phạm Tư', ...TU.slice(1)], ['Bùi Thị Mới', '0900000106', 'Chi hội 1', 'Tiên Minh', 'CHT']);
  const would = await loadRoster(store, rows, TODAY, { rehearse: true });
  expect(told(would)).toEqual(['new Bùi Thị Mới', 'changed Lê Thị Lan address right positions', 'changed Phạm Tư name', 'left Đỗ Thị Mai']);
  expect(would.top).toBe('Thành phố Hải Phòng');
  expect(await load(...ALL)).toMatchObject({ same: 5, changed: 0 });
});

test('who is not in the file leaves at once: no access, no code, no administrator’s right', async () => {
  const from = await recognised(MAI[1]!);
  const code = await org.issueCode(await idOf(MAI[1]!), NOW);
  expect((await org.who(from, NOW)).cadre?.name).toBe('Đỗ Thị Mai');
  expect(await load(CITY, HOA, LAN, TU)).toMatchObject({ left: 1 });
  expect((await org.who(from, NOW)).cadre).toBeNull();
  expect(await org.byPhone('+84900000105', TODAY)).toBeUndefined();
  expect(await org.codeOwner(code.replace('-', ''), from, NOW)).toBeNull();
});

test('a file of one phường speaks for that phường only', async () => {
  const changes = await load(HOA, TU);
  expect(told(changes)).toEqual(['left Lê Thị Lan']);
  expect(changes.top).toBe('Phường An Biên');
});

test('who holds a position elsewhere keeps it, and stays', async () => {
  await load(...ALL, [...HOA.slice(0, 2), 'Thành phố', null, 'Ủy viên BCH']);
  expect(told(await load(LAN, TU))).toEqual(['changed Trần Thị Hoa positions']);
  expect((await org.byPhone('+84900000102', TODAY))?.positions).toEqual([{ unitId: '31', title: 'Ủy viên BCH' }]);
});

test('with --only-add nobody leaves and no position ends', async () => {
  const changes = await loadRoster(store, rosterRows([...HOA.slice(0, 2), 'Thành phố', null, 'Ủy viên BCH']), TODAY, { onlyAdd: true });
  expect(told(changes)).toEqual(['changed Trần Thị Hoa positions']);
  expect((await org.byPhone('+84900000102', TODAY))?.positions).toHaveLength(2);
});

test('who left may come back under her old number, with nothing lost', async () => {
  await load(CITY, HOA, LAN, TU);
  expect(told(await load(...ALL))).toEqual(['changed Đỗ Thị Mai back']);
  expect((await org.byPhone('+84900000105', TODAY))?.positions).toHaveLength(1);
});

test('one left and one new of the same name and position is one person with a new number: the old account is out at once', async () => {
  const from = await recognised(MAI[1]!);
  const id = await idOf(MAI[1]!);
  const changes = await load(CITY, HOA, LAN, TU, [MAI[0]!, '0900000999', ...MAI.slice(2)]);
  expect(told(changes)).toEqual(['changed Đỗ Thị Mai phone']);
  expect((await org.byPhone('+84900000999', TODAY))?.id).toBe(id);
  expect((await org.who(from, NOW)).cadre).toBeNull();
});

test('two of the same name in the same position are not guessed at', async () => {
  await load(...ALL, [MAI[0]!, '0900000107', ...MAI.slice(2)]);
  expect(told(await load(CITY, HOA, LAN, TU, [MAI[0]!, '0900000999', ...MAI.slice(2)]))).toEqual(['new Đỗ Thị Mai', 'left Đỗ Thị Mai', 'left Đỗ Thị Mai']);
});

const KHAC = ['Vũ Thị Khác', ...HOA.slice(1)];
const agreed = async (id: number): Promise<unknown[]> => store.db.selectFrom('consents').select('notice').where('cadre_id', '=', id).execute();

test('a number that is someone else’s now is another person: the old account is out, nothing of hers goes over but the work of her seat', async () => {
  const [hoa, lan] = [await recognised(HOA[1]!), await recognised(LAN[1]!)];
  const old = await idOf(HOA[1]!);
  await store.db.insertInto('consents').values({ cadre_id: old, notice: 'n', at: NOW, channel: 'web' }).execute();
  await draft('d5', HOA[1]!, '1');
  const changes = await load(CITY, KHAC, ['LÊ THỊ LAN', ...LAN.slice(1)], TU, MAI);
  expect(told(changes)).toEqual(['new Vũ Thị Khác', 'changed LÊ THỊ LAN name', 'left Trần Thị Hoa']);
  expect(changes.people[0]?.numberOf).toBe('Trần Thị Hoa');
  expect([(await org.who(hoa, NOW)).cadre, (await org.who(lan, NOW)).cadre?.name]).toEqual([null, 'LÊ THỊ LAN']);
  const khac = (await org.byPhone('+84900000102', TODAY))!;
  expect(khac).toMatchObject({ name: 'Vũ Thị Khác', admin: false });
  expect([khac.id === old, await agreed(khac.id), await agreed(old)]).toEqual([false, [], [{ notice: 'n' }]]);
  expect(await draftOwner('d5')).toBe(khac.id);
  expect(await load(CITY, KHAC, ['LÊ THỊ LAN', ...LAN.slice(1)], TU, MAI)).toMatchObject({ added: 0, changed: 0, left: 0, same: 5 });
  // The first comes back, with a number of her own.
  expect(told(await load(CITY, KHAC, LAN, TU, MAI, [HOA[0]!, '0900000120', ...HOA.slice(2)]))).toEqual(['new Trần Thị Hoa', 'changed Lê Thị Lan name']);
});

test('a name put right is the same person when the administrator says so', async () => {
  const hoa = await recognised(HOA[1]!);
  const changes = await loadRoster(store, rosterRows(CITY, KHAC, LAN, TU, MAI), TODAY, { samePerson: true });
  expect(told(changes)).toEqual(['changed Vũ Thị Khác name']);
  expect((await org.who(hoa, NOW)).cadre?.name).toBe('Vũ Thị Khác');
});

test('nobody outside the file loses her number to it', async () => {
  const [mai, other] = [await recognised(MAI[1]!), ['Vũ Thị Khác', MAI[1]!, ...LAN.slice(2)]];
  for (const options of [{}, { onlyAdd: true }]) {
    const refused = await loadRoster(store, rosterRows(HOA, LAN, TU, other), TODAY, options).catch((error: unknown) => error);
    expect(refused).toMatchObject({ faults: [{ row: 5, code: 'phone-of-other', value: '0900000105', args: { otherName: 'Đỗ Thị Mai', where: 'Xã Tiên Minh' } }] });
  }
  expect((await org.who(mai, NOW)).cadre?.name).toBe('Đỗ Thị Mai');
});

test('two people may exchange their numbers, and each keeps what is hers', async () => {
  const before = [await idOf(HOA[1]!), await idOf(LAN[1]!)];
  const accounts = [await recognised(HOA[1]!), await recognised(LAN[1]!)];
  const changes = await load(CITY, [HOA[0]!, LAN[1]!, ...HOA.slice(2)], [LAN[0]!, HOA[1]!, ...LAN.slice(2)], TU, MAI);
  expect(changes).toMatchObject({ added: 0, left: 0, changed: 2 });
  expect([await idOf(LAN[1]!), await idOf(HOA[1]!)]).toEqual(before);
  for (const account of accounts) expect((await org.who(account, NOW)).cadre).toBeNull();
});

test('a new number put in with --only-add is hers too: the old account is out at once', async () => {
  const from = await recognised(MAI[1]!);
  const changes = await loadRoster(store, rosterRows([MAI[0]!, '0900000999', ...MAI.slice(2)]), TODAY, { onlyAdd: true });
  expect(told(changes)).toEqual(['changed Đỗ Thị Mai phone']);
  expect((await org.who(from, NOW)).cadre).toBeNull();
});

test('a successor in the same file takes over drafts, what is still to be said, and the snooze', async () => {
  const [mai] = [await idOf(MAI[1]!)];
  await draft('d1', MAI[1]!, '2');
  await store.db.insertInto('snoozes').values({ cadre_id: mai, until: '2026-12-01', asked_at: NOW }).execute();
  const report = await store.db.insertInto('reports').values({ code: 'BC-1', unit_id: '2', kind: 'khac', title: 't', day: TODAY, answers: '{}', author_id: mai, status: 'returned', filed_at: NOW, reviewer_id: null, reviewed_at: null, effect_key: 'k' }).returning('id').executeTakeFirstOrThrow();
  await store.db.insertInto('pushes').values([
    { cadre_id: mai, key: 'reviewed:1', scene: 'baocao', payload: JSON.stringify({ reportId: report.id }), due_at: NOW, claimed_until: null, sending_at: null, why: null, done_at: null },
    { cadre_id: mai, key: 'digest:2026-11-25', scene: 'nhac-viec', payload: '{}', due_at: NOW, claimed_until: null, sending_at: null, why: null, done_at: null },
  ]).execute();
  const changes = await load(CITY, HOA, LAN, TU, ['Vũ Thị Kế', '0900000108', ...MAI.slice(2)]);
  expect(changes.handed).toEqual([{ from: 'Đỗ Thị Mai', to: 'Vũ Thị Kế', unit: 'Xã Tiên Minh', title: 'Chủ tịch', drafts: 1, pushes: 1 }]);
  const ke = await idOf('0900000108');
  expect(await draftOwner('d1')).toBe(ke);
  expect(await store.db.selectFrom('pushes').select(['key', 'cadre_id', 'state']).orderBy('key').execute()).toEqual([
    { key: 'digest:2026-11-25', cadre_id: mai, state: 'cancelled' },
    { key: 'reviewed:1', cadre_id: ke, state: 'planned' },
  ]);
  expect(await store.db.selectFrom('snoozes').select('until').where('cadre_id', '=', ke).execute()).toEqual([{ until: '2026-12-01' }]);
});

test('a successor who comes later takes over too, and only from her own forerunner', async () => {
  await draft('d2', MAI[1]!, '2');
  await draft('d3', LAN[1]!, '1');
  await load(CITY, HOA, TU);
  expect(await draftOwner('d2')).toBe(await idOf(MAI[1]!));
  await load(CITY, HOA, TU, ['Vũ Thị Kế', '0900000108', ...MAI.slice(2)]);
  expect([await draftOwner('d2'), await draftOwner('d3')]).toEqual([await idOf('0900000108'), await idOf(LAN[1]!)]);
});

test('who moves leaves the drafts of her old unit to the new holder, and keeps the others', async () => {
  await draft('d4', MAI[1]!, '2');
  await load(CITY, HOA, LAN, TU, [...MAI.slice(0, 2), ...HOA.slice(2)], ['Vũ Thị Kế', '0900000108', ...MAI.slice(2)]);
  expect(await draftOwner('d4')).toBe(await idOf('0900000108'));
});

test('each fault names its column and what would be right', async () => {
  expect(await faultsOf([...TU.slice(0, 3), null, 'Chi hội trưởng'])).toEqual([[2, 'C', 'two-units', 'Chi hội 1 (Phường An Biên); Chi hội 1 (Xã Tiên Minh)']]);
  expect(await faultsOf([...TU.slice(0, 3), 'Xã Khác', 'Chi hội trưởng'])).toEqual([[2, 'D', 'unit-not-there', 'Xã Khác', 'Chi hội 1 (Phường An Biên); Chi hội 1 (Xã Tiên Minh)']]);
  expect(await faultsOf(['A B', '0900000109', 'Xã Không Có', null, 'Phi công'])).toMatchObject([[2, 'C', 'unknown-unit'], [2, 'E', 'unknown-title', expect.stringContaining('Chủ tịch, ')]]);
  expect(await faultsOf([...HOA.slice(0, 4), 'Chủ tịch Hội LHPN xã Tiên Minh'])).toEqual([[2, 'E', 'title-of-other-unit', 'Phường An Biên']]);
});

test('a title may carry its unit; the unit stands in its own column', async () => {
  expect(await load(CITY, [...HOA.slice(0, 2), 'Hội LHPN phường An Biên', null, 'Chủ tịch Hội LHPN phường An Biên'], LAN, TU, MAI)).toMatchObject({ changed: 1 });
  expect((await org.byPhone('+84900000102', TODAY))?.positions).toEqual([{ unitId: '1', title: 'Chủ tịch Hội LHPN' }]);
});

test('a list of a few is not taken for the roster of all', async () => {
  const many = Array.from({ length: 30 }, (_, at) => [`Người ${at}`, `09000002${String(at).padStart(2, '0')}`, 'Chi hội 1', 'Tiên Minh', 'Chi hội phó']);
  await load(...ALL, ...many);
  await expect(load(CITY, HOA)).rejects.toThrow(TooManyLeft);
  expect(await loadRoster(store, rosterRows(CITY, HOA), TODAY, { rehearse: true })).toMatchObject({ left: 33 });
  expect(await loadRoster(store, rosterRows(CITY, HOA), TODAY, { manyLeft: true })).toMatchObject({ left: 33 });
});
