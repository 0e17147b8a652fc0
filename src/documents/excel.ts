import { say, type Text } from '../conversation/index.ts';
import { whole, type Summary } from '../reports/index.ts';
import { showDay } from '../time.ts';
import type { Contents } from './contents.ts';
import { inSentence, percentOf, periodText, type Say } from './words.ts';
import { workbook, type Column, type Row, type Sheet } from './xlsx/workbook.ts';

/** The figures of a unit and a period, the indicators, and every report behind them. */
export function excel(contents: Contents, words: Say): Promise<Buffer> {
  const sheets = [totalsSheet(contents, words), ...(contents.indicators.length > 0 ? [indicatorsSheet(contents, words)] : []), reportsSheet(contents, words)];
  return workbook(sheets);
}

function head(title: string, contents: Contents, words: Say): string[] {
  const { unit, period, until, today } = contents;
  const args = { unit: inSentence(unit.name), period: periodText(period), from: showDay(period.from), to: showDay(until), today: showDay(today) };
  const joint = contents.reports.some((one) => one.jointNames.length > 0) ? [words(say('word-joint'))] : [];
  return [words(say(title, args)), words(say('xlsx-note', args)), ...joint];
}

const text = (label: Text, width: number, words: Say): Column => ({ head: words(label), width, type: 'text' });
const number = (label: Text, width: number, words: Say): Column => ({ head: words(label), width, type: 'number' });

/** Columns of the measures, the same on every sheet. */
const measureColumns = ({ measures }: Contents, words: Say): Column[] =>
  measures.map((measure) => number(say('xlsx-measure', { name: measure.name, unit: measure.unit }), 16, words));

function totalsSheet(contents: Contents, words: Say): Sheet {
  const { unit, rows, own, total, cumulative, since } = contents;
  const figures = (name: string, summary: Summary, sum = false): Row => ({ cells: [name, ...figuresOf(summary, contents)], sum });
  function* lines(): Generator<Row> {
    yield figures(words(say('xlsx-total')), total, true);
    yield figures(words(say('xlsx-cumulative', { since: showDay(since) })), cumulative, true);
    if (rows.length === 0) return;
    if (own) yield figures(words(say('xlsx-own', { unit: inSentence(unit.name) })), own);
    for (const row of rows) yield figures(row.unit.name, row.summary());
  }
  return {
    name: words(say('xlsx-totals')),
    above: head('xlsx-totals-title', contents, words),
    columns: [text(say('xlsx-unit'), 34, words), number(say('xlsx-reports'), 11, words), number(say('xlsx-waiting'), 11, words), ...measureColumns(contents, words)],
    rows: lines(),
    frozen: 1,
  };
}

/** Reports, those of them that wait, then each measure. */
const figuresOf = (summary: Summary, { measures }: Contents): number[] => [
  whole(summary.reports),
  summary.reports.provisional,
  ...measures.map(({ id }) => whole(summary.measures.get(id))),
];

function indicatorsSheet(contents: Contents, words: Say): Sheet {
  const { indicators } = contents;
  const rows = indicators.map((one): Row => {
    const { done, ratio } = one;
    const known = <T>(value: T): T | null => (done === null ? null : value);
    const share = known(ratio ? percentOf(one.percent ?? 0) : null);
    return { cells: [one.number, one.name, done, known(one.target), known(ratio ? one.of : null), words(one.unit), share, ratio ? percentOf(one.targetPercent) : null, words(say(`doc-state-${one.state}`)), one.asOf, one.unknown] };
  });
  const columns: Column[] = [
    number(say('xlsx-indicator-number'), 7, words),
    text(say('xlsx-indicator'), 60, words),
    number(say('xlsx-done'), 11, words),
    number(say('xlsx-needed'), 11, words),
    number(say('xlsx-of'), 11, words),
    text(say('xlsx-counted'), 18, words),
    number(say('xlsx-percent'), 11, words),
    number(say('xlsx-target'), 11, words),
    text(say('xlsx-state'), 22, words),
    { head: words(say('xlsx-as-of')), width: 14, type: 'day' },
    number(say('xlsx-unknown'), 16, words),
  ];
  return { name: words(say('xlsx-indicators')), above: head('xlsx-indicators-title', contents, words), columns, rows, frozen: 2 };
}

function reportsSheet(contents: Contents, words: Say): Sheet {
  const { reports, kinds, measures } = contents;
  const kindName = new Map(kinds.map(({ id, name }) => [id, name]));
  const states = { accepted: words(say('doc-accepted')), filed: words(say('doc-waiting')) } as const;
  function* lines(): Generator<Row> {
    for (const one of reports) {
      const state = one.status === 'accepted' ? states.accepted : states.filed;
      const added = measures.map(({ id }) => one.adds.get(id) ?? null);
      yield { cells: [one.code, one.day, one.unitName, kindName.get(one.kind) ?? one.kind, one.title, one.jointNames.join(', ') || null, state, ...added] };
    }
  }
  const columns: Column[] = [
    text(say('xlsx-code'), 15, words),
    { head: words(say('xlsx-day')), width: 12, type: 'day' },
    text(say('xlsx-unit'), 28, words),
    text(say('xlsx-kind'), 26, words),
    text(say('xlsx-title'), 50, words),
    text(say('xlsx-joint'), 28, words),
    text(say('xlsx-state'), 12, words),
    ...measureColumns(contents, words),
  ];
  return { name: words(say('xlsx-list')), above: head('xlsx-list-title', contents, words), columns, rows: lines(), frozen: 1 };
}

