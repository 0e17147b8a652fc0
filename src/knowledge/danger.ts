import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../content.ts';
import type { CardId } from './front.ts';
import { readHeard, readTellings } from './heard.ts';
import { longestAt, patterns, tally, type Patterns } from './patterns.ts';
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
  /** How often each of these tables speaks in a text. */
  tally: ReturnType<typeof tally>;
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
  const tables = {
    people: patterns(read.people),
    now: patterns(read.now),
    pleas: patterns(read.pleas),
    // What makes an alarm less likely is read strictly.
    about: patterns(read.about, 'bare'),
    staged: patterns(read.staged, 'bare'),
  };
  const byCard = mapCards(both);
  return {
    acts: byCard,
    ...tables,
    idioms: patterns(read.idioms, 'bare'),
    tally: tally([...Object.values(byCard).flatMap(({ grave, act, together }) => [grave, act, ...together.flat()]), ...Object.values(tables)]),
    tellings,
    calm,
    phrases: [...Object.values(read.acts).flatMap(({ grave, act }) => [...grave, ...act]), ...Object.values(read.groups).flat(), ...read.people, ...read.now, ...read.pleas, ...Object.values(tellings).flat(), ...calm]
      .map((phrase) => phrase.replace(/@\p{L}+/gu, '')),
  };
}

/** How often the lists of one card speak in a text. */
interface Told {
  card: CardId;
  grave: number;
  act: number;
}

const KINDS = ['people', 'now', 'pleas', 'about', 'staged'] as const;

/** What of a message speaks of danger, and how. */
export interface Signs {
  told: Told[];
  kinds: Record<(typeof KINDS)[number], boolean>;
}

export function signsIn(words: readonly Token[], danger: Danger): Signs {
  const seen = danger.tally(withoutIdioms(words, danger.idioms));
  const count = (table: Patterns): number => seen.get(table) ?? 0;
  const told = (['suicide', 'trafficking', 'child', 'violence'] as const).map((card) => {
    const { grave, act, together } = danger.acts[card];
    const joined = together.filter((groups) => groups.every((group) => seen.has(group))).length;
    return { card, grave: count(grave) + joined, act: count(act) };
  });
  const kinds = { people: false, now: false, pleas: false, about: false, staged: false };
  for (const kind of KINDS) kinds[kind] = seen.has(danger[kind]);
  return { told, kinds };
}

/**
 * Which safety card a message calls for, or null. A grave word alone is enough unless the message asks about the law, a
 * campaign, figures or papers; then only a sign that it happens now counts. Doubt is decided for the person in danger.
 */
export function cardOf({ told, kinds }: Signs): CardId | null {
  const calling = told.filter((one) => calls(one, kinds));
  const worst = calling.toSorted((a, b) => weightOf(b) - weightOf(a))[0]?.card ?? null;
  // A child who is beaten is told of in the words for any beating, but is helped by others.
  return worst === 'violence' && calling.some(({ card, grave }) => card === 'child' && grave > 0) ? 'child' : worst;
}

/** The same as terms for the learnt part: the message's words, its pairs of words, and what the lists say. */
export function termsOf(words: readonly Token[], { told, kinds }: Signs): string[] {
  const terms = new Set<string>();
  words.forEach((word, at) => {
    terms.add(word.f);
    if (word.key !== word.f) terms.add(word.key);
    const next = words[at + 1];
    if (next) terms.add(`${word.f}_${next.f}`);
  });
  for (const { card, grave, act } of told) {
    if (grave > 0) terms.add('#grave').add(`#grave-${card}`);
    if (act > 0) terms.add('#act').add(`#act-${card}`);
  }
  for (const kind of KINDS) if (kinds[kind]) terms.add(`#${kind}`);
  return [...terms];
}

const weightOf = ({ grave, act }: Told): number => grave * 2 + act;

function calls({ grave, act }: Told, { people, now, pleas, about, staged }: Signs['kinds']): boolean {
  const lawful = about || staged;
  const happening = now && !staged;
  if (grave > 0) return !lawful || happening;
  if (act === 0) return false;
  return lawful ? happening && people : happening || (people && pleas);
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
