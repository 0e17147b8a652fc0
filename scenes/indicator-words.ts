import { quote, say, type Choice, type Text } from '../src/conversation/index.ts';
import { isOpen, type Part, type Status } from '../src/indicators/index.ts';
import { showDay } from '../src/time.ts';
import { unitRef } from './unit-ref.ts';
import type { World } from './world.ts';

/** How a unit stands on an indicator: its sign and short name, the figures, and while it is not met the gap and the deadline. */
export function statusText(status: Status, world: World): Text {
  const { state } = status;
  const name = indicatorName(status);
  if (state === 'no-data') return say(status.noted ? 'indicator-noted-no-data' : 'indicator-no-data', { ...name, figure: figureName(status, world) });
  const figures = partsText(status, world);
  if (state === 'met' || state === 'provisional') return say(`indicator-${state}`, { ...name, figures });
  if (status.noted) return say('indicator-noted', { ...name, figures });
  const key = status.late && hasPace(status) ? 'indicator-unmet-late' : 'indicator-unmet';
  return say(key, { ...name, figures, gap: gapText(status, world), deadline: deadlineText(status) });
}

/** How a unit that is no more stood on its last day: nothing is asked of it. */
export function pastText(status: Status, world: World): Text {
  const name = indicatorName(status);
  if (status.state === 'no-data') return say('indicator-past-no-data', name);
  return status.state === 'unmet' ? say('indicator-past-unmet', { ...name, figures: partsText(status, world) }) : statusText(status, world);
}

/** One thing is done or it is not: only where there are several to do is there a pace. */
const hasPace = ({ parts }: Status): boolean => parts.length > 1 || parts.some((part) => part.target > 1);

/** The same in a list of units on one indicator, whose name and deadline stand above it. */
export function behindText(status: Status, world: World): Text {
  const unit = world.tree.get(status.unitId)?.name ?? '';
  if (status.state === 'no-data') return say('behind-no-data', { unit, figure: figureName(status, world) });
  return say('behind-line', { unit, figures: partsText(status, world), gap: gapText(status, world) });
}

export const indicatorName = ({ indicator }: Pick<Status, 'indicator'>): { number: string; name: string } => ({ number: String(indicator.number), name: indicator.short });

/** Of terms that run side by side each has its own number 1: their indicators are told apart by name. */
export const sideBySide = (world: World): boolean => world.indicators.termsOn(world.today).length > 1;

/** What is done so far: "mới 4/11 chi hội trưởng (36%)", "1/1 hoạt động". */
function partsText({ parts, indicator }: Status, world: World): Text {
  const [part] = parts;
  if (indicator.kind === 'composite') return say('indicator-parts', { done: parts.filter((one) => one.value >= one.target).length, all: parts.length });
  if (indicator.kind !== 'ratio') return say('indicator-count', { value: part!.value, target: part!.target, unit: unitOf(part!, world) });
  const key = part!.value >= part!.target ? 'indicator-ratio-reached' : 'indicator-ratio';
  return say(key, { value: part!.value, of: part!.of!, unit: unitOf(part!, world), percent: percentOf(part!), day: showDay(part!.asOf!) });
}

/** What is still to do, in numbers and names. */
export function gapText({ parts, indicator }: Status, world: World): Text {
  const open = parts.filter((part) => part.value < part.target);
  if (indicator.kind === 'composite') return say('gap-parts', { names: open.map((part) => world.indicators.measure(part.measure)?.name ?? part.measure).join(', ') });
  const [part] = open;
  if (!part) return say('gap-none');
  const missing = part.target - part.value;
  if (indicator.kind === 'ratio') return say('gap-ratio', { missing, unit: unitOf(part, world), target: part.percent! });
  return say('gap-count', { missing, unit: unitOf(part, world) });
}

/** A day that no source states is told as such. */
export const deadlineText = ({ deadline, confirmed, daysLeft }: Status): Text => say(`deadline${daysLeft < 0 ? '-over' : ''}${confirmed ? '' : '-unconfirmed'}`, { day: showDay(deadline) });

const unitOf = (part: Part, world: World): string => world.indicators.measure(part.measure)?.unit ?? '';
const percentOf = (part: Part): number => (part.of === 0 ? 100 : Math.floor((part.value / part.of!) * 100));

function figureName({ indicator }: Status, world: World): string {
  return indicator.kind === 'ratio' ? (world.indicators.figure(indicator.of)?.name.toLocaleLowerCase('vi') ?? '') : '';
}

/**
 * The button that opens the form which closes the gap, with what is known of it already answered: of three models the
 * one that is still missing. Where only a figure is missing, the question for it.
 */
export function closeGap(status: Status, world: World): Choice {
  const { indicator, unitId, state, parts } = status;
  if (state === 'no-data' && indicator.kind === 'ratio') return askFigure(indicator.of, unitId, world);
  const [missing, ...others] = parts.filter((part) => part.value < part.target);
  const measure = missing && others.length === 0 ? `:${missing.measure}` : '';
  const label = sideBySide(world) ? 'indicator-report-named' : 'indicator-report';
  return { id: `gap-${indicator.id}`, label: say(label, indicatorName(status)), to: { scene: 'baocao', args: `k:${indicator.evidence[0]}:${unitRef(unitId)}${measure}` } };
}

export const askFigure = (figure: string, unitId: string, world: World): Choice => ({
  id: `figure-${figure}`,
  label: say('figure-update', { name: world.indicators.figure(figure)?.name.toLocaleLowerCase('vi') ?? figure }),
  to: { scene: 'so-lieu', args: `${figure}:${unitRef(unitId)}` },
});

/** Two indicators that wait for the same figure need one button. With a single one open, how it is done is at hand too. */
export function closeGaps(statuses: Status[], world: World): Choice[] {
  const open = statuses.filter(isOpen);
  const choices = open.map((status) => closeGap(status, world));
  const how = open.length === 1 ? [howTo(open[0]!)] : [];
  return [...new Map([...choices, ...how].map((choice) => [choice.id, choice])).values()];
}

const howTo = ({ indicator }: Status): Choice => ({ id: 'how-to', label: say('indicator-how'), to: { scene: 'hoi', args: `s:${indicator.procedure}:` } });

export const unitTitle = (unitId: string, world: World): Text => quote(`**${world.tree.get(unitId)?.name ?? ''}**`);
