import { z } from 'zod';
import { end, go, pass, quote, readClock, readDate, reject, reply, say, type Choice, type Effect, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { Cadre } from '../src/org/index.ts';
import { isQuiet, type ChooseHour, type GoAway } from '../src/reminders/index.ts';
import { addDays, instantOf, showDay } from '../src/time.ts';
import { navLater } from './report-words.ts';
import { cadreOf, inSentence, tell, type HoiScene, type World } from './world.ts';

const state = z.discriminatedUnion('step', [
  z.object({ step: z.literal('hour') }),
  z.object({ step: z.literal('until') }),
  z.object({ step: z.literal('who'), until: z.string() }),
]);
type State = z.infer<typeof state>;

const HOURS = [8, 10, 14, 16, 19];
const LEAVES = [3, 7, 14];
const LONGEST_DAYS = 183;
const SHOWN = 8;

/** The hour a cadre wants to be reminded at, and her leave with who stands in. */
export const lichNhac: HoiScene<State> = {
  name: 'lich-nhac',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  for: 'cadre',

  async enter(args, world): Promise<Outcome<State>> {
    if (args === 'back') return end([reply(say('away-back'))], { effects: [awayEffect(null, null, world)] });
    return ask({ step: args === 'away' ? 'until' : 'hour' }, world);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    if (picked === 'later') return end([reply(say('common-cancelled'))]);
    switch (at.step) {
      case 'hour':
        return hearHour(at, picked, input, world);
      case 'until':
        return hearUntil(at, picked, input, world);
      case 'who':
        return hearWho(at, picked, input, world);
    }
  },

  prompt: promptOf,
  silence: async () => end([]),

  /** Said to the stand-in. */
  async fire(payload, world: World) {
    const { name, until } = z.object({ name: z.string(), until: z.string() }).parse(payload);
    if (until < world.today) return { kind: 'drop', why: 'over' };
    return { kind: 'say', replies: [reply(say('away-told', { name, day: showDay(until) }))] };
  },
};

const ask = async (at: State, world: World): Promise<Outcome<State>> => go(at, await promptOf(at, world));
const again = async (at: State, why: string, world: World): Promise<Outcome<State>> => reject(at, [reply(say(why)), ...(await promptOf(at, world))]);

async function promptOf(at: State, world: World): Promise<Reply[]> {
  if (at.step === 'hour') {
    const hours = HOURS.map((hour) => ({ hour, clock: `${String(hour).padStart(2, '0')}:00` })).filter(({ clock }) => !quietAt(clock, world));
    return [reply([say('hour-ask'), say('hour-example')], { choices: [...hours.map(({ hour, clock }) => ({ id: clock, label: say('hour-choice', { hour }) })), navLater] })];
  }
  if (at.step === 'until') {
    const days = LEAVES.map((days) => addDays(world.today, days));
    return [reply([say('away-ask'), say('away-example')], { choices: [...days.map((day): Choice => ({ id: day, label: say('away-choice', { day: showDay(day) }) })), navLater] })];
  }
  const others = await colleagues(world);
  return [reply(say('away-who'), { choices: [...others.map(({ id, name }): Choice => ({ id: String(id), label: quote(name) })), { id: 'nobody', label: say('away-nobody') }, navLater] })];
}

const quietAt = (clock: string, { quiet, today }: World): boolean => isQuiet(quiet, instantOf(today, clock));

async function hearHour(at: State, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === undefined && input.kind !== 'text') return pass;
  const clock = picked ?? readClock(input.kind === 'text' ? input.text : '');
  if (clock === null) return again(at, 'hour-refused', world);
  if (quietAt(clock, world)) return again(at, 'hour-quiet', world);
  const effect: ChooseHour = { type: 'push.hour', cadreId: cadreOf(world).id, clock };
  return end([reply(say('hour-done', { clock }))], { effects: [effect] });
}

async function hearUntil(at: State, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === undefined && input.kind !== 'text') return pass;
  const read = input.kind === 'text' && picked === undefined ? readDate(input.text, { today: world.today, past: false, tet: world.calendar.tet }) : null;
  if (read && !read.ok) return again(at, read.why === 'too-old' || read.why === 'future' ? 'away-refused' : `refused-${read.why}`, world);
  const until = read?.ok ? read.value : (picked ?? '');
  if (until < world.today || until > addDays(world.today, LONGEST_DAYS)) return again(at, 'away-refused', world);
  return (await colleagues(world)).length === 0 ? leave(until, null, world) : ask({ step: 'who', until }, world);
}

async function hearWho(at: Extract<State, { step: 'who' }>, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === undefined) return input.kind === 'text' ? again(at, 'refused-not-a-choice', world) : pass;
  const other = (await colleagues(world)).find((cadre) => String(cadre.id) === picked);
  return leave(at.until, other ?? null, world);
}

/** "Chị Hoa": as the roster says she is addressed. */
const calledBy = ({ address, name }: Cadre): string => `${address.charAt(0).toLocaleUpperCase('vi')}${address.slice(1)} ${name}`;

/** Who else is in her units. */
async function colleagues(world: World): Promise<Cadre[]> {
  const there = await world.org.of(world.scope.remindedOf.map((unit) => unit.id), world.today);
  return there.filter((cadre) => cadre.id !== cadreOf(world).id).slice(0, SHOWN);
}

const awayEffect = (until: string | null, standInId: number | null, world: World): GoAway => ({ type: 'push.away', cadreId: cadreOf(world).id, until, standInId });

async function leave(until: string, other: Cadre | null, world: World): Promise<Outcome<State>> {
  const me = cadreOf(world);
  const told: Effect[] = other ? [tell(other.id, `stand-in:${me.id}:${until}`, 'lich-nhac', { name: calledBy(me), until }, world)] : [];
  const day = showDay(until);
  return end([reply(other ? say('away-done-with', { day, name: inSentence(calledBy(other)) }) : say('away-done', { day }))], { effects: [awayEffect(until, other?.id ?? null, world), ...told] });
}
