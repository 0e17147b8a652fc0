import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { SendError, type RenderedReply } from '../../src/conversation/index.ts';
import { webMessages } from '../../src/store/web-messages.ts';
import { linked } from '../support/people.ts';
import { play, type Play } from '../support/play.ts';

let stage: Play;
beforeAll(async () => {
  stage = await play();
}, 60_000);
afterAll(() => stage.close());

const HOA = '+84900000002';
const told = (replies: string[]): string => replies.join('\n');
const cadreId = async (phone: string): Promise<number> => (await stage.program.org.byPhone(phone, '2026-11-25'))!.id;
const codeFor = async (phone: string): Promise<string> => stage.program.org.issueCode(await cadreId(phone), stage.clock.at);
const accounts = async (phone: string): Promise<string[]> =>
  (await stage.program.org.addresses([await cadreId(phone)])).map((one) => `${one.channel}:${one.account}`).toSorted();

test('nothing is hers before she agrees, and her code is nobody else’s while she reads', async () => {
  const hoa = await stage.person('hoa-1');
  const code = await codeFor(HOA);
  expect(told(await hoa.says(code))).toContain('em nhận ra chị');
  expect(await accounts(HOA)).toEqual([]);
  expect(told(await hoa.says('/chitieu'))).toContain('mình là ai');
  const other = await stage.person('khac-1');
  expect(told(await other.says(code))).toContain('không dùng được');
  stage.clock.at = new Date(stage.clock.at.getTime() + 60 * 60_000);
  expect(told(await hoa.says(code))).toContain('không dùng được');
});

test('an agreement is kept with the notice’s version, day and channel', async () => {
  await stage.person('hoa', HOA);
  const row = await stage.program.db.selectFrom('consents').selectAll().where('cadre_id', '=', await cadreId(HOA)).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ notice: stage.program.policy.notice, channel: 'web', at: stage.clock.at });
});

test('who has agreed on one channel is not asked again on another, and goes on with the same draft', async () => {
  const heard: RenderedReply[] = [];
  stage.program.channels.set('telegram', { name: 'telegram', start: async () => undefined, stop: async () => undefined, check: async () => '', send: async (_, replies) => void heard.push(...replies) });
  let update = 0;
  const onTelegram = async (text: string): Promise<string> => {
    heard.length = 0;
    const input = text.startsWith('/') ? ({ kind: 'command', name: text.slice(1), args: '' } as const) : ({ kind: 'text', text } as const);
    await stage.program.take({ channel: 'telegram', account: '77', chat: '77', update: `t${++update}`, private: true, input });
    return told(heard.map((one) => one.text));
  };
  const onWeb = await stage.person('hoa');
  await onWeb.says('/baocao');
  await onWeb.presses('Sinh hoạt chi hội');
  await onWeb.says('hôm qua');
  const welcome = await onTelegram(await codeFor(HOA));
  expect(welcome).toContain('em nhận ra chị');
  expect(welcome).not.toContain('đồng ý');
  expect(await accounts(HOA)).toEqual(['telegram:77', 'web:hoa']);
  expect(await onTelegram('Triển khai nhiệm vụ tháng 12')).toContain('bao nhiêu hội viên');
  expect(told(await onWeb.says('35'))).toContain('ảnh');
  await onWeb.says('/huy');
});

test('a new account takes over, and the old one has no access from that moment', async () => {
  const old = await stage.person('hoa');
  const fresh = await stage.person('hoa-moi');
  expect(told(await old.says('/chitieu'))).toContain('Chỉ tiêu của phường An Biên');
  await fresh.says(await codeFor(HOA));
  expect(told(await old.says('/chitieu'))).toContain('mình là ai');
  expect(told(await fresh.says('/chitieu'))).toContain('Chỉ tiêu của phường An Biên');
});

test('what was said on the web page is not there for whoever sits at an account that has ceased to be hers', async () => {
  const { db } = stage.program;
  const messages = webMessages(db);
  const there = async (account: string): Promise<number> => (await messages.since(account, 0)).length;
  for (const account of ['hoa-moi', 'nguoi-khac']) await messages.append(account, 'bot', { update: `${account}-1`, replies: [] }, stage.clock.at);
  const fresh = await stage.person('hoa-moi-nua');
  await fresh.says(await codeFor(HOA));
  expect([await there('hoa-moi'), await there('nguoi-khac')]).toEqual([0, 1]);
  const { rows } = await sql`select from turns where record::text like '%"hoa-moi"%'`.execute(db);
  expect(rows).toEqual([]);
  const back = await stage.person('hoa-moi');
  await back.says(await codeFor(HOA));
});

test('an account that proves somebody else’s number is hers from then on, with nothing of the first', async () => {
  const { db, policy } = stage.program;
  const [first, second] = ['+84900000003', '+84900000004'];
  await linked(db, await cadreId(first), 'web', 'may-chung', policy.notice, stage.clock.at);
  await linked(db, await cadreId(second), 'telegram', '4', policy.notice, stage.clock.at);
  await webMessages(db).append('may-chung', 'bot', { update: 'c1', replies: [] }, stage.clock.at);
  const shared = await stage.person('may-chung');
  expect(told(await shared.sends({ kind: 'contact', phone: second, own: true }))).toContain('Phạm Thị Mẫu');
  expect([await accounts(first), await accounts(second)]).toEqual([[], ['telegram:4', 'web:may-chung']]);
  expect(await webMessages(db).since('may-chung', 0)).toEqual([]);
});

