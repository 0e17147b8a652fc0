import { z } from 'zod';
import { end, reply, say, type Choice, type Outcome, type Reply } from '../src/conversation/index.ts';
import { isOpen, type Status } from '../src/indicators/index.ts';
import type { SnoozeReminders } from '../src/reminders/index.ts';
import { addDays, showDay } from '../src/time.ts';
import { noState } from './bat-dau.ts';
import { againReply, digestReply, openHead, ownReply } from './digest.ts';
import { belowReply } from './digest-above.ts';
import { cadreOf, type HoiScene, type World } from './world.ts';

const snoozeDays = { mai: 1, 'ba-ngay': 3, tuan: 7 } as const;
type Snooze = keyof typeof snoozeDays;

const digest = z.object({
  day: z.string(),
  due: z.array(z.object({ unitId: z.string(), milestone: z.string(), indicators: z.array(z.string()) })),
  met: z.array(z.object({ unitId: z.string(), indicators: z.array(z.string()) })),
  above: z.array(z.object({ milestone: z.string(), indicators: z.array(z.string()) })),
  weekly: z.boolean(),
  unreachable: z.array(z.number()),
});
/** The level above asks for this unit to be reminded now. */
const again = z.object({ again: z.string(), by: z.string() });
const payloadShape = z.union([digest, again]);

/** The digest of unmet indicators that the program sends by itself; /nhacviec shows it on demand, and snoozes. */
export const nhacViec: HoiScene<never> = {
  name: 'nhac-viec',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'cadre',

  async enter(args, world): Promise<Outcome<never>> {
    if (args in snoozeDays) return snooze(args as Snooze, world);
    const statuses = await openStatuses(world);
    const shown = statuses.length === 0 ? reply(say('reminder-none')) : await ownReply(statuses, [], world, snoozeChoices(statuses, world), openHead);
    return end([{ ...shown, choices: [...(shown.choices ?? []), ...chasing(world), ...(await settings(world))] }]);
  },

  /** Checked again at the moment of sending: what has been met since is left out, and with nothing left nothing is said. */
  async fire(payload, world: World) {
    const read = payloadShape.safeParse(payload);
    if (!read.success) return { kind: 'drop', why: 'written by another version' };
    const said = 'again' in read.data ? await againSaid(read.data, world) : await digestSaid(read.data, world);
    return typeof said === 'string' ? { kind: 'drop', why: said } : { kind: 'say', replies: said };
  },
};

/** A digest belongs to its day: one that could not leave is folded into the next. */
async function digestSaid(told: z.infer<typeof digest>, world: World): Promise<Reply[] | string> {
  if (told.day !== world.today) return 'of another day';
  if (((await world.reminders.snoozedUntil(cadreOf(world).id)) ?? '') > world.today) return 'asked for quiet';
  const mine = new Set(world.scope.units.map((unit) => unit.id));
  const units = [...new Set([...told.due, ...told.met].map((one) => one.unitId))].filter((id) => mine.has(id)).flatMap((id) => world.tree.get(id) ?? []);
  const statuses = await world.indicators.statuses(units, world.tree, world.today);
  const names = (of: { unitId: string; indicators: string[] }[], { unitId, indicator }: Status): boolean =>
    of.some((one) => one.unitId === unitId && one.indicators.includes(indicator.id));
  const due = nearestFirst(statuses.filter((one) => isOpen(one) && names(told.due, one)));
  const met = statuses.filter((one) => one.state === 'met' && names(told.met, one));
  const own = await digestReply(due, met, world, snoozeChoices(due, world));
  const below = await belowReply(told, world);
  const replies = [own, below].filter((one) => one !== null);
  return replies.length === 0 ? 'met' : replies;
}

async function againSaid({ again: unitId, by }: z.infer<typeof again>, world: World): Promise<Reply[] | string> {
  const unit = world.scope.units.find((one) => one.id === unitId);
  const open = unit ? (await world.indicators.statuses([unit], world.tree, world.today)).filter(isOpen) : [];
  return open.length === 0 ? 'met' : [againReply(nearestFirst(open), by, world)];
}

/** Unmet indicators of the units she is reminded of. */
async function openStatuses(world: World): Promise<Status[]> {
  const statuses = await world.indicators.statuses(world.scope.remindedOf, world.tree, world.today);
  return nearestFirst(statuses.filter(isOpen));
}

const nearestFirst = (statuses: Status[]): Status[] => statuses.toSorted((a, b) => a.daysLeft - b.daysLeft);

/** The day she would be reminded again, a working day; null when that is past the nearest deadline. */
function snoozedTo(id: Snooze, statuses: Status[], world: World): string | null {
  const until = world.calendar.workingDayFrom(addDays(world.today, snoozeDays[id]));
  return statuses.every((one) => one.daysLeft < 0 || until <= one.deadline) ? until : null;
}

function snoozeChoices(statuses: Status[], world: World): Choice[] {
  if (statuses.length === 0) return [];
  return (Object.keys(snoozeDays) as Snooze[])
    .filter((id) => snoozedTo(id, statuses, world) !== null)
    .map((id) => ({ id: `snooze-${id}`, label: say(`snooze-${id}`), to: { scene: 'nhac-viec', args: id } }));
}

async function snooze(id: Snooze, world: World): Promise<Outcome<never>> {
  const until = snoozedTo(id, await openStatuses(world), world);
  if (until === null) return end([reply(say('snooze-too-late'))]);
  const effect: SnoozeReminders = { type: 'push.snooze', cadreId: cadreOf(world).id, until };
  return end([reply(say('snoozed', { day: showDay(until) }))], { effects: [effect] });
}

/** The way to the units below, for who reviews them. */
const chasing = (world: World): Choice[] =>
  world.scope.units.some((unit) => world.indicators.answerable(unit.id, world.tree, world.today).some((one) => world.scope.reviews(one.id)))
    ? [{ id: 'chase', label: say('above-open'), to: { scene: 'don-doc' } }]
    : [];

/** Her hour, her leave. */
async function settings(world: World): Promise<Choice[]> {
  if (world.scope.remindedOf.length === 0) return [];
  const { awayUntil } = await world.reminders.choices(cadreOf(world).id, world.today);
  const away = awayUntil !== null && awayUntil >= world.today ? 'back' : 'away';
  return ['hour', away].map((id) => ({ id: `settings-${id}`, label: say(`settings-${id}`), to: { scene: 'lich-nhac', args: id } }));
}
