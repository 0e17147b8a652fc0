import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { turnPromise } from '../conversation/turn-promise.ts';
import { play, type Play, type Player } from '../support/play.ts';
import { freshDatabase, freshRedis } from './fresh.ts';

const AT = '2026-11-25T02:00:00Z';
let database: Awaited<ReturnType<typeof freshDatabase>>;
let redis: Awaited<ReturnType<typeof freshRedis>>;
let [one, two]: Play[] = [];
const env = () => ({ DATABASE_URL: database.url, REDIS_URL: redis.url });

beforeAll(async () => {
  database = await freshDatabase();
  redis = await freshRedis(1);
  one = await play(AT, env());
  two = await play(AT, env());
}, 60_000);
afterAll(async () => {
  await one?.close();
  await two?.close();
  await database.drop();
});

describe('the whole program on PostgreSQL and Redis', () => {
  turnPromise(() => one!);
});

const toSummary = ['/baocao', '[Sinh hoạt chi hội]', 'hôm qua', 'Triển khai nhiệm vụ tháng 12', '42', '[Không có ảnh]'];
const does = (who: Player, said: string): Promise<string[]> => (said.startsWith('[') ? who.presses(said.slice(1, -1)) : who.says(said));

describe('two programs on one database', () => {
  test('one conversation goes on whichever program hears it', async () => {
    const [here, there] = [await one!.person('hoa', '+84900000002'), await two!.person('hoa')];
    await does(here, '/baocao');
    const data = here.button('Sinh hoạt chi hội');
    const asked = await there.sends({ kind: 'button', data });
    expect(asked.join()).toContain('Chi hội sinh hoạt ngày nào');
    expect((await here.says('hôm qua')).join()).toContain('Nội dung chính');
    await there.says('/huy');
  });

  test('the same update heard by both at once is one turn with one answer', async () => {
    const [here, there] = [await one!.person('hoa'), await two!.person('hoa')];
    const input = { kind: 'command', name: 'chitieu', args: '' } as const;
    const heard = await Promise.all([here.sends(input, 'both'), there.sends(input, 'both')]);
    expect(heard.flat()).toHaveLength(1);
  });

  test('two cadres filing at the same moment get two codes, one after the other', async () => {
    const [hoa, mau] = [await one!.person('hoa'), await two!.person('mau', '+84900000004')];
    for (const said of toSummary) await Promise.all([does(hoa, said), does(mau, said)]);
    const receipts = await Promise.all([does(hoa, '[Gửi báo cáo]'), does(mau, '[Gửi báo cáo]')]);
    const codes = receipts.map((heard) => /BC-2611-(\d{4})/.exec(heard.join())![1]).map(Number).toSorted((a, b) => a - b);
    expect(codes[1]! - codes[0]!).toBe(1);
  });

  test('when Redis forgets everything, the draft goes on from its last answer', async () => {
    const hoa = await one!.person('hoa');
    for (const said of ['/baocao', '[Sinh hoạt chi hội]', 'hôm qua']) await does(hoa, said);
    await redis.forgetAll();
    expect((await hoa.says('Triển khai nhiệm vụ tháng 12')).join()).toContain('bao nhiêu hội viên');
    await hoa.says('/huy');
  });

  test('a program that stops in the middle of a report leaves it to the next one', async () => {
    const three = await play(AT, env());
    const before = await three.person('hoa');
    for (const said of ['/baocao', '[Sinh hoạt chi hội]', 'hôm qua']) await does(before, said);
    await three.close();
    const after = await two!.person('hoa');
    expect((await after.says('Triển khai nhiệm vụ tháng 12')).join()).toContain('bao nhiêu hội viên');
    await after.says('/huy');
  });
});
