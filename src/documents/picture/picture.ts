import { say } from '../../conversation/index.ts';
import type { State } from '../../indicators/index.ts';
import { whole } from '../../reports/index.ts';
import { showDay } from '../../time.ts';
import type { Contents, Month } from '../contents.ts';
import type { IndicatorRow } from '../indicator-rows.ts';
import { inSentence, percentOf, periodText, type Say } from '../words.ts';
import { ink, sign } from './sign.ts';
import { box, hatched, INNER, letters, PALE, paragraph, sheet, stack, wrapped, type Piece } from './svg.ts';

const fill = { ...ink, provisional: hatched.amber } satisfies Record<State, string>;
const BLUE = '#2463a8';
const RAIL = '#e6e9ed';
const MOST_KINDS = 6;
export const GAP = 56;

/** All in one picture: indicators against their targets, what was done, and the year month by month. */
export const picture = (contents: Contents, words: Say): string => sheet(stack([title(contents, words), ...indicatorPart(contents, words), ...activityPart(contents, words), foot(contents.indicators.length > 0, words)], GAP));

/** The same as pictures for a chat, which makes a tall one too small to read. */
export function pages(contents: Contents, words: Say): string[] {
  const page = (part: Piece[], targets: boolean): string => sheet(stack([title(contents, words), ...part, foot(targets, words)], GAP));
  const activities = page(activityPart(contents, words), false);
  return contents.indicators.length > 0 ? [page(indicatorPart(contents, words), true), activities] : [activities];
}

function title({ unit, period, until, total }: Contents, words: Say): Piece {
  const name = paragraph(words(say('picture-title', { unit: inSentence(unit.name) })), { size: 50, bold: true });
  const when = paragraph(words(say('picture-sub', { period: periodText(period), day: showDay(until) })), { size: 32, color: PALE });
  const count = paragraph(words(say('picture-count', { count: whole(total.reports), waiting: total.reports.provisional })), { size: 36, bold: true });
  return stack([name, when, count], 12);
}

function indicatorPart({ indicators }: Contents, words: Say): Piece[] {
  return indicators.length > 0 ? [section('picture-indicators', indicatorRails(indicators, words), words)] : [];
}

export const indicatorRails = (indicators: IndicatorRow[], words: Say): Piece => stack(indicators.map((row) => indicator(row, words)), 34);

function activityPart({ kinds, total, months }: Contents, words: Say): Piece[] {
  const done = kinds.map((kind) => ({ name: kind.name, total: total.kinds.get(kind.id) })).filter((one) => whole(one.total) > 0);
  return [...(done.length > 0 ? [section('picture-kinds', kindBars(done, words), words)] : []), section('picture-months', monthColumns(months, words), words)];
}

export const foot = (targets: boolean, words: Say): Piece => paragraph(words(say(targets ? 'picture-foot-target' : 'picture-foot')), { size: 26, color: PALE });

const section = (title: string, content: Piece, words: Say): Piece => stack([paragraph(words(say(title)), { size: 40, bold: true, color: BLUE }), content], 24);

/** Sign and name; a rail with what is done and a mark where the target is; figures and state in words. */
function indicator(row: IndicatorRow, words: Say): Piece {
  const { state, percent, targetPercent } = row;
  const name = wrapped(words(say('picture-indicator', { number: String(row.number), name: row.short })), 34, INNER - 60, true);
  const head: Piece = {
    draw: sign(state) + name.map((line, at) => letters(60, 36 + at * 44, line, { size: 34, bold: true })).join(''),
    height: name.length * 44 + 6,
  };
  const share = Math.min(100, percent ?? 0) / 100;
  const target = Math.min(100, targetPercent) / 100;
  const mark = `<path d="M${INNER * target} -8 V54" stroke="#1f2328" stroke-width="5"/><path d="M${INNER * target - 13} -18 h26 l-13 15 z" fill="#1f2328"/>`;
  const rail: Piece = { draw: `<g transform="translate(0 26)">${box(0, 0, INNER, 46, RAIL)}${box(0, 0, INNER * share, 46, fill[state])}${mark}</g>`, height: 78 };
  const text = row.done === null ? words(say('picture-no-data')) : words(say(`picture-result-${row.ratio ? 'share' : 'number'}`, { done: row.done, of: row.of, unit: row.unit, percent: percentOf(percent ?? 0), target: row.target }));
  const figures: Piece = {
    draw: letters(0, 36, text, { size: 30 }) + letters(INNER, 36, words(say(`doc-state-${state}`)), { size: 30, bold: true, color: ink[state], anchor: 'end' }),
    height: 44,
  };
  const note = row.done !== null && row.unknown > 0 ? [paragraph(words(say('picture-unknown', { count: row.unknown })), { size: 26, color: PALE })] : [];
  return stack([head, rail, figures, ...note], 6);
}

/** What was done, by kind: the most first. */
function kindBars(kinds: { name: string; total: Parameters<typeof whole>[0] }[], words: Say): Piece {
  const sorted = kinds.toSorted((a, b) => whole(b.total) - whole(a.total)).slice(0, MOST_KINDS);
  const most = Math.max(...sorted.map((one) => whole(one.total)));
  const room = INNER - 130;
  const bars = sorted.map(({ name, total }): Piece => {
    const final = (room * (total?.final ?? 0)) / most;
    const waiting = (room * (total?.provisional ?? 0)) / most;
    const bar = box(0, 46, final, 34, BLUE, 4) + box(final, 46, waiting, 34, hatched.blue, 4);
    return { draw: letters(0, 32, name, { size: 30 }) + bar + letters(final + waiting + 16, 76, words(say('picture-number', { value: whole(total) })), { size: 34, bold: true }), height: 84 };
  });
  return stack(bars, 18);
}

const COLUMNS_HEIGHT = 260;

/** A column a month of the whole year: months to come stay empty. */
function monthColumns(months: Month[], words: Say): Piece {
  const most = Math.max(1, ...months.map((one) => one.final + one.provisional));
  const step = INNER / 12;
  const columns = Array.from({ length: 12 }, (_, at) => {
    const month = months[at];
    const x = at * step + 8;
    const label = letters(x + step / 2 - 8, COLUMNS_HEIGHT + 84, words(say('picture-month', { month: String(at + 1) })), { size: 28, color: month ? '#1f2328' : '#9aa4af', anchor: 'middle' });
    if (!month) return label;
    const [final, waiting] = [(COLUMNS_HEIGHT * month.final) / most, (COLUMNS_HEIGHT * month.provisional) / most];
    const base = COLUMNS_HEIGHT + 44;
    const all = month.final + month.provisional;
    const value = letters(x + step / 2 - 8, base - final - waiting - 10, words(say('picture-number', { value: all })), { size: 30, bold: true, anchor: 'middle', color: all === 0 ? '#9aa4af' : '#1f2328' });
    return box(x, base - final, step - 16, final, BLUE, 4) + box(x, base - final - waiting, step - 16, waiting, hatched.blue, 4) + value + label;
  });
  const floor = `<path d="M0 ${COLUMNS_HEIGHT + 45} H${INNER}" stroke="#9aa4af" stroke-width="3"/>`;
  const legendY = COLUMNS_HEIGHT + 130;
  const legend = box(0, legendY, 34, 34, BLUE, 4) + letters(48, legendY + 28, words(say('doc-accepted')), { size: 28 }) + box(260, legendY, 34, 34, hatched.blue, 4) + letters(308, legendY + 28, words(say('doc-waiting')), { size: 28 });
  return { draw: columns.join('') + floor + legend, height: legendY + 40 };
}
