import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { play, type Play } from '../support/play.ts';
import { everyRow } from '../support/rows.ts';

const DAY_MS = 86_400_000;
let folder: string;
let stage: Play;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-retention-'));
  stage = await play('2026-11-25T01:00:00Z', { DATA_DIR: folder });
}, 60_000);
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

/** One row of each kind that is a day past its time, and one that is a day short of it. */
async function fill(): Promise<void> {
  const { db, policy, files } = stage.program;
  const { id: cadre_id } = await db.selectFrom('cadres').select('id').orderBy('id').executeTakeFirstOrThrow();
  const { id: unit_id } = await db.selectFrom('units').select('id').orderBy('id').executeTakeFirstOrThrow();
  for (const [name, over] of [['old', 1], ['new', -1]] as const) {
    const past = (kind: keyof typeof policy.keep): Date => new Date(stage.clock.at.getTime() - (policy.keep[kind] + over) * DAY_MS);
    await db.insertInto('turns').values({ update_key: `turn-${name}`, at: past('turns'), record: '{}' }).execute();
    await db.insertInto('web_messages').values({ account: name, at: past('web-messages'), sender: 'person', body: '{}' }).execute();
    const draft = { id: `draft-${name}`, cadre_id, unit_id, kind: 'khac', version: 1, state: '{}', closed_as: 'discarded', report_id: null };
    await db.insertInto('drafts').values({ ...draft, updated_at: past('closed-drafts'), closed_at: past('closed-drafts') }).execute();
    await db.insertInto('questions').values({ at: past('questions'), person: 'web:a', text: name, outcome: 'unknown', entries: '[]', status: 'answered', effect_key: `q-${name}` }).execute();
    await db.insertInto('pushes').values({ cadre_id, key: `push-${name}`, scene: 'x', payload: '{}', due_at: past('pushes'), state: 'sent', claimed_until: null, sending_at: null, why: null, done_at: past('pushes') }).execute();
    await db.insertInto('audit').values({ at: past('audit'), cadre_id: null, channel: 'web', what: 'viewed', subject: 'report', subject_id: name }).execute();
    await db.insertInto('join_requests').values({ channel: 'web', account: name, at: past('join-requests'), phone: null, words: null, handled_at: null }).execute();
    await db.insertInto('link_codes').values({ hash: name, cadre_id, expires_at: past('link-codes'), used_at: null, channel: null, account: null }).execute();
    await db.insertInto('code_attempts').values({ channel: 'web', account: name, at: past('code-attempts') }).execute();
    await db.insertInto('accounts').values({ channel: 'web', account: `stranger-${name}`, chat: name, cadre_id: null, linked_at: null, seen_at: past('unknown-accounts'), unreachable_at: null, unreachable_why: null }).execute();
    const left = new Date(past('left-people').getTime() - DAY_MS).toISOString().slice(0, 10);
    await db.insertInto('cadres').values({ name: `left-${name}`, phone: `left-${name}`, left_on: left }).execute();
    const exported = await files.put(new TextEncoder().encode(`export ${name}`), 'text/plain');
    await db.insertInto('exports').values({ hash: exported.hash, cadre_id, at: past('exports') }).execute();
    const loose = await files.put(new TextEncoder().encode(`loose ${name}`), 'image/jpeg');
    await utimes(join(folder, 'files', loose.hash.slice(0, 2), loose.hash), past('loose-files'), past('loose-files'));
  }
  const kept = await files.put(new TextEncoder().encode('of a message'), 'image/jpeg');
  await utimes(join(folder, 'files', kept.hash.slice(0, 2), kept.hash), new Date(0), new Date(0));
  await db.insertInto('web_messages').values({ account: 'photo', at: stage.clock.at, sender: 'person', body: JSON.stringify({ photos: [kept] }) }).execute();
}

const filesThere = async (): Promise<number> => (await readdir(join(folder, 'files'), { recursive: true })).filter((name) => name.length > 60).length;

test('each night what has been kept long enough goes, and nothing else; reports never do', async () => {
  await fill();
  const reports = (await everyRow(stage.program.db)).filter(({ table }) => table.startsWith('report'));
  expect(await filesThere()).toBe(5);
  await stage.program.tick();
  const rows = await everyRow(stage.program.db);
  expect(rows.filter(({ text }) => /\b(turn-|draft-|push-|q-|stranger-|left-)?old"/.test(text))).toEqual([]);
  expect(rows.filter(({ text }) => /\b(turn-|draft-|push-|q-|stranger-|left-)?new"/.test(text))).toHaveLength(11);
  expect(await filesThere()).toBe(3);
  expect(rows.filter(({ table }) => table.startsWith('report'))).toEqual(reports);
});

test('an open question and a draft under way are kept however old they are', async () => {
  const { db } = stage.program;
  const old = new Date(0);
  const { id: cadre_id } = await db.selectFrom('cadres').select('id').orderBy('id').executeTakeFirstOrThrow();
  const { id: unit_id } = await db.selectFrom('units').select('id').orderBy('id').executeTakeFirstOrThrow();
  await db.insertInto('questions').values({ at: old, person: 'web:a', text: 'open', outcome: 'unknown', entries: '[]', effect_key: 'open' }).execute();
  await db.insertInto('drafts').values({ id: 'under way', cadre_id, unit_id, kind: 'khac', version: 1, state: '{}', updated_at: old, closed_at: null, closed_as: null, report_id: null }).execute();
  stage.clock.at = new Date(stage.clock.at.getTime() + DAY_MS);
  await stage.program.tick();
  const text = (await everyRow(db)).map((row) => row.text).join('\n');
  expect(text).toContain('"open"');
  expect(text).toContain('under way');
});

test('it is done once a day, and not before two in the morning', async () => {
  const { db } = stage.program;
  const wrongCode = () => db.insertInto('code_attempts').values({ channel: 'web', account: 'again', at: new Date(0) }).execute();
  const left = async (): Promise<number> => (await db.selectFrom('code_attempts').selectAll().where('account', '=', 'again').execute()).length;
  await wrongCode();
  await stage.program.tick();
  expect(await left()).toBe(1);
  stage.clock.at = new Date('2026-11-26T18:30:00Z');
  await stage.program.tick();
  expect(await left()).toBe(1);
  stage.clock.at = new Date('2026-11-26T19:00:00Z');
  await stage.program.tick();
  expect(await left()).toBe(0);
});
