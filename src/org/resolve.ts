import type { Fault, Origin } from './sheets/index.ts';
import type { UnitTree } from './tree.ts';
import { livesOn, type Unit } from './unit.ts';

/** An import was refused: every fault, nothing was kept. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    super(`${faults.length} faults`);
    this.faults = faults;
  }
}

/** A fault that shows only against the store, at its row and column. */
export const faultAt = (row: Origin, field: string, code: Fault['code'], value: string, args: Record<string, string> = {}): Fault => ({
  sheet: row.sheet,
  row: row.row,
  column: row.columns?.[field] ?? null,
  value,
  code,
  args,
});

type NamesUnit = Origin & { unit: string; above: string | null };

/** Finds the one unit of today that a row names, by its code too; null after telling what stands in the way, with what would be right. */
export function unitOf(row: NamesUnit, tree: UnitTree, today: string, faults: Fault[]): Unit | null {
  const coded = tree.get(row.unit);
  if (coded && livesOn(coded, today)) return coded;
  const found = named(row, tree, today);
  if (found.length === 1) return found[0]!;
  faults.push(found.length > 1 ? faultAt(row, 'unit', 'two-units', row.unit, { candidates: listed(found, tree, today) }) : unknownUnit(row, tree, today));
  return null;
}

/** By its name; where nothing is called so, "Chi hội 3, phường An Biên" or "Chi hội 3 - An Biên" tells the unit above too. */
function named(row: NamesUnit, tree: UnitTree, today: string): Unit[] {
  const found = tree.find(row.unit, today, row.above ?? undefined);
  const [, name, above] = /^(.+?)\s*(?:,|\s[-–])\s*(.+)$/u.exec(row.unit) ?? [];
  return found.length > 0 || !name || !above || row.above !== null ? found : tree.find(name, today, above);
}

/** No such unit today: it may have gone into another, or stand below another unit than the row says. */
function unknownUnit(row: NamesUnit, tree: UnitTree, today: string): Fault {
  const [former, ...others] = tree.findFormer(row.unit, today, row.above ?? undefined);
  const now = former && others.length === 0 ? tree.placeOn(former.id, today) : undefined;
  if (now && now.kind !== 'thành phố') return faultAt(row, 'unit', 'former-unit', row.unit, { now: now.name });
  const elsewhere = row.above === null ? [] : tree.find(row.unit, today);
  if (elsewhere.length > 0) return faultAt(row, 'above', 'unit-not-there', row.unit, { above: row.above ?? '', candidates: listed(elsewhere, tree, today) });
  return faultAt(row, 'unit', 'unknown-unit', row.unit);
}

const LISTED = 5;

/** "Xã Lê Lợi (Huyện An Dương); Xã Lê Lợi (Huyện Gia Lộc)…" */
export function listed(units: Unit[], tree: UnitTree, today: string): string {
  const named = units.slice(0, LISTED).map((unit) => {
    const above = tree.parent(unit.id, today);
    return above ? `${unit.name} (${above.name})` : unit.name;
  });
  return named.join('; ') + (units.length > LISTED ? '…' : '');
}

