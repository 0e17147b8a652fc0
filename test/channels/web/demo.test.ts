import { expect, test } from 'vitest';
import { clockAfter } from '../../../src/channels/web/demo.ts';
import { chat, newId, texts } from './make.ts';

const HOA = { phone: '+84900000001', label: 'Chị Hoa', detail: 'Chi hội trưởng' };
const LAN = { phone: '+84900000002', label: 'Chị Lan', detail: 'Chủ tịch Hội phường' };

async function demonstration() {
  let now = new Date('2026-11-24T10:30:00+07:00');
  const entered: [string, string][] = [];
  const demo = {
    people: async () => [HOA, LAN],
    async enter(account: string, phone: string) {
      if (phone !== HOA.phone && phone !== LAN.phone) return false;
      entered.push([account, phone]);
      return true;
    },
    now: () => now,
    move: async (to: Date) => void (now = to),
  };
  return { ...(await chat({ demo })), entered };
}

test('the list of made-up people says whom this browser plays', async () => {
  const { phone } = await demonstration();
  const browser = phone();
  const people = async (): Promise<unknown> => (await browser.ask('/demo/people')).json();
  expect(await people()).toEqual({ people: [HOA, LAN], role: '', now: '2026-11-24T03:30:00.000Z' });
  expect((await browser.post('/demo/enter', { phone: LAN.phone })).status).toBe(200);
  expect(await people()).toMatchObject({ role: LAN.phone });
});

test('each role has a conversation of its own and finds it again', async () => {
  const { phone, entered, heard } = await demonstration();
  const browser = phone();
  const play = async (who: { phone: string }, text: string): Promise<string[]> => {
    await browser.post('/demo/enter', { phone: who.phone });
    await browser.send({ id: newId(), text });
    return (await browser.messages()).map((message) => message.bubbles[0]!.text);
  };
  expect(await play(HOA, 'em là Hoa')).toEqual(['em là Hoa']);
  expect(await play(LAN, 'em là Lan')).toEqual(['em là Lan']);
  expect(await play(HOA, 'lại là Hoa')).toEqual(['em là Hoa', 'lại là Hoa']);
  // The account that was made hers is the one that writes.
  expect(heard.map((envelope) => envelope.account)).toEqual(entered.map(([account]) => account));
  expect(entered[0]![0]).not.toBe(entered[1]![0]);
});

test('nobody can be played who is not there; the role stays as it was', async () => {
  const { phone } = await demonstration();
  const browser = phone();
  const wrong = await browser.post('/demo/enter', { phone: '+84911111111' });
  expect([wrong.status, await wrong.json()]).toEqual([404, { error: texts['web-demo-unknown'] }]);
  expect(await (await browser.ask('/demo/people')).json()).toMatchObject({ role: '' });
  expect((await browser.post('/demo/enter', {})).status).toBe(400);
});

test('the clock of the demonstration goes forward by its buttons and to a chosen day', async () => {
  const { phone } = await demonstration();
  const move = async (step: unknown): Promise<unknown> => (await phone().post('/demo/clock', step)).json();
  expect(await move({ by: 'hour' })).toEqual({ now: '2026-11-24T04:30:00.000Z' });
  expect(await move({ day: '2026-12-24' })).toEqual({ now: '2026-12-24T01:00:00.000Z' });
  expect(await move({ day: '2026-12-24' })).toEqual({ error: texts['web-clock-past'] });
  for (const wrong of [{ by: 'year' }, { day: '24/12/2026' }, { day: '2027-02-30' }, {}, null]) {
    expect(await move(wrong)).toEqual({ error: texts['web-bad-request'] });
  }
});

const late = new Date('2026-12-31T23:30:00+07:00');
test.each([
  [{ by: 'hour' }, '2027-01-01T00:30:00+07:00'],
  [{ by: 'morning' }, '2027-01-01T08:00:00+07:00'],
  [{ by: 'week' }, '2027-01-07T23:30:00+07:00'],
  [{ day: '2027-01-01' }, '2027-01-01T08:00:00+07:00'],
] as const)('late on New Year’s Eve %o leads to %s', (step, to) => {
  expect(clockAfter(late, step)).toEqual(new Date(to));
});

test('a day already past, or lives away, is not gone to', () => {
  expect(clockAfter(late, { day: '2026-12-31' })).toBeNull();
  expect(clockAfter(late, { day: '2099-01-01' })).toBeNull();
});

test('without a demonstration there is nobody to play and no clock to move', async () => {
  const { phone } = await chat();
  expect((await phone().ask('/demo/people')).status).toBe(404);
  expect((await phone().post('/demo/clock', { by: 'hour' })).status).toBe(404);
});
