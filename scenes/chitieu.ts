import { z } from 'zod';
import { end, lines, quote, reply, say, type Choice, type Outcome, type Reply, type Text } from '../src/conversation/index.ts';
import { isOpen, type Indicator, type Rollup, type Status } from '../src/indicators/index.ts';
import type { Unit } from '../src/org/index.ts';
import { addDays, showDay } from '../src/time.ts';
import { noState } from './bat-dau.ts';
import { askFigure, behindText, closeGaps, deadlineText, indicatorName, pastText, sideBySide, statusText } from './indicator-words.ts';
import { unitSeen } from './seen.ts';
import { unitOfRef, unitRef } from './unit-ref.ts';
import { cadreOf, inSentence, tell, type HoiScene, type World } from './world.ts';

const PAGE = 10;
/** In a button: the statuses as a picture. */
const PICTURE = 'anh';
const drawn = z.object({ unitId: z.string() });
const FORMER_SHOWN = 12;

/** How her unit stands on the indicators; of a level above, how its units stand and who is behind. */
export const chiTieu: HoiScene<never> = {
  name: 'chitieu',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'cadre',
  async enter(args, world): Promise<Outcome<never>> {
    if (world.indicators.termsOn(world.today).length === 0) return end([reply(say('indicators-no-term'))]);
    const [unitId, what = '', page = ''] = args.split(':');
    const unit = unitId ? unitOfRef(unitId, world.tree) : world.scope.units[0];
    if (!unit || !seesWithHistory(unit, world)) return end([reply(say('indicators-no-unit'))]);
    if (what === PICTURE) return orderPicture(unit, world);
    const told = await shown(unit, what, Number(page) || 0, world);
    return end([args === '' ? withOthers(told, unit, world) : told], { effects: unitSeen(unit, world) });
  },

  /** The picture that she asked for, if she may still see what is in it. */
  async fire(payload, world: World) {
    const unit = world.tree.get(drawn.parse(payload).unitId);
    if (!unit || !world.scope.sees(unit.id)) return { kind: 'drop', why: 'out-of-scope' };
    const photos = await world.documents.standings(unit, world.tree, world.today);
    return { kind: 'say', replies: [reply(say('indicators-picture', { unit: inSentence(unit.name) }), { photos })] };
  },
};

/** Who holds positions in several units goes from one to the next. */
function withOthers(said: Reply, unit: Unit, { scope }: World): Reply {
  const others = scope.units.filter((one) => one.id !== unit.id).map((one): Choice => ({ id: `unit-${one.id}`, label: say('indicators-other-unit', { unit: inSentence(one.name) }), to: { scene: 'chitieu', args: unitRef(one.id) } }));
  return { ...said, choices: [...(said.choices ?? []), ...others] };
}

async function shown(unit: Unit, what: string, page: number, world: World): Promise<Reply> {
  if (what === '~') return formerUnits(unit, world);
  if (what !== '') return behind(unit, what, page, world);
  if (unit.to !== null && unit.to < world.today) return history(unit, unit.to, world);
  if (world.indicators.termsOn(world.today).some((term) => term.units.includes(unit.kind))) return ownStatus(unit, world);
  const below = world.indicators.answerable(unit.id, world.tree, world.today);
  return below.length > 0 ? overview(unit, world) : contribution(unit, world);
}

/** It is drawn after the turn and sent when it is ready. Two presses in one minute are one wish. */
function orderPicture(unit: Unit, world: World): Outcome<never> {
  const key = `standings:${unit.id}:${world.now.toISOString().slice(0, 16)}`;
  const push = { ...tell(cadreOf(world).id, key, 'chitieu', { unitId: unit.id }, world), asked: true };
  return end([], { effects: [push, ...unitSeen(unit, world, 'exported')], receipt: ([fresh]) => [reply(say(fresh === true ? 'totals-making-png' : 'totals-already-making'))] });
}

const pictureOf = (unit: Unit): Choice => ({ id: 'picture', label: say('indicators-as-picture'), to: { scene: 'chitieu', args: `${unitRef(unit.id)}:${PICTURE}` } });

