import { groupBy } from '../../collections.ts';
import { say, type Text } from '../../conversation/index.ts';
import { kindOf, periodAfter, whole, type Summary } from '../../reports/index.ts';
import { showDay } from '../../time.ts';
import type { Behind, Contents } from '../contents.ts';
import type { IndicatorRow } from '../indicator-rows.ts';
import { inSentence, percentOf, periodText, type Say } from '../words.ts';
import { heading, item, table, text, type Block, type Official, type TableRow } from './blocks.ts';
import { narrativeLine, type Writing } from './narrative.ts';
import { isBranch } from '../../org/index.ts';
import { blank, officialForm } from './office.ts';
import { lowered } from './sentence.ts';

/** Lines told under each kind of activity; the appendix has the rest. */
const TOLD = 8;
/** So many reports are listed in the appendix; a longer list is only in the spreadsheet. */
const LISTED = 200;
/** Units without a report that are named. */
const NAMED = 20;

/** A unit's report of a month, a quarter, half a year, a year or the term. */
export function periodicReport(contents: Contents, writing: Writing): Official {
  const { unit, period } = contents;
  const { words } = writing;
  const next = periodAfter(period);
  const about = words(say('word-periodic-about', { period: periodText(period), next: next ? periodText(next) : say('period-next-term') }));
  const body = [
    heading(1, words(say('word-situation'))),
    blank(words),
    heading(1, words(say('word-results'))),
    text(words(say(isBranch(unit) ? 'word-results-branch' : 'word-results-intro', introArgs(contents)))),
    ...numbered([activities(contents, writing), ...indicators(contents, words), figures(contents, words), ...units(contents, words)], words),
    heading(1, words(say('word-assessment'))),
    heading(2, words(say('word-strengths'))),
    blank(words),
    heading(2, words(say('word-weaknesses'))),
    ...weaknesses(contents, words),
    heading(1, words(say('word-tasks'))),
    ...tasks(contents, words),
    heading(1, words(say('word-proposals'))),
    blank(words),
  ];
  return { ...officialForm(contents, writing.layout, words), about, body };
}

/** A part of the results under its own heading. */
interface Section {
  title: Text;
  blocks: Block[];
}

const numbered = (sections: Section[], words: Say): Block[] =>
  sections.flatMap(({ title, blocks }, at) => [heading(2, words(say('word-section', { number: String(at + 1), title }))), ...blocks]);

/** The list of reports behind the figures, after the signature. */
export function appendix({ reports, kinds }: Contents, words: Say): Block[] {
  if (reports.length === 0 || reports.length > LISTED) return [];
  const kindName = new Map(kinds.map(({ id, name }) => [id, name]));
  const rows = reports.map((one): TableRow => ({ cells: [one.code, showDay(one.day), one.unitName, kindName.get(one.kind) ?? one.kind, one.title] }));
  const list = table([
    [words(say('xlsx-code')), 19, 'left'],
    [words(say('xlsx-day')), 15, 'center'],
    [words(say('xlsx-unit')), 18, 'left'],
    [words(say('xlsx-kind')), 19, 'left'],
    [words(say('xlsx-title')), 29, 'left'],
  ], rows);
  return [{ kind: 'page' }, { kind: 'caption', text: words(say('word-appendix')) }, list];
}

const introArgs = ({ unit, total, period, until }: Contents) => ({
  period: periodText(period),
  unit: inSentence(unit.name),
  day: showDay(until),
  count: whole(total.reports),
  waiting: total.reports.provisional,
});

/** Under each kind: how many, by how many units, what they came to, and what was done. */
function activities(contents: Contents, writing: Writing): Section {
  const { words } = writing;
  const { kinds, reports } = contents;
  const byKind = groupBy(reports, (one) => one.kind);
  const blocks = kinds.flatMap((kind): Block[] => {
    const own = byKind.get(kind.id) ?? [];
    if (own.length === 0) return [];
    const units = new Set(own.map((one) => one.unitId)).size;
    const rest = own.length - TOLD;
    const more = rest > 0 ? [item(words(say(reports.length > LISTED ? 'word-more-in-table' : 'word-more-reports', { count: rest })))] : [];
    return [heading(3, words(say('word-kind', { name: kind.name, count: own.length, units }))), ...addedUp(kind, contents, words), ...newest(own).map((one) => item(narrativeLine(one, contents, writing))), ...more];
  });
  return { title: say('word-activities'), blocks: blocks.length > 0 ? blocks : [blank(words)] };
}

/** Of several reports of one kind what they came to; how many activities they are is told already. */
function addedUp({ added }: Contents['kinds'][number], { measures }: Contents, words: Say): Block[] {
  if (added.reports.reports.length < 2) return [];
  const figures = measures.filter(({ id }) => id !== 'hoat-dong' && added.measures.has(id)).map(({ id, name, unit }) => words(say('word-added', { name: lowered(name), value: whole(added.measures.get(id)), unit })));
  return figures.length > 0 ? [text(words(say('word-added-up', { figures: figures.join('; ') })))] : [];
}

