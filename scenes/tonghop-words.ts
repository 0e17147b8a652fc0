import { lines, quote, reply, say, type Choice, type Reply, type Text } from '../src/conversation/index.ts';
import { formats, measuresIn, periodText } from '../src/documents/index.ts';
import type { Measure } from '../src/indicators/index.ts';
import type { Unit } from '../src/org/index.ts';
import { between, cumulativeFrom, rowsBelow, summarise, whole, type Period, type Standing, type Summary } from '../src/reports/index.ts';
import { showDay } from '../src/time.ts';
import { unitRef } from './unit-ref.ts';
import { inSentence, type World } from './world.ts';

const KINDS_SHOWN = 6;
const MEASURES_SHOWN = 8;
const REPORTS_SHOWN = 8;

/** Totals at once: what was done, the figures with those since the new year, who has not reported; then the files. */
export async function totalsReply(unit: Unit, period: Period, world: World): Promise<Reply> {
  const until = lastDay(period, world);
  const since = cumulativeFrom(period, world.indicators.termOn(until));
  const ids = world.tree.historyOf(unit.id, until);
  const standing = await world.reports.standing(ids, since, until);
  const inPeriod = between(standing, period.from, until);
  const add = (reports: Standing[]): Summary => summarise(reports, within(ids), (measure) => world.indicators.measure(measure)?.add ?? 'sum');
  const [now, all] = [add(inPeriod), add(standing)];
  const head = say('totals-head', { unit: unit.name, period: periodText(period) });
  const silent = silentUnits(unit, inPeriod, until, world);
  if (now.reports.reports.length === 0) return reply([head, say('totals-empty')], { choices: [anotherPeriod(unit)] });
  const count = say('totals-count', { count: whole(now.reports), waiting: now.reports.provisional });
  const text = [head, count, kindLines(now, world), measureLines(now, all, since, world), ...silent, say('totals-files')];
  return reply(text.filter((one) => one !== null), { choices: [...fileChoices(unit, period), behindChoice(unit, period, 0, say('totals-behind', { count: whole(now.reports) })), anotherPeriod(unit)] });
}

/** The last day that counts. */
const lastDay = (period: Period, { today }: World): string => (period.to < today ? period.to : today);

const within = (ids: string[]) => {
  const set = new Set(ids);
  return (id: string): boolean => set.has(id);
};

/** The most first. */
function kindLines({ kinds }: Summary, { reports }: World): Text {
  const sorted = [...kinds].toSorted(([, a], [, b]) => whole(b) - whole(a));
  const shown = sorted.slice(0, KINDS_SHOWN).map(([id, total]) => say('totals-kind', { name: reports.activity(id)?.name ?? id, count: whole(total), waiting: total.provisional }));
  return lines([...shown, ...(sorted.length > KINDS_SHOWN ? [say('totals-more-kinds', { count: sorted.length - KINDS_SHOWN })] : [])]);
}

/** Figures of the period, each with the cumulative one where it says more; the number of activities is told already. */
function measureLines(now: Summary, all: Summary, since: string, { indicators }: World): Text | null {
  const measures = measuresIn(now, indicators).filter(({ id }) => id !== 'hoat-dong');
  if (measures.length === 0) return null;
  const line = (measure: Measure): Text => {
    const total = now.measures.get(measure.id);
    const [value, cumulative] = [whole(total), whole(all.measures.get(measure.id))];
    return say('totals-measure', { name: measure.name, value, unit: measure.unit, more: cumulative === value ? quote('') : say('totals-cumulative', { value: cumulative, since: showDay(since) }) });
  };
  const rest = measures.length > MEASURES_SHOWN ? [say('totals-more-measures', { count: measures.length - MEASURES_SHOWN })] : [];
  return lines([...measures.slice(0, MEASURES_SHOWN).map(line), ...rest]);
}

/** How many units right below have reported nothing, and which while they are few. */
function silentUnits(unit: Unit, inPeriod: Standing[], until: string, { tree }: World): Text[] {
  const rows = rowsBelow(unit.id, tree, until);
  const active = new Set(inPeriod.flatMap((one) => one.unitIds.map(rows.rowOf)));
  const living = rows.units.filter(({ to }) => to === null || to >= until);
  const silent = living.filter(({ id }) => !active.has(id));
  if (silent.length === 0) return [];
  const few = silent.length <= 4;
  return [say(few ? 'totals-silent-few' : 'totals-silent', { count: silent.length, all: living.length, units: few ? silent.map(({ name }) => inSentence(name)).join(', ') : '' })];
}

const fileChoices = (unit: Unit, period: Period): Choice[] =>
  formats.map((format) => ({ id: format, label: say(`totals-file-${format}`), to: { scene: 'tonghop', args: `f${format}:${period.id}:${unitRef(unit.id)}` } }));

const behindChoice = (unit: Unit, period: Period, page: number, label: Text): Choice => ({ id: `behind-${page}`, label, to: { scene: 'tonghop', args: `l${page}:${period.id}:${unitRef(unit.id)}` } });

const anotherPeriod = (unit: Unit): Choice => ({ id: 'period', label: say('totals-other-period'), to: { scene: 'tonghop', args: `p::${unitRef(unit.id)}` } });

/** The reports behind the figures, newest day first, some at a time. */
export async function behindReply(unit: Unit, period: Period, page: number, world: World): Promise<Reply> {
  const reports = await world.reports.behind(world.tree.historyOf(unit.id, lastDay(period, world)), period.from, period.to, REPORTS_SHOWN + 1, page * REPORTS_SHOWN);
  const shown = reports.slice(0, REPORTS_SHOWN).map((one): Text => {
    const whose = one.unitId === unit.id ? quote('') : say('totals-report-unit', { unit: inSentence(world.tree.get(one.unitId)?.name ?? '') });
    return say('totals-report', { code: one.code, day: showDay(one.day), title: one.title, whose, waiting: one.status === 'filed' ? 1 : 0 });
  });
  const head = say('totals-behind-head', { unit: inSentence(unit.name), period: periodText(period) });
  if (shown.length === 0) return reply([head, say('totals-empty')]);
  const more = reports.length > REPORTS_SHOWN ? [behindChoice(unit, period, page + 1, say('totals-behind-more'))] : [];
  return reply([head, ...shown], { choices: more });
}
