import { remembered } from '../remembered.ts';

/**
 * Which folded syllables there are and which follow which, counted from the content and the lists of words. It decides
 * where a missing space was and what a misspelt syllable meant.
 */
export interface Vocabulary {
  /** Times a syllable was seen; 0 if never. */
  count(syllable: string): number;
  /** Times `b` followed `a`. */
  pair(a: string, b: string): number;
  /** Known syllables one slip away from `word`: a letter too many, missing, wrong, or two swapped. */
  slips(word: string): readonly string[];
  /** Initials ("gsxh") → the phrases they may stand for. */
  initials: Map<string, string[][]>;
}

export interface VocabularyBuilder {
  /** Folded syllables of one phrase, in order. */
  add(tokens: readonly string[]): void;
  addInitials(tokens: readonly string[]): void;
  done(): Vocabulary;
}

export function vocabularyBuilder(): VocabularyBuilder {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const pairs = new Map<number, number>();
  const initials = new Map<string, string[][]>();
  const idOf = (syllable: string): number => {
    const known = ids.get(syllable);
    if (known !== undefined) return known;
    ids.set(syllable, ids.size);
    counts.push(0);
    return ids.size - 1;
  };
  return {
    add(tokens) {
      let before = -1;
      for (const token of tokens) {
        const id = idOf(token);
        counts[id]! += 1;
        // Numeric keys: five thousand entries make a million pairs, and strings would double the start-up.
        if (before >= 0) {
          const key = before * 65_536 + id;
          pairs.set(key, (pairs.get(key) ?? 0) + 1);
        }
        before = id;
      }
    },
    addInitials(tokens) {
      if (tokens.length < 3) return;
      const short = tokens.map((token) => token[0]).join('');
      const known = initials.get(short) ?? [];
      if (!known.some((other) => other.join(' ') === tokens.join(' '))) initials.set(short, [...known, [...tokens]]);
    },
    done() {
      const byLength = new Map<number, string[]>();
      for (const syllable of ids.keys()) {
        if (/\d/.test(syllable)) continue;
        const own = byLength.get(syllable.length);
        if (own) own.push(syllable);
        else byLength.set(syllable.length, [syllable]);
      }
      return {
        count: (syllable) => counts[ids.get(syllable) ?? -1] ?? 0,
        pair: (a, b) => pairs.get((ids.get(a) ?? -1) * 65_536 + (ids.get(b) ?? 65_535)) ?? 0,
        slips: remembered((word) => [-1, 0, 1].flatMap((more) => byLength.get(word.length + more) ?? []).filter((syllable) => oneSlip(word, syllable))),
        initials,
      };
    },
  };
}

/** Damerau–Levenshtein distance of exactly one, without a table. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
