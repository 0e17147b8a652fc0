import { groupBy } from '../src/collections.ts';
import { lines, quote, reply, say, type Choice, type Reply, type Text } from '../src/conversation/index.ts';
import { isOpen, rollup, type Rollup, type Status } from '../src/indicators/index.ts';
import type { Unit } from '../src/org/index.ts';
import type { Digest } from '../src/reminders/index.ts';
import { addDays, showDay } from '../src/time.ts';
import { closeGaps, indicatorName, statusText, unitTitle } from './indicator-words.ts';
import { cadreOf, inSentence, type World } from './world.ts';

const GAPS_SHOWN = 5;
const UNITS_NAMED = 8;

/** Her own part of a digest: what is met, then what is not; null when there is neither. */
export async function digestReply(due: Status[], met: Status[], world: World, snoozes: Choice[]): Promise<Reply | null> {
  const praise = praiseTexts(met, world);
  if (due.length > 0) return ownReply(due, praise, world, snoozes, toneOf);
  return praise.length > 0 ? reply(praise) : null;
}

function praiseTexts(met: Status[], world: World): Text[] {
  return [...groupBy(met, (one) => one.unitId)].map(([unitId, of]) => {
    const names = joined(of.map((one) => say('reminder-praise-one', indicatorName(one))));
    return say('reminder-praise', { unit: inSentence(world.tree.get(unitId)?.name ?? ''), names });
  });
}

/** Unmet indicators; of a report she is in the middle of, only a word that it waits to be sent. */
export async function ownReply(statuses: Status[], before: Text[], world: World, snoozes: Choice[], head: (of: Status[], world: World) => Text): Promise<Reply> {
  const drafts = await world.reports.openDrafts(cadreOf(world).id);
  const draftOf = ({ indicator, unitId }: Status) => drafts.find((one) => indicator.activity === one.kind && unitId === one.unitId);
  const begun = [...new Set(statuses.flatMap((one) => draftOf(one) ?? []))];
  const rest = statuses.filter((one) => !draftOf(one));
  const goOn = begun.map((draft): Text => say('reminder-draft', { name: world.reports.activity(draft.kind)?.name ?? '' }));
  const resume = begun.map((draft): Choice => ({ id: `go-on-${draft.id}`, label: say('report-resume'), to: { scene: 'baocao', args: `d:${draft.id}` } }));
  const body = rest.length === 0 ? [] : [head(rest, world), ...unitTexts(rest, world)];
  return reply([...before, ...goOn, ...body], { choices: [...resume, ...closeGaps(rest.slice(0, GAPS_SHOWN), world), ...(rest.length > 0 ? snoozes : [])] });
}

export const againReply = (statuses: Status[], above: string, world: World): Reply =>
  reply([say('reminder-again', { name: cadreOf(world).name, above: inSentence(above), count: statuses.length }), ...unitTexts(statuses, world)], {
    choices: closeGaps(statuses.slice(0, GAPS_SHOWN), world),
  });

/** She asked herself: no urging. */
export const openHead = (statuses: Status[]): Text => say('reminder-open', { count: statuses.length });

/** Gentler early, firmer near the deadline; firm only when all of it is due then. */
function toneOf(statuses: Status[], world: World): Text {
  const days = Math.min(...statuses.map((one) => one.daysLeft));
  const together = statuses.every((one) => one.daysLeft === days);
  const near = days <= 1 ? 'reminder-last' : 'reminder-firm';
  const tone = days <= 7 && together ? near : days <= 30 ? 'reminder-soon' : 'reminder-gentle';
  return say(tone, { name: cadreOf(world).name, count: statuses.length, days });
}

const unitTexts = (statuses: Status[], world: World): Text[] =>
  [...groupBy(statuses, (one) => one.unitId)].map(([unitId, own]) => lines([unitTitle(unitId, world), ...own.map((status) => statusText(status, world))]));

/** What the level above is told: who is behind near a deadline, how all stand this week, who cannot be reached. */
export async function belowReply({ above, weekly, unreachable }: Digest, world: World): Promise<Reply | null> {
  if (above.length === 0 && !weekly && unreachable.length === 0) return null;
  const units = unitsBelow(world);
  const statuses = above.length > 0 || weekly ? await world.indicators.statuses(units, world.tree, world.today) : [];
  const named = new Set(above.flatMap((one) => one.indicators));
  const behind = behindTexts(statuses.filter((one) => isOpen(one) && named.has(one.indicator.id)), world);
  const texts = [
    ...(behind.length > 0 ? [say('above-head', { name: cadreOf(world).name }), ...behind] : []),
    ...(weekly ? await weeklyTexts(statuses, units, world) : []),
    ...(await unreachableTexts(unreachable, world)),
  ];
  if (texts.length === 0) return null;
  const open: Choice = { id: 'chase', label: say('above-open'), to: { scene: 'don-doc' } };
  const seen: Choice = { id: 'seen', label: say('above-ack'), to: { scene: 'don-doc', args: `ok:${world.today}` } };
  return reply(texts, { choices: behind.length > 0 ? [open, seen] : [open] });
}

/** Units with indicators right below her. */
export const unitsBelow = (world: World): Unit[] =>
  world.scope.units.flatMap((unit) => world.indicators.answerable(unit.id, world.tree, world.today)).filter((unit) => world.scope.reviews(unit.id));

const behindTexts = (statuses: Status[], world: World): Text[] =>
  [...groupBy(statuses.toSorted((a, b) => a.daysLeft - b.daysLeft), (one) => one.indicator)].map(([, of]) =>
    say('above-line', { ...indicatorName(of[0]!), days: of[0]!.daysLeft, count: of.length, units: unitNames(of.map((one) => one.unitId), world) }),
  );

function unitNames(ids: string[], world: World): Text {
  const names = quote(ids.slice(0, UNITS_NAMED).map((id) => world.tree.get(id)?.name ?? id).join(', '));
  return ids.length > UNITS_NAMED ? say('above-more', { units: names, count: ids.length - UNITS_NAMED }) : names;
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
  const people = await Promise.all(cadres.map((id) => world.org.byId(id, world.today)));
  const named = people.flatMap((cadre) => {
    const held = cadre?.positions.find(({ unitId }) => world.scope.reviews(unitId));
    return cadre && held ? [say('above-unreachable-one', { name: cadre.name, unit: inSentence(world.tree.get(held.unitId)?.name ?? '') })] : [];
  });
  return named.length === 0 ? [] : [say('above-unreachable', { names: joined(named) })];
}

/** One after the other, with commas. */
export const joined = (texts: Text[]): Text => texts.reduce((all, one) => say('reminder-joined', { all, one }));
