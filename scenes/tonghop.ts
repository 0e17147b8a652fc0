import { z } from 'zod';
import { end, go, pass, reject, reply, say, type Choice, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import { formats, isFormat, periodLabel, periodText, type Format } from '../src/documents/index.ts';
import type { Unit } from '../src/org/index.ts';
import { periodsAround, readPeriod, readPeriodWords, type Period } from '../src/reports/index.ts';
import { addDays } from '../src/time.ts';
import { navBack } from './report-words.ts';
import { unitSeen } from './seen.ts';
import { behindReply, linesReply, unitsReply } from './tonghop-behind.ts';
import { totalsReply } from './tonghop-words.ts';
import { unitOfRef } from './unit-ref.ts';
import { cadreOf, inSentence, tell, type HoiScene, type World } from './world.ts';

const state = z.discriminatedUnion('step', [
  z.object({ step: z.literal('period'), unitId: z.string() }),
  /** Choosing among the units below `under`, or among those that a typed name may mean. */
  z.object({ step: z.literal('unit'), under: z.string(), page: z.number(), among: z.array(z.string()).optional() }),
]);
type State = z.infer<typeof state>;

const asked = z.object({ format: z.enum(formats), unitId: z.string(), period: z.string() });
const SHOWN = 8;
/** A choice of periods may well be answered after lunch. */
const WAIT_MINUTES = 12 * 60;

/** Totals of her unit and all below it for the period she chooses, the reports behind them, and the files made of them. */
export const tongHop: HoiScene<State> = {
  name: 'tonghop',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  place: (at: State) => (at.step === 'unit' ? [at.step, at.under, at.page, ...(at.among ?? [])].join(':') : [at.step, at.unitId].join(':')),
  for: 'cadre',
  stillHers: (at: State, world: World) => world.scope.sees(at.step === 'period' ? at.unitId : at.under),

  async enter(args, world): Promise<Outcome<State>> {
    const [own] = world.scope.units;
    if (!own) return end([reply(say('indicators-no-unit'))]);
    return (await pressed(args, world)) ?? typed(args, own, world);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    const text = input.kind === 'text' ? input.text : '';
    if (picked === undefined && text === '') return pass;
    return at.step === 'period' ? choosePeriod(at, picked, text, world) : chooseUnit(at, picked, text, world);
  },

  prompt: async (at: State, world: World) => [promptOf(at, world)],
  silence: async () => end([]),

  /** The file that she asked for, if she may still see what is in it. */
  async fire(payload, world: World) {
    const { format, unitId, period: id } = asked.parse(payload);
    const unit = world.tree.get(unitId);
    const period = readPeriod(id, world.indicators.termOn(world.today));
    if (!unit || !period || !world.scope.sees(unit.id)) return { kind: 'drop', why: 'out-of-scope' };
    const subject = { unit, period, tree: world.tree, today: world.today };
    const files = format === 'png' ? { photos: await world.documents.photos(subject) } : { document: await world.documents.document(format, subject) };
    const text = say(`totals-made-${format}`, { unit: inSentence(unit.name), period: periodText(period) });
    return { kind: 'say', replies: [reply(text, files)] };
  },
};

const BUTTON = /^(?:([tpd])|l(\d{1,4})(?:~([\w-]{4}))?|u(\d{1,4})|f(\w+)):([\w-]*):(.+)$/;

/**
 * What a button of an earlier message asks: totals `t`, another period `p`, their reports `l` or the choice of a line of
 * them `d`, the units below `u`, a file `f`. Null for anything else.
 */
async function pressed(args: string, world: World): Promise<Outcome<State> | null> {
  const found = BUTTON.exec(args);
  if (!found) return null;
  const [, what, page, line = '', units, format = '', periodId = '', ref = ''] = found;
  const unit = unitOfRef(ref, world.tree);
  if (!unit || !world.scope.sees(unit.id)) return end([reply(say('indicators-no-unit'))]);
  const period = readPeriod(periodId, world.indicators.termOn(world.today));
  if (what === 'p' || !period) return ask({ step: 'period', unitId: unit.id }, world);
  if (what === 'd') return end([await linesReply(unit, period, world)]);
  if (page !== undefined) return end([await behindReply(unit, period, { page: Number(page), ref: line }, world)]);
  if (units !== undefined) return end([await unitsReply(unit, period, Number(units), world)]);
  if (isFormat(format)) return order(format, unit, period, world);
  return end([await totalsReply(unit, period, world)], { effects: unitSeen(unit, world) });
}

/** "/tonghop", "/tonghop tháng 10", "/tonghop xã Tiên Minh". */
async function typed(args: string, own: Unit, world: World): Promise<Outcome<State>> {
  if (args.trim() === '') return ask({ step: 'period', unitId: own.id }, world);
  const period = readPeriodWords(args, world.today, world.indicators.termOn(world.today));
  return period ? end([await totalsReply(own, period, world)]) : byName(args, { step: 'unit', under: own.id, page: 0 }, world);
}

const ask = (at: State, world: World): Outcome<State> => go(at, [promptOf(at, world)], { waitMinutes: WAIT_MINUTES });
const promptOf = (at: State, world: World): Reply => (at.step === 'period' ? periodPrompt(at.unitId, world) : unitPrompt(at, world));

async function choosePeriod(at: Extract<State, { step: 'period' }>, picked: string | undefined, text: string, world: World): Promise<Outcome<State>> {
  const unit = world.tree.get(at.unitId);
  if (!unit || !world.scope.sees(unit.id)) return end([reply(say('indicators-no-unit'))]);
  const term = world.indicators.termOn(world.today);
  // A period in words first: "quý 3" must not be taken for the button of another quarter.
  const period = readPeriodWords(text, world.today, term) ?? readPeriod(picked ?? '', term);
  if (period) return end([await totalsReply(unit, period, world)], { effects: unitSeen(unit, world) });
  return picked === 'other' ? ask({ step: 'unit', under: unit.id, page: 0 }, world) : reject(at, [reply(say('totals-which-again')), periodPrompt(unit.id, world)]);
}

function periodPrompt(unitId: string, world: World): Reply {
  const choices = periodsOffered(world).map((period): Choice => ({ id: period.id, label: periodLabel(period) }));
  const other: Choice = { id: 'other', label: say('totals-other-unit') };
  return reply(say('totals-which', { unit: inSentence(world.tree.get(unitId)?.name ?? '') }), { choices: [...choices, ...(unitsOffered(unitId, world).length > 0 ? [other] : [])] });
}

/** Those under way, the month before, and in their first month after those that have just ended. */
function periodsOffered({ today, indicators }: World): Period[] {
  const now = periodsAround(today);
  const before = periodsAround(addDays(now.month.from, -1));
  const term = readPeriod('term', indicators.termOn(today));
  const all = [now.month, before.month, before.quarter, now.quarter, before.half, now.half, before.year, now.year, ...(term ? [term] : [])];
  return [...new Map(all.map((period) => [period.id, period])).values()];
}

/** Her other units, then those right below. */
function unitsOffered(under: string, { scope, tree, today }: World): Unit[] {
  const below = tree.children(under, today).filter((unit) => scope.sees(unit.id));
  return [...scope.units.filter((unit) => unit.id !== under), ...below];
}

async function chooseUnit(at: Extract<State, { step: 'unit' }>, picked: string | undefined, text: string, world: World): Promise<Outcome<State>> {
  if (picked === 'back') return ask({ step: 'period', unitId: at.under }, world);
  if (picked === 'more') return ask({ ...at, page: at.page + 1 }, world);
  const unit = text === '' || picked !== undefined ? world.tree.get(picked ?? '') : undefined;
  return unit && world.scope.sees(unit.id) ? ask({ step: 'period', unitId: unit.id }, world) : byName(text, at, world);
}

/** A unit by its name, of those she may see; when several are called so, she chooses. */
async function byName(name: string, at: Extract<State, { step: 'unit' }>, world: World): Promise<Outcome<State>> {
  const found = world.tree.find(name, world.today).filter((unit) => world.scope.sees(unit.id));
  const [only] = found;
  if (only && found.length === 1) return ask({ step: 'period', unitId: only.id }, world);
  if (found.length > 1) return ask({ ...at, page: 0, among: found.map((unit) => unit.id) }, world);
  const { among: _, ...all } = at;
  return reject<State>(all, [reply(say('totals-no-such-unit')), unitPrompt(all, world)]);
}

function unitPrompt({ under, page, among }: Extract<State, { step: 'unit' }>, world: World): Reply {
  const units = among ? among.flatMap((id) => world.tree.get(id) ?? []) : unitsOffered(under, world);
  const shown = units.slice(page * SHOWN, (page + 1) * SHOWN);
  const label = (unit: Unit) => (among ? say('totals-unit-of', { unit: unit.name, above: inSentence(world.tree.get(unit.parentId ?? '')?.name ?? '') }) : { quote: unit.name });
  const more: Choice[] = units.length > (page + 1) * SHOWN ? [{ id: 'more', label: say('totals-more-units', { count: units.length - (page + 1) * SHOWN }), nav: true }] : [];
  return reply(say(among ? 'totals-unit-among' : 'totals-unit-which', { count: units.length }), { choices: [...shown.map((unit): Choice => ({ id: unit.id, label: label(unit) })), ...more, navBack] });
}

/** The file is made after the turn and sent when it is ready. Two presses in one minute are one wish. */
function order(format: Format, unit: Unit, period: Period, world: World): Outcome<State> {
  const key = `document:${format}:${period.id}:${unit.id}:${world.now.toISOString().slice(0, 16)}`;
  const push = { ...tell(cadreOf(world).id, key, 'tonghop', { format, unitId: unit.id, period: period.id }, world), asked: true };
  return end([], { effects: [push, ...unitSeen(unit, world, 'exported')], receipt: ([fresh]) => [reply(say(fresh === true ? `totals-making-${format}` : 'totals-already-making'))] });
}
