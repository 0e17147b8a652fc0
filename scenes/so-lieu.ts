import { z } from 'zod';
import { end, go, pass, readDate, readNumber, reject, reply, say, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { SetFigure } from '../src/indicators/index.ts';
import { addDays, showDay } from '../src/time.ts';
import { statusText } from './indicator-words.ts';
import { navLater } from './report-words.ts';
import { unitOfRef } from './unit-ref.ts';
import { cadreOf, inSentence, type HoiScene, type World } from './world.ts';

const about = { figure: z.string(), unitId: z.string() };
const state = z.discriminatedUnion('step', [z.object({ step: z.literal('value'), ...about }), z.object({ step: z.literal('day'), ...about, value: z.number() })]);
type State = z.infer<typeof state>;
type About = Pick<State, 'figure' | 'unitId'>;

const MOST = 5000;
const OLDEST_DAYS = 2 * 366;

/** A figure that no report brings (how many chi hội trưởng there are) asked in chat, with the day it was true. */
export const soLieu: HoiScene<State> = {
  name: 'so-lieu',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  place: (at: State) => `${at.step}:${at.figure}`,
  for: 'cadre',
  stillHers: (at: State, world: World) => world.scope.files(at.unitId),

  async enter(args, world): Promise<Outcome<State>> {
    const [figure = '', ref = ''] = args.split(':');
    const unitId = unitOfRef(ref, world.tree)?.id ?? '';
    if (!world.indicators.figure(figure)) return end([reply(say('figure-unknown'))]);
    if (!world.scope.files(unitId)) return end([reply(say('figure-may-not'))]);
    return ask({ step: 'value', figure, unitId }, world);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    if (picked === 'later') return end([reply(say('common-cancelled'))]);
    return at.step === 'value' ? hearValue(at, input, world) : hearDay(at, picked, input, world);
  },

  prompt: promptOf,
  silence: async () => end([]),
};

const ask = async (at: State, world: World): Promise<Outcome<State>> => go(at, await promptOf(at, world));

const nameOf = ({ figure }: About, world: World): string => world.indicators.figure(figure)?.name ?? figure;
const unitOf = ({ unitId }: About, world: World): string => inSentence(world.tree.get(unitId)?.name ?? '');

async function promptOf(at: State, world: World): Promise<Reply[]> {
  if (at.step === 'day') return [dayPrompt(world)];
  const known = (await world.indicators.figuresOf(at.unitId, world.today)).find((one) => one.figure === at.figure);
  const names = { name: nameOf(at, world), unit: unitOf(at, world) };
  const question = known ? say('figure-ask-again', { ...names, value: known.value, day: showDay(known.asOf) }) : say('figure-ask', { ...names, name: names.name.toLocaleLowerCase('vi') });
  return [reply([question, say('figure-example')], { choices: [navLater] })];
}

const monthEnd = (today: string): string => addDays(`${today.slice(0, 7)}-01`, -1);

const dayPrompt = (world: World): Reply =>
  reply([say('figure-when'), say('figure-when-example')], {
    choices: [{ id: 'today', label: say('figure-today') }, { id: 'month-end', label: say('figure-month-end', { day: showDay(monthEnd(world.today)) }) }, navLater],
  });

async function hearValue(at: Extract<State, { step: 'value' }>, input: Input, world: World): Promise<Outcome<State>> {
  if (input.kind !== 'text') return pass;
  const read = readNumber(input.text, { min: 0, max: MOST, integer: true });
  if (!read.ok) return reject(at, [reply(say(`refused-${read.why}`, { min: 0, max: MOST })), ...(await promptOf(at, world))]);
  const over = await largerThan(at, read.value, world);
  return over ? reject(at, [reply(over), ...(await promptOf(at, world))]) : ask({ step: 'day', figure: at.figure, unitId: at.unitId, value: read.value }, world);
}

/** A part cannot be larger than its whole, as far as both are known. */
async function largerThan({ figure, unitId }: About, value: number, world: World) {
  const whole = world.indicators.figure(figure)?.within;
  const known = whole ? (await world.indicators.figuresOf(unitId, world.today)).find((one) => one.figure === whole) : undefined;
  if (!known || value <= known.value) return null;
  const name = (id: string): string => world.indicators.figure(id)?.name ?? id;
  return say('figure-over', { name: name(figure), other: name(whole!).toLocaleLowerCase('vi'), value: known.value });
}

async function hearDay(at: Extract<State, { step: 'day' }>, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === 'today') return keep(at, world.today, world);
  if (picked === 'month-end') return keep(at, monthEnd(world.today), world);
  if (input.kind !== 'text') return pass;
  const read = readDate(input.text, { today: world.today, tet: world.calendar.tet, earliest: addDays(world.today, -OLDEST_DAYS) });
  return read.ok ? keep(at, read.value, world) : reject(at, [reply(say(`refused-${read.why}`)), dayPrompt(world)]);
}

/** Writes it, and says how the unit stands with it. */
async function keep({ figure, unitId, value }: Extract<State, { step: 'day' }>, asOf: string, world: World): Promise<Outcome<State>> {
  const effect: SetFigure = { type: 'indicator.set-figure', unitId, figure, value, asOf, cadreId: cadreOf(world).id };
  const unit = world.tree.get(unitId);
  const statuses = unit ? await world.indicators.statuses([unit], world.tree, world.today, { figures: [{ unitId, figure, value, asOf }] }) : [];
  const touched = statuses.filter(({ indicator }) => indicator.kind === 'ratio' && indicator.of === figure);
  const done = say('figure-done', { name: nameOf({ figure, unitId }, world).toLocaleLowerCase('vi'), unit: unitOf({ figure, unitId }, world), value, day: showDay(asOf) });
  return end([reply([done, ...touched.map((status) => statusText(status, world))], { choices: [{ id: 'chitieu', label: say('menu-indicators'), to: { scene: 'chitieu' } }] })], { effects: [effect] });
}
