import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { webKeys } from '../../../src/channels/web/index.ts';
import { chat, texts } from './make.ts';

const folder = join(import.meta.dirname, '../../../src/channels/web/page');
const sources = readdirSync(folder).map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }));

type Part = { kind: string; text?: string; href?: string; parts?: Part[] };
const { parts }: { parts: (text: string) => Part[] } = await import(pathToFileURL(join(folder, 'text.js')).href);

test('the page has its words, as text and never as markup', async () => {
  const { phone } = await chat();
  const page = await (await phone().ask('/')).text();
  expect(page).toContain('<title>&lt;web-title&gt; &quot;lời&quot;</title>');
  expect(page).not.toContain('{{');
  expect(page).not.toContain('<web-');
  const settings = /<script type="application\/json" id="settings">(.*?)<\/script>/s.exec(page)![1]!;
  expect(JSON.parse(settings)).toMatchObject({ texts, demo: false, mostPhotos: 10 });
});

test('everything the page names is served, with its kind', async () => {
  const { phone } = await chat();
  const page = await (await phone().ask('/')).text();
  const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1]!);
  const imported = sources.flatMap(({ source }) => [...source.matchAll(/from '\.\/([\w.]+)'/g)].map((found) => found[1]!));
  for (const name of new Set([...named, ...imported])) {
    const file = await phone().ask(`/${name}`);
    expect([name, file.status]).toEqual([name, 200]);
    expect(file.headers.get('content-type')).toMatch(name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'image/svg');
  }
  expect(imported.length).toBeGreaterThan(3);
});

test('a file the phone already has is not sent again', async () => {
  const { phone } = await chat();
  const tag = (await phone().ask('/chat.css')).headers.get('etag')!;
  const again = await phone().ask('/chat.css', { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('the page asks nobody else for anything, draws no markup from words and holds no Vietnamese of its own', () => {
  for (const { name, source } of sources) {
    expect([name, source.replaceAll('http://www.w3.org/2000/svg', '').match(/https?:\/\/\w/)]).toEqual([name, null]);
    expect([name, source.match(/innerHTML|insertAdjacentHTML|document\.write|eval\(| style="| on[a-z]+="/)]).toEqual([name, null]);
    expect([name, source.match(/[ăâđêôơư\u1ea0-\u1ef9]/i)]).toEqual([name, null]);
  }
});

test('every text is used, and every text the page uses is there', () => {
  const server = ['chat.ts', 'demo.ts', 'guard.ts', 'index.ts', 'sending.ts'].map((name) => readFileSync(join(folder, '..', name), 'utf8'));
  const all = [...sources.map(({ source }) => source), ...server].join('\n');
  const used = new Set([...all.matchAll(/['{](web-[a-z-]+)['}]/g)].map((found) => found[1]!));
  const events = ['web-failed'];
  expect([...used].filter((key) => !webKeys.some((one) => one === key) && !events.includes(key))).toEqual([]);
  expect(webKeys.filter((key) => !used.has(key))).toEqual([]);
});

test('every text of the page stands in the Vietnamese texts, none is left over', () => {
  const source = readFileSync(join(folder, '../../../../locales/vi/web.ftl'), 'utf8');
  const there = [...source.matchAll(/^(web-[a-z-]+) = \S/gm)].map((found) => found[1]!);
  expect(there.toSorted()).toEqual([...webKeys].toSorted());
});

test.each([
  ['chỉ là chữ', [{ kind: 'text', text: 'chỉ là chữ' }]],
  ['a **đậm** b', [{ kind: 'text', text: 'a ' }, { kind: 'bold', parts: [{ kind: 'text', text: 'đậm' }] }, { kind: 'text', text: ' b' }]],
  ['2 * 3 ** 4', [{ kind: 'text', text: '2 * 3 ** 4' }]],
  ['**mở mà không đóng', [{ kind: 'text', text: '**mở mà không đóng' }]],
  ['Xem https://vwu.vn/a?b=1.', [{ kind: 'text', text: 'Xem ' }, { kind: 'link', text: 'https://vwu.vn/a?b=1', href: 'https://vwu.vn/a?b=1' }, { kind: 'text', text: '.' }]],
  ['(https://vwu.vn/a)', [{ kind: 'text', text: '(' }, { kind: 'link', text: 'https://vwu.vn/a', href: 'https://vwu.vn/a' }, { kind: 'text', text: ')' }]],
  ['javascript:alert(1)', [{ kind: 'text', text: 'javascript:alert(1)' }]],
  ['<b>x</b>', [{ kind: 'text', text: '<b>x</b>' }]],
  ['📞 **1900 96 96 80**', [{ kind: 'text', text: '📞 ' }, { kind: 'bold', parts: [{ kind: 'link', text: '1900 96 96 80', href: 'tel:1900969680' }] }]],
  ['mới **85** người', [{ kind: 'text', text: 'mới ' }, { kind: 'bold', parts: [{ kind: 'text', text: '85' }] }, { kind: 'text', text: ' người' }]],
])('%s is read as it is meant', (text, read) => {
  expect(parts(text)).toEqual(read);
});
