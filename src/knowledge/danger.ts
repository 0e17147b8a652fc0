import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../content.ts';
import type { CardId } from './front.ts';
import { tonelessOf } from './syllable.ts';
import { phraseOf, type Token } from './phrases.ts';

const list = z.array(z.string('cần chữ').min(1, 'không được để trống'), 'cần danh sách');
const acts = z.strictObject({ grave: list, act: list });
const shape = z.strictObject({
  acts: z.strictObject({ violence: acts, child: acts, trafficking: acts, suicide: acts }),
  people: list,
  now: list,
  pleas: list,
  about: list,
  idioms: list,
});

/** How far a typed word may be from a listed one. `tone`: a wrong tone is forgiven. `bare`: only missing marks are. */
type Forgiving = 'tone' | 'bare' | 'nothing';

/** A phrase that may have up to four words between its parts. */
interface Pattern {
  parts: { folded: string[]; keys: string[] }[];
  forgiving: Forgiving;
}
type Patterns = Map<string, Pattern[]>;

/** Words of danger from content/danger.yaml. */
export interface Danger {
  acts: Record<CardId, { grave: Patterns; act: Patterns }>;
  people: Patterns;
  now: Patterns;
  pleas: Patterns;
  about: Patterns;
  idioms: Patterns;
}

const MOST_BETWEEN = 4;

/** Reads `dir`/danger.yaml. Throws ContentError with every fault. */
export function loadDanger(dir: string): Danger {
  const read = readYaml(join(dir, 'danger.yaml'), shape);
  const both = (card: CardId) => ({ grave: patterns(read.acts[card].grave), act: patterns(read.acts[card].act) });
  return {
    acts: { violence: both('violence'), child: both('child'), trafficking: both('trafficking'), suicide: both('suicide') },
    people: patterns(read.people),
    now: patterns(read.now),
    pleas: patterns(read.pleas),
    // What makes an alarm less likely is read strictly.
    about: patterns(read.about, 'bare'),
    idioms: patterns(read.idioms, 'bare'),
  };
}

function patterns(phrases: string[], usual: Forgiving = 'tone'): Patterns {
  const table: Patterns = new Map();
  for (const phrase of phrases) {
    const parts = phrase.split('…').map(phraseOf);
    const forgiving = phrase.startsWith('!') ? 'nothing' : phrase.startsWith('=') ? 'bare' : usual;
    const first = parts[0]?.folded[0];
    if (first !== undefined) table.set(first, [...(table.get(first) ?? []), { parts, forgiving }]);
  }
  return table;
}

/** What of a text speaks of danger, and how. */
interface Signs {
  grave: number;
  act: number;
}

/**
 * Which safety card a message calls for, or null. A grave word alone is enough unless the message asks about the law, a
 * campaign, figures or papers; then only a sign that it happens now counts. Doubt is decided for the person in danger.
 */
export function dangerIn(words: readonly Token[], danger: Danger): CardId | null {
  const tokens = withoutIdioms(words, danger.idioms);
  const about = has(tokens, danger.about);
  const now = has(tokens, danger.now);
  const someone = has(tokens, danger.people);
  const plea = has(tokens, danger.pleas);
  const cards = (['suicide', 'trafficking', 'child', 'violence'] as const)
    .map((card) => ({ card, signs: { grave: count(tokens, danger.acts[card].grave), act: count(tokens, danger.acts[card].act) } }))
    .filter(({ signs }) => calls(signs, { about, now, someone, plea }));
  const worst = cards.toSorted((a, b) => weightOf(b.signs) - weightOf(a.signs))[0];
  return worst?.card ?? null;
}

const weightOf = ({ grave, act }: Signs): number => grave * 2 + act;

function calls({ grave, act }: Signs, seen: { about: boolean; now: boolean; someone: boolean; plea: boolean }): boolean {
  if (grave > 0) return !seen.about || seen.now;
  if (act === 0) return false;
  return seen.about ? seen.now && seen.someone : seen.now || (seen.someone && seen.plea);
}

/** "đánh giá" hits nobody: its words are replaced, so that nothing matches across the gap either. */
function withoutIdioms(words: readonly Token[], idioms: Patterns): Token[] {
  const kept = [...words];
  for (let at = 0; at < kept.length; at += 1) {
    const end = longestAt(kept, at, idioms);
    for (let i = at; i < end; i += 1) kept[i] = { f: '', key: '' };
  }
  return kept;
}

const has = (tokens: readonly Token[], table: Patterns): boolean => tokens.some((_, at) => longestAt(tokens, at, table) > at);

function count(tokens: readonly Token[], table: Patterns): number {
  return tokens.reduce((sum, _, at) => sum + (longestAt(tokens, at, table) > at ? 1 : 0), 0);
}

function longestAt(tokens: readonly Token[], at: number, table: Patterns): number {
  const first = tokens[at];
  let end = at;
  for (const pattern of first ? (table.get(first.f) ?? []) : []) end = Math.max(end, endOf(tokens, at, pattern));
  return end;
}

/** Where the pattern that begins at `at` ends, or `at` if it is not there. */
function endOf(tokens: readonly Token[], at: number, { parts, forgiving }: Pattern): number {
  let from = at;
  for (const [index, part] of parts.entries()) {
    const reach = index === 0 ? 0 : MOST_BETWEEN;
    let found = -1;
    for (let skip = 0; skip <= reach && found < 0; skip += 1) if (partAt(tokens, from + skip, part, forgiving)) found = from + skip;
    if (found < 0) return at;
    from = found + part.folded.length;
  }
  return from;
}

function partAt(tokens: readonly Token[], at: number, { folded, keys }: Pattern['parts'][number], forgiving: Forgiving): boolean {
  return folded.every((f, index) => {
    const token = tokens[at + index];
    if (token?.f !== f) return false;
    const key = keys[index]!;
    if (token.key === key) return true;
    if (forgiving === 'nothing') return false;
    return token.key === f || (forgiving === 'tone' && tonelessOf(token.key) === tonelessOf(key));
  });
}
