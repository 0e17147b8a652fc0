import type { Unit, UnitTree } from '../org/index.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Activity } from './activities.ts';
import type { Answers } from './form.ts';

/** What an organisation of ours is called first: "Công an phường An Biên" is none, whatever follows. */
const OURS = /^(?:chi hoi|ch|hoi|lhpn) /;
const WOMEN = /\b(?:lien hiep phu nu|lhpn|phu nu|pn)\b/g;

/**
 * The units of the Union among those an activity was held with: "Công an phường, Hội LHPN phường Lê Chân và chi hội TDP 2".
 * Only in the unit's own surroundings: names repeat all over a city, and naming a unit far away must not write into its
 * totals. What stays unclear is nobody.
 */
export function partnersOf(activity: Activity, answers: Answers, unit: Unit, tree: UnitTree, day: string): string[] {
  const named = activity.questions.flatMap((question) => {
    const answer = question.type === 'text' && question.partners ? answers[question.id] : null;
    return typeof answer === 'string' ? answer.split(/[,;&+]|\svà\s|\scùng\s/iu) : [];
  });
  const near = surroundings(unit, tree, day);
  const found = named.flatMap((name) => unitNamed(name, near) ?? []);
  return [...new Set(found)].filter((id) => id !== unit.id);
}

/** Around it, nearest first: right below it, beside it, above it. */
function surroundings({ id }: Unit, tree: UnitTree, day: string): Unit[][] {
  const above = tree.parent(id, day);
  return [tree.children(id, day), above ? tree.children(above.id, day) : [], above ? [above] : []];
}

function unitNamed(written: string, near: Unit[][]): string | null {
  if (!OURS.test(`${fold(written)} `)) return null;
  const name = core(written);
  for (const units of near) {
    const fitting = units.filter((one) => core(one.name) === name || (units.length === 1 && fold(one.kind) === name));
    if (fitting.length === 1) return fitting[0]!.id;
  }
  return null;
}

/** "Hội LHPN phường An Biên" and "Phường An Biên", "CH phụ nữ TDP 2" and "Chi hội tổ dân phố 2": the same. */
const core = (name: string): string =>
  fold(name).replace(/^ch /, 'chi hoi ').replace(/\btdp\b/g, 'to dan pho').replace(WOMEN, '').replace(/\s+/g, ' ').trim().replace(/^hoi /, '');
