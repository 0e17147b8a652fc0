import { quote, say, type Text } from '../src/conversation/index.ts';
import type { Unit } from '../src/org/index.ts';
import { addDays, showDay } from '../src/time.ts';
import { cadreOf, inSentence, type World } from './world.ts';

/** Units in which the roster still has her, and which are no more. */
export function endedUnits(world: World): Unit[] {
  const held = new Set(world.person.cadre?.positions.map((one) => one.unitId));
  return [...held].flatMap((id) => {
    const unit = world.tree.get(id);
    return unit?.to && unit.to < world.today ? [unit] : [];
  });
}

/** Where a unit went, and who can write her down there. */
export async function endedText(unit: Unit, world: World): Promise<Text[]> {
  const into = world.tree.successors(unit.id);
  const where = into.length > 0 ? say('unit-ended-into', { units: into.map((one) => inSentence(one.name)).join(', ') }) : quote('');
  return [say('unit-ended', { unit: inSentence(unit.name), from: showDay(addDays(unit.to!, 1)), where }), await whomToAsk(unit, world)];
}

async function whomToAsk(unit: Unit, world: World): Promise<Text> {
  const above = world.tree.parent(unit.id, world.today);
  const there = above ? await world.org.of([above.id], world.today) : [];
  const one = there.find((cadre) => cadre.id !== cadreOf(world).id && world.org.scope(cadre, world.tree, world.today).may('review'));
  if (!one || !above) return say('unit-ended-ask');
  return say('unit-ended-ask-her', { name: `${one.address} ${one.name}`, unit: inSentence(above.name) });
}
