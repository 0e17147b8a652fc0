import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webMessages } from '../../src/store/web-messages.ts';
import { importRoster } from '../../src/org/index.ts';
import { showDay } from '../../src/time.ts';
import { play, type Play, type Player } from '../support/play.ts';
import { everyRow } from '../support/rows.ts';

const HOA = '+84900000002';
const NAME = 'Trần Thị Minh Họa';
const ACCOUNT = 'hoa-web-account';
const DRAFTED = 'Chủ đề còn dở của chị Họa';
const ASKED = 'mấy giờ thì mặt trăng lặn vậy em';
const MESSAGE = 'lời chị Họa nhắn trên web';

let folder: string;
let stage: Play;
let hoa: Player;
let code: string;
let photo: { hash: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-own-data-'));
  stage = await play(undefined, { DATA_DIR: folder });
  hoa = await stage.person(ACCOUNT, HOA);
  await hoa.says('/baocao');
  await hoa.presses('Sinh hoạt chi hội');
  for (const answer of ['hôm qua', 'Gói bánh chưng', '20']) await hoa.says(answer);
  await hoa.presses('Không có ảnh');
  code = /BC-\d{4}-\d{4}/.exec((await hoa.presses('Gửi báo cáo')).join(' '))![0];
  await hoa.says('/baocao');
  await hoa.presses('Truyền thông');
  await hoa.says('hôm qua');
  await hoa.says(DRAFTED);
  photo = await stage.program.files.put(new TextEncoder().encode('a photo of a draft'), 'image/jpeg');
  await stage.program.db.updateTable('drafts').set({ state: JSON.stringify({ photos: [photo] }) }).where('closed_at', 'is', null).execute();
  await hoa.presses('Để sau').catch(() => hoa.says('để sau'));
  await hoa.says(ASKED);
  await hoa.presses('Duyệt báo cáo');
  const messages = webMessages(stage.program.db);
  await messages.append(ACCOUNT, 'person', { update: 'm1', text: MESSAGE }, stage.clock.at);
  await stage.program.tick();
}, 90_000);
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

const cadreId = async (): Promise<number | undefined> => (await stage.program.org.byPhone(HOA, '2026-11-25'))?.id;

test('/toi gives a file with everything stored about her', async () => {
  await hoa.says('/toi');
  expect((await hoa.presses('Tải về')).join(' ')).toContain('tất cả những gì em giữ');
  const kept = await stage.program.db.selectFrom('exports').selectAll().execute();
  expect(kept).toHaveLength(1);
  const text = new TextDecoder().decode(await stage.program.files.read(kept[0]!.hash));
  for (const held of [NAME, HOA, 'Phường An Biên', ACCOUNT, showDay(stage.program.policy.notice), '09:00 25/11/2026', code, 'Gói bánh chưng', DRAFTED, ASKED, MESSAGE]) expect(text).toContain(held);
  expect(text).toMatch(/^THÔNG TIN CỦA TÔI/);
});

/** The section of her file that tells of each column that knows a cadre. */
const TOLD: Record<string, string> = {
  'accounts.cadre_id': 'accounts',
  'audit.cadre_id': 'audit',
  'consents.cadre_id': 'consent',
  'drafts.cadre_id': 'drafts',
  'drafts.left_by': 'the successor’s drafts: they are hers now',
  'exports.cadre_id': 'audit',
  'link_codes.cadre_id': 'codes',
  'paper_notes.by_id': 'papers',
  'past_positions.cadre_id': 'past',
  'past_positions.successor_id': 'the forerunner’s positions',
  'period_closings.closed_by': 'closings',
  'period_closings.reopened_by': 'closings',
  'positions.cadre_id': 'positions',
  'pushes.cadre_id': 'pushes',
  'question_answers.cadre_id': 'given',
  'reminder_choices.cadre_id': 'reminding',
  'reminder_choices.stand_in_id': 'stand-ins',
  'reminder_owners.by_id': 'whom she put in charge',
  'reminder_owners.cadre_id': 'charges',
  'report_events.cadre_id': 'deeds',
  'reports.author_id': 'reports',
  'reports.reviewer_id': 'deeds',
  'snoozes.cadre_id': 'snoozes',
};

test('no table knows a cadre that her file does not tell of', async () => {
  const { rows } = await sql<{ column: string }>`select conrelid::regclass || '.' || a.attname as column
    from pg_constraint join pg_attribute a on a.attrelid = conrelid and a.attnum = any(conkey)
    where contype = 'f' and confrelid = 'cadres'::regclass order by 1`.execute(stage.program.db);
  expect(rows.map((row) => row.column)).toEqual(Object.keys(TOLD).toSorted());
});

test('erased, nothing of hers is found in any table, conversation or file; her report stays with her unit', async () => {
  const id = await cadreId();
  const { hash } = await stage.program.db.selectFrom('exports').select('hash').executeTakeFirstOrThrow();
  const before = await stage.program.db.selectFrom('report_measures').selectAll().orderBy('report_id').orderBy('measure').execute();
  await hoa.says('/toi');
  await hoa.presses('Xóa thông tin');
  await hoa.presses('Có, xóa đi');
  expect((await hoa.presses('Tôi chắc chắn')).join(' ')).toContain('đã xóa hết');
  const rows = await everyRow(stage.program.db);
  const found = rows.filter(({ text }) => [NAME, HOA, ACCOUNT, DRAFTED, MESSAGE, `cadre:${id}`].some((mark) => text.includes(mark)));
  expect(found).toEqual([]);
  for (const one of [hash, photo.hash]) await expect(stage.program.files.read(one)).rejects.toThrow('ENOENT');
  const report = await stage.program.db.selectFrom('reports').select(['author_id', 'unit_id', 'status']).where('code', '=', code).executeTakeFirstOrThrow();
  expect(report).toMatchObject({ author_id: null, status: 'filed' });
  expect(await stage.program.db.selectFrom('report_measures').selectAll().orderBy('report_id').orderBy('measure').execute()).toEqual(before);
  const question = await stage.program.db.selectFrom('questions').select('person').where('text', '=', ASKED).executeTakeFirstOrThrow();
  expect(question.person).toMatch(/^erased:/);
});

test('afterwards she is a stranger, and the next roster import may add her anew', async () => {
  expect((await hoa.says('/chitieu')).join(' ')).toContain('mình là ai');
  const row = { sheet: 's', row: 2, name: NAME, phone: HOA, unit: 'Phường An Biên', above: null, title: 'Chủ tịch', administrator: false, address: null };
  await importRoster({ db: stage.program.db }, [row as never], stage.program.positions, '2026-11-25', { onlyAdd: true });
  const again = await stage.person('hoa-lai', HOA);
  expect((await again.says('/toi')).join(' ')).toContain('Đang dùng: web. Báo cáo đang dở: 0');
});
