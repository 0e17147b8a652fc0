/**
 * Four ways to find the entry, on the same questions in one run: MiniSearch as it comes, MiniSearch and a plain BM25 fed
 * with our preparation of Vietnamese, and what the program uses. `npx tsx bench/knowledge/engines.ts`
 */
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { loadContent } from '../../src/knowledge/content.ts';
import { loadDanger } from '../../src/knowledge/danger.ts';
import { plain, type Entry } from '../../src/knowledge/entry.ts';
import { loadLexicon } from '../../src/knowledge/lexicon.ts';
import { buildIndex } from '../../src/knowledge/search.ts';
import { termsOf } from '../../src/knowledge/terms.ts';
import { readRows, type Row } from './measure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { entries } = loadContent(`${root}content`);
const lexicon = loadLexicon(`${root}content`);
const index = buildIndex(entries, lexicon, loadDanger(`${root}content`).phrases);

type Engine = (question: string) => string[];

const body = (entry: Entry): string => [...entry.lead, ...entry.sections.flatMap(({ lines }) => lines)].map(plain).join(' ');
const spoken = (entry: Entry): string[] => [entry.title, ...entry.keywords, ...entry.ask, ...(lexicon.topics.get(entry.id) ?? [])];
const prepared = (text: string): string[] => [...termsOf(index.prepare(text).words).keys()];

function miniDefault(): Engine {
  const mini = new MiniSearch({ fields: ['said', 'body'] });
  mini.addAll(entries.map((entry) => ({ id: entry.id, said: spoken(entry).join(' '), body: body(entry) })));
  return (question) => mini.search(question, { boost: { said: 2 } }).map(({ id }) => String(id));
}

function miniPrepared(): Engine {
  const mini = new MiniSearch({ fields: ['said', 'body'], tokenize: (text) => text.split(' '), processTerm: (term) => term || null });
  mini.addAll(entries.map((entry) => ({ id: entry.id, said: spoken(entry).flatMap(prepared).join(' '), body: prepared(body(entry)).join(' ') })));
  return (question) => mini.search(prepared(question).join(' '), { boost: { said: 2 } }).map(({ id }) => String(id));
}

/** Okapi BM25, k1 = 1.2, b = 0.75, over everything an entry says. */
function bm25(): Engine {
  const documents = entries.map((entry) => {
    const counts = new Map<string, number>();
    for (const term of [...spoken(entry), body(entry)].flatMap(prepared)) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { id: entry.id, counts, length: [...counts.values()].reduce((a, b) => a + b, 0) };
  });
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const rarity = (term: string): number => {
    const seen = documents.filter(({ counts }) => counts.has(term)).length;
    return Math.log(1 + (documents.length - seen + 0.5) / (seen + 0.5));
  };
  const score = (terms: readonly string[], { counts, length }: (typeof documents)[number]): number =>
    terms.reduce((sum, term) => {
      const count = counts.get(term) ?? 0;
      return sum + (rarity(term) * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / mean));
    }, 0);
  return (question) => {
    const terms = prepared(question);
    return documents.map((one) => ({ id: one.id, score: score(terms, one) })).toSorted((a, b) => b.score - a.score).map(({ id }) => id);
  };
}

function ours(): Engine {
  const own = buildIndex(entries, lexicon, loadDanger(`${root}content`).phrases);
  return (question) => own.find(own.prepare(question)).map(({ id }) => id);
}

function line(name: string, build: () => Engine, rows: readonly Row[]): string {
  const begin = process.cpuUsage();
  const engine = build();
  const start = process.cpuUsage(begin).user / 1_000;
  const found = rows.map(({ question, ids }) => engine(question).findIndex((id) => ids.includes(id)));
  const percent = (most: number): string => `${((found.filter((at) => at >= 0 && at < most).length / rows.length) * 100).toFixed(1)} %`.padStart(8);
  return `${name.padEnd(34)}${percent(1)}${percent(3)}${`${start.toFixed(0)} ms`.padStart(9)}`;
}

for (const set of ['seen', 'held-out', 'unseen-2']) {
  const rows = readRows(`${root}test/knowledge/sets/${set}.tsv`).filter(({ outcome, previous }) => outcome === 'answer' && previous === null);
  console.log(`${set}, ${rows.length} questions`.padEnd(34) + '   first   three    start');
  console.log(line('MiniSearch as it comes', miniDefault, rows));
  console.log(line('MiniSearch, our preparation', miniPrepared, rows));
  console.log(line('BM25, our preparation', bm25, rows));
  console.log(line('the program (refusals aside)', ours, rows));
}
