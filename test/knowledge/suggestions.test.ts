import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../src/content.ts';
import { acceptSuggestion, WorseContent } from '../../src/knowledge/accept.ts';
import { loadContent, parseEntry } from '../../src/knowledge/index.ts';
import { readRows } from '../../src/knowledge/measure.ts';
import { suggestionFile, type Fresh } from '../../src/knowledge/suggestions.ts';
import { contentDir, now, set } from './helpers.ts';

const say = (key: string, args: Record<string, string> = {}): string => [key, ...Object.values(args)].join(' ');
const fresh = (answer: Fresh['answer'], texts: string[]): Fresh => ({ id: 7, at: now, answer, title: 'Chủ tịch', union: 'Hội LHPN thành phố', texts });
const words = 'Đặt ở Nhà văn hóa thành phố. Báo trước 7 ngày, mức {khong-co} [x].\nGọi trước khi đến.';

const folder = mkdtempSync(join(tmpdir(), 'goi-y-'));
afterAll(() => rmSync(folder, { recursive: true }));
// Two of the sets tell as well as all of them whether a suggestion is measured, in a third of the time.
const setsDir = join(folder, 'bo-do');
mkdirSync(setsDir);
for (const name of ['seen', 'held-out']) cpSync(set(name), join(setsDir, `${name}.tsv`));

describe('an answer in words', () => {
  const made = suggestionFile(fresh({ kind: 'words', words, source: 'Thông báo 15/TB-BTV ngày 2/11/2026' }, ['áo dài đặt may ở đâu', 'dat may ao dai o dau', 'may áo dài ở đâu ạ', 'áo dài đồng phục may đâu', 'may áo dài']), say);
  test('becomes an entry that is without fault, unverified, of a secondary source, and names nobody', () => {
    const entry = parseEntry(`procedures/${made.name}`, made.text);
    expect(entry).toMatchObject({ id: 'ao-dai-dat-may-o-dau-7', status: 'unverified', public: false, title: 'Áo dài đặt may ở đâu' });
    expect(entry.sources).toMatchObject([{ number: '15/TB-BTV', date: '2026-11-02', grade: 'S2' }]);
    expect(entry.lead.every(({ secondary }) => secondary)).toBe(true);
    expect(entry.sections.map(({ id }) => id)).toEqual(['noi-dung', 'luu-y']);
  });
  test('without a document says whose view it is', () => {
    const own = suggestionFile(fresh({ kind: 'words', words, source: null }, ['a']), say);
    expect(own.text).toContain('suggestion-own-view Chủ tịch Hội LHPN thành phố');
  });
  test('has a usable name even when the question has no Latin letter', () => {
    expect(suggestionFile(fresh({ kind: 'words', words, source: null }, ['где?']), say).name).toBe('cau-hoi-7.md');
  });
});

test('an answer that points to an entry becomes new ways of asking it', () => {
  const { name, text } = suggestionFile(fresh({ kind: 'entry', entryId: 'hoi-phi' }, ['nộp tiền niên liễm', 'nộp tiền niên liễm', 'đóng: bao nhiêu']), say);
  expect(name).toBe('hoi-phi-7.yaml');
  expect(text).toBe('entry: hoi-phi\nask:\n  - nộp tiền niên liễm\n  - "đóng: bao nhiêu"\n');
});

describe('a suggestion is accepted', () => {
  let content: string;
  beforeEach(() => {
    content = mkdtempSync(join(folder, 'content-'));
    cpSync(contentDir, content, { recursive: true });
  });
  const file = (name: string, text: string): string => {
    const path = join(mkdtempSync(join(folder, 'tep-')), name);
    writeFileSync(path, text);
    return path;
  };
  const procedure = (id: string): string => readFileSync(join(content, 'procedures', `${id}.md`), 'utf8');

  test('as new ways of asking, which then find their entry, and nothing else of its file moves', () => {
    const before = procedure('hoi-phi');
    const accepted = acceptSuggestion(file('hoi-phi-7.yaml', 'entry: hoi-phi\nask: [niên liễm hội viên nộp kiểu gì, "tiền: niên liễm"]\n'), content, setsDir);
    expect(accepted.own).toEqual({ right: 2, asked: 2 });
    expect(accepted.compared.length).toBeGreaterThan(10);
    const entry = loadContent(content).entry('hoi-phi');
    expect(entry?.ask.slice(-2)).toEqual(['niên liễm hội viên nộp kiểu gì', 'tiền: niên liễm']);
    expect(procedure('hoi-phi').split('\n').filter((line) => !before.includes(line))).toHaveLength(2);
  });
  test('as a new entry, once its editor has given it enough ways of asking', () => {
    const texts = ['đan len móc áo cho búp bê', 'móc áo búp bê', 'dan len cho bup be', 'học đan len ở đâu', 'dạy móc búp bê len'];
    const { name, text } = suggestionFile(fresh({ kind: 'words', words: 'Học ở lớp đan len.', source: null }, texts), say);
    expect(acceptSuggestion(file(name, text), content, setsDir).own.right).toBe(5);
    const few = suggestionFile(fresh({ kind: 'words', words: 'Học ở lớp thêu.', source: null }, ['học thêu ở đâu']), say);
    expect(() => acceptSuggestion(file(few.name, few.text), content, setsDir)).toThrow('ít nhất 5 cách hỏi');
  });
  test('never when the measured questions would be answered worse, and then nothing has changed', () => {
    const before = procedure('hoi-phi');
    // What belongs to other offices would now be answered instead of refused.
    const others = readRows(set('seen')).filter(({ outcome, question }) => outcome === 'unknown' && /^[\p{L} ]+$/u.test(question)).map(({ question }) => question);
    expect(() => acceptSuggestion(file('hoi-phi-8.yaml', `entry: hoi-phi\nask:\n${others.map((one) => `  - ${one}\n`).join('')}`), content, setsDir)).toThrow(WorseContent);
    expect(procedure('hoi-phi')).toBe(before);
  });
  test.each([
    ['an entry that is not there', 'entry: khong-co\nask: [gì đó]\n', 'không có mục "khong-co"'],
    ['a way of asking that another entry has', 'entry: hoi-phi\nask: [HVDD do cấp nào công nhận]\n', 'mỗi cách hỏi thuộc một mục'],
    ['no way of asking', 'entry: hoi-phi\nask: []\n', 'ít nhất một cách hỏi'],
  ])('never with %s', (_, text, what) => {
    expect(() => acceptSuggestion(file('x.yaml', text), content, setsDir)).toThrow(what);
    expect(() => loadContent(content)).not.toThrow();
  });
  test('never unmeasured', () => {
    const empty = join(folder, 'khong-co-bo-do');
    mkdirSync(empty, { recursive: true });
    expect(() => acceptSuggestion(file('hoi-phi-9.yaml', 'entry: hoi-phi\nask: [niên liễm]\n'), content, empty)).toThrow(ContentError);
  });
});
