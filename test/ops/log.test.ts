import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { webChannel, webKeys } from '../../src/channels/web/index.ts';
import { openLog, type Log } from '../../src/ops/log.ts';
import { webMessages } from '../../src/store/web-messages.ts';
import { bot, presses, says, sends } from '../channels/telegram/bot.ts';
import { phone } from '../channels/web/make.ts';
import { play, type Play } from '../support/play.ts';

const HOA = '+84900000002';
const lines: string[] = [];
const log: Log = openLog('debug', { write: (line) => void lines.push(line) });
const hoa = { id: 900123, is_bot: false, first_name: 'Minh Họa', username: 'minh_hoa' };

let stage: Play;
beforeAll(async () => {
  stage = await play(undefined, {}, log);
}, 60_000);
afterAll(() => stage.close());

/** What she and the bot say in this run, and what nobody but them may read. */
const secrets = (): string[] => [HOA, '0900000002', '900000002', 'Minh Họa', 'minh_hoa', 'Bí mật của tôi', 'hội viên danh dự', 'Nhà văn hóa tổ 5', 'Chỉ tiêu 3', 'made-up-token', '4242:'];
const codes: string[] = [];

test('a whole run on Telegram and the web, with platforms and the database failing, logs no number, name, text, code or token', async () => {
  const { telegram, channel } = await bot({ log, files: stage.program.files });
  stage.program.channels.set('telegram', channel);
  telegram.started.add(hoa.id);
  telegram.fail('sendMessage', { code: 400, description: 'Bad Request: can\'t parse "Bí mật của tôi"' }, 'lost', { code: 500, description: 'Internal' });
  telegram.fail('getUpdates', { code: 502, description: 'Bad Gateway' });
  await channel.start((envelope) => stage.program.take(envelope));
  const answered = async (): Promise<number> => telegram.calls.filter((call) => call.method === 'sendMessage').length;
  const tell = async (news: Parameters<typeof telegram.arrive>[0]): Promise<void> => {
    const before = await answered();
    telegram.arrive(news);
    await vi.waitFor(async () => expect(await answered()).toBeGreaterThan(before), { timeout: 10_000 });
  };
  await tell(says(hoa, '/start'));
  await tell(sends(hoa, { contact: { phone_number: HOA, first_name: hoa.first_name, user_id: hoa.id } }));
  await tell(says(hoa, 'Tôi đồng ý'));
  await tell(says(hoa, 'hội viên danh dự cần gì'));
  await tell(says(hoa, 'Báo cáo: hôm qua sinh hoạt chi hội tại Nhà văn hóa tổ 5, 85 hội viên'));
  await tell(says(hoa, 'Bí mật của tôi'));
  await tell(presses(hoa, '!chitieu|'));
  telegram.blocked.add(hoa.id);
  await tell(says(hoa, '/toi'));
  await onTheWeb();
  stage.clock.at = new Date('2026-12-01T02:00:00Z');
  await stage.program.tick();
  await channel.stop();
  const whole = lines.join('');
  expect(lines.length).toBeGreaterThan(4);
  for (const secret of [...secrets(), ...codes]) expect(whole).not.toContain(secret);
}, 60_000);

async function onTheWeb(): Promise<void> {
  const { program } = stage;
  const messages = webMessages(program.db);
  const web = webChannel({
    files: program.files,
    messages: { ...messages, since: () => Promise.reject(new Error(`cannot read "Bí mật của tôi" of ${HOA} with ${codes[0]}`)) },
    link: () => '/files/x',
    texts: Object.fromEntries(webKeys.map((key) => [key, key])),
    log,
    now: () => stage.clock.at,
  });
  program.channels.set('web', web);
  await web.start((envelope) => program.take(envelope));
  const cadre = await program.org.byPhone(HOA, '2026-11-25');
  codes.push(await program.org.issueCode(cadre!.id, stage.clock.at));
  const browser = phone(web.app);
  for (const [at, text] of [codes[0]!, 'Bí mật của tôi', HOA, '/toi'].entries()) await browser.send({ id: `log-test-${String(at).padStart(10, '0')}`, text });
  expect((await browser.ask('/chat/messages')).status).toBe(500);
}

test('what an error quotes is struck out: words, numbers, tokens, passwords, codes', () => {
  const out: string[] = [];
  openLog('info', { write: (line) => void out.push(line) })('failed', {
    error: 'key "Trần Thị Hoa" of +84912345678 or 0912.345.678, code HP7K-3M9Q, bot 123456:AAHdqTcvCH1vGWJxfSeof, postgres://hoi:matkhau@db/hoi, update 4711',
    count: 912345678,
  });
  const line = JSON.parse(out[0]!) as { error: string; count: number };
  expect(line.error).toBe('key … of … or …, code …, bot …, postgres://…@db/hoi, update 4711');
  expect(line.count).toBe(912345678);
});
