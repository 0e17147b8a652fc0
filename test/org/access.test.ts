import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelName, RawInput, RenderedReply } from '../../src/conversation/index.ts';
import { TREE_VERSION } from '../../src/org/queries.ts';
import { givePositions, linked, onRoster, type Held } from '../support/people.ts';
import { play, type Play } from '../support/play.ts';
import { chanceOf, type Chance } from '../../src/cli/simulation/chance.ts';

/**
 * Every unit's name, every report's title, every cadre's name and every figure carries a mark of its unit. Random people
 * do random things, honest and forged; whatever is shown to anyone may only carry marks of what is hers to see.
 */
const CHAIR = 'Chủ tịch';
const BRANCH = 'Chi hội trưởng';
const RUNS = Number(process.env['ACCESS_RUNS'] ?? 3);
const ACTIONS = 250;

interface Actor {
  name: string;
  channel: ChannelName;
  account: string;
  cadreId: number | null;
  shown: RenderedReply['choices'];
}

let stage: Play;
let actors: Actor[];
let city: string;
let communes: string[];
let leaks: string[];
let marksShown = 0;
let doing = '';

const db = () => stage.program.db;

beforeAll(async () => {
  stage = await play();
  const units = await db().selectFrom('units').select(['id', 'kind', 'name']).where('valid_to', 'is', null).orderBy('id').execute();
  city = units.find((one) => one.kind === 'thành phố')!.id;
  const idOf = (name: string): string => units.find((one) => one.name === name)!.id;
  const [anBien, tienMinh] = [idOf('Phường An Biên'), idOf('Xã Tiên Minh')];
  const others = units.filter((one) => one.kind === 'xã').slice(0, 3).map((one) => one.id);
  communes = [anBien, tienMinh, ...others];
  await db().deleteFrom('accounts').execute();
  await mark();
  actors = [
    await actor('quản trị', [{ unitId: city, title: CHAIR }], true),
    await actor('thành phố', [{ unitId: city, title: 'Phó Chủ tịch' }]),
    await actor('An Biên', [{ unitId: anBien, title: CHAIR }]),
    await actor('ủy viên An Biên', [{ unitId: anBien, title: 'Ủy viên Ban Chấp hành' }]),
    await actor('Tiên Minh', [{ unitId: tienMinh, title: CHAIR }]),
    await actor('chi hội 1', [{ unitId: 'demo-ab-1', title: BRANCH }]),
    await actor('chi hội 2', [{ unitId: 'demo-ab-2', title: BRANCH }]),
    await actor('hai nơi', [{ unitId: others[0]!, title: CHAIR }, { unitId: 'demo-ab-1', title: BRANCH }]),
    await actor('đã nghỉ', [{ unitId: anBien, title: CHAIR }]),
    await actor('người lạ', null),
    await actor('người lạ nữa', null),
  ];
  for (const { cadreId } of actors) if (cadreId !== null) await reportsOf(cadreId);
  await db().updateTable('cadres').set({ left_on: '2026-11-01' }).where('id', '=', actorOf('đã nghỉ').cadreId).execute();
  for (const name of ['telegram', 'web'] as const) {
    stage.program.channels.set(name, { name, start: async () => undefined, stop: async () => undefined, check: async () => 'test', send: async (to, replies) => look(name, to.account, replies) });
  }
}, 90_000);
afterAll(() => stage.close());

let admitted = 0;
const actorOf = (name: string): Actor => actors.find((one) => one.name === name)!;

async function actor(name: string, held: Held[] | null, admin = false): Promise<Actor> {
  const at = ++admitted;
  const account = `account-${name}-${at}`;
  const channel = name.length % 2 === 0 ? 'telegram' : 'web';
  const cadreId = held ? await onRoster(db(), { name, phone: `+8491${String(at).padStart(7, '0')}`, admin, held }) : null;
  if (cadreId !== null) {
    await db().updateTable('cadres').set({ name: `${name} ⟦c:${cadreId}⟧` }).where('id', '=', cadreId).execute();
    await linked(db(), cadreId, channel, account, stage.program.policy.notice, stage.clock.at);
  }
  return { name, channel, account, cadreId, shown: [] };
}

/** Each has filed something before: one waits, one was returned, one counts. */
async function reportsOf(cadreId: number): Promise<void> {
  const { unit_id } = await db().selectFrom('positions').select('unit_id').where('cadre_id', '=', cadreId).executeTakeFirstOrThrow();
  for (const status of ['filed', 'returned', 'accepted'] as const) {
    const key = `access:${cadreId}:${status}`;
    const answers = JSON.stringify({ ngay: '2026-11-20', 'noi-dung': key, anh: null });
    await db().insertInto('reports').values({ code: key, unit_id, kind: 'khac', title: key, day: '2026-11-20', answers, author_id: cadreId, status, filed_at: stage.clock.at, reviewer_id: null, reviewed_at: null, effect_key: key }).execute();
  }
}

