import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { ContentError } from '../../src/content.ts';
import { evidenceFaults, loadTerms, rollup, statusOf, type Data, type Term } from '../../src/indicators/index.ts';
import { unitTree, type Unit } from '../../src/org/index.ts';
import { notReplaced, ownersOf } from '../../src/indicators/owners.ts';

const shipped = fileURLToPath(new URL('../../content/indicators', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hoi-terms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [term] = loadTerms(shipped) as [Term];
const commune = { id: '10507', kind: 'phường' };

let reports = 0;
const report = (measure: string, value: number, day: string, final = true, unitId = commune.id) => ({ reportId: ++reports, unitId, measure, value, day, final });
const figures = (values: Record<string, number>): Data['figures'] => Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, asOf: '2026-11-01' }]));
const on = (id: string, data: Partial<Data>, today = '2026-11-24', unit = commune) => statusOf(term.indicators.find((one) => one.id === id)!, term, unit, { contributions: [], figures: {}, ...data }, today);

test('a ratio is met by whole people: half of eleven is six', () => {
  const data = { figures: figures({ 'cht-chua-dang-vien': 11 }) };
  expect(on('ct2', { ...data, contributions: [report('cht-duoc-gioi-thieu', 4, '2025-03-01')] })).toMatchObject({ state: 'unmet', late: true, parts: [{ value: 4, of: 11, target: 6, percent: 50, asOf: '2026-11-01' }] });
  expect(on('ct2', { ...data, contributions: [report('cht-duoc-gioi-thieu', 4, '2025-03-01'), report('cht-duoc-gioi-thieu', 2, '2026-03-01')] }).state).toBe('met');
});

test('without its denominator a ratio is no data; with nobody left to reach it is met', () => {
  expect(on('ct2', {}).state).toBe('no-data');
  expect(on('ct2', { figures: figures({ 'cht-chua-dang-vien': 0 }) }).state).toBe('met');
});

test('what waits for acceptance is provisional', () => {
  expect(on('ct3', { contributions: [report('hoat-dong-nang-cao-kien-thuc', 1, '2026-05-01', false)] }).state).toBe('provisional');
});

test('a yearly indicator begins anew each year; one of the term goes on', () => {
  const done = [report('hoat-dong-nang-cao-kien-thuc', 1, '2025-12-31'), report('tham-muu-de-xuat', 1, '2023-02-01')];
  expect(on('ct3', { contributions: done }, '2025-12-31').state).toBe('met');
  expect(on('ct3', { contributions: done }, '2026-01-01')).toMatchObject({ state: 'unmet', deadline: '2026-12-31', daysLeft: 364 });
  expect(on('ct4', { contributions: done }, '2026-01-01')).toMatchObject({ state: 'met', deadline: '2027-03-31' });
  // The last year of the term ends with it.
  expect(on('ct3', {}, '2027-02-01').deadline).toBe('2027-03-31');
});

test('a composite needs every part', () => {
  const two = [report('mo-hinh-1-1', 3, '2024-01-01'), report('mo-hinh-dac-thu', 1, '2024-01-01')];
  expect(on('ct1', { contributions: two }).state).toBe('unmet');
  expect(on('ct1', { contributions: [...two, report('mo-hinh-3-co-3-biet', 1, '2026-01-01')] }).state).toBe('met');
});

test('of a monthly figure the newest report counts alone', () => {
  const data = { figures: figures({ 'chi-hoi-truong': 10 }), contributions: [report('cht-duoc-ho-tro', 10, '2026-01-31'), report('cht-duoc-ho-tro', 6, '2026-10-31')] };
  expect(on('ct5', data)).toMatchObject({ state: 'unmet', parts: [{ value: 6, target: 9 }] });
});

test('a note of a report on paper holds for its own period', () => {
  expect(on('ct3', { notes: [{ indicator: 'ct3', deadline: '2026-12-31' }] })).toMatchObject({ state: 'unmet', noted: true });
  expect(on('ct3', { notes: [{ indicator: 'ct3', deadline: '2025-12-31' }] }).noted).toBe(false);
});

test('a level above adds numerators and denominators, and counts what was noted on paper apart', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, kind: 'xã' }));
  const status = (unit: typeof commune, reached: number, of: number) => on('ct5', { figures: figures({ 'chi-hoi-truong': of }), contributions: [report('cht-duoc-ho-tro', reached, '2026-10-01', true, unit.id)] }, '2026-11-24', unit);
  const noted = { ...status(c!, 0, 10), noted: true };
  expect(rollup(term.indicators[4]!, [status(a!, 10, 10), status(b!, 0, 30), noted])).toMatchObject({ units: 3, met: 1, unmet: 1, noted: 1, value: 10, of: 50, percent: 20 });
});

test('targets may differ by kind of unit and by unit', () => {
  const ct3 = { ...term.indicators[2]!, targets: [{ for: 'phường', target: 2 }, { for: '10525', target: 4 }] } as Term['indicators'][number];
  const target = (unit: { id: string; kind: string }) => statusOf(ct3, term, unit, { contributions: [], figures: {} }, '2026-11-24').parts[0]!.target;
  expect([target({ id: '1', kind: 'xã' }), target(commune), target({ id: '10525', kind: 'phường' })]).toEqual([1, 2, 4]);
});

