import { isSyllable, undoTelex } from './syllable.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST = 9;

/**
 * Splits letters run together ("hoiviendanhdu") into known syllables, the likeliest way. Left-over Telex inside is
 * undone. Null when some part is no known syllable.
 */
export function split(word: string, vocabulary: Vocabulary, most = 60): string[] | null {
  if (word.length < 4 || word.length > most) return null;
  type Way = { cost: number; last: string; parts: string[] };
  const best: (Way | undefined)[] = [{ cost: 0, last: '', parts: [] }];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
      const before = best[start];
      if (!before) continue;
      const piece = reading(word.slice(start, end), vocabulary);
      if (!piece) continue;
      const cost = before.cost + piece.cost - (before.last && vocabulary.pair(before.last, piece.syllable) > 0 ? 5 : 0);
      const known = best[end];
      if (!known || cost < known.cost) best[end] = { cost, last: piece.syllable, parts: [...before.parts, piece.syllable] };
    }
  }
  const parts = best[word.length]?.parts;
  return parts && parts.length > 1 ? parts : null;
}

function reading(piece: string, vocabulary: Vocabulary): { syllable: string; cost: number } | null {
  if (/^\d+$/.test(piece)) return { syllable: piece, cost: 6 };
  const seen = vocabulary.count(piece);
  if (seen > 0 && isSyllable(piece)) return { syllable: piece, cost: 10 - Math.log(1 + seen) + (piece.length === 1 ? 4 : 0) };
  const undone = undoTelex(piece);
  if (undone && vocabulary.count(undone) > 0) return { syllable: undone, cost: 12 - Math.log(1 + vocabulary.count(undone)) };
  if (piece.length > 1 && isSyllable(piece)) return { syllable: piece, cost: 16 };
  return null;
}

/**
 * The known syllable one slip away from `word` (a letter too many, missing, wrong, or two swapped) that best fits its
 * neighbours. Null when nothing is near, or nothing but chance speaks for it.
 */
export function mend(word: string, left: string | null, right: string | null, vocabulary: Vocabulary): string | null {
  let best: { syllable: string; worth: number } | null = null;
  for (const syllable of vocabulary.slips(word)) {
    const pairs = (left ? vocabulary.pair(left, syllable) : 0) + (right ? vocabulary.pair(syllable, right) : 0);
    const worth = Math.min(pairs, 20) * 4 + Math.log(1 + vocabulary.count(syllable)) + (syllable[0] === word[0] ? 1 : 0);
    // Short words have many neighbours: without support from the next word it would be a guess.
    if (pairs === 0 && word.length < 4) continue;
    if (!best || worth > best.worth) best = { syllable, worth };
  }
  return best?.syllable ?? null;
}

/** Onsets that one accent of the north or south says alike, so people write one for the other. */
const ALIKE = [
  ['s', 'x'],
  ['ch', 'tr'],
  ['l', 'n'],
  ['d', 'gi'],
  ['d', 'r'],
  ['gi', 'r'],
] as const;

/** Other spellings of a syllable that sounds the same to its writer: "xinh" for "sinh", "qui" for "quy". */
export function soundsLike(syllable: string): string[] {
  const found: string[] = [];
  for (const pair of ALIKE) {
    for (const [from, to] of [pair, [pair[1], pair[0]] as const]) {
      if (syllable.startsWith(from) && isSyllable(to + syllable.slice(from.length))) found.push(to + syllable.slice(from.length));
    }
  }
  // "kỉ/kỷ", "quí/quý", but not "hai/hay".
  if (/^(?:qu|[hklmst])[iy]$/.test(syllable)) found.push(syllable.slice(0, -1) + (syllable.endsWith('y') ? 'i' : 'y'));
  return found.filter(isSyllable);
}
