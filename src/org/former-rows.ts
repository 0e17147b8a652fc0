import { slug } from '../vietnamese/fold.ts';
import type { FormerUnit } from './former-mentions.ts';
import { spelling } from './sheets/index.ts';
import type { UnitTree } from './tree.ts';
import { isBranch, type Unit } from './unit.ts';

/** A short name of a former unit that fits a button: "xa-le-loi.huyen-gia-loc". */
export const formerId = ({ name, district }: FormerUnit): string => `${slug(name)}.${slug(district)}`;

/**
 * Every former name and where it is today: the table that is shipped, carried on through what the tree has learnt since,
 * and what the tree alone knows. Chi hội are left out: thousands are called alike, and nobody asks by their names.
 */
export function formerRows(shipped: FormerUnit[], tree: UnitTree, today: string): FormerUnit[] {
  const held = rowsByTree.get(tree);
  if (held?.today === today) return held.rows;
  const rows = shipped.map((row) => carriedOn(row, tree, today));
  const known = new Set(rows.map(key));
  for (const unit of tree.all) {
    if (isBranch(unit)) continue;
    for (const row of namesOf(unit, tree, today)) {
      if (known.has(key(row))) continue;
      known.add(key(row));
      rows.push(row);
    }
  }
  rowsByTree.set(tree, { today, rows });
  return rows;
}

/** The shipped table and the tree may spell one unit in two ways, and place it in a huyện that became a thành phố. */
const key = (row: FormerUnit): string => `${spelling(row.name)}|${row.now}`;

function carriedOn(row: FormerUnit, tree: UnitTree, today: string): FormerUnit {
  if (tree.find(row.now, today).some((unit) => unit.name === row.now)) return row;
  const [once] = tree.findFormer(row.now, today);
  const now = once && nowOf(once, tree, today);
  return now ? { ...row, now } : row;
}

/** The names a unit has had and has no more. */
function namesOf(unit: Unit, tree: UnitTree, today: string): FormerUnit[] {
  const now = nowOf(unit, tree, today);
  if (now === null) return [];
  const before = (unit.past ?? []).filter((shape) => shape.to < today && shape.name !== unit.name).map((shape) => ({ name: shape.name, ...around(unit, shape.to, tree), now }));
  return unit.to !== null && unit.to < today ? [...before, { name: unit.name, ...around(unit, unit.to, tree), now }] : before;
}

/** What a unit is today: itself, or what it went into; null for one that ended without a successor. */
function nowOf(unit: Unit, tree: UnitTree, today: string): string | null {
  if (unit.to === null || unit.to >= today) return unit.name;
  const names = tree.successors(unit.id).flatMap((one) => nowOf(one, tree, today) ?? []);
  return names.length > 0 ? [...new Set(names)].join(', ') : null;
}

/** The district and the province it lay in; a unit right below the city had no district. */
function around(unit: Unit, day: string, tree: UnitTree): { district: string; province: string } {
  const above = tree.parent(unit.id, day);
  const top = tree.line(unit.id).at(-1)?.name ?? '';
  return { district: above && above.name !== top ? above.name : '', province: top };
}

const rowsByTree = new WeakMap<UnitTree, { today: string; rows: FormerUnit[] }>();
