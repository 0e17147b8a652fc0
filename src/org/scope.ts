import type { Positions, Right } from './positions.ts';
import type { UnitTree } from './tree.ts';
import { livesOn, type Unit } from './unit.ts';

/** A person of the roster with what she holds today. */
export interface Cadre {
  id: number;
  name: string;
  phone: string;
  address: string;
  admin: boolean;
  positions: { unitId: string; title: string }[];
}

/**
 * What one cadre may see and do: the one check that every read and write goes through.
 * She sees her own units and all below them; files for her own; reviews what comes from right below. An administrator
 * besides sees every unit, but files and reviews only where she holds a position.
 */
export interface Scope {
  /** Her own units that live today, in the roster's order. */
  units: Unit[];
  may(right: Right): boolean;
  sees(unitId: string): boolean;
  files(unitId: string): boolean;
  reviews(unitId: string): boolean;
  /** Of her units, those whose indicators she is reminded of. */
  remindedOf: Unit[];
  /** Of her units, those for which she answers what the program does not know. */
  answersFor: Unit[];
}

export function scopeOf(cadre: Cadre | null, tree: UnitTree, positions: Positions, day: string): Scope {
  const held = (cadre?.positions ?? []).flatMap(({ unitId, title }) => {
    const unit = tree.get(unitId);
    return unit && livesOn(unit, day) ? [{ unit, title }] : [];
  });
  const unitsWhere = (right: Right): Unit[] => unique(held.filter(({ title }) => positions.may(title, right)).map(({ unit }) => unit));
  const filing = unitsWhere('file');
  const reviewing = unitsWhere('review');
  const seeing = unitsWhere('see-below');
  const administers = (right: Right): boolean => (cadre?.admin ?? false) && positions.administratorMay(right);
  const everything = administers('export-all');
  return {
    units: unique(held.map(({ unit }) => unit)),
    may: (right) => administers(right) || unitsWhere(right).length > 0,
    sees: (unitId) => everything || held.some(({ unit }) => unit.id === unitId) || seeing.some((unit) => tree.within(unitId, unit.id)),
    // What a former unit left open is finished by the unit that carries it on.
    files: (unitId) => filing.some((unit) => unit.id === tree.placeOn(unitId, day)?.id),
    reviews: (unitId) => reviewing.some((unit) => tree.parent(unitId, day)?.id === unit.id),
    remindedOf: unitsWhere('remind'),
    answersFor: unitsWhere('answer'),
  };
}

const unique = (units: Unit[]): Unit[] => [...new Map(units.map((unit) => [unit.id, unit])).values()];