/** She may also read the history of what was merged into a unit that she sees. */
function seesWithHistory(unit: Unit, world: World): boolean {
  if (world.scope.sees(unit.id)) return true;
  return world.tree.successors(unit.id).some((heir) => heir.id !== unit.id && world.scope.sees(heir.id));
}

/** A commune: every indicator in words, the forms that close its gaps, the figures it may bring up to date. */
async function ownStatus(unit: Unit, world: World): Promise<Reply> {
  const statuses = await world.indicators.statuses([unit], world.tree, world.today);
  const open = statuses.filter(isOpen);
  const allMet = statuses.every(({ state }) => state === 'met' || state === 'provisional');
  const head = say(allMet ? 'indicators-all-met' : open.length === 0 ? 'indicators-none-open' : 'indicators-of', { unit: inSentence(unit.name), open: open.length });
  const gaps = closeGaps(statuses, world);
  const figures = figuresAsked(statuses).map((id) => askFigure(id, unit.id, world)).filter((choice) => !gaps.some((gap) => gap.id === choice.id));
  const former = formersOf(unit, world).length > 0 ? [{ id: 'former', label: say('indicators-former'), to: { scene: 'chitieu', args: `${unitRef(unit.id)}:~` } }] : [];
  return reply([head, ...byTerm(statuses, (status) => statusText(status, world), world)], { choices: [...(world.scope.files(unit.id) ? [...gaps, ...figures] : []), pictureOf(unit), ...former] });
}

const figuresAsked = (statuses: Status[]): string[] => [...new Set(statuses.flatMap(({ indicator }) => (indicator.kind === 'ratio' ? [indicator.of] : [])))];

/** With several terms side by side, each under its name. */
function byTerm<T extends { indicator: Indicator }>(of: T[], textOf: (one: T) => Text, world: World): Text[] {
  const terms = world.indicators.termsOn(world.today).map((term) => ({ term, own: of.filter(({ indicator }) => term.indicators.includes(indicator)) }));
  return terms.flatMap(({ term, own }) => (own.length === 0 ? [] : [...(sideBySide(world) ? [quote(`**${term.name} (${term.term})**`)] : []), ...own.map(textOf)]));
}

const formersOf = (unit: Unit, world: World): Unit[] => world.tree.predecessors(unit.id).filter((one) => one.id !== unit.id);

/** The units that were merged into this one, each with its own history behind a button. */
function formerUnits(unit: Unit, world: World): Reply {
  const formers = formersOf(unit, world);
  const choices = formers.slice(0, FORMER_SHOWN).map((one): Choice => ({ id: one.id, label: quote(one.name), to: { scene: 'chitieu', args: unitRef(one.id) } }));
  return reply(say('indicators-former-of', { unit: unit.name, count: formers.length }), { choices });
}

/** A unit that has ended: what became of it, and how it stood on its last day. */
async function history(unit: Unit, last: string, world: World): Promise<Reply> {
  const heirs = world.tree.successors(unit.id);
  const line = world.tree.line(unit.id).slice(1).map((one) => inSentence(one.name)).join(', ');
  const names = { unit: line === '' ? unit.name : `${unit.name} (${line})`, day: showDay(last) };
  const into = heirs.map((heir) => inSentence(heir.name)).join(', ');
  const head = into === '' ? say('indicators-ended', names) : say('indicators-ended-into', { ...names, from: showDay(addDays(last, 1)), heir: into });
  const statuses = await world.indicators.statuses([unit], world.tree, last);
  const body = statuses.length === 0 ? [await contributionText(unit, last, world)] : statuses.map((status) => pastText(status, world));
  const now = heirs.filter((heir) => world.scope.sees(heir.id)).map((heir): Choice => ({ id: heir.id, label: quote(heir.name), to: { scene: 'chitieu', args: unitRef(heir.id) } }));
  return reply([head, ...body], { choices: now });
}

