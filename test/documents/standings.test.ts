import { expect, test } from 'vitest';
import type { IndicatorRow } from '../../src/documents/indicator-rows.ts';
import { standingPages } from '../../src/documents/picture/standings.ts';
import { png } from '../../src/documents/picture/png.ts';
import type { UnitLine } from '../../src/documents/standings.ts';
import type { Unit } from '../../src/org/index.ts';

const city: Unit = { id: 'tp', name: 'Thành phố Thử', kind: 'thành phố', parentId: null, from: '1900-01-01', to: null, mergedInto: null };
const row = (number: number): IndicatorRow => ({ number, name: 'Chỉ tiêu', short: 'Chỉ tiêu', state: 'unmet', done: 1, of: 2, target: 2, percent: 50, targetPercent: 100, ratio: true, unit: { quote: 'đơn vị' }, missing: [], asOf: null, unknown: 0 });
const rows = (count: number): IndicatorRow[] => Array.from({ length: count }, (_, at) => row(at + 1));
const units = (count: number, states: UnitLine['states']): UnitLine[] => Array.from({ length: count }, (_, at) => ({ name: `Xã Số ${at + 1}`, states }));
const words = (text: object): string => ('key' in text ? String(text.key) : '');
const pagesOf = (indicators: number, of: UnitLine[]): string[] => standingPages({ unit: city, day: '2026-11-25', indicators: rows(indicators), units: of }, words);

test('a commune has one picture; a city has every unit once, on pictures no taller than a chat can show', () => {
  expect(pagesOf(5, [])).toHaveLength(1);
  const [, ...pages] = pagesOf(5, units(114, ['met', 'provisional', 'unmet', 'no-data', null]));
  const named = pages.flatMap((svg) => [...svg.matchAll(/Xã Số (\d+)</g)].map((found) => Number(found[1])));
  expect(named).toEqual(Array.from({ length: 114 }, (_, at) => at + 1));
  for (const svg of pages) expect(Number(/height="(\d+)"/.exec(svg)![1])).toBeLessThan(1600);
  expect(png(pages[0]!).subarray(1, 4).toString()).toBe('PNG');
});

test('a province of thousands shows those furthest behind and counts the others; many indicators still fit', () => {
  const pages = pagesOf(20, units(11_371, Array.from({ length: 20 }, () => 'unmet' as const)));
  expect(pages).toHaveLength(5);
  expect(pages.map((svg) => svg.includes('picture-standings-more'))).toEqual([false, false, false, false, true]);
  const right = [...pages[1]!.matchAll(/translate\((\d+) \d+\)"><g transform="scale/g)].map((found) => Number(found[1]));
  expect(Math.max(...right)).toBeLessThan(968);
});
