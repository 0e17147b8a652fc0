import { phraseOf, type Token } from './phrases.ts';
import { tonelessOf } from './syllable.ts';

/** How far a typed word may be from a listed one. `tone`: a wrong tone is forgiven. `bare`: only missing marks are. */
export type Forgiving = 'tone' | 'bare' | 'nothing';

type Piece = { folded: string[]; keys: string[] } | { group: Patterns };

/** A phrase of pieces; between two parts up to five other words may stand. */
interface Pattern {
  parts: Piece[][];
  forgiving: Forgiving;
}

/** Patterns by the folded syllables they can begin with. */
export type Patterns = Map<string, Pattern[]>;

const MOST_BETWEEN = 5;

/**
 * Reads phrases: "…" leaves room for other words, "@name" is any phrase of that group, "=" at the front wants right
 * tones where marks are typed, "!" wants the marks themselves.
 */
export function patterns(phrases: readonly string[], usual: Forgiving = 'tone', groups: ReadonlyMap<string, Patterns> = new Map()): Patterns {
  const table: Patterns = new Map();
  for (const phrase of phrases) {
    const parts = phrase.split('…').map((part) => piecesOf(part, groups));
    const forgiving = phrase.startsWith('!') ? 'nothing' : phrase.startsWith('=') ? 'bare' : usual;
    const first = parts[0]?.[0];
    for (const begin of first ? ('group' in first ? first.group.keys() : first.folded.slice(0, 1)) : []) {
      const known = table.get(begin);
      if (known) known.push({ parts, forgiving });
      else table.set(begin, [{ parts, forgiving }]);
    }
  }
  return table;
}

function piecesOf(part: string, groups: ReadonlyMap<string, Patterns>): Piece[] {
  return part
    .split(/(@[\p{L}]+)/u)
    .filter((piece) => phraseOf(piece).folded.length > 0)
    .map((piece) => {
      const group = piece.startsWith('@') ? groups.get(piece.slice(1)) : undefined;
      return group ? { group } : phraseOf(piece);
    });
}

/** Where the longest pattern that begins at `at` ends, or `at` if none does. */
export function longestAt(tokens: readonly Token[], at: number, table: Patterns): number {
  const first = tokens[at];
  let end = at;
  for (const pattern of first ? (table.get(first.f) ?? []) : []) end = Math.max(end, endOf(tokens, at, pattern));
  return end;
}

/** At how many places of a text a pattern of each table begins; tables that none begins of are left out. */
export function tally(tables: readonly Patterns[]): (tokens: readonly Token[]) => ReadonlyMap<Patterns, number> {
  // Most syllables begin a pattern of few tables, and many of none.
  const beginning = new Map<string, Patterns[]>();
  for (const table of new Set(tables)) for (const begin of table.keys()) beginning.set(begin, [...(beginning.get(begin) ?? []), table]);
  return (tokens) => {
    const seen = new Map<Patterns, number>();
    for (let at = 0; at < tokens.length; at += 1) {
      for (const table of beginning.get(tokens[at]!.f) ?? []) if (beginsAt(tokens, at, table)) seen.set(table, (seen.get(table) ?? 0) + 1);
    }
    return seen;
  };
}

/** Whether any pattern begins at `at`: nothing more is looked at once one does. */
function beginsAt(tokens: readonly Token[], at: number, table: Patterns): boolean {
  const likely = table.get(tokens[at]!.f);
  if (!likely) return false;
  for (const pattern of likely) if (endOf(tokens, at, pattern) > at) return true;
  return false;
}

function endOf(tokens: readonly Token[], at: number, { parts, forgiving }: Pattern): number {
  let from = at;
  for (let nth = 0; nth < parts.length; nth += 1) {
    const reach = nth === 0 ? 0 : MOST_BETWEEN;
    let end = -1;
    for (let skip = 0; skip <= reach && end < 0; skip += 1) end = partEnd(tokens, from + skip, parts[nth]!, forgiving);
    if (end < 0) return at;
    from = end;
  }
  return from;
}

function partEnd(tokens: readonly Token[], at: number, part: readonly Piece[], forgiving: Forgiving): number {
  let from = at;
  for (const piece of part) {
    const end = 'group' in piece ? longestAt(tokens, from, piece.group) : wordsEnd(tokens, from, piece, forgiving);
    if (end <= from) return -1;
    from = end;
  }
  return from;
}

function wordsEnd(tokens: readonly Token[], at: number, { folded, keys }: { folded: string[]; keys: string[] }, forgiving: Forgiving): number {
  for (let nth = 0; nth < folded.length; nth += 1) if (!isWord(tokens[at + nth], folded[nth]!, keys[nth]!, forgiving)) return at;
  return at + folded.length;
}

/** "danh" typed with other marks than "đánh" is another word; how much else is forgiven depends on the phrase. */
function isWord(token: Token | undefined, f: string, key: string, forgiving: Forgiving): boolean {
  if (token?.f !== f) return false;
  if (token.key === key) return true;
  if (forgiving === 'nothing') return false;
  return token.key === f || (forgiving === 'tone' && tonelessOf(token.key) === tonelessOf(key));
}