/** A level above: each indicator's share of units, and a way to the units that are behind. */
async function overview(unit: Unit, world: World): Promise<Reply> {
  const rollups = await world.indicators.rollups(unit.id, world.tree, world.today);
  const behindOn = rollups.filter((one) => one.unmet + one.noData > 0);
  const choices = behindOn.map(({ indicator }): Choice => ({ id: indicator.id, label: say(sideBySide(world) ? 'indicators-who-named' : 'indicators-who', indicatorName({ indicator })), to: { scene: 'chitieu', args: `${unitRef(unit.id)}:${indicator.id}` } }));
  const units = world.indicators.answerable(unit.id, world.tree, world.today).length;
  const chase = world.scope.may('review') ? [{ id: 'chase', label: say('above-open'), to: { scene: 'don-doc' } }] : [];
  return reply([say('indicators-below', { unit: inSentence(unit.name), count: units }), ...byTerm(rollups, (one) => rollupText(one, world), world)], { choices: [...choices, ...(choices.length > 0 ? chase : []), pictureOf(unit)] });
}

function rollupText({ indicator, met, provisional, unmet, noData, noted, percent, value, of }: Rollup, world: World): Text {
  const unit = indicator.kind === 'ratio' ? (world.indicators.measure(indicator.measure)?.unit ?? '') : '';
  const share = percent === null ? say('rollup-no-data') : say(indicator.kind === 'ratio' ? 'rollup-people' : 'rollup-units', { value, of, unit, percent: Math.floor(percent), target: indicator.city.target });
  const counts = { met, provisional, unmet, noData };
  return lines([say('rollup-head', indicatorName({ indicator })), share, noted > 0 ? say('rollup-counts-noted', { ...counts, noted }) : say('rollup-counts', counts)]);
}

/** Who is behind on one indicator, the furthest from it first, page by page. */
async function behind(unit: Unit, indicatorId: string, page: number, world: World): Promise<Reply> {
  const units = world.indicators.answerable(unit.id, world.tree, world.today);
  const all = (await world.indicators.statuses(units, world.tree, world.today)).filter((one) => one.indicator.id === indicatorId);
  const open = all.filter(isOpen).toSorted((a, b) => shareOf(a) - shareOf(b));
  const shown = open.slice(page * PAGE, (page + 1) * PAGE);
  if (shown.length === 0) return reply(say('indicators-nobody-behind'));
  const rest = open.length - (page + 1) * PAGE;
  const next: Choice[] = rest > 0 ? [{ id: 'next', label: say('indicators-next', { count: Math.min(rest, PAGE) }), to: { scene: 'chitieu', args: `${unitRef(unit.id)}:${indicatorId}:${page + 1}` } }] : [];
  const more = rest > 0 ? [say('indicators-more', { count: rest })] : [];
  const head = say('indicators-behind', { count: open.length, ...indicatorName(shown[0]!), deadline: deadlineText(shown[0]!) });
  return reply([head, lines(shown.map((status) => behindText(status, world))), ...more], { choices: next });
}

const shareOf = ({ parts }: Status): number => parts.reduce((sum, part) => sum + Math.min(1, part.value / Math.max(1, part.target)), 0) / Math.max(1, parts.length);

/** A chi hội: what it has added this year; the indicators themselves are its commune's. */
async function contribution(unit: Unit, world: World): Promise<Reply> {
  return reply([say('indicators-of-commune', { unit: inSentence(unit.name) }), await contributionText(unit, world.today, world)], {
    choices: [{ id: 'baocao', label: say('menu-report'), to: { scene: 'baocao' } }],
  });
}

async function contributionText(unit: Unit, until: string, world: World): Promise<Text> {
  const rows = await world.reports.countByKind(world.tree.historyOf(unit.id, until), `${until.slice(0, 4)}-01-01`, until);
  const shown = rows.map(({ kind, filed }) => say('totals-row', { name: world.reports.activity(kind)?.name ?? kind, count: filed }));
  return shown.length === 0 ? say('totals-empty') : lines(shown);
}
