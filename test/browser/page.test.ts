import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from '../../src/main.ts';

/** The page in a real browser, on a phone's screen, over the demonstration as a new user starts it. */
const [WARD, CITY, BEHIND] = ['Trần Thị Minh Họa', 'Nguyễn Thị Thử Nghiệm', 'Phạm Thị Mẫu'] as const;
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let folder: string;
let program: Awaited<ReturnType<typeof start>>;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-page-'));
  program = await start({ DATA_DIR: folder, DEMO: 'on', PORT: '0', LOG_LEVEL: 'silent' }, new Date('2026-11-25T02:00:00Z'));
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(program.address);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Waits for a message with these words, and brings all of it. */
const hears = (words: string): Promise<string> => page.locator('#log > *').filter({ hasText: words }).last().innerText();

const sends = (): Promise<void> => page.getByRole('button', { name: 'Gửi', exact: true }).click();

/** On a phone Enter begins a new line. */
async function says(text: string): Promise<void> {
  await page.fill('textarea', text);
  await sends();
}

/** The newest button with these words. */
const taps = (words: string): Promise<void> => page.getByRole('button', { name: words }).last().click();

async function plays(name: string): Promise<void> {
  if (!(await page.locator('#roles').isVisible())) await page.locator('#switch').click();
  await page.locator('#people button', { hasText: name }).click();
  await page.locator('#me-label', { hasText: name }).waitFor();
}

/** Her first visit: the notice, and her consent. */
async function begins(name: string): Promise<void> {
  await plays(name);
  await taps('Tôi đồng ý');
  await hears('Mình bắt đầu được rồi');
}

test('a question is answered with its source', async () => {
  await begins(WARD);
  await says('hội viên danh dự cần điều kiện gì');
  expect(await hears('Nguồn')).toContain('Điều lệ Hội');
});

test('a report is filed in one line with a photo, and the level above sees the photo and accepts it', async () => {
  await says('Báo cáo: hôm qua truyền thông PCBLGĐ tại NVH tổ 5, 85 hội viên, phối hợp công an phường');
  await hears('Mời gửi ảnh');
  await page.setInputFiles('input[type=file]', { name: 'anh.png', mimeType: 'image/png', buffer: PHOTO });
  await sends();
  await taps('Xong');
  await taps('Gửi báo cáo');
  expect(await hears('Em đã nhận báo cáo')).toMatch(/BC-2611-\d{4}/);
  await begins(CITY);
  await says('/duyet');
  await taps('Truyền thông');
  await page.locator('#log img').last().waitFor();
  await taps('Duyệt');
  await hears('đã duyệt');
});

test('the indicator has turned', async () => {
  await plays(WARD);
  await says('/chitieu');
  expect(await hears('Chỉ tiêu của phường')).toContain('✅ Chỉ tiêu 3');
});

test('when the clock is moved on, who is behind is reminded', async () => {
  await begins(BEHIND);
  await page.locator('#clock summary').click();
  await page.locator('[data-by=week]').click();
  expect(await hears('Chỉ tiêu 3')).toMatch(/cần thêm/iu);
});

test('nothing went wrong in the page, nor does it scroll sideways', async () => {
  expect(faults).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
});