test('an answer that could not be sent is not sent later to an account that has ceased to be hers, nor is silence said there', async () => {
  const heard: string[] = [];
  let works = false;
  const send = async (to: { account: string }, replies: RenderedReply[]): Promise<void> => {
    if (!works) throw new SendError('failed', 'send', 'no connection');
    heard.push(`${to.account}: ${told(replies.map((one) => one.text))}`);
  };
  stage.program.channels.set('telegram', { name: 'telegram', start: async () => undefined, stop: async () => undefined, check: async () => '', send });
  const write = (account: string, update: string, text: string) =>
    stage.program.take({ channel: 'telegram', account, chat: account, update, private: true, input: { kind: 'text', text } });
  await write('77', 'old-1', 'Báo cáo: hôm qua sinh hoạt chi hội, 30 hội viên');
  works = true;
  stage.clock.at = new Date(stage.clock.at.getTime() + 1000);
  await write('88', 'new-1', await codeFor(HOA));
  await write('88', 'new-2', 'Triển khai nhiệm vụ');
  stage.clock.at = new Date(stage.clock.at.getTime() + 2 * 3_600_000);
  await write('99', 'other', 'chào em');
  await stage.program.hearSilence();
  expect(heard.filter((line) => line.startsWith('77'))).toEqual([]);
  expect(heard.filter((line) => line.startsWith('88')).length).toBeGreaterThan(1);
  await stage.program.db.deleteFrom('drafts').execute();
});

test('who has left the roster has no access from the next day, on any channel', async () => {
  const hoa = await stage.person('hoa-moi');
  const id = await cadreId(HOA);
  await stage.program.db.updateTable('cadres').set({ left_on: '2026-11-24' }).where('id', '=', id).execute();
  expect(told(await hoa.says('/chitieu'))).toContain('mình là ai');
  await stage.program.db.updateTable('cadres').set({ left_on: null }).where('id', '=', id).execute();
});

test('a changed notice is put to her once more, her half-filled report waits', async () => {
  const hoa = await stage.person('hoa-moi');
  await hoa.says('/baocao');
  await hoa.presses('Sinh hoạt chi hội');
  await stage.program.db.updateTable('consents').set({ notice: 'an older one' }).execute();
  expect(told(await hoa.says('/baocao'))).toContain('đọc giúp em mấy dòng');
  expect(told(await hoa.says('hôm qua'))).toContain('đồng ý không');
  await hoa.presses('Xem thêm');
  expect(told(await hoa.presses('Tôi đồng ý'))).toContain('Mình bắt đầu được rồi');
  expect(told(await hoa.says('hôm qua'))).not.toContain('mình là ai');
  await hoa.says('/huy');
});

test('/start leads whoever has not agreed straight to the notice', async () => {
  const hoa = await stage.person('hoa-moi');
  await stage.program.db.updateTable('consents').set({ notice: 'an older one' }).execute();
  expect(told(await hoa.says('/start'))).toContain('đọc giúp em mấy dòng');
  expect(told(await hoa.presses('Không đồng ý'))).toContain('không gắn tài khoản');
  expect(await accounts(HOA)).toEqual([]);
});

test('a code in a deep link is read, and a wrong one can be put right at once', async () => {
  const mau = await stage.person('mau');
  expect(told(await mau.says('/start AAAA-AAAA'))).toContain('không dùng được');
  expect(told(await mau.says(await codeFor('+84900000004')))).toContain('em nhận ra cô');
  const again = await stage.person('mau-2');
  expect(told(await again.says(`/start ${await codeFor('+84900000004')}`))).toContain('em nhận ra cô');
});

test('five wrong codes make an account wait a quarter of an hour, also with a right one', async () => {
  const guesser = await stage.person('doan');
  for (let at = 0; at < 5; at++) expect(told(await guesser.says('AAAA-AAA2'))).toContain('không dùng được');
  expect(told(await guesser.says(await codeFor(HOA)))).toContain('sai mã nhiều lần');
  stage.clock.at = new Date(stage.clock.at.getTime() + 16 * 60_000);
  expect(told(await guesser.says(await codeFor(HOA)))).toContain('em nhận ra chị');
});

test('a hundred wrong codes from whomever make everyone wait a minute', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => ({ channel: 'web', account: `robot-${at}`, at: stage.clock.at }));
  await stage.program.db.insertInto('code_attempts').values(rows).execute();
  const honest = await stage.person('that');
  const code = await codeFor(HOA);
  expect(told(await honest.says(code))).toContain('chờ một phút');
  stage.clock.at = new Date(stage.clock.at.getTime() + 61_000);
  expect(told(await honest.says(code))).toContain('em nhận ra chị');
});

test('in a group nothing personal is said, nothing is kept, and the way to a private chat is shown', async () => {
  const heard: string[] = [];
  stage.program.channels.set('telegram', { name: 'telegram', start: async () => undefined, stop: async () => undefined, check: async () => '', send: async (to, replies) => void heard.push(`${to.chat}: ${told(replies.map((one) => one.text))}`) });
  const before = await stage.program.db.selectFrom('accounts').selectAll().execute();
  await stage.program.take({ channel: 'telegram', account: '77', chat: '-100', update: 'g1', private: false, input: { kind: 'command', name: 'chitieu', args: '' } });
  expect(heard).toEqual([expect.stringContaining('-100: Để giữ riêng tư')]);
  expect(await stage.program.db.selectFrom('accounts').selectAll().execute()).toEqual(before);
});
