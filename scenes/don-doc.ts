import { groupBy } from '../src/collections.ts';
import { end, lines, quote, reply, say, type Choice, type Effect, type Outcome, type Text } from '../src/conversation/index.ts';
import { isOpen, type NotePaper, type Status } from '../src/indicators/index.ts';
import type { Cadre, Unit } from '../src/org/index.ts';
import { digestKey, type Acknowledge, type PutInCharge } from '../src/reminders/index.ts';
import { dayOf, showDay } from '../src/time.ts';
import { noState } from './bat-dau.ts';
import { unitsBelow } from './digest-above.ts';
import { indicatorName, statusText, unitTitle } from './indicator-words.ts';
import { unitOfRef, unitRef } from './unit-ref.ts';
import { cadreOf, inSentence, tell, type HoiScene, type World } from './world.ts';

const PAGE = 8;

type Done = Promise<Outcome<never>>;

/** The level above sees to one unit after the other: reminds again, names who is in charge, notes a report on paper. */
export const donDoc: HoiScene<never> = {
  name: 'don-doc',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'cadre',
  async enter(args, world): Done {
    const [what = '', id = '', more = ''] = args.split(':');
    if (what === 'ok') return acknowledge(id, world);
    if (what === 'a') return id === 'yes' ? remindAll(world) : askAll(world);
    if (what === '' || what === 'p') return list(Number(id) || 0, world);
    const unit = unitOfRef(id, world.tree);
    if (!unit || !world.scope.reviews(unit.id)) return end([reply(say('chase-may-not'))]);
    if (what === 'n') return remindAgain(unit, world);
    if (what === 'g') return more ? putInCharge(unit, more, world) : askWho(unit, world);
    if (what === 'b') return more ? notePaper(unit, more, true, world) : askPaper(unit, world);
    if (what === 'x') return notePaper(unit, more, false, world);
    return show(unit, world);
  },
};

const action = (id: string, label: Text, args: string): Choice => ({ id, label, to: { scene: 'don-doc', args } });

async function acknowledge(day: string, world: World): Done {
  const effect: Acknowledge = { type: 'push.acknowledge', cadreId: cadreOf(world).id, key: digestKey(day) };
  return end([reply(say('above-acked'))], { effects: [effect] });
}

/** Units that have something open, those with the nearest deadline and the most to do first. */
async function list(page: number, world: World): Done {
  const statuses = (await world.indicators.statuses(unitsBelow(world), world.tree, world.today)).filter(isOpen);
  const units = [...groupBy(statuses, (one) => one.unitId)].toSorted(([, a], [, b]) => nearest(a) - nearest(b) || b.length - a.length);
  if (units.length === 0) return end([reply(say('chase-none'))]);
  const shown = units.slice(page * PAGE, (page + 1) * PAGE);
  const choices = shown.map(([id, of]) => action(id, say('chase-item', { unit: world.tree.get(id)?.name ?? id, count: of.length }), `u:${unitRef(id)}`));
  const next = units.length > (page + 1) * PAGE ? [action('next', say('chase-next'), `p:${page + 1}`)] : [];
  return end([reply(say('chase-list', { count: units.length }), { choices: [...choices, ...next] })]);
}

const nearest = (statuses: Status[]): number => Math.min(...statuses.map((one) => one.daysLeft));

async function openOf(unit: Unit, world: World): Promise<Status[]> {
  return (await world.indicators.statuses([unit], world.tree, world.today)).filter(isOpen);
}

/** One unit: what is open, how long it has been reminded of, who is there, and what can be done. */
async function show(unit: Unit, world: World): Done {
  const open = await openOf(unit, world);
  const id = unitRef(unit.id);
  const choices = open.length === 0 ? [] : [action('again', say('chase-again'), `n:${id}`), action('assign', say('chase-reassign'), `g:${id}`), action('paper', say('chase-paper'), `b:${id}`)];
  const statuses = open.length === 0 ? [say('chase-none')] : open.map((status) => statusText(status, world));
  return end([reply([lines([unitTitle(unit.id, world), ...statuses]), lines(await aboutUnit(unit, open, world))], { choices })]);
}

async function aboutUnit(unit: Unit, open: Status[], world: World): Promise<Text[]> {
  const { reminders, today, tree } = world;
  const seen = (await reminders.contacts([unit.id])).get(unit.id);
  const told = (await reminders.reminded([unit.id], `${today.slice(0, 4)}-01-01`, today)).get(unit.id);
  const cadres = await world.org.of([unit.id], today);
  const nameOf = (id: number | null): string | undefined => cadres.find((cadre) => cadre.id === id)?.name;
  const receivers = (await receiversOf(unit, world)).flatMap((id) => nameOf(id) ?? []);
  const confirmed = open.every(({ indicator }) => indicator.responsible.confirmed);
  const wishes = (await reminders.peopleOf([unit.id], tree, today)).flatMap(({ cadreId, snoozedUntil, awayUntil, standInId }): Text[] => {
    const name = nameOf(cadreId) ?? '';
    const other = nameOf(standInId);
    return [
      ...(snoozedUntil !== null && snoozedUntil > today ? [say('chase-snoozed', { name, day: showDay(snoozedUntil) })] : []),
      ...(awayUntil !== null && awayUntil >= today ? [other ? say('chase-away-with', { name, other, day: showDay(awayUntil) }) : say('chase-away', { name, day: showDay(awayUntil) })] : []),
    ];
  });
  return [
    seen ? say('chase-contact', { day: showDay(dayOf(seen)) }) : say('chase-no-contact'),
    told ? say('chase-reminded', { times: told.times, day: showDay(told.first) }) : say('chase-not-reminded'),
    receivers.length === 0 ? say('chase-nobody') : say(confirmed ? 'chase-people-confirmed' : 'chase-people', { names: receivers.join(', ') }),
    ...wishes,
  ];
}

