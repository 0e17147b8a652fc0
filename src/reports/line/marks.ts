import { oncePer } from '../../collections.ts';
import { lexicon } from '../../conversation/index.ts';
import { unmark } from '../../vietnamese/fold.ts';
import type { Forms } from '../activities.ts';
import { all, phraseOf } from './spans.ts';

/** Words of one syllable are many words without their marks; before a number they are places ("to 5", "ngo 12"). */
const ONE = /^\p{L}+$/u;

/** What reports are written with: the words listed for it, partners, places, what abbreviations stand for, and the forms' own words. */
const knownWords = oncePer(({ marked, short, partners, places, activities }: Forms) => {
  const suggested = activities.flatMap(({ questions }) => questions.flatMap((question) => (question.type === 'text' ? question.suggest : [])));
  const words = [...marked, ...partners, ...places, ...Object.values(short), ...suggested].map((one) => (unmark(one) === one.toLowerCase() ? '' : phraseOf(one)));
  return lexicon(Object.fromEntries(words.filter((one) => one !== '').map((one) => [one, one] as const)));
});

/**
 * Typed without any marks ("nha van hoa to 5"), words that are known get theirs back; all else stays as she wrote it. What
 * has marks anywhere is left alone.
 */
export function withMarks(text: string, forms: Forms): string {
  if (unmark(text) !== text.toLowerCase()) return text;
  const found = all(text, knownWords(forms)).filter(({ value, to }) => !ONE.test(value) || /^\s*\d/.test(text.slice(to)));
  return found.reduceRight((line, { from, to, value }) => line.slice(0, from) + asWritten(line.slice(from, to), value) + line.slice(to), text);
}

/** The marked words, with the capitals and signs between them as they were typed. */
function asWritten(typed: string, marked: string): string {
  const words = marked.split(' ').filter((word) => /\p{L}/u.test(word));
  let at = 0;
  return typed.replace(/\p{L}+/gu, (word) => {
    const known = words[at++] ?? word;
    return word[0] === word[0]!.toUpperCase() ? known[0]!.toLocaleUpperCase('vi') + known.slice(1) : known;
  });
}
