import { expect, test } from 'vitest';
import { png } from '../../src/documents/picture/png.ts';
import { letters, paragraph, sheet, stack } from '../../src/documents/picture/svg.ts';

const vowels = Array.from('aăâeêioôơuưy').flatMap((vowel) => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')));
const alphabet = [...vowels, 'đ', 'Đ', ...vowels.map((one) => one.toLocaleUpperCase('vi'))];

/** What one letter looks like. */
const drawn = (letter: string): string => png(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="100">${letters(20, 70, letter, { size: 50 })}</svg>`).toString('base64');

test('the font draws every Vietnamese letter, each unlike the others', () => {
  const empty = drawn(' ');
  const seen = new Map<string, string>();
  for (const letter of alphabet) {
    const picture = drawn(letter);
    expect(picture, letter).not.toBe(empty);
    expect(seen.get(picture), `${letter} looks like another letter`).toBeUndefined();
    seen.set(picture, letter);
  }
  expect(seen.size).toBe(146);
});

test('long words are wrapped, and what a person wrote cannot break the picture', () => {
  const piece = paragraph('Chi hội phụ nữ <tổ dân phố> & "khu chung cư" số một phường An Biên thành phố Hải Phòng', { size: 50, bold: true });
  expect(piece.height).toBeGreaterThan(100);
  expect(() => png(sheet(stack([piece, piece], 10)))).not.toThrow();
});
