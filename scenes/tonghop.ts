import { z } from 'zod';
import { end, go, lines, reject, reply, say, type Choice, type Outcome, type Reply, type Text } from '../src/conversation/index.ts';
import { groupBy } from '../src/collections.ts';
import { periodsAround, readPeriod, totalOf, type Period } from '../src/reports/index.ts';
import { addDays, showDay } from '../src/time.ts';
import { inSentence, type HoiScene, type World } from './world.ts';

const state = z.discriminatedUnion('step', [z.object({ step: z.literal('period'), unitId: z.string() })]);
type State = z.infer<typeof state>;

/** The totals of her unit and all below it, for the period she chooses. */
export const tongHop: HoiScene<State> = {
  name: 'tonghop',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  for: 'cadre',
  stillHers: (at: State, world: World) => world.scope.sees(at.unitId),
  async enter(args, world): Promise<Outcome<State>> {
    const [unitId, periodId = ''] = args.split(':');
    const unit = unitId ? world.tree.get(unitId) : world.scope.units[0];
    if (!unit || !world.scope.sees(unit.id)) return end([reply(say('indicators-no-unit'))]);
    const period = readPeriod(periodId);
    return period ? end([await totals(unit.id, period, world)]) : go<State>({ step: 'period', unitId: unit.id }, [periodPrompt(unit.id, world)]);
  },
  async step(at: State, input, world): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? (input.picks ?? input.text) : '';
    const period = readPeriod(picked);
    if (!period) return input.kind === 'text' ? reject(at, [reply(say('totals-which-again')), periodPrompt(at.unitId, world)]) : { kind: 'pass' };
    return end([await totals(at.unitId, period, world)]);
  },
  prompt: async (at: State, world: World) => [periodPrompt(at.unitId, world)],
  silence: async () => end([]),
};

function periodPrompt(unitId: string, world: World): Reply {
  const now = periodsAround(world.today);
  const before = periodsAround(addDays(now.month.from, -1));
  const choice = (key: string, period: Period): Choice => ({ id: period.id, label: say(key, { period: periodName(period) }) });
  return reply(say('totals-which', { unit: inSentence(world.tree.get(unitId)?.name ?? '') }), {
    choices: [choice('period-month', now.month), choice('period-month', before.month), choice('period-quarter', now.quarter), choice('period-half', now.half), choice('period-year', now.year)],
  });
}

/** "11/2026", "IV/2026", "2/2026", "2026". */
function periodName({ id }: Period): string {
  const [year, part] = id.split('-');
  if (!part) return year!;
  if (part.startsWith('Q')) return `${['I', 'II', 'III', 'IV'][Number(part[1]) - 1]}/${year}`;
  return part.startsWith('H') ? `${part[1]}/${year}` : `${part}/${year}`;
}

async function totals(unitId: string, period: Period, world: World): Promise<Reply> {
  const units = world.tree.subtree(unitId, period.to < world.today ? period.to : world.today).map((unit) => unit.id);
  const kinds = await world.reports.countByKind(units, period.from, period.to);
  const head = say('totals-head', { unit: inSentence(world.tree.get(unitId)?.name ?? ''), units: units.length, from: showDay(period.from), to: showDay(period.to) });
  if (kinds.length === 0) return reply([head, say('totals-empty')]);
  const byKind = world.reports.activities.flatMap(({ id, name }) => kinds.filter((row) => row.kind === id).map((row) => say('totals-kind', { name, count: row.filed, waiting: row.filed - row.accepted })));
  return reply([head, lines(byKind), say('totals-measures'), lines(await measureRows(units, period, world)), say('totals-note')]);
}

async function measureRows(units: string[], period: Period, world: World): Promise<Text[]> {
  const byMeasure = groupBy(await world.reports.contributions(units, period.from, period.to), (one) => one.measure);
  return [...byMeasure].flatMap(([id, contributions]): Text[] => {
    const measure = world.indicators.measure(id);
    if (!measure) return [];
    const { final, provisional } = totalOf(contributions, measure.add);
    return [say('totals-measure', { name: measure.name, value: final + provisional, unit: measure.unit, waiting: provisional })];
  });
}
