import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../content.ts';
import type { CardId } from './front.ts';
import { readHeard, readTellings } from './heard.ts';
import { beginsAt, longestAt, patterns, type Patterns } from './patterns.ts';
import type { Token } from './phrases.ts';

const list = z.array(z.string('cần chữ').min(1, 'không được để trống'), 'cần danh sách');
const acts = z.strictObject({ grave: list, act: list });
const sets = z.array(list.min(2, 'cần ít nhất hai nhóm'), 'cần danh sách').default([]);
const shape = z
  .strictObject({
    acts: z.strictObject({ violence: acts, child: acts, trafficking: acts, suicide: acts }),
    groups: z.record(z.string(), list),
    together: z.strictObject({ violence: sets, child: sets, trafficking: sets, suicide: sets }),
    people: list,
    now: list,
    pleas: list,
    about: list,
    staged: list,
    idioms: list,
    tellings: z.strictObject({ violence: list, child: list, trafficking: list, suicide: list }),
    calm: list,
  })
  .superRefine(({ acts, groups, together }, context) => {
    const named = [...Object.values(acts).flatMap(({ grave, act }) => [...grave, ...act].flatMap((phrase) => phrase.match(/@\p{L}+/gu) ?? [])), ...Object.values(together).flat(2).map((name) => `@${name}`)];
    for (const name of new Set(named)) if (!(name.slice(1) in groups)) context.addIssue({ code: 'custom', path: ['groups'], message: `không có nhóm ${name}` });
  });

/** Words of danger from content/danger.yaml. */
export interface Danger {
  acts: Record<CardId, { grave: Patterns; act: Patterns; together: Patterns[][] }>;
  people: Patterns;
  now: Patterns;
  pleas: Patterns;
  about: Patterns;
  /** A film, a play, a news story: told as of today, yet nobody is in danger by it. */
  staged: Patterns;
  idioms: Patterns;
  /** How people tell of it, by card; and what only sounds so. */
  tellings: Record<CardId, string[]>;
  calm: string[];
  /** Every phrase of the file, for the vocabulary: a misspelt cry for help must not be mended into something else. */
  phrases: string[];
}

const mapCards = <T>(of: (card: CardId) => T): Record<CardId, T> => ({ violence: of('violence'), child: of('child'), trafficking: of('trafficking'), suicide: of('suicide') });

/** Reads `dir`/danger.yaml and the tellings beside it. Throws ContentError with every fault. */
export function loadDanger(dir: string): Danger {
  const read = readYaml(join(dir, 'danger.yaml'), shape);
  const told = readTellings(dir);
  const tellings = mapCards((card) => [...read.tellings[card], ...told[card]]);
  const calm = [...read.calm, ...readHeard(dir, 'calm')];
  const groups = new Map(Object.entries(read.groups).map(([name, words]) => [name, patterns(words, 'bare')]));
  const both = (card: CardId) => ({
    grave: patterns(read.acts[card].grave, 'tone', groups),
    act: patterns(read.acts[card].act, 'tone', groups),
    together: read.together[card].map((names) => names.map((name) => groups.get(name)!)),
  });
  return {
    acts: mapCards(both),
    people: patterns(read.people),
    now: patterns(read.now),
    pleas: patterns(read.pleas),
    // What makes an alarm less likely is read strictly.
    about: patterns(read.about, 'bare'),
    staged: patterns(read.staged, 'bare'),
    idioms: patterns(read.idioms, 'bare'),
    tellings,
    calm,
    phrases: [...Object.values(read.acts).flatMap(({ grave, act }) => [...grave, ...act]), ...Object.values(read.groups).flat(), ...read.people, ...read.now, ...read.pleas, ...Object.values(tellings).flat(), ...calm]
      .map((phrase) => phrase.replace(/@\p{L}+/gu, '')),
  };
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
  const staged = has(tokens, danger.staged);
  const about = staged || has(tokens, danger.about);
  const now = !staged && has(tokens, danger.now);
  const someone = has(tokens, danger.people);
  const plea = has(tokens, danger.pleas);
  const cards = (['suicide', 'trafficking', 'child', 'violence'] as const)
    .map((card) => ({ card, signs: signsOf(tokens, danger.acts[card]) }))
    .filter(({ signs }) => calls(signs, { about, now, someone, plea }));
  const worst = cards.toSorted((a, b) => weightOf(b.signs) - weightOf(a.signs))[0]?.card ?? null;
  // A child who is beaten is told of in the words for any beating, but is helped by others.
  return worst === 'violence' && cards.some(({ card, signs }) => card === 'child' && signs.grave > 0) ? 'child' : worst;
}

/** All that a message shows, as signs for the learnt part: its words, its pairs of words, and what the lists say. */
export function dangerSigns(words: readonly Token[], danger: Danger): string[] {
  const tokens = withoutIdioms(words, danger.idioms);
  const signs = new Set<string>();
  words.forEach((word, at) => {
    signs.add(word.f);
    if (word.key !== word.f) signs.add(word.key);
    const next = words[at + 1];
    if (next) signs.add(`${word.f}_${next.f}`);
  });
  for (const card of ['suicide', 'trafficking', 'child', 'violence'] as const) {
    const { grave, act } = signsOf(tokens, danger.acts[card]);
    if (grave > 0) signs.add(`#grave`).add(`#grave-${card}`);
    if (act > 0) signs.add(`#act`).add(`#act-${card}`);
  }
  for (const kind of ['people', 'now', 'pleas', 'about', 'staged'] as const) if (has(tokens, danger[kind])) signs.add(`#${kind}`);
  return [...signs];
}

function signsOf(tokens: readonly Token[], { grave, act, together }: Danger['acts'][CardId]): Signs {
  const joined = together.filter((groups) => groups.every((group) => has(tokens, group))).length;
  return { grave: count(tokens, grave) + joined, act: count(tokens, act) };
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

const has = (tokens: readonly Token[], table: Patterns): boolean => tokens.some((_, at) => beginsAt(tokens, at, table));

function count(tokens: readonly Token[], table: Patterns): number {
  return tokens.reduce((sum, _, at) => sum + (beginsAt(tokens, at, table) ? 1 : 0), 0);
}
