import type { Entry, SectionId } from './entry.ts';
import type { Lexicon } from './lexicon.ts';
import { phrasesIn, type Token } from './phrases.ts';

/** Sections that a question's words point to, surest first: more cues, then longer ones, win. */
export function cuesIn(tokens: readonly Token[], lexicon: Lexicon): SectionId[] {
  const worth = new Map<SectionId, number>();
  for (const { phrase } of phrasesIn(lexicon.sections, tokens, 'strict')) {
    worth.set(phrase.value, (worth.get(phrase.value) ?? 0) + phrase.folded.length + BIAS[phrase.value]);
  }
  return [...worth].toSorted((a, b) => b[1] - a[1]).map(([id]) => id);
}

/** Where an entry without the part asked for tells of it, if it does. */
const KIN: Partial<Record<SectionId, SectionId[]>> = {
  'so-lieu': ['noi-dung'],
  'tham-quyen': ['quy-trinh'],
  'ho-so': ['quy-trinh'],
  'thoi-han': ['quy-trinh'],
  'dieu-kien': ['noi-dung'],
  quyen: ['noi-dung'],
};

/** The section that answers for the part asked about; null when nothing was asked for, or the entry tells nothing of it. */
export function sectionFor({ sections }: Entry, asked: SectionId | null): SectionId | null {
  if (asked === null) return null;
  return [asked, ...(KIN[asked] ?? [])].find((part) => sections.some(({ id }) => id === part)) ?? null;
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
