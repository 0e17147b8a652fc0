import { end, lines, quote, reply, say, type Choice, type Outcome, type Text } from '../src/conversation/index.ts';
import type { Rollup, Status } from '../src/indicators/index.ts';
import type { Unit } from '../src/org/index.ts';
import { noState } from './bat-dau.ts';
import { closeGap, statusText } from './indicator-words.ts';
import { inSentence, type HoiScene, type World } from './world.ts';

const LISTED = 20;

/** How her unit stands on the indicators; of a level above, how its units stand and who is behind. */
export const chiTieu: HoiScene<never> = {
  name: 'chitieu',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'cadre',
  async enter(args, world): Promise<Outcome<never>> {
    const term = world.indicators.termOn(world.today);
    if (!term) return end([reply(say('indicators-no-term'))]);
    const [unitId, indicatorId] = args.split(':');
    const unit = unitId ? world.tree.get(unitId) : world.scope.units[0];
    if (!unit || !world.scope.sees(unit.id)) return end([reply(say('indicators-no-unit'))]);
    if (indicatorId) return end([await behind(unit, indicatorId, world)]);
    if (term.units.includes(unit.kind)) return end([await ownStatus(unit, world)]);
    const below = world.indicators.answerable(unit.id, world.tree, world.today);
    return end([below.length > 0 ? await overview(unit, world) : await contribution(unit, world)]);
  },
};

/** A commune: every indicator in words, and the forms that close its gaps. */
async function ownStatus(unit: Unit, world: World) {
  const statuses = await world.indicators.statuses([unit], world.tree, world.today);
  const open = statuses.filter((status) => status.state === 'unmet' || status.state === 'no-data');
  const head = say(open.length === 0 ? 'indicators-all-met' : 'indicators-of', { unit: inSentence(unit.name), open: open.length });
  return reply([head, ...statuses.map((status) => statusText(status, world))], { choices: world.scope.files(unit.id) ? open.map(closeGap) : [] });
}

/** A level above: each indicator's share of units, and a way to the units that are behind. */
async function overview(unit: Unit, world: World) {
  const rollups = await world.indicators.rollups(unit.id, world.tree, world.today);
  const behindOn = rollups.filter((one) => one.unmet + one.noData > 0);
  const choices = behindOn.map(({ indicator }): Choice => ({ id: indicator.id, label: say('indicators-who', { number: String(indicator.number) }), to: { scene: 'chitieu', args: `${unit.id}:${indicator.id}` } }));
  return reply([say('indicators-below', { unit: inSentence(unit.name), count: rollups[0]?.units ?? 0 }), ...rollups.map(rollupText)], { choices });
}

function rollupText({ indicator, met, provisional, unmet, noData, percent, value, of }: Rollup): Text {
  const name = { number: String(indicator.number), name: indicator.short };
  const share = percent === null ? say('rollup-no-data') : say(indicator.kind === 'ratio' ? 'rollup-people' : 'rollup-units', { value, of, percent: Math.floor(percent), target: indicator.city.target });
  return lines([say('rollup-head', name), share, say('rollup-counts', { met, provisional, unmet, noData })]);
}

/** Who is behind on one indicator, the furthest from it first. */
async function behind(unit: Unit, indicatorId: string, world: World) {
  const units = world.indicators.answerable(unit.id, world.tree, world.today);
  const all = await world.indicators.statuses(units, world.tree, world.today);
  const open = all.filter((one) => one.indicator.id === indicatorId && (one.state === 'unmet' || one.state === 'no-data'));
  const [first] = all.filter((one) => one.indicator.id === indicatorId);
  if (!first || open.length === 0) return reply(say('indicators-nobody-behind'));
  const worstFirst = open.toSorted((a, b) => shareOf(a) - shareOf(b));
  const rows = worstFirst.slice(0, LISTED).map((status) => lines([quote(`**${world.tree.get(status.unitId)?.name ?? ''}**`), statusText(status, world)]));
  const rest = open.length > LISTED ? [say('indicators-more', { count: open.length - LISTED })] : [];
  return reply([say('indicators-behind', { count: open.length, number: String(first.indicator.number), name: first.indicator.short }), ...rows, ...rest]);
}

const shareOf = ({ parts }: Status): number => parts.reduce((sum, part) => sum + Math.min(1, part.value / Math.max(1, part.target)), 0) / Math.max(1, parts.length);

/** A chi hội: what it has added this year; the indicators themselves are its commune's. */
async function contribution(unit: Unit, world: World) {
  const year = world.today.slice(0, 4);
  const rows = await world.reports.countByKind([unit.id], `${year}-01-01`, `${year}-12-31`);
  const shown = rows.map(({ kind, filed }) => say('totals-row', { name: world.reports.activity(kind)?.name ?? kind, count: filed }));
  return reply([say('indicators-of-commune', { unit: inSentence(unit.name) }), shown.length === 0 ? say('totals-empty') : lines(shown)], {
    choices: [{ id: 'baocao', label: say('menu-report'), to: { scene: 'baocao' } }],
  });
}
