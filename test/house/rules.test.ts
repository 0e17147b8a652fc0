import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fluentWords } from '../../src/words.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
const code = [...files('src'), ...files('scenes')];
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const imports = (file: string): string[] => [...text(file).matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gm)].map((found) => found[1]!);
const targets = (file: string): string[] => imports(file).filter((name) => name.startsWith('.')).map((name) => relative(root, join(root, file, '..', name)));

function offenders(from: (file: string) => boolean, bad: (target: string) => boolean): string[] {
  return code.filter(from).flatMap((file) => [...targets(file), ...imports(file)].filter(bad).map((target) => `${file} → ${target}`));
}

test('the conversation knows no channel, store or subject', () => {
  expect(offenders((file) => file.startsWith('src/conversation/'), (target) => /^(src\/(channels|store|org|knowledge|reports|indicators|reminders|documents|ops|cli)|scenes)\//.test(target))).toEqual([]);
});
test('channels know the conversation only', () => {
  expect(offenders((file) => file.startsWith('src/channels/'), (target) => /^(src\/(store|org|knowledge|reports|indicators|reminders|documents|cli)|scenes)\//.test(target))).toEqual([]);
});
test('only the Telegram channel imports grammY, only stores import drivers, one file imports Fluent', () => {
  expect(offenders((file) => !file.startsWith('src/channels/telegram/'), (target) => target.startsWith('grammy') || target.startsWith('@grammyjs'))).toEqual([]);
  expect(offenders((file) => !file.startsWith('src/store/'), (target) => ['pg', 'ioredis', '@electric-sql/pglite'].includes(target))).toEqual([]);
  expect(code.filter((file) => imports(file).includes('@fluent/bundle'))).toEqual(['src/words.ts']);
});
test('nobody knows the composition root', () => {
  expect(offenders((file) => !/^src\/(main|program|setup|cli)/.test(file), (target) => /^src\/(main|program|setup)\.ts$/.test(target))).toEqual([]);
});
test('every sentence that the code names is in the locales', () => {
  const { keys } = fluentWords(join(root, 'locales/vi'));
  const named = code.filter((file) => /^(scenes|src.(conversation|documents))/.test(file)).flatMap((file) => [...text(file).matchAll(/\bsay\('([\w-]+)'/g)].map((found) => found[1]!));
  expect(named.filter((key) => !keys.has(key))).toEqual([]);
  expect(named.length).toBeGreaterThan(100);
});