const newest = (reports: Behind[]): Behind[] => reports.slice(-TOLD);

function indicators({ indicators: all, until }: Contents, words: Say): Section[] {
  if (all.length === 0) return [];
  const rows = all.map((one): TableRow => ({ cells: [String(one.number), one.name, resultOf(one, words), targetOf(one, words), words(say(`doc-state-${one.state}`))] }));
  const lines = table([
    [words(say('word-number-column')), 7, 'center'],
    [words(say('xlsx-indicator')), 37, 'left'],
    [words(say('word-result')), 25, 'left'],
    [words(say('word-target')), 15, 'left'],
    [words(say('xlsx-state')), 16, 'left'],
  ], rows);
  return [{ title: say('word-indicators', { day: showDay(until) }), blocks: [lines] }];
}

/** What is done, since when the number it is a share of is known, what is missing. Without any figure it is left to the writer. */
function resultOf({ done, of, unit, percent, ratio, asOf, unknown, missing }: IndicatorRow, words: Say): string {
  if (done === null) return '[…]';
  const result = words(say(`doc-result-${ratio ? 'share' : 'number'}`, { done, of, unit, percent: percentOf(percent ?? 0) }));
  const notes = [
    ...(asOf ? [say('word-as-of', { day: showDay(asOf) })] : []),
    ...(ratio && unknown > 0 ? [say('word-unknown', { count: unknown })] : []),
    ...(missing.length > 0 ? [say('word-missing', { parts: missing.map(inSentence).join(', ') })] : []),
  ];
  return [result, ...notes.map(words)].join('; ');
}

function targetOf({ done, target, targetPercent, unit, ratio }: IndicatorRow, words: Say): string {
  return done === null ? '[…]' : words(say(`word-target-${ratio ? 'share' : 'number'}`, { target, percent: percentOf(targetPercent), unit }));
}

function figures({ measures, total, cumulative, since, period }: Contents, words: Say): Section {
  const row = (name: string, unit: string, of: (summary: Summary) => number): TableRow => ({ cells: [name, unit, words(say('word-figure', { value: of(total) })), words(say('word-figure', { value: of(cumulative) }))] });
  const rows = [row(words(say('xlsx-reports')), words(say('word-unit-reports')), (of) => whole(of.reports)), ...measures.map(({ id, name, unit }) => row(name, unit, (of) => whole(of.measures.get(id))))];
  const lines = table([
    [words(say('word-figure-name')), 46, 'left'],
    [words(say('xlsx-counted')), 18, 'center'],
    [words(say(kindOf(period) === 'term' ? 'word-in-term' : 'word-in-period')), 16, 'right'],
    [words(say('xlsx-cumulative', { since: showDay(since) })), 20, 'right'],
  ], rows);
  return { title: say('word-figures'), blocks: [lines] };
}

/** What each unit right below did; those that reported nothing are named, since that is what the reader asks next. */
function units({ rows, own, unit, reports }: Contents, words: Say): Section[] {
  if (rows.length === 0) return [];
  const active = rows.filter((one) => one.active).map((one) => unitRow(one.unit.name, one.summary(), words));
  const lines = [...(own ? [unitRow(words(say('xlsx-own', { unit: inSentence(unit.name) })), own, words)] : []), ...active];
  const counts = table([
    [words(say('xlsx-unit')), 46, 'left'],
    [words(say('xlsx-reports')), 18, 'right'],
    [words(say('doc-accepted')), 18, 'right'],
    [words(say('doc-waiting')), 18, 'right'],
  ], lines);
  const joint = reports.some((one) => one.jointNames.length > 0) ? [text(words(say('word-joint')))] : [];
  return [{ title: say('word-units'), blocks: [...(lines.length > 0 ? [counts] : []), ...joint, ...silent(rows, words)] }];
}

function unitRow(name: string, { reports }: Summary, words: Say): TableRow {
  const counts = [whole(reports), reports.final, reports.provisional];
  return { cells: [name, ...counts.map((value) => words(say('word-figure', { value })))] };
}

function silent(rows: Contents['rows'], words: Say): Block[] {
  const names = rows.filter((one) => !one.active).map((one) => inSentence(one.unit.name));
  if (names.length === 0) return [];
  return [text(words(say(names.length > NAMED ? 'word-silent-many' : 'word-silent', { count: names.length, units: names.join(', ') })))];
}

const open = ({ indicators }: Contents) => indicators.filter((one) => one.state === 'unmet' || one.state === 'no-data');

function weaknesses(contents: Contents, words: Say): Block[] {
  const unmet = open(contents).map(({ number, short }) => item(words(say('word-unmet', { number: String(number), name: short }))));
  return [...unmet, blank(words)];
}

function tasks(contents: Contents, words: Say): Block[] {
  const wanted = open(contents).map(({ number, name, missing }) =>
    item(words(say(missing.length > 0 ? 'word-task-missing' : 'word-task', { number: String(number), name: inSentence(name), missing: missing.map(inSentence).join(', ') }))),
  );
  return [...wanted, blank(words)];
}
