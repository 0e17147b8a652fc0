/**
 * Finds the weights of src/knowledge/sureness.ts: ways of asking and strangers' questions are left out of the index one
 * fifth at a time, and a logistic model learns from them which questions belong to the Union. Prints the weights, and what
 * they would do to the questions left out. `npx tsx bench/knowledge/fit.ts`
 */
import { fileURLToPath } from 'node:url';
import { loadContent } from '../../src/knowledge/content.ts';
import { loadDanger } from '../../src/knowledge/danger.ts';
import { loadLexicon } from '../../src/knowledge/lexicon.ts';
import { buildIndex } from '../../src/knowledge/search.ts';
import { signsOf, type Signs } from '../../src/knowledge/sureness.ts';
import { readRows } from './measure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const FOLDS = 5;

interface Example {
  text: string;
  signs: Signs;
  ours: boolean;
  right: boolean;
}

const content = loadContent(`${root}content`);
const lexicon = loadLexicon(`${root}content`);
const { phrases } = loadDanger(`${root}content`);
const kept = (fold: number) => (_: unknown, at: number) => at % FOLDS !== fold;
const left = (fold: number) => (_: unknown, at: number) => at % FOLDS === fold;

function examples(): Example[] {
  const rows = ['dev', 'seen'].flatMap((name) => readRows(`${root}test/knowledge/sets/${name}.tsv`)).filter(({ previous, outcome }) => previous === null && (outcome === 'answer' || outcome === 'unknown'));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const entries = content.entries.map((entry) => ({ ...entry, ask: entry.ask.filter(kept(fold)), asked: entry.asked.filter(kept(fold)) }));
    const index = buildIndex(entries, { ...lexicon, strangers: lexicon.strangers.map((questions) => questions.filter(kept(fold))) }, phrases);
    const example = (text: string, ids: readonly string[]): Example[] => {
      const question = index.prepare(text);
      const ranked = index.find(question);
      return question.tricky || ranked.length === 0 ? [] : [{ text, signs: signsOf(ranked, 0), ours: ids.length > 0, right: ids.includes(ranked[0]!.id) }];
    };
    return [
      ...content.entries.flatMap(({ id, ask, asked }) => [...ask.filter(left(fold)), ...asked.filter(left(fold)).map(({ text }) => text)].flatMap((text) => example(text, [id]))),
      ...lexicon.strangers.flatMap((questions) => questions.filter(left(fold)).flatMap((text) => example(text, []))),
      ...rows.filter(left(fold)).flatMap(({ question, ids }) => example(question, ids)),
    ];
  }).flat();
}

/** Logistic regression, both sides weighing the same, by plain gradient descent. */
function fit(all: readonly Example[]): Signs {
  const names = Object.keys(all[0]!.signs) as (keyof Signs)[];
  const weights = Object.fromEntries(names.map((name) => [name, 0])) as unknown as Signs;
  const grown = Object.fromEntries(names.map((name) => [name, 1e-6])) as unknown as Signs;
  const share = all.filter(({ ours }) => ours).length / all.length;
  for (let round = 0; round < 3_000; round += 1) {
    const slope = Object.fromEntries(names.map((name) => [name, weights[name] * 1e-3])) as unknown as Signs;
    for (const { signs, ours } of all) {
      const wrong = (1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * signs[name], 0))) - Number(ours)) / (ours ? share : 1 - share) / all.length;
      for (const name of names) slope[name] += wrong * signs[name];
    }
    for (const name of names) {
      grown[name] += slope[name] ** 2;
      weights[name] -= (0.3 * slope[name]) / Math.sqrt(grown[name]);
    }
  }
  return weights;
}

const all = examples();
const weights = fit(all);
const chance = ({ signs }: Example): number => 1 / (1 + Math.exp(-(Object.keys(weights) as (keyof Signs)[]).reduce((sum, name) => sum + weights[name] * signs[name], 0)));
console.log(Object.entries(weights).map(([name, weight]) => `${name}: ${Number(weight).toFixed(2)}`).join(', '));
const ours = all.filter((one) => one.ours);
const theirs = all.filter((one) => !one.ours);
console.log(`left out and found first: ${((ours.filter(({ right }) => right).length / ours.length) * 100).toFixed(1)} % of ${ours.length}`);
for (const level of [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6]) {
  const lost = ours.filter((one) => chance(one) < level).length / ours.length;
  const refused = theirs.filter((one) => chance(one) < level).length / theirs.length;
  console.log(`below ${level}: ours ${(lost * 100).toFixed(1)} %, others' ${(refused * 100).toFixed(1)} % of ${theirs.length}`);
}
if (process.argv.includes('--misses')) {
  for (const one of ours.filter((one) => chance(one) < 0.4)) console.log('lost   ', chance(one).toFixed(2), one.text);
  for (const one of theirs.filter((one) => chance(one) >= 0.4)) console.log('let in ', chance(one).toFixed(2), one.text);
}
