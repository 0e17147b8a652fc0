import { end, lines, quote, reply, say, type Choice, type Outcome, type Reply, type Text } from '../src/conversation/index.ts';
import { isBranch, type Unit } from '../src/org/index.ts';
import { showDay } from '../src/time.ts';
import { noState } from './bat-dau.ts';
import { formerById, formerReply, names, partsOf } from './former-words.ts';
import { endedText, endedUnits } from './unit-ended.ts';
import { cadreOf, inSentence, type HoiScene, type World } from './world.ts';

/**
 * /donvi: her units, what they were made of, those above and below; or what became of a former commune. The former
 * names are public; her own units are told to her only.
 */
export const donVi: HoiScene<never> = {
  name: 'donvi',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'anyone',

  async enter(args, world): Promise<Outcome<never>> {
    const [kind, id = ''] = args.split(':');
    if (kind === 't') return end([formerById(id, world) ?? notFound()]);
    if (kind === 'm') return end([madeOf(id, world)]);
    if (args.trim() !== '') return end([formerReply(args, world) ?? named(args, world) ?? notFound()]);
    return end([world.person.known ? await own(world) : forStranger()]);
  },

  /** Her unit has gone into another one. */
  async fire(payload, world) {
    const { unitId } = payload as { unitId: string };
    const unit = endedUnits(world).find((one) => one.id === unitId);
    if (!unit) return { kind: 'drop', why: 'not-her-unit' };
    return { kind: 'say', replies: [reply(await endedText(unit, world))] };
  },
};

const notFound = (): Reply => reply(say('former-none'));

const forStranger = (): Reply => reply(say('unit-stranger'), { choices: [{ id: 'nhan-dien', label: say('menu-identify'), to: { scene: 'nhan-dien' } }] });

function madeOf(id: string, world: World): Reply {
  const unit = world.tree.get(id);
  // Names of chi hội are not public, and no list of former names has them.
  return (unit && !isBranch(unit) && partsOf(unit, world)) || notFound();
}

/** A unit of today that no list of former names knows. */
function named(text: string, world: World): Reply | null {
  const [unit, ...others] = world.tree.find(text, world.today).filter((one) => !isBranch(one));
  if (!unit || others.length > 0) return null;
  return reply(say('unit-own', { unit: unit.name, above: aboveText(unit, world), below: quote('') }));
}

async function own(world: World): Promise<Reply> {
  const ended = await Promise.all(endedUnits(world).map((unit) => endedText(unit, world)));
  const units = world.scope.units.map((unit) => lines([ownText(unit, world), ...historyText(unit, world)]));
  const left = await world.org.draftsLeftTo(cadreOf(world).id);
  const goOn = left.length > 0 ? [{ id: 'baocao', label: say('unit-left-go-on'), to: { scene: 'baocao' } }] : [];
  return reply([...units, ...ended.flat(), ...left.map((one) => leftText(one, world)), say('unit-former-hint')], { choices: [...goOn, ...world.scope.units.flatMap((unit) => belowChoice(unit, world))] });
}

type Left = Awaited<ReturnType<World['org']['draftsLeftTo']>>[number];

/** "Chị Mận để lại…": what her forerunner did not finish. */
function leftText({ name, address, unitId, count }: Left, world: World): Text {
  const whole = `${address} ${name}`;
  return say('unit-left-drafts', { Name: whole.charAt(0).toLocaleUpperCase('vi') + whole.slice(1), count, unit: inSentence(world.tree.get(unitId)?.name ?? '') });
}

function ownText(unit: Unit, world: World): Text {
  const below = world.tree.children(unit.id, world.today).length;
  return say('unit-own', { unit: unit.name, above: aboveText(unit, world), below: below > 0 ? say('unit-below', { count: below }) : quote('') });
}

function aboveText(unit: Unit, world: World): Text {
  const above = world.tree.parent(unit.id, world.today);
  return above ? say('unit-above', { above: inSentence(above.name) }) : quote('');
}

/** What it was called, and what went into it. */
function historyText(unit: Unit, world: World): Text[] {
  const called = (unit.past ?? []).filter((shape) => shape.name !== unit.name).map((shape) => say('unit-was-called', { name: shape.name, to: showDay(shape.to) }));
  const parts = world.org.madeOf(unit, world.tree, world.today).filter((row) => !(unit.past ?? []).some((shape) => shape.name === row.name));
  return [...called, ...(parts.length > 0 ? [say('unit-made-of', { from: showDay(unit.from), names: names(parts) })] : [])];
}

/** The city does not list its 114 units here; a commune's chi hội are few enough for the totals. */
const belowChoice = (unit: Unit, world: World): Choice[] => (world.tree.children(unit.id, world.today).length > 0 && world.scope.may('see-below') ? [{ id: 'tonghop', label: say('menu-totals'), to: { scene: 'tonghop', args: unit.id } }] : []);
