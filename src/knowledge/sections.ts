import type { SectionId } from './entry.ts';
import type { Lexicon } from './lexicon.ts';
import { phrasesIn, type Token } from './phrases.ts';

/** Sections that a question's words point to, surest first: more cues, then longer ones, win. */
export function sectionsAsked(tokens: readonly Token[], lexicon: Lexicon): SectionId[] {
  const worth = new Map<SectionId, number>();
  for (const { phrase } of phrasesIn(lexicon.sections, tokens, 'strict')) {
    worth.set(phrase.value, (worth.get(phrase.value) ?? 0) + phrase.folded.length + BIAS[phrase.value]);
  }
  return [...worth].toSorted((a, b) => b[1] - a[1]).map(([id]) => id);
}

/** "hồ sơ làm thế nào" is about the papers: a telling part wins over the one that every question could mean. */
const BIAS: Record<SectionId, number> = {
  'tham-quyen': 2,
  'ho-so': 2,
  'thoi-han': 1,
  'dieu-kien': 1,
  'so-lieu': 0,
  quyen: 0.5,
  'quan-ly': 0.5,
  'luu-y': 0,
  'quy-trinh': 0,
  'noi-dung': -0.5,
};
