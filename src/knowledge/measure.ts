import { readFileSync } from 'node:fs';
import type { Answer, Asking } from './answer.ts';
import type { SectionId } from './entry.ts';

/** One question of a measured set and what should come of it. */
export interface Row {
  question: string;
  /** `not-urgent`: anything but an alarm is right. `unknown` also accepts `smalltalk` and the other way round. */
  outcome: 'answer' | 'choose' | 'unknown' | 'smalltalk' | 'urgent' | 'not-urgent';
  /** Any of these is right; none where any entry will do. */
  ids: string[];
  section: SectionId | null;
  /** The entry of the question before, for a follow-up. */
  previous: string | null;
}

type Ask = (question: string, asking: Asking) => Answer;

/** What is measured, each a share 0..1, `null` where a set has no such question. */
export const shares = ['first', 'topThree', 'section', 'refused', 'urgentRecall', 'urgentPrecision', 'followUp'] as const;
export type Share = (typeof shares)[number];

export interface Measured extends Record<Share, number | null> {
  questions: number;
  /** How many questions each share is of. */
  of: Record<Share, number>;
  /** Milliseconds. */
  p95: number;
  misses: { row: Row; got: Answer }[];
}

/** Reads test/knowledge/sets/*.tsv: one header line, then question, outcome, ids, section, style, previous. */
export function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [question = '', outcome = '', ids = '', section = '', , previous = ''] = line.split('\t');
      return { question, outcome: outcome as Row['outcome'], ids: ids.split('|').filter((id) => id !== ''), section: (section || null) as SectionId | null, previous: previous.trim() || null };
    });
}

export function measure(rows: readonly Row[], ask: Ask, now = new Date('2026-11-24T02:00:00Z')): Measured {
  const times: number[] = [];
  const done = rows.map((row) => {
    const before = performance.now();
    const got = ask(row.question, { now, ...(row.previous ? { previous: { id: row.previous, section: null } } : {}) });
    times.push(performance.now() - before);
    return { row, got };
  });
  const told = done.filter(({ row }) => row.ids.length > 0 && row.previous === null && (row.outcome === 'answer' || row.outcome === 'choose'));
  const groups: Record<Share, [Done[], (one: Done) => boolean]> = {
    first: [told, isFirst],
    topThree: [told, ({ row, got }) => (got.outcome === 'answer' || got.outcome === 'choose') && got.entries.some(({ id }) => row.ids.includes(id))],
    section: [done.filter(({ row }) => row.section !== null && row.outcome !== 'urgent'), ({ row, got }) => got.entries[0]?.section === row.section],
    refused: [done.filter(({ row }) => row.outcome === 'unknown' || row.outcome === 'smalltalk'), isRefused],
    urgentRecall: [done.filter(({ row }) => row.outcome === 'urgent'), ({ got }) => got.outcome === 'urgent'],
    urgentPrecision: [done.filter(({ got }) => got.outcome === 'urgent'), ({ row }) => row.outcome === 'urgent'],
    followUp: [done.filter(({ row }) => row.previous !== null), isFirst],
  };
  const each = <T>(of: (share: Share) => T): Record<Share, T> => Object.fromEntries(shares.map((one) => [one, of(one)])) as Record<Share, T>;
  return {
    questions: rows.length,
    ...each((one) => share(...groups[one])),
    of: each((one) => groups[one][0].length),
    p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0,
    misses: done.filter((one) => !isRight(one)),
  };
}

interface Done {
  row: Row;
  got: Answer;
}

const isFirst = ({ row, got }: Done): boolean => (got.outcome === 'answer' || got.outcome === 'choose') && row.ids.includes(got.entries[0]?.id ?? '');
const isRefused = ({ got }: Done): boolean => got.outcome === 'unknown' || got.outcome === 'smalltalk';

function isRight(done: Done): boolean {
  const { row, got } = done;
  if (row.outcome === 'urgent') return got.outcome === 'urgent';
  if (row.outcome === 'not-urgent') return got.outcome !== 'urgent' && (row.ids.length === 0 || isFirst(done));
  if (row.outcome === 'unknown' || row.outcome === 'smalltalk') return isRefused(done);
  return isFirst(done) && (row.section === null || got.entries[0]?.section === row.section);
}

const share = <T>(all: readonly T[], right: (one: T) => boolean): number | null => (all.length === 0 ? null : all.filter(right).length / all.length);
