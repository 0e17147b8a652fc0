import { remembered } from '../remembered.ts';

/** Text as it is stored: composed Unicode, no invisible characters, no space at either end. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim();
}

/**
 * Text as it is compared: lower case, no marks, `đ` as `d`, punctuation and runs of space as one space.
 * Never stored and never shown. Tone placement (hòa, hoà) and composed or decomposed letters all fold alike.
 */
export function fold(text: string): string {
  return unmark(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Lower case without marks, punctuation kept: for readers that need "1,5" or "20/11". */
export function unmark(text: string): string {
  let bare = '';
  for (const letter of text.toLowerCase()) bare += letter < '\x80' ? letter : bareOf(letter);
  return bare;
}

/** A letter without its marks: readers ask it for every letter of every word. */
const bareOf = remembered((letter) => letter.normalize('NFD').replace(/\p{M}+/gu, '').replace('đ', 'd'));

/** A short id from words: "Điều kiện" → "dieu-kien". */
export function slug(text: string): string {
  return fold(text).replace(/ /g, '-');
}
