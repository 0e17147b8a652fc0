/**
 * Five thousand entries, made by recombining the real ones: how long the start takes and what a question costs.
 * `npx tsx bench/knowledge/scale.ts [entries]`; ends with 1 when a limit is broken. Each time is the best of three,
 * so that a busy machine counts less.
 */
import { fileURLToPath } from 'node:url';
import { answerer } from '../../src/knowledge/answer.ts';
import { contentOf, loadContent } from '../../src/knowledge/content.ts';
import { loadDanger } from '../../src/knowledge/danger.ts';
import type { Entry } from '../../src/knowledge/entry.ts';
import { loadLexicon } from '../../src/knowledge/lexicon.ts';
import { readRows } from './measure.ts';

const LIMITS = { small: { start: 1_500, p95: 5 }, large: { start: 1_000, p95: 20 } };
const root = fileURLToPath(new URL('../../', import.meta.url));
const real = loadContent(`${root}content`);
const lexicon = loadLexicon(`${root}content`);
const danger = loadDanger(`${root}content`);
const questions = ['dev', 'seen'].flatMap((name) => readRows(`${root}test/knowledge/sets/${name}.tsv`)).map(({ question }) => question);

/** Entry `n`: the title of one procedure with the tail of another's, ways of asking from both, the body of the first. */
function mixed(n: number): Entry {
  const [a, b] = [real.entries[n % real.entries.length]!, real.entries[(n * 31 + Math.floor(n / real.entries.length)) % real.entries.length]!];
  const named = (ask: string): string => `${ask} ở khu ${n}`;
  return { ...a, asked: [], id: `mix-${n}`, title: `${a.title} ${b.title.split(' ').slice(-3).join(' ')} ${n}`, ask: [...a.ask.slice(0, 10), ...b.ask.slice(-8)].map(named), keywords: [a.keywords[0]!, `${b.keywords[0]!} ${n}`] };
}

/** Milliseconds, the best of three. */
function spent(work: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => {
    const before = performance.now();
    work();
    return performance.now() - before;
  }));
}

function run(name: keyof typeof LIMITS, entries: readonly Entry[]): boolean {
  const content = contentOf([...entries], [], real.cards);
  const start = spent(() => answerer(content, lexicon, danger));
  const { ask } = answerer(content, lexicon, danger);
  const now = new Date('2026-11-24T02:00:00Z');
  const times = questions.map((question) => spent(() => ask(question, { now }))).toSorted((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)]!;
  const kept = start <= LIMITS[name].start && p95 <= LIMITS[name].p95;
  console.log(`${entries.length} entries: start ${start.toFixed(0)} ms (≤ ${LIMITS[name].start}), p95 ${p95.toFixed(2)} ms (≤ ${LIMITS[name].p95})${kept ? '' : ' BROKEN'}`);
  return kept;
}

const many = Number(process.argv[2] ?? 5_000);
const kept = [run('small', real.entries), run('large', Array.from({ length: many }, (_, n) => mixed(n)))];
process.exitCode = kept.every(Boolean) ? 0 : 1;
