import { readFileSync } from 'node:fs';
import type { Knowledge, SectionId } from '../src/knowledge/index.ts';

/** One line of test/knowledge/sets/*.tsv. */
export interface Asked {
  question: string;
  outcome: string;
  ids: string[];
  previous: string;
}

export function readSet(file: string): Asked[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [question = '', outcome = '', ids = '', , , previous = ''] = line.split('\t');
      return { question, outcome, ids: ids.split('|').filter((id) => id !== ''), previous: previous.trim() };
    });
}

/** Shares, 0..1, and the 95th percentile of the time for one question, in milliseconds. */
export interface Measured {
  first: number;
  topThree: number;
  followUp: number;
  refused: number;
  urgentRecall: number;
  urgentPrecision: number;
  p95: number;
}

export function measure(set: Asked[], { ask }: Pick<Knowledge, 'ask'>): Measured {
  const now = new Date('2026-11-24T03:00:00Z');
  const times: number[] = [];
  const heard = set.map((asked) => {
    const before = performance.now();
    const answer = ask(asked.question, { now, ...(asked.previous ? { previous: { id: asked.previous, section: null as SectionId | null } } : {}) });
    times.push(performance.now() - before);
    return { asked, answer, found: answer.entries.map(({ id }) => id) };
  });
  const share = (of: typeof heard, right: (one: (typeof heard)[number]) => boolean): number => of.filter(right).length / of.length;
  const told = (one: (typeof heard)[number]): boolean => one.answer.outcome === 'answer' || one.answer.outcome === 'choose';
  const alone = heard.filter(({ asked }) => asked.outcome === 'answer' && !asked.previous);
  const alarms = heard.filter(({ answer }) => answer.outcome === 'urgent');
  return {
    first: share(alone, (one) => told(one) && one.asked.ids.includes(one.found[0] ?? '')),
    topThree: share(alone, (one) => told(one) && one.asked.ids.some((id) => one.found.includes(id))),
    followUp: share(heard.filter(({ asked }) => asked.previous !== ''), (one) => told(one) && one.asked.ids.includes(one.found[0] ?? '')),
    refused: share(heard.filter(({ asked }) => ['unknown', 'smalltalk'].includes(asked.outcome)), (one) => !told(one) && one.answer.outcome !== 'urgent'),
    urgentRecall: share(heard.filter(({ asked }) => asked.outcome === 'urgent'), (one) => one.answer.outcome === 'urgent'),
    urgentPrecision: alarms.filter(({ asked }) => asked.outcome === 'urgent').length / Math.max(1, alarms.length),
    p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0,
  };
}
