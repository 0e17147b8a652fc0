import { groupBy } from '../../collections.ts';
import { say, type Text } from '../../conversation/index.ts';
import { kindOf, whole, type Reports, type Summary } from '../../reports/index.ts';
import { showDay } from '../../time.ts';
import type { Behind, Contents } from '../contents.ts';
import { inSentence, percentOf, periodText, type Say } from '../words.ts';
import { heading, item, table, text, type Block, type Official, type TableRow } from './blocks.ts';
import type { Layout } from './layout.ts';
import { narrativeLine } from './narrative.ts';
import { isBranch } from '../../org/index.ts';
import { blank, officialForm } from './office.ts';

/** Lines told under each kind of activity; the appendix has the rest. */
const TOLD = 8;
/** Rows of the appendix; the spreadsheet has all. */
const LISTED = 400;
/** Units without a report that are named. */
const NAMED = 20;

/** A unit's report of a month, a quarter, half a year, a year or the term. */
export function periodicReport(contents: Contents, layout: Layout, activities: Reports['activities'], words: Say): Official {
  const { unit, period } = contents;
  const about = words(say('word-periodic-about', { period: periodText(period) }));
  const body = [
    heading(1, words(say('word-situation'))),
    blank(words),
    heading(1, words(say('word-results'))),
    text(words(say(isBranch(unit) ? 'word-results-branch' : 'word-results-intro', introArgs(contents)))),
    ...activityBlocks(contents, activities, words),
    ...indicatorBlocks(contents, words),
    ...figureBlocks(contents, words),
    ...unitBlocks(contents, words),
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
  const form = officialForm(contents, layout, words);
  return { ...form, about: words(say('word-about-of', { about, unit: inSentence(unit.name) })), body };
}

/** The list of reports behind the figures, after the signature. */
export function appendix({ reports, kinds }: Contents, words: Say): Block[] {
  if (reports.length === 0) return [];
  const kindName = new Map(kinds.map(({ id, name }) => [id, name]));
  const rows = reports.slice(0, LISTED).map((one): TableRow => ({ cells: [one.code, showDay(one.day), one.unitName, kindName.get(one.kind) ?? one.kind, one.title] }));
  const rest = reports.length > LISTED ? [text(words(say('word-appendix-more', { count: reports.length - LISTED })))] : [];
  return [{ kind: 'page' }, { kind: 'caption', text: words(say('word-appendix')) }, table([
    [words(say('xlsx-code')), 19, 'left'],
    [words(say('xlsx-day')), 15, 'center'],
    [words(say('xlsx-unit')), 18, 'left'],
    [words(say('xlsx-kind')), 19, 'left'],
    [words(say('xlsx-title')), 29, 'left'],
  ], rows), ...rest];
}

const introArgs = ({ unit, total, period, until }: Contents) => ({
  period: periodText(period),
  unit: inSentence(unit.name),
  day: showDay(until),
  count: whole(total.reports),
  waiting: total.reports.provisional,
});

/** Under each kind: how many, by how many units, and what was done. */
function activityBlocks(contents: Contents, activities: Reports['activities'], words: Say): Block[] {
  const byKind = groupBy(contents.reports, (one) => one.kind);
  const blocks = contents.kinds.flatMap(({ id, name }): Block[] => {
    const reports = byKind.get(id) ?? [];
    if (reports.length === 0) return [];
    const units = new Set(reports.map((one) => one.unitId)).size;
    const more = reports.length > TOLD ? [item(words(say('word-more-reports', { count: reports.length - TOLD })))] : [];
    return [heading(3, words(say('word-kind', { name, count: reports.length, units }))), ...newest(reports).map((one) => item(narrativeLine(untitled(one, name), contents, activities, words))), ...more];
  });
  return [heading(2, words(say('word-activities'))), ...(blocks.length > 0 ? blocks : [blank(words)])];
}

/** Under its kind's heading a title need not name the kind again. */
const untitled = (report: Behind, kind: string): Behind => ({ ...report, title: report.title.startsWith(`${kind}: `) ? report.title.slice(kind.length + 2) : report.title });

const newest = (reports: Behind[]): Behind[] => reports.slice(-TOLD);

function indicatorBlocks({ indicators, until }: Contents, words: Say): Block[] {
  if (indicators.length === 0) return [];
  const rows = indicators.map((one): TableRow => {
    const known = (text: Text): string => (one.done === null ? '[…]' : words(text));
    const share = one.ratio ? 'share' : 'number';
    const result = known(say(`doc-result-${share}`, { done: one.done ?? 0, of: one.of, unit: one.unit, percent: percentOf(one.percent ?? 0) }));
    const target = known(say(`word-target-${share}`, { target: one.target, percent: percentOf(one.targetPercent), unit: one.unit }));
    return { cells: [String(one.number), one.name, result, target, words(say(`doc-state-${one.state}`))] };
  });
  return [heading(2, words(say('word-indicators', { day: showDay(until) }))), table([
    [words(say('word-number-column')), 7, 'center'],
    [words(say('xlsx-indicator')), 41, 'left'],
    [words(say('word-result')), 20, 'left'],
    [words(say('word-target')), 14, 'left'],
    [words(say('xlsx-state')), 18, 'left'],
  ], rows)];
}

function figureBlocks({ measures, total, cumulative, since, period }: Contents, words: Say): Block[] {
  const row = (name: string, unit: string, of: (summary: Summary) => number): TableRow => ({ cells: [name, unit, words(say('word-figure', { value: of(total) })), words(say('word-figure', { value: of(cumulative) }))] });
  const rows = [row(words(say('xlsx-reports')), words(say('word-unit-reports')), (of) => whole(of.reports)), ...measures.map(({ id, name, unit }) => row(name, unit, (of) => whole(of.measures.get(id))))];
  return [heading(2, words(say('word-figures'))), table([
    [words(say('word-figure-name')), 46, 'left'],
    [words(say('xlsx-counted')), 18, 'center'],
    [words(say(kindOf(period) === 'term' ? 'word-in-term' : 'word-in-period')), 16, 'right'],
    [words(say('xlsx-cumulative', { since: showDay(since) })), 20, 'right'],
  ], rows)];
}

/** What each unit right below did; those that reported nothing are named, since that is what the reader asks next. */
function unitBlocks({ rows, own, unit }: Contents, words: Say): Block[] {
  if (rows.length === 0) return [];
  const count = (summary: Summary, of: (summary: Summary) => number): string => words(say('word-figure', { value: of(summary) }));
  const line = (name: string, summary: Summary): TableRow => ({ cells: [name, count(summary, (of) => whole(of.reports)), count(summary, (of) => of.reports.final), count(summary, (of) => of.reports.provisional)] });
  const active = rows.filter((one) => one.active).map((one) => line(one.unit.name, one.summary()));
  const silent = rows.filter((one) => !one.active).map((one) => inSentence(one.unit.name));
  const lines = [...(own ? [line(words(say('xlsx-own', { unit: inSentence(unit.name) })), own)] : []), ...active];
  return [
    heading(2, words(say('word-units'))),
    ...(lines.length > 0 ? [table([
    [words(say('xlsx-unit')), 46, 'left'],
    [words(say('xlsx-reports')), 18, 'right'],
    [words(say('doc-accepted')), 18, 'right'],
    [words(say('doc-waiting')), 18, 'right'],
  ], lines)] : []),
    ...(silent.length > 0 ? [text(words(say(silent.length > NAMED ? 'word-silent-many' : 'word-silent', { count: silent.length, units: silent.join(', ') })))] : []),
  ];
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