const receiversOf = async ({ id }: Unit, { reminders, tree, today }: World): Promise<number[]> => (await reminders.receiversOf([id], tree, today)).get(id) ?? [];

/** At most once a day a unit: the key says so. */
function again(unit: Unit, receivers: number[], world: World): Effect[] {
  const above = world.tree.parent(unit.id, world.today)?.name ?? '';
  return receivers.map((cadreId) => tell(cadreId, `again:${unit.id}:${world.today}`, 'nhac-viec', { again: unit.id, by: above }, world));
}

async function remindAgain(unit: Unit, world: World): Done {
  const receivers = await receiversOf(unit, world);
  if (receivers.length === 0) return end([reply(say('chase-nobody'))]);
  const cadres = (await world.org.of([unit.id], world.today)).filter((cadre) => receivers.includes(cadre.id));
  const effects = again(unit, cadres.map((cadre) => cadre.id), world);
  const done = say('chase-again-done', { names: namesOf(cadres) });
  return end([], { effects, receipt: (planned) => [reply(planned.includes(true) ? done : say('chase-again-already', { unit: inSentence(unit.name) }))] });
}

/** Units with something open so near its deadline that she is told of it. */
async function nearUnits(world: World): Promise<Unit[]> {
  const statuses = await world.indicators.statuses(unitsBelow(world), world.tree, world.today);
  const near = statuses.filter((one) => isOpen(one) && one.daysLeft <= Math.max(0, ...one.term.remind['tell-above']));
  return [...new Set(near.map((one) => one.unitId))].flatMap((id) => world.tree.get(id) ?? []);
}

async function askAll(world: World): Done {
  const { length: count } = await nearUnits(world);
  if (count === 0) return end([reply(say('chase-all-none'))]);
  return end([reply(say('chase-all-sure', { count }), { choices: [action('yes', say('chase-again-all', { count }), 'a:yes')] })]);
}

async function remindAll(world: World): Done {
  const units = await nearUnits(world);
  const receivers = await world.reminders.receiversOf(units.map((unit) => unit.id), world.tree, world.today);
  const effects = units.map((unit) => again(unit, receivers.get(unit.id) ?? [], world));
  const told = effects.filter((of) => of.length > 0);
  if (told.length === 0) return end([reply(say(units.length === 0 ? 'chase-all-none' : 'chase-nobody'))]);
  const nobody = units.length - told.length;
  const done = say(nobody > 0 ? 'chase-all-done-but' : 'chase-all-done', { people: told.flat().length, count: told.length, nobody });
  return end([], { effects: told.flat(), receipt: (planned) => [reply(planned.includes(true) ? done : say('chase-all-already'))] });
}

const namesOf = (cadres: Cadre[]): string => cadres.map((cadre) => cadre.name).join(', ');

async function askWho(unit: Unit, world: World): Done {
  const cadres = (await world.org.of([unit.id], world.today)).slice(0, PAGE);
  if (cadres.length === 0) return end([reply(say('chase-nobody'))]);
  const usual = (await world.reminders.inCharge(unit.id)) === null ? [] : [action('all', say('chase-reassign-all'), `g:${unitRef(unit.id)}:0`)];
  return end([reply(say('chase-reassign-who', { unit: inSentence(unit.name) }), { choices: [...cadres.map(({ id, name }) => action(String(id), quote(name), `g:${unitRef(unit.id)}:${id}`)), ...usual] })]);
}

async function putInCharge(unit: Unit, chosen: string, world: World): Done {
  const cadre = (await world.org.of([unit.id], world.today)).find(({ id }) => String(id) === chosen);
  if (!cadre && chosen !== '0') return end([reply(say('chase-nobody'))]);
  const effect: PutInCharge = { type: 'push.in-charge', unitId: unit.id, cadreId: cadre?.id ?? null, byId: cadreOf(world).id };
  return end([reply(cadre ? say('chase-reassigned', { name: cadre.name, unit: inSentence(unit.name) }) : say('chase-reassigned-all'))], { effects: [effect] });
}

async function askPaper(unit: Unit, world: World): Done {
  const open = await openOf(unit, world);
  if (open.length === 0) return end([reply(say('chase-none'))]);
  const choices = open.map((status) => action(status.indicator.id, say('chase-paper-item', indicatorName(status)), `b:${unitRef(unit.id)}:${status.indicator.id}`));
  return end([reply(say('chase-paper-which', { unit: unit.name }), { choices })]);
}

async function notePaper(unit: Unit, indicatorId: string, noted: boolean, world: World): Done {
  const statuses = await world.indicators.statuses([unit], world.tree, world.today);
  const status = statuses.find((one) => one.indicator.id === indicatorId && (noted ? isOpen(one) : one.noted));
  if (!status) return end([reply(say('chase-none'))]);
  const { deadline, indicator } = status;
  const effect: NotePaper = { type: 'indicator.note-paper', unitId: unit.id, indicator: indicator.id, deadline, cadreId: cadreOf(world).id, noted };
  const names = { unit: inSentence(unit.name), number: String(indicator.number) };
  const done = noted
    ? reply(say('chase-paper-done', { ...names, day: showDay(deadline) }), { choices: [action('undo', say('chase-paper-undo'), `x:${unitRef(unit.id)}:${indicator.id}`)] })
    : reply(say('chase-paper-undone', names));
  return end([done], { effects: [effect] });
}
