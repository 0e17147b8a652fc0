import { groupBy } from '../src/collections.ts';
import { lines, reply, say, type Choice, type Reply, type Text } from '../src/conversation/index.ts';
import type { Status } from '../src/indicators/index.ts';
import { closeGaps, indicatorName, statusText, unitTitle } from './indicator-words.ts';
import { cadreOf, inSentence, type World } from './world.ts';

const GAPS_SHOWN = 5;

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
  const draftOf = ({ indicator, unitId }: Status) => drafts.find((one) => indicator.evidence.includes(one.kind) && unitId === one.unitId);
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

/** One after the other, with commas. */
export const joined = (texts: Text[]): Text => texts.reduce((all, one) => say('reminder-joined', { all, one }));
