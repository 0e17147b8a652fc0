import { expect, test } from 'vitest';
import { fileLinks } from '../../src/ops/links.ts';
import { openMetrics } from '../../src/ops/metrics.ts';
import { readiness } from '../../src/ops/ready.ts';
import { httpApp } from '../../src/ops/server.ts';
import type { Channel } from '../../src/conversation/index.ts';

const NOW = new Date('2026-11-24T01:00:00Z');
const files = { put: () => Promise.reject(new Error('not here')), read: async () => new Uint8Array([1, 2]) };
const metrics = openMetrics(async () => [{ what: 'reports', state: 'filed', count: 3 }]);

function server(ready: () => Promise<void> = async () => undefined) {
  const links = fileLinks('secret', 30);
  return { links, app: httpApp({ web: null, telegramWebhook: null, files, links, ready, metrics: () => metrics.text(), now: () => NOW }) };
}

test('the process says that it lives, and whether it is ready with the reason when it is not', async () => {
  expect((await server().app.request('/healthz')).status).toBe(200);
  expect((await server().app.request('/readyz')).status).toBe(200);
  const broken = await server(() => Promise.reject(new Error('reach Redis: gone'))).app.request('/readyz');
  expect([broken.status, await broken.text()]).toEqual([503, 'reach Redis: gone']);
});

test('platforms are asked for their state once in half a minute, stores at every probe', async () => {
  let [at, stores, asked] = [0, 0, 0];
  const channel = { name: 'web', check: async () => `${asked++}` } as unknown as Channel;
  const ready = readiness(async () => void stores++, () => [channel], () => new Date(at));
  for (at of [0, 10_000, 29_000, 31_000]) await ready();
  expect([stores, asked]).toEqual([4, 2]);
});

test('metrics tell how long turns take, what happened and what stands in the store', async () => {
  await metrics.turn('web', async () => undefined);
  await expect(metrics.turn('web', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  metrics.counting(() => undefined)('push-not-sent', {});
  const text = await (await server().app.request('/metrics')).text();
  expect(text).toContain('hoi_turn_seconds_count{channel="web",result="done"} 1');
  expect(text).toContain('hoi_turn_seconds_count{channel="web",result="failed"} 1');
  expect(text).toContain('hoi_events_total{event="push-not-sent"} 1');
  expect(text).toContain('hoi_rows{what="reports",state="filed"} 3');
});

test('a file link ends, and a forged one opens nothing', async () => {
  const { app, links } = server();
  const link = links.link({ hash: 'a'.repeat(64), mime: 'image/png', name: 'Báo cáo.png' }, NOW);
  const opened = await app.request(link);
  expect([opened.status, opened.headers.get('content-disposition')]).toEqual([200, `inline; filename*=UTF-8''${encodeURIComponent('Báo cáo.png')}`]);
  expect((await app.request(links.link({ hash: 'a'.repeat(64), mime: 'image/png' }, new Date(NOW.getTime() - 31 * 60_000)))).status).toBe(404);
  expect((await app.request(`${link}x`)).status).toBe(404);
});
