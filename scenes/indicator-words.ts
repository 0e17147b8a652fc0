import { say, type Choice, type Text } from '../src/conversation/index.ts';
import type { Part, Status } from '../src/indicators/index.ts';
import { showDay } from '../src/time.ts';
import type { World } from './world.ts';

/** How a unit stands on an indicator: its sign and short name, the figures, and while it is not met the gap and the deadline. */
export function statusText(status: Status, world: World): Text {
  const { indicator, state } = status;
  const name = { number: String(indicator.number), name: indicator.short };
  if (state === 'no-data') return say('indicator-no-data', { ...name, figure: figureName(status, world) });
  const figures = partsText(status, world);
  if (state === 'met' || state === 'provisional') return say(`indicator-${state}`, { ...name, figures });
  return say(status.late ? 'indicator-unmet-late' : 'indicator-unmet', { ...name, figures, gap: gapText(status, world), deadline: deadlineText(status, world) });
}

/** What is done so far: "mới 4/11 chi hội trưởng (36%)", "1/1 hoạt động". */
function partsText({ parts, indicator }: Status, world: World): Text {
  if (indicator.kind === 'ratio') {
    const [part] = parts;
    return say('indicator-ratio', { value: part!.value, of: part!.of!, unit: unitOf(part!, world), percent: percentOf(part!) });
  }
  if (indicator.kind === 'composite') return say('indicator-parts', { done: parts.filter((part) => part.value >= part.target).length, all: parts.length });
  return say('indicator-count', { value: parts[0]!.value, target: parts[0]!.target, unit: unitOf(parts[0]!, world) });
}

/** What is still to do, in numbers and names. */
export function gapText({ parts, indicator }: Status, world: World): Text {
  const open = parts.filter((part) => part.value < part.target);
  if (indicator.kind === 'composite') return say('gap-parts', { names: open.map((part) => world.indicators.measure(part.measure)?.name ?? part.measure).join(', ') });
  const [part] = open;
  if (!part) return say('gap-none');
  const missing = part.target - part.value;
  if (indicator.kind === 'ratio') return say('gap-ratio', { missing, unit: unitOf(part, world), target: indicator.target });
  return say('gap-count', { missing, unit: unitOf(part, world) });
}

/** A term's last day that no source states is told as such. */
function deadlineText({ indicator, deadline }: Status, world: World): Text {
  const confirmed = indicator.period === 'year' || world.indicators.termOn(world.today)?.to.confirmed;
  return say(confirmed ? 'deadline' : 'deadline-unconfirmed', { day: showDay(deadline) });
}

const unitOf = (part: Part, world: World): string => world.indicators.measure(part.measure)?.unit ?? '';
const percentOf = (part: Part): number => (part.of === 0 ? 100 : Math.floor((part.value / part.of!) * 100));

function figureName({ indicator }: Status, world: World): string {
  const id = indicator.kind === 'ratio' ? indicator.of : '';
  return world.indicators.termOn(world.today)?.figures.find((one) => one.id === id)?.name.toLocaleLowerCase('vi') ?? '';
}

/** The button that opens the form which closes the gap. */
export const closeGap = ({ indicator, unitId }: Status): Choice => ({
  id: `gap-${indicator.id}`,
  label: say('indicator-report', { number: String(indicator.number), name: indicator.short }),
  to: { scene: 'baocao', args: `k:${indicator.activity}:${unitId}` },
});
