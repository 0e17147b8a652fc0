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

/** What is told of a unit and a period is reckoned from this, and from nothing else. */
export interface Reckoned {
  /** The last day that counts, and the first of the cumulative figures. */
  until: string;
  since: string;
  inPeriod: Standing[];
  now: Summary;
  all: Summary;
}

export async function reckon(unit: Unit, period: Period, { tree, today, reports, indicators }: World): Promise<Reckoned> {
  const until = period.to < today ? period.to : today;
  const since = cumulativeFrom(period, indicators.termOn(until));
  const ids = tree.historyOf(unit.id, until);
  const standing = await reports.standing(ids, since, until);
  const inPeriod = between(standing, period.from, until);
  const within = new Set(ids);
  const add = (of: Standing[]): Summary => summarise(of, (id) => within.has(id), (measure) => indicators.measure(measure)?.add ?? 'sum');
  return { until, since, inPeriod, now: add(inPeriod), all: add(standing) };
}

/** Totals at once: what was done, the figures with those since the new year, who has not reported; then the files. */
export async function totalsReply(unit: Unit, period: Period, world: World): Promise<Reply> {
  const reckoned = await reckon(unit, period, world);
  const { now, inPeriod, until } = reckoned;
  const head = say('totals-head', { unit: unit.name, period: periodText(period) });
  const count = now.reports.reports.length;
  if (count === 0) return reply([head, say('totals-empty'), say('totals-files-empty')], { choices: [...fileChoices(unit, period), anotherPeriod(unit)] });
  const counted = say('totals-count', { count: whole(now.reports), waiting: now.reports.provisional });
  const text = [head, counted, kindLines(now, world), measureLines(reckoned, world), ...silentUnits(unit, inPeriod, until, world), say('totals-files')];
  const deeper = [choice('behind', say('totals-behind', { count }), 'l0', unit, period), ...(world.tree.children(unit.id, until).length > 0 ? [choice('units', say('totals-by-unit'), 'u0', unit, period)] : [])];
  return reply(text.filter((one) => one !== null), { choices: [...fileChoices(unit, period), ...deeper, anotherPeriod(unit)] });
}

/** The most first. */
function kindLines({ kinds }: Summary, { reports }: World): Text {
  const sorted = [...kinds].toSorted(([, a], [, b]) => whole(b) - whole(a));
  const shown = sorted.slice(0, KINDS_SHOWN).map(([id, total]) => say('totals-kind', { name: reports.activity(id)?.name ?? id, count: whole(total), waiting: total.provisional }));
  return lines([...shown, ...(sorted.length > KINDS_SHOWN ? [say('totals-more-kinds', { count: sorted.length - KINDS_SHOWN })] : [])]);
}

/** Figures of the period, each with the cumulative one where it says more; the number of activities is told already. */
function measureLines({ now, all, since }: Reckoned, { indicators }: World): Text | null {
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

const choice = (id: string, label: Text, what: string, unit: Unit, period: Period): Choice => ({ id, label, to: { scene: 'tonghop', args: `${what}:${period.id}:${unitRef(unit.id)}` } });

const fileChoices = (unit: Unit, period: Period): Choice[] => formats.map((format) => choice(format, say(`totals-file-${format}`), `f${format}`, unit, period));

export const totalsChoice = (unit: Unit, period: Period): Choice => choice('totals', say('totals-back'), 't', unit, period);

const anotherPeriod = (unit: Unit): Choice => ({ id: 'period', label: say('totals-other-period'), to: { scene: 'tonghop', args: `p::${unitRef(unit.id)}` } });
