import { z } from 'zod';
import { end, go, lines, pass, reject, reply, say, type Choice, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import { periodText } from '../src/documents/index.ts';
import type { Unit } from '../src/org/index.ts';
import { periodsAround, readPeriod, type Closing, type ClosePeriod, type Period, type ReopenPeriod } from '../src/reports/index.ts';
import { addDays, clockOf, dayOf, showDay } from '../src/time.ts';
import { navBack, navLater } from './report-words.ts';
import { cadreOf, inSentence, type HoiScene, type World } from './world.ts';

const state = z.discriminatedUnion('step', [z.object({ step: z.literal('which'), unitId: z.string() }), z.object({ step: z.literal('sure'), unitId: z.string(), period: z.string(), waiting: z.number() })]);
type State = z.infer<typeof state>;

/**
 * An upper level says that the figures of a period stand. While reports below wait it is refused, unless she says so
 * explicitly, which is recorded; so is every reopening.
 */
export const chotSoLieu: HoiScene<State> = {
  name: 'chot-so-lieu',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  place: (at: State) => [at.step, 'period' in at ? at.period : ''].join(':'),
  for: 'cadre',
  stillHers: (at: State, world: World) => reviewingUnit(world)?.id === at.unitId,

  async enter(args, world): Promise<Outcome<State>> {
    const unit = reviewingUnit(world);
    if (!unit) return end([reply(say('review-may-not'))]);
    const [what, id = ''] = args.split(':');
    if (what === 'mo') return reopen(Number(id), unit, world);
    return ask({ step: 'which', unitId: unit.id }, world);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    const unit = reviewingUnit(world)!;
    if (picked === 'later') return end([reply(say('review-later'))]);
    if (picked === 'back') return ask({ step: 'which', unitId: unit.id }, world);
    if (at.step === 'sure' && picked === 'close') return close(at.period, at.waiting, unit, world);
    const period = at.step === 'which' && picked ? readPeriod(picked) : null;
    if (period) return tryToClose(period, unit, world);
    return input.kind === 'text' ? reject(at, [reply(say('refused-not-a-choice')), ...(await promptOf(at, world))]) : pass;
  },

  prompt: promptOf,
  silence: async () => end([]),

  /** A report has come in for a period she had closed. */
  async fire(payload, world: World) {
    const { draftId, closingId } = payload as { draftId: string; closingId: number };
    const report = await world.reports.ofDraft(draftId);
    if (!report?.late || report.status === 'withdrawn') return { kind: 'drop', why: 'not-filed' };
    const closing = (await world.reports.closings(world.scope.units.map((unit) => unit.id))).find((one) => one.id === closingId);
    if (!closing) return { kind: 'drop', why: 'reopened' };
    const unit = world.tree.get(report.unitId)?.name ?? '';
    const told = say('closing-late', { code: report.code, title: report.title, unit, day: showDay(report.day), period: labelOf(closing.period) });
    return { kind: 'say', replies: [reply(told, { choices: [reopenChoice(closing)] })] };
  },
};

/** Her first unit that has units to review below it. */
const reviewingUnit = (world: World): Unit | undefined =>
  world.scope.may('review') ? world.scope.units.find((unit) => world.tree.children(unit.id, world.today).some((child) => world.scope.reviews(child.id))) : undefined;

const labelOf = (id: string) => periodText(readPeriod(id)!);
const reopenChoice = ({ id, period }: Closing): Choice => ({ id: `mo-${id}`, label: say('closing-reopen', { period: labelOf(period) }), to: { scene: 'chot-so-lieu', args: `mo:${id}` } });

const ask = async (at: State, world: World): Promise<Outcome<State>> => go(at, await promptOf(at, world));

async function promptOf(at: State, world: World): Promise<Reply[]> {
  if (at.step === 'sure') {
    return [
      reply(say('closing-waiting', { count: at.waiting, period: labelOf(at.period) }), {
        choices: [{ id: 'review', label: say('menu-review'), to: { scene: 'duyet' } }, { id: 'close', label: say('closing-anyway', { count: at.waiting }) }, navBack],
      }),
    ];
  }
  const closings = await world.reports.closings([at.unitId]);
  const open = periods(world).filter(({ id }) => !closings.some((one) => one.period === id));
  const closed = closings.slice(-3).map((one) => say('closing-closed', { period: labelOf(one.period), at: `${clockOf(one.closedAt)} ${showDay(dayOf(one.closedAt))}`, waiting: one.waiting }));
  const choices = open.map((period): Choice => ({ id: period.id, label: say('closing-close', { period: periodText(period) }) }));
  return [
    reply([say('closing-which', { unit: inSentence(world.tree.get(at.unitId)?.name ?? '') }), ...(closed.length > 0 ? [lines(closed)] : [])], {
      choices: [...choices, ...closings.slice(-3).map(reopenChoice), navLater],
    }),
  ];
}

/** Days before its end from which a quarter, half or year is offered. */
const SOON = 10;

/** The month before and this one, and the longer periods around them that are over or nearly so. */
function periods({ today }: World): Period[] {
  const now = periodsAround(today);
  const before = periodsAround(addDays(now.month.from, -1));
  const longer = [before, now].flatMap(({ quarter, half, year }) => [quarter, half, year]).filter(({ to }) => to <= addDays(today, SOON));
  return [...new Map([before.month, now.month, ...longer].map((one) => [one.id, one])).values()];
}

async function tryToClose(period: Period, unit: Unit, world: World): Promise<Outcome<State>> {
  const below = world.tree.subtree(unit.id, world.today).map((one) => one.id).filter((id) => id !== unit.id);
  const waiting = await world.reports.countWaitingIn(below, period.from, period.to);
  return waiting > 0 ? ask({ step: 'sure', unitId: unit.id, period: period.id, waiting }, world) : close(period.id, 0, unit, world);
}

function close(period: string, waiting: number, unit: Unit, world: World): Outcome<State> {
  const effect: ClosePeriod = { type: 'report.close-period', unitId: unit.id, period, cadreId: cadreOf(world).id, waiting };
  const args = { period: labelOf(period), unit: inSentence(unit.name), waiting };
  return end([], { effects: [effect], receipt: ([done]) => [reply(say(done === true ? 'closing-done' : 'closing-done-before', args))] });
}

async function reopen(id: number, unit: Unit, world: World): Promise<Outcome<State>> {
  const closing = (await world.reports.closings([unit.id])).find((one) => one.id === id);
  if (!closing) return end([reply(say('closing-reopened-before'))]);
  const effect: ReopenPeriod = { type: 'report.reopen-period', closingId: id, cadreId: cadreOf(world).id };
  return end([reply(say('closing-reopened', { period: labelOf(closing.period) }))], { effects: [effect] });
}