/** Marks whatever has none yet: also what people have just written. */
async function mark(): Promise<void> {
  await sql`update units set name = name || ' ⟦u:' || id || '⟧' where name not like '%⟦u:%'`.execute(db());
  await sql`update cadres set name = name || ' ⟦c:' || id || '⟧' where name not like '%⟦c:%'`.execute(db());
  await sql`update reports set title = title || ' ⟦u:' || unit_id || '⟧' where title not like '%⟦u:%'`.execute(db());
  await sql`update figures set value = 700000 + (abs(hashtext(unit_id || figure)) % 99991) where value < 700000`.execute(db());
  await sql`insert into counters (name, value) values (${TREE_VERSION}, 1) on conflict (name) do update set value = counters.value + 1`.execute(db());
}

/** What she may see, worked out anew from the rows alone. */
async function maySee(cadreId: number | null): Promise<{ units: Set<string>; all: boolean }> {
  const today = new Date(stage.clock.at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const cadre = cadreId === null ? undefined : await db().selectFrom('cadres').selectAll().where('id', '=', cadreId).executeTakeFirst();
  if (!cadre || (cadre.left_on !== null && cadre.left_on < today)) return { units: new Set(), all: false };
  const held = (await db().selectFrom('positions').select('unit_id').where('cadre_id', '=', cadre.id).execute()).map((one) => one.unit_id);
  const below = await sql<{ id: string }>`with recursive mine as (
    select id from units where id = any(${held}) union select u.id from units u join mine on mine.id in (u.parent_id, u.merged_into)) select id from mine`.execute(db());
  return { units: new Set(below.rows.map((one) => one.id)), all: cadre.admin };
}

/** The unit right above one's own is named ("thuộc thành phố …"), and to everyone the top one, whose bot this is; nothing else of them is shown. */
async function above(units: Set<string>): Promise<Set<string>> {
  const rows = await db().selectFrom('units').select('parent_id').where('id', 'in', ['', ...units]).execute();
  return new Set([city, ...rows.flatMap((row) => row.parent_id ?? [])]);
}

async function look(channel: string, account: string, replies: RenderedReply[]): Promise<void> {
  const who = actors.find((one) => one.channel === channel && one.account === account)!;
  who.shown.push(...replies.flatMap((one) => one.choices));
  const { units, all } = await maySee(who.cadreId);
  if (all) return;
  const named = new Set([...units, ...(await above(units))]);
  const text = replies.map((one) => [one.text, ...one.choices.map((choice) => choice.label), one.document?.name ?? ''].join('\n')).join('\n');
  const foreign = [...text.matchAll(/⟦u:([^⟧]+)⟧/g)].map((found) => found[1]!).filter((id) => !named.has(id));
  const there = await db().selectFrom('positions').select('cadre_id').where('unit_id', 'in', ['', ...units]).execute();
  const hers = new Set([who.cadreId, ...there.map((one) => one.cadre_id)]);
  const people = [...text.matchAll(/⟦c:(\d+)⟧/g)].map((found) => Number(found[1])).filter((id) => !hers.has(id));
  const numbers = new Set([...text.replace(/(\d)[.\s](?=\d)/g, '$1').matchAll(/\d+/g)].map((found) => Number(found[0])));
  const figures = (await db().selectFrom('figures').select(['unit_id', 'value']).where('value', '>=', 700_000).execute()).filter((one) => numbers.has(one.value) && !units.has(one.unit_id));
  marksShown += text.split('⟦').length - 1;
  if (foreign.length + people.length + figures.length > 0) {
    leaks.push(`${who.name} after ${doing} saw ${JSON.stringify({ foreign, people, figures: figures.map((one) => one.unit_id) })} in:\n${text}`);
  }
}

/** Data of a button that nobody showed her: ids that are there, ids that are not, and arguments of other scenes. */
async function forged(any: Chance): Promise<{ scene: string; args: string }> {
  const { scenes } = stage.program.deps.house;
  const pick = async (table: 'reports' | 'drafts', column: 'id' | 'code'): Promise<string> => {
    const { rows } = await sql<{ value: string }>`select ${sql.ref(column)}::text as value from ${sql.table(table)} order by 1`.execute(db());
    return rows.length > 0 && any.happens(0.9) ? any.pick(rows).value : '999999';
  };
  const unit = any.pick([city, ...communes, 'demo-ab-1', 'demo-ab-2', 'khong-co']);
  const indicator = any.pick(stage.program.terms.flatMap((term) => term.indicators.map((one) => one.id)));
  const figures = stage.program.terms.flatMap((term) => term.figures.map((one) => one.id));
  const kind = any.pick(stage.program.activities).id;
  const report = await pick('reports', 'id');
  const draft = await pick('drafts', 'id');
  const aimed = [
    { scene: 'duyet', args: report },
    { scene: 'chitieu', args: any.pick([unit, `${unit}:${indicator}`]) },
    { scene: 'tonghop', args: any.pick([unit, `${unit}:2026`, `${unit}:2026-11`, `${unit}:2026:xlsx`]) },
    { scene: 'tonghop', args: `${any.pick(['t', 'p', 'l1', 'fxlsx'])}:${any.pick(['2026', '2026-11', 'term'])}:${unit}` },
    { scene: 'bao-cao-da-gui', args: `${any.pick(['xem', 'lich-su', 'rut', 'lay-lai'])}:${report}` },
    { scene: 'don-doc', args: `${any.pick(['u', 'g', 'b', 'n'])}:${unit}` },
    { scene: 'so-lieu', args: `${any.pick(figures)}:${unit}` },
    { scene: 'cau-hoi', args: any.pick(['', report, `q:${report}`]) },
    { scene: 'baocao', args: any.pick([`d:${draft}`, `r:${report}:`, `r:${report}:ngay`, `k:${kind}:${unit}`]) },
  ];
  if (any.happens(0.75)) return any.pick(aimed);
  return { scene: any.pick(Object.keys(scenes)), args: any.pick([...aimed.map((one) => one.args), '', 'help', 'mai', 'export', await pick('reports', 'code')]) };
}

/** Something that anyone might try. */
async function tryOf(who: Actor, any: Chance): Promise<RawInput> {
  const { commands } = stage.program.deps.house;
  const { scene, args } = await forged(any);
  const recent = who.shown.slice(-6);
  const typed = ['có', 'không', 'hôm qua', '20/11', '85', '1', '2', '3', 'Phòng chống bạo lực', 'xong', 'bỏ qua', 'để sau', 'gửi báo cáo', 'HP7K-3M9Q', 'Báo cáo: hôm qua truyền thông tại nhà văn hóa, 40 người', args, `chỉ tiêu của ${args} thế nào`, 'số liệu phường An Biên', 'xã Đoàn Lập giờ là xã nào'];
  const roll = any.whole(0, 99);
  if (roll < 40 && recent.length > 0) return { kind: 'button', data: any.pick(any.happens(0.8) ? recent : who.shown).data };
  if (roll < 65) return { kind: 'button', data: `!${scene}|${args}` };
  if (roll < 70) return { kind: 'button', data: any.pick(any.pick(actors).shown)?.data ?? '1.0' };
  if (roll < 82) return { kind: 'command', name: any.pick([...Object.keys(commands), 'huy']), args: any.happens(0.4) ? args : '' };
  if (roll < 96) return { kind: 'text', text: any.pick(typed) };
  if (roll < 97) return { kind: 'contact', phone: '+84900000002', own: false };
  return any.happens(0.5) ? { kind: 'photo', photos: [{ hash: 'a'.repeat(64), mime: 'image/jpeg', bytes: 9 }], caption: '' } : { kind: 'edited', text: 'a' };
}

/** What happens to the roster and the clock meanwhile. */
async function happen(any: Chance): Promise<string> {
  const one = any.pick(actors.filter((actor) => actor.cadreId !== null && !['quản trị', 'đã nghỉ'].includes(actor.name)));
  switch (any.whole(0, 3)) {
    case 0: {
      const unitId = any.pick([...communes, 'demo-ab-1', 'demo-ab-2']);
      await givePositions(db(), one.cadreId!, [{ unitId, title: unitId.startsWith('demo') ? BRANCH : CHAIR }]);
      return `${one.name} goes to ${unitId}`;
    }
    case 1:
      await db().updateTable('cadres').set({ left_on: any.happens(0.7) ? null : '2026-11-01' }).where('id', '=', one.cadreId).execute();
      return `${one.name} leaves or returns`;
    case 2:
      await stage.program.tick();
      return 'what is due is sent';
    default:
      await db().deleteFrom('sessions').where('person', '=', `cadre:${one.cadreId}`).execute();
      return `${one.name}'s session is lost`;
  }
}

/** Writes of this action that were not hers to do, worked out anew from the rows alone. */
async function overreached(): Promise<unknown[]> {
  const { rows } = await sql<{ done: string; cadre: number; unit: string }>`
    select e.what as done, e.cadre_id as cadre, r.unit_id as unit from report_events e join reports r on r.id = e.report_id where e.id > ${seenEvent}
    union all select 'draft', d.cadre_id, d.unit_id from drafts d where d.updated_at = ${new Date(stage.clock.at.getTime() - 1000)}
    union all select 'closing', c.closed_by, c.unit_id from period_closings c where c.id > ${seenClosing}`.execute(db());
  const newest = await sql<{ event: number; closing: number }>`select coalesce((select max(id) from report_events), 0) as event, coalesce((select max(id) from period_closings), 0) as closing`.execute(db());
  [seenEvent, seenClosing] = [newest.rows[0]!.event, newest.rows[0]!.closing];
  const wrong: unknown[] = [];
  for (const one of rows) {
    const held = (await db().selectFrom('positions').select('unit_id').where('cadre_id', '=', one.cadre).execute()).map((row) => row.unit_id);
    const { parent_id: above } = await db().selectFrom('units').select('parent_id').where('id', '=', one.unit).executeTakeFirstOrThrow();
    writes++;
    if (!held.includes(['accepted', 'returned'].includes(one.done) ? (above ?? '') : one.unit)) wrong.push({ ...one, held });
  }
  return wrong;
}
let [seenEvent, seenClosing, writes] = [0, 0, 0];

test.each(Array.from({ length: RUNS }, (_, at) => at + 1))('no sequence of random actions shows anyone, or lets anyone change, what is not hers (seed %i)', async (seed) => {
  const any = chanceOf(seed);
  leaks = [];
  await overreached();
  for (let at = 0; at < ACTIONS; at++) {
    if (any.happens(0.06)) doing = await happen(any);
    const who = any.pick(actors);
    const input = await tryOf(who, any);
    doing = JSON.stringify(input);
    await stage.program.take({ channel: who.channel, account: who.account, chat: who.account, update: `${seed}:${at}`, private: true, input });
    await mark();
    stage.clock.at = new Date(stage.clock.at.getTime() + 1000);
    expect(await overreached(), `${who.name} did ${doing}`).toEqual([]);
  }
  expect(writes).toBeGreaterThan(5);
  expect(leaks.slice(0, 3)).toEqual([]);
  expect(marksShown).toBeGreaterThan(10);
}, 120_000);

/** A guess at something that is there, and the same guess at something that is not: the words must be the same. */
async function words(who: Actor, data: string): Promise<string[]> {
  const heard: string[] = [];
  const channel = stage.program.channels.get(who.channel)!;
  const send = channel.send;
  channel.send = async (_, replies) => void heard.push(...replies.map((one) => one.text));
  const update = `guess:${++guesses}`;
  await stage.program.take({ channel: who.channel, account: who.account, chat: who.account, update, private: true, input: { kind: 'button', data } });
  channel.send = send;
  return heard;
}
let guesses = 0;

test.each([
  ['a report of another commune to review', (of: Ids) => `!duyet|${of.waiting}`],
  ['another unit’s indicators', (of: Ids) => `!chitieu|${of.unit}`],
  ['who is behind elsewhere', (of: Ids) => `!chitieu|${of.unit}:truyen-thong`],
  ['another unit’s totals', (of: Ids) => `!tonghop|${of.unit}:2026`],
  ['another unit’s totals, period not chosen', (of: Ids) => `!tonghop|${of.unit}`],
  ['a returned report of another commune', (of: Ids) => `!baocao|r:${of.report}:`],
  ['somebody else’s draft', (of: Ids) => `!baocao|d:${of.draft}`],
])('%s is refused as if it did not exist', async (_, data) => {
  const intruder = await actor('tò mò', [{ unitId: communes[2]!, title: CHAIR }]);
  actors.push(intruder);
  const owner = await actor('chủ', [{ unitId: communes[3]!, title: CHAIR }]);
  await reportsOf(owner.cadreId!);
  const reportId = async (status: string): Promise<string> => {
    const { id } = await db().selectFrom('reports').select('id').where('code', '=', `access:${owner.cadreId}:${status}`).executeTakeFirstOrThrow();
    return String(id);
  };
  const draft = `draft-${owner.cadreId}`;
  const state = JSON.stringify({ step: 'kind', unitId: communes[3] });
  await db().insertInto('drafts').values({ id: draft, cadre_id: owner.cadreId!, unit_id: communes[3]!, kind: 'khac', version: 1, state, updated_at: stage.clock.at, closed_at: null, closed_as: null, report_id: null }).execute();
  const there = await words(intruder, data({ report: await reportId('returned'), waiting: await reportId('filed'), unit: communes[3]!, draft }));
  const nowhere = await words(intruder, data({ report: '999999', waiting: '999999', unit: 'khong-co', draft: 'khong-co' }));
  expect(there).toEqual(nowhere);
  expect(there.length).toBeGreaterThan(0);
});

interface Ids {
  report: string;
  waiting: string;
  unit: string;
  draft: string;
}
