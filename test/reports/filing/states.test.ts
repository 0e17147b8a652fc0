import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitted } from '../../../scenes/baocao-form.ts';
import { readState, type State } from '../../../scenes/baocao-state.ts';
import type { World } from '../../../scenes/world.ts';
import { forms } from './forms.ts';

const storedBy = (version: number) => JSON.parse(readFileSync(new URL(`states-v${version}.json`, import.meta.url), 'utf8')) as unknown[];
const world = { reports: { activities: forms.activities, activity: (id: string) => forms.activities.find((one) => one.id === id) } } as unknown as World;
const readOf = (version: number) => storedBy(version).map((one) => readState(version, one)).map((one) => one && fitted(one, world));
const today = readOf(1);

test('every state that an older program stored is understood', () => {
  for (const version of [1, 2]) expect(readOf(version).filter((one) => one === null)).toEqual([]);
});

test('an open question that is still asked stays open; one that is gone gives way to what is new', () => {
  expect(stepOf(today[3])).toEqual(['ask', 'dia-diem']);
  expect(stepOf(today[4])).toEqual(['ask', 'phoi-hop']);
  expect(stepOf(today[5])).toEqual(['sure', 'so-nguoi']);
});

test('a finished draft whose form has changed is asked only what is new, and keeps its photos', () => {
  expect(stepOf(today[6])).toEqual(['ask', 'phoi-hop']);
  expect(today[6]).toMatchObject({ draft: { answers: { 'so-nguoi': 85, anh: [{ hash: 'a' }] }, again: { reportId: 6, revision: null } } });
});

test('a draft whose kind is gone keeps its answers and waits for another kind', () => {
  expect(today[7]).toMatchObject({ step: 'kind', of: { kind: 'khong-con', answers: { ngay: '2026-11-20' } } });
});

test('the question about a like report is asked by the filing itself now', () => {
  expect(stepOf(today[8])[0]).toBe('summary');
});

test('what nobody can read is refused instead of guessed', () => {
  expect(readState(1, { step: 'what' })).toBeNull();
  expect(readState(2, 'x')).toBeNull();
});

const stepOf = (at: State | null | undefined) => [at?.step, at && 'at' in at ? at.at : undefined];