test('a part of a composite may ask more of a kind of unit', () => {
  const ct1 = term.indicators[0] as Extract<Term['indicators'][number], { kind: 'composite' }>;
  const [first, ...others] = ct1.parts;
  const more = { ...ct1, parts: [{ ...first!, targets: [{ for: 'phường', target: 2 }] }, ...others] };
  const contributions = ct1.parts.map((part) => report(part.measure, 1, '2026-05-01'));
  const state = (kind: string) => statusOf(more, term, { id: '1', kind }, { contributions, figures: {} }, '2026-11-24').state;
  expect([state('xã'), state('phường')]).toEqual(['met', 'unmet']);
});

test('an earlier deadline than the last day of the period is a setting; what is done after it still counts', () => {
  const ct3 = { ...term.indicators[2]!, deadline: { day: '12-15', confirmed: true } } as Term['indicators'][number];
  const onDay = (today: string, contributions: Data['contributions'] = []) => statusOf(ct3, term, commune, { contributions, figures: {} }, today);
  expect(onDay('2026-12-10')).toMatchObject({ state: 'unmet', deadline: '2026-12-15', confirmed: true, daysLeft: 5 });
  expect(onDay('2026-12-20')).toMatchObject({ daysLeft: -5, late: false });
  expect(onDay('2026-12-20', [report('hoat-dong-nang-cao-kien-thuc', 1, '2026-12-18')]).state).toBe('met');
  // The term ends before the last year's day comes.
  expect(onDay('2027-02-01')).toMatchObject({ deadline: '2027-03-31', confirmed: false });
  const ct4 = { ...term.indicators[3]!, deadline: { day: '2027-02-28', confirmed: true } } as Term['indicators'][number];
  expect(statusOf(ct4, term, commune, { contributions: [], figures: {} }, '2026-11-24')).toMatchObject({ deadline: '2027-02-28', confirmed: true });
});

test('an indicator whose form does not feed it, or whose instructions are missing, stops the program at the start', () => {
  const feeds = new Map([['mo-hinh', new Set(['mo-hinh-1-1'])]]);
  const faults = evidenceFaults([{ ...term, indicators: term.indicators.slice(0, 2) }], feeds, new Set(['mo-hinh-1-1']));
  expect(faults.map((fault) => [fault.where, fault.what])).toEqual([
    ['ct2', 'loại hoạt động "phat-trien-dang" không góp số liệu cho chỉ tiêu này'],
    ['ct2', 'không có mục hướng dẫn "gioi-thieu-vao-dang"'],
  ]);
});

/** A second, invented term beside the shipped one. */
function withSecond(from: string, to: string, idsFrom: string, idsTo: string): string {
  const both = mkdtempSync(join(folder, 'two-'));
  cpSync(shipped, both, { recursive: true });
  const text = readFileSync(join(shipped, '2022-2027.yaml'), 'utf8');
  const second = text
    .replace('term: 2022-2027', 'term: thi-diem')
    .replace('from: { day: 2022-03-11', `from: { day: ${from}`)
    .replace('to: { day: 2027-03-31', `to: { day: ${to}`)
    .replaceAll(`id: ${idsFrom}`, `id: ${idsTo}`);
  writeFileSync(join(both, 'thi-diem.yaml'), second);
  return both;
}

test('several terms run side by side, each with its own deadlines', () => {
  const terms = loadTerms(withSecond('2026-01-01', '2026-12-31', 'ct', 'td'));
  expect(terms.map((one) => one.term)).toEqual(['2022-2027', 'thi-diem']);
  const [first, second] = terms as [Term, Term];
  const deadline = (of: Term) => statusOf(of.indicators[3]!, of, commune, { contributions: [], figures: {} }, '2026-11-24').deadline;
  expect([deadline(first), deadline(second)]).toEqual(['2027-03-31', '2026-12-31']);
});

test('two terms that run side by side may not call an indicator the same; one after the other they may', () => {
  expect(() => loadTerms(withSecond('2026-01-01', '2028-12-31', 'ct', 'ct'))).toThrow(ContentError);
  expect(loadTerms(withSecond('2027-04-01', '2032-03-31', 'ct', 'ct'))).toHaveLength(2);
});

test('what a former commune reported counts for its successor, and its newest figures only until the successor has its own', () => {
  const unit = (id: string, more: Partial<Unit>): Unit => ({ id, name: id, kind: 'xã', parentId: 'tp', from: '1900-01-01', to: null, mergedInto: null, ...more });
  const tree = unitTree([unit('tp', { kind: 'thành phố', parentId: null }), unit('cu', { to: '2025-06-30', mergedInto: 'moi' }), unit('moi', { from: '2025-07-01' })]);
  const owners = ownersOf([tree.get('moi')!], tree, '2026-11-24');
  expect([...owners]).toEqual([['moi', 'moi'], ['cu', 'moi']]);
  const old = [report('cht-duoc-ho-tro', 5, '2024-01-01', true, 'cu'), report('mo-hinh-1-1', 1, '2024-01-01', true, 'cu')];
  const latest = new Set(['cht-duoc-ho-tro']);
  expect(notReplaced(old, tree, latest)).toHaveLength(2);
  const own = report('cht-duoc-ho-tro', 9, '2026-01-01', true, 'moi');
  expect(notReplaced([...old, own], tree, latest).map((one) => one.value).toSorted((a, b) => a - b)).toEqual([1, 9]);
});
