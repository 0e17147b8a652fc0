import { remembered } from '../../remembered.ts';
import { fold } from '../../vietnamese/fold.ts';
import { looksLikeQuestion } from './question.ts';
import { belowThousand } from './below-thousand.ts';
import { read, refuse, type Reading } from './reading.ts';
import { courtesy, lexicon, phrases, skip, tokensOf, type Token } from './tokens.ts';
import { isTypoOf } from './typo.ts';

export interface Option {
  id: string;
  label: string;
  /** Other words for it. */
  also?: string[];
}

const LEAD = phrases(['số', 'thứ', 'câu', 'cái', 'mục', 'ý', 'ô', 'nút', 'dòng', 'lựa chọn', 'phương án', 'chọn', 'chọn số', 'em chọn', 'chị chọn', 'lấy', 'bấm', 'loại', 'cái số', 'cái thứ', 'thứ tự', 'đáp án']);
const PLACES = lexicon({ nhất: 1, 'đầu tiên': 1, đầu: 1, 'trên cùng': 1, nhì: 2, tư: 4, cuối: -1, 'cuối cùng': -1, 'dưới cùng': -1, chót: -1 });
const AFTER = phrases([')', '.', ',', 'đi', 'rồi', 'nhé', 'cơ', '-']);

/**
 * A choice by its number ("2", "số 2", "cái thứ hai"), its words, part of them, or with a slip of the finger; asked back
 * when little points to it. `ambiguous` gives the ids that fit equally well. A "không" in the label must be said too.
 */
export function readChoice(text: string, options: Option[]): Reading<string> {
  const named = options.map(({ id, label, also = [] }) => ({ id, names: [label, ...also].map(plainLabel), parts: [label, ...also].flatMap(plainParts) }));
  const said = plain(text);
  const exact = only(named.filter(({ names }) => names.some((name) => name === said)), text, options);
  if (exact) return exact;
  const number = placeOf(tokensOf(text.replace(/[\ufe0f\u20e3]/g, '')), options.length);
  const option = number === null ? undefined : options.at(number);
  if (option) return wordIn(named, said) ? refuse<string>('ambiguous', [option.id, ...ids(named.filter(({ names }) => names.some((name) => holds(name, said))))]) : read(option.id);
  if (said.length < 2 || /^[\d ]+$/.test(said) || looksLikeQuestion(text)) return refuse('not-a-choice');
  return byWords(named, said, text, options);
}

/** An option's folded names, and the parts that commas make of them. */
type Named = { id: string; names: string[]; parts: string[] };
const ids = (named: Named[]): string[] => named.map(({ id }) => id);

/** Folded words without the politeness around them. */
function plain(text: string): string {
  const tokens = tokensOf(text);
  const start = skip(tokens, 0, courtesy, LEAD);
  const end = tokens.findLastIndex((_, at) => !courtesy(tokens, at) && !AFTER(tokens, at)) + 1;
  const kept = tokens.slice(start < end ? start : 0, end).map((token) => token.folded).join(' ');
  return fold(kept) || fold(text);
}

const plainLabel = remembered(plain);
const plainParts = remembered((label) => label.split(/[,;/]/).map(plain));

/** "hai" without marks may be the number or the "Hải" of a label. */
const wordIn = (named: Named[], said: string): boolean => /^[a-z]+$/.test(said) && named.some(({ names }) => names.some((name) => holds(name, said)));

const holds = (name: string, part: string): boolean => ` ${name} `.includes(` ${part} `);

/** Index of the option that a number points to; out of range is none. */
function placeOf(tokens: Token[], count: number): number | null {
  const start = skip(tokens, 0, courtesy, LEAD);
  const place = PLACES(tokens, start);
  const number = place ? null : belowThousand(tokens, start);
  const next = place?.next ?? number?.next;
  if (next === undefined || skip(tokens, next, courtesy, AFTER) < tokens.length) return null;
  const value = place?.value ?? number!.value.value;
  return value === -1 ? count - 1 : value >= 1 && value <= count ? value - 1 : null;
}

const NOT = /(?<!\d )\b(?:khong|ko|k|chua|chang|dung)\b/;
/** "đúng" and "đừng" fold alike; only "dung" before a verb would deny, which no label does. */
const denies = (words: string): boolean => NOT.test(words.replace(/\bdung\b/g, ''));

/** How many words more than a label may be said around it. */
const FEW = 3;

function byWords(named: Named[], said: string, text: string, options: Option[]): Reading<string> {
  const fits = (test: (name: string) => boolean): Named[] => named.filter(({ names }) => names.some((name) => denies(name) === denies(said) && test(name)));
  const length = (words: string): number => words.split(' ').length;
  const inside = fits((name) => name.length > 2 && holds(said, name) && length(said) - length(name) <= FEW);
  const longest = Math.max(0, ...inside.flatMap(({ names }) => names.filter((name) => holds(said, name)).map((name) => name.length)));
  const steps: { found: Named[]; sure: boolean }[] = [
    { found: named.filter(({ names, parts }) => [...names, ...parts].some((name) => denies(name) === denies(said) && `${name} `.startsWith(`${said} `))), sure: true },
    { found: inside.filter(({ names }) => names.some((name) => name.length === longest && holds(said, name))), sure: false },
    { found: fits((name) => holds(name, said)), sure: true },
    { found: fits((name) => /...[a-z]$/.test(said) && ` ${name}`.includes(` ${said}`)), sure: true },
    { found: fits((name) => length(said) > 1 && said.split(' ').every((word) => /..|\d/.test(word) && holds(name, word))), sure: true },
    { found: fits((name) => isTypoOf(said, name)), sure: false },
  ];
  const step = steps.find(({ found }) => found.length > 0);
  return (step && only(step.found, text, options, step.sure)) ?? refuse('not-a-choice');
}

/** The one that fits; of several the one whose marks were typed too. */
function only(found: Named[], text: string, options: Option[], sure = true): Reading<string> | null {
  const [first, second] = found;
  if (!first) return null;
  if (!second) return read(first.id, sure);
  const marked = text.normalize('NFC').toLowerCase().trim();
  const same = options.filter((option) => found.some(({ id }) => id === option.id) && [option.label, ...(option.also ?? [])].some((words) => words.normalize('NFC').toLowerCase().includes(marked)));
  return same.length === 1 ? read(same[0]!.id, sure) : refuse<string>('ambiguous', ids(found));
}
