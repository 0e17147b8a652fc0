import { createHash } from 'node:crypto';
import { lines, quote, reply, say, type Choice, type Reply, type Text } from '../src/conversation/index.ts';
import { measuresIn, periodText } from '../src/documents/index.ts';
import type { Unit } from '../src/org/index.ts';
import { byRow, rowsBelow, whole, type Period, type Report, type Total } from '../src/reports/index.ts';
import { showDay } from '../src/time.ts';
import { reckon, totalsChoice, type Reckoned } from './tonghop-words.ts';
import { unitRef } from './unit-ref.ts';
import { inSentence, type World } from './world.ts';

const SHOWN = 8;

/** A line of the totals that leads to the reports behind it: a kind of activity, or a measure. */
interface Line {
  ref: string;
  name: string;
  unit: Text;
  total: Total;
  /** What a report adds to it; for a kind, every report is one. */
  measure: string | null;
}

/** As a button carries it: ids are too long beside a unit's. */
export const refOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 4);

function linesOf({ now }: Reckoned, { reports, indicators }: World): Line[] {
  const kinds = [...now.kinds].toSorted(([, a], [, b]) => whole(b) - whole(a)).map(([id, total]): Line => ({ ref: refOf(`k:${id}`), name: reports.activity(id)?.name ?? id, unit: say('totals-unit-reports'), total, measure: null }));
  const measures = measuresIn(now, indicators).map(({ id, name, unit }): Line => ({ ref: refOf(`m:${id}`), name, unit: quote(unit), total: now.measures.get(id)!, measure: id }));
  return [...kinds, ...measures];
}

const to = (what: string, unit: Unit, period: Period) => ({ scene: 'tonghop', args: `${what}:${period.id}:${unitRef(unit.id)}` });

/** The reports behind all figures, or behind one line of them: newest day first, some at a time, each one tap away. */
export async function behindReply(unit: Unit, period: Period, { page, ref }: { page: number; ref: string }, world: World): Promise<Reply> {
  const reckoned = await reckon(unit, period, world);
  const line = ref === '' ? null : (linesOf(reckoned, world).find((one) => one.ref === ref) ?? null);
  const day = new Map(reckoned.inPeriod.map((one) => [one.id, one.day]));
  const ids = (line?.total ?? reckoned.now.reports).reports.toSorted((a, b) => (day.get(a) === day.get(b) ? b - a : day.get(a)! < day.get(b)! ? 1 : -1));
  const about = { unit: inSentence(unit.name), period: periodText(period) };
  const head = line ? say('totals-behind-line', { ...about, name: line.name }) : say('totals-behind-head', about);
  const shown = await world.reports.byIds(ids.slice(page * SHOWN, (page + 1) * SHOWN));
  if (shown.length === 0) return reply([head, say('totals-empty')], { choices: [totalsChoice(unit, period)] });
  const left = ids.length - (page + 1) * SHOWN;
  const more: Choice[] = left > 0 ? [{ id: `behind-${page + 1}`, label: say('totals-behind-more', { count: left }), to: to(`l${page + 1}${line ? `~${line.ref}` : ''}`, unit, period) }] : [];
  const pick: Choice[] = line || page > 0 || ids.length === 1 ? [] : [{ id: 'lines', label: say('totals-by-line'), to: to('d', unit, period) }];
  return reply([head, ...shown.map((one) => reportLine(one, unit, line, reckoned, world))], { choices: [...shown.map(openChoice), ...more, ...pick] });
}

/** Code, day, whose, and what it adds where one figure is asked about. */
function reportLine(report: Report, unit: Unit, line: Line | null, { inPeriod }: Reckoned, { tree }: World): Text {
  const whose = report.unitId === unit.id ? quote('') : say('totals-report-unit', { unit: inSentence(tree.get(report.unitId)?.name ?? '') });
  const added = line?.measure ? inPeriod.find((one) => one.id === report.id)?.adds.find((one) => one.measure === line.measure) : undefined;
  const adds = added && line ? say('totals-report-adds', { value: added.value, unit: line.unit }) : quote('');
  return say('totals-report', { code: report.code, day: showDay(report.day), title: report.title, whose, adds, waiting: report.status === 'filed' ? 1 : 0 });
}

const openChoice = ({ id, code }: Report): Choice => ({ id: String(id), label: quote(code), to: { scene: 'bao-cao-da-gui', args: `xem:${id}` } });

/** Which line of the totals she wants to see the reports of. */
export async function linesReply(unit: Unit, period: Period, world: World): Promise<Reply> {
  const all = linesOf(await reckon(unit, period, world), world);
  const choices = all.map((line): Choice => ({ id: line.ref, label: say('totals-line', { name: line.name, value: whole(line.total), unit: line.unit }), to: to(`l0~${line.ref}`, unit, period) }));
  return reply(say(choices.length > 0 ? 'totals-which-line' : 'totals-empty'), { choices: choices.length > 0 ? choices : [totalsChoice(unit, period)] });
}

/** How many reports each unit right below has, the most first; each leads to its own totals. */
export async function unitsReply(unit: Unit, period: Period, page: number, world: World): Promise<Reply> {
  const { inPeriod, until } = await reckon(unit, period, world);
  const { units, rowOf } = rowsBelow(unit.id, world.tree, until);
  const reportsOf = byRow(inPeriod, rowOf);
  const count = ({ id }: Unit): number => reportsOf.get(id)?.length ?? 0;
  const living = ({ to: end }: Unit): boolean => end === null || end >= until;
  const all = units.filter((one) => world.scope.sees(one.id) && (living(one) || count(one) > 0)).toSorted((a, b) => count(b) - count(a));
  const shown = all.slice(page * SHOWN, (page + 1) * SHOWN);
  const left = all.length - (page + 1) * SHOWN;
  const own = page === 0 && count(unit) > 0 ? [say('totals-own', { unit: inSentence(unit.name), count: count(unit) })] : [];
  const more: Choice[] = left > 0 ? [{ id: `units-${page + 1}`, label: say('totals-more-units', { count: left }), to: to(`u${page + 1}`, unit, period) }] : [];
  const choices = shown.map((one): Choice => ({ id: one.id, label: say('totals-unit-count', { unit: one.name, count: count(one) }), to: to('t', one, period) }));
  return reply([say('totals-units-head', { unit: inSentence(unit.name), period: periodText(period) }), lines([...own, say('totals-units-which')])], { choices: [...choices, ...more] });
}
