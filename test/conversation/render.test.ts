import { expect, test } from 'vitest';
import { cut } from '../../src/conversation/index.ts';

const bare = (parts: string[]): string => parts.join('').replace(/[\s*]/g, '');

test('a long text is cut at a paragraph, else a line, else a space, and nothing is lost', () => {
  const text = `${'một hai ba '.repeat(20).trim()}\n\n${'bốn năm sáu\n'.repeat(30)}`;
  const parts = cut(text, 100);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(100);
  expect(bare(parts)).toBe(bare([text]));
});

test('bold that is cut ends with its piece and begins again in the next', () => {
  const parts = cut(`đầu **${'rất quan trọng '.repeat(30)}** cuối`, 120);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.filter((part) => part.split('**').length % 2 === 0)).toEqual([]);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(120);
});

test('a word longer than a message is cut between letters', () => {
  const parts = cut('😀'.repeat(100), 51);
  expect(parts.filter((part) => /[\uD800-\uDBFF]$/.test(part))).toEqual([]);
  expect(parts.join('')).toBe('😀'.repeat(100));
});
