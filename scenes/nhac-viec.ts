import { groupBy } from '../src/collections.ts';
import { end, lines, quote, reply, say, type Choice, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { Status } from '../src/indicators/index.ts';
import type { Due, SnoozeReminders } from '../src/reminders/index.ts';
import { addDays, showDay } from '../src/time.ts';
import { noState } from './bat-dau.ts';
import { closeGap, statusText } from './indicator-words.ts';
import { cadreOf, type HoiScene, type World } from './world.ts';

const snoozeDays = { mai: 1, 'ba-ngay': 3, tuan: 7 } as const;
type Snooze = keyof typeof snoozeDays;

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
    return end([statuses.length === 0 ? reply(say('reminder-none')) : digest(statuses, world)]);
  },

  /** Checked again at the moment of sending: what has been met since is left out, and with nothing left nothing is said. */
  async fire(payload, world: World) {
    const { due } = payload as { due: Due[] };
    const open = await openStatuses(world);
    const wanted = open.filter((status) => due.some((one) => one.unitId === status.unitId && one.indicatorId === status.indicator.id));
    if (wanted.length === 0) return { kind: 'drop', why: 'met' };
    return { kind: 'say', replies: [await digestWithDraft(wanted, world)] };
  },
};

/** Unmet indicators of the units she is reminded of, the nearest deadline first. */
async function openStatuses(world: World): Promise<Status[]> {
  const kinds = world.indicators.termOn(world.today)?.units ?? [];
  const units = world.scope.remindedOf.filter((unit) => kinds.includes(unit.kind));
  const statuses = await world.indicators.statuses(units, world.tree, world.today);
  return statuses.filter((one) => one.state === 'unmet' || one.state === 'no-data').toSorted((a, b) => a.daysLeft - b.daysLeft);
}

function digest(statuses: Status[], world: World): Reply {
  const nearest = Math.min(...statuses.map((one) => one.daysLeft));
  const tone = nearest <= 7 ? 'reminder-firm' : nearest <= 30 ? 'reminder-soon' : 'reminder-gentle';
  const byUnit = [...groupBy(statuses, (one) => one.unitId)].map(([unitId, own]) =>
    lines([quote(`**${world.tree.get(unitId)?.name ?? ''}**`), ...own.map((status) => statusText(status, world))]),
  );
  return reply([say(tone, { name: cadreOf(world).name, count: statuses.length, days: nearest }), ...byUnit], { choices: [...statuses.slice(0, 5).map(closeGap), ...snoozeChoices(nearest)] });
}

/** Half-way through that very report: a word about finishing it is all that is needed. */
async function digestWithDraft(statuses: Status[], world: World): Promise<Reply> {
  const drafts = await world.reports.openDrafts(cadreOf(world).id);
  const draft = drafts.find((one) => statuses.some(({ indicator, unitId }) => indicator.activity === one.kind && unitId === one.unitId));
  if (!draft) return digest(statuses, world);
  const name = world.reports.activity(draft.kind)?.name ?? '';
  return reply(say('reminder-draft', { name }), { choices: [{ id: 'go-on', label: say('report-resume'), to: { scene: 'baocao', args: `d:${draft.id}` } }] });
}

/** Never past the deadline. */
function snoozeChoices(daysLeft: number): Choice[] {
  return (Object.keys(snoozeDays) as Snooze[])
    .filter((id) => snoozeDays[id] < daysLeft)
    .map((id) => ({ id: `snooze-${id}`, label: say(`snooze-${id}`), to: { scene: 'nhac-viec', args: id } }));
}

async function snooze(id: Snooze, world: World): Promise<Outcome<never>> {
  const until = addDays(world.today, snoozeDays[id]);
  const statuses = await openStatuses(world);
  const nearest = Math.min(...statuses.map((one) => one.daysLeft));
  if (snoozeDays[id] >= nearest) return end([reply(say('snooze-too-late'))]);
  const effect: SnoozeReminders = { type: 'push.snooze', cadreId: cadreOf(world).id, until };
  return end([reply(say('snoozed', { day: showDay(until) }))], { effects: [effect] });
}

