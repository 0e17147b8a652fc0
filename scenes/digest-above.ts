import { groupBy } from '../src/collections.ts';
import { lines, quote, reply, say, type Choice, type Reply, type Text } from '../src/conversation/index.ts';
import { isOpen, rollup, type Rollup, type Status } from '../src/indicators/index.ts';
import type { Unit } from '../src/org/index.ts';
import type { Digest } from '../src/reminders/index.ts';
import { addDays, dayOf, showDay } from '../src/time.ts';
import { joined } from './digest.ts';
import { indicatorName } from './indicator-words.ts';
import { unitRef } from './unit-ref.ts';
import { cadreOf, inSentence, type World } from './world.ts';

const NAMED = 8;
/** So few units each get their own button. */
const FEW = 4;

/** What the level above is told: who is behind near a deadline, how all stand this week, who cannot be reached. */
export async function belowReply({ above, weekly, unreachable }: Digest, world: World): Promise<Reply | null> {
  if (above.length === 0 && !weekly && unreachable.length === 0) return null;
  const units = unitsBelow(world);
  const statuses = above.length > 0 || weekly ? await world.indicators.statuses(units, world.tree, world.today) : [];
  const named = new Set(above.flatMap((one) => one.indicators));
  const behind = statuses.filter((one) => isOpen(one) && named.has(one.indicator.id));
  const texts = [
    ...(behind.length > 0 ? await behindTexts(behind, world) : []),
    ...(weekly ? await weeklyTexts(statuses, units, world) : []),
    ...(await unreachableTexts(unreachable, world)),
  ];
  return texts.length === 0 ? null : reply(texts, { choices: choicesFor(behind, world) });
}

/** Units with indicators below her, as far as she reviews them. */
export const unitsBelow = (world: World): Unit[] =>
  world.scope.units.flatMap((unit) => world.indicators.answerable(unit.id, world.tree, world.today)).filter((unit) => world.scope.reviews(unit.id));

function choicesFor(behind: Status[], world: World): Choice[] {
  const open: Choice = { id: 'chase', label: say('above-open'), to: { scene: 'don-doc' } };
  if (behind.length === 0) return [open];
  const ids = [...new Set(behind.map((one) => one.unitId))];
  const few = ids.length > FEW ? [] : ids.map((id): Choice => ({ id: `unit-${id}`, label: quote(world.tree.get(id)?.name ?? id), to: { scene: 'don-doc', args: `u:${unitRef(id)}` } }));
  const all: Choice = { id: 'all', label: say('above-all'), to: { scene: 'don-doc', args: 'a' } };
  const seen: Choice = { id: 'seen', label: say('above-ack'), to: { scene: 'don-doc', args: `ok:${world.today}` } };
  return [...few, all, ...(few.length > 0 ? [] : [open]), seen];
}

/** How many units are behind on each indicator, then the units themselves. */
async function behindTexts(behind: Status[], world: World): Promise<Text[]> {
  const byIndicator = groupBy(behind.toSorted((a, b) => a.daysLeft - b.daysLeft), (one) => one.indicator);
  const counts = [...byIndicator.values()].map((of) => say('above-line', { ...indicatorName(of[0]!), days: of[0]!.daysLeft, count: of.length }));
  return [say('above-head', { name: cadreOf(world).name }), lines(counts), await unitLines(behind, byIndicator.size > 1, world)];
}

/** Name by name: since when reminded, when last heard of. Those with the most to do, and the longest silent, first. */
async function unitLines(behind: Status[], several: boolean, world: World): Promise<Text> {
  const { reminders, tree, today } = world;
  const byUnit = groupBy(behind, (one) => one.unitId);
  const contacts = await reminders.contacts([...byUnit.keys()]);
  const nameOf = (id: string): string => tree.get(id)?.name ?? id;
  const seen = (id: string): number => contacts.get(id)?.getTime() ?? 0;
  const units = [...byUnit].toSorted(([a, as], [b, bs]) => bs.length - as.length || seen(a) - seen(b));
  const shown = units.slice(0, NAMED);
  const ids = shown.map(([id]) => id);
  // Their own word of today leaves in the same minute.
  const told = await reminders.reminded(ids, `${today.slice(0, 4)}-01-01`, addDays(today, -1));
  const snoozes = await reminders.snoozes(ids, today);
  const rows = shown.map(([id, of]): Text => {
    const [reminded, contact, snoozed] = [told.get(id), contacts.get(id), snoozes.get(id)];
    return say(snoozed ? 'above-unit-snoozed' : 'above-unit', {
      unit: several ? say('above-unit-numbers', { unit: nameOf(id), numbers: of.map(({ indicator }) => String(indicator.number)).join(', ') }) : nameOf(id),
      told: reminded ? say('above-told', { times: reminded.times, day: showDay(reminded.first) }) : say('above-not-told'),
      contact: contact ? say('above-contact', { day: showDay(dayOf(contact)) }) : say('above-no-contact'),
      ...(snoozed ? { day: showDay(snoozed) } : {}),
    });
  });
  return lines([...rows, ...(units.length > NAMED ? [say('above-more', { count: units.length - NAMED })] : [])]);
}

async function weeklyTexts(statuses: Status[], units: Unit[], world: World): Promise<Text[]> {
  const ids = units.map((unit) => unit.id);
  const kinds = await world.reports.countByKind(ids, addDays(world.today, -7), world.today);
  const reports = kinds.reduce((sum, one) => sum + one.filed, 0);
  const top = world.tree.parent(units[0]?.id ?? '', world.today);
  const head = say('weekly-head', { count: units.length, unit: inSentence(top?.name ?? ''), reports });
  const rows = [...groupBy(statuses, (one) => one.indicator)].map(([indicator, of]) => weeklyLine(rollup(indicator, of)));
  const pending = await world.reminders.notAcknowledged(cadreOf(world).id);
  return [head, lines(rows), ...(pending ? [say('above-not-acked', { day: showDay(pending) })] : [])];
}

const weeklyLine = ({ indicator, met, units, provisional }: Rollup): Text =>
  say(provisional > 0 ? 'weekly-line-waiting' : 'weekly-line', { ...indicatorName({ indicator }), met, units, waiting: provisional });

async function unreachableTexts(cadres: number[], world: World): Promise<Text[]> {
  const people = await Promise.all(cadres.slice(0, NAMED).map((id) => world.org.byId(id, world.today)));
  const named = people.flatMap((cadre) => {
    const held = cadre?.positions.find(({ unitId }) => world.scope.reviews(unitId));
    return cadre && held ? [say('above-unreachable-one', { name: cadre.name, unit: inSentence(world.tree.get(held.unitId)?.name ?? '') })] : [];
  });
  if (named.length === 0) return [];
  const more = cadres.length - NAMED;
  return [more > 0 ? say('above-unreachable-more', { names: joined(named), count: more }) : say('above-unreachable', { names: joined(named) })];
}
