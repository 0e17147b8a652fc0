import { groupBy } from '../collections.ts';
import { fold } from '../vietnamese/fold.ts';
import { spelling } from './sheets/index.ts';

/** A unit of the Union. Days are 'YYYY-MM-DD'; `to` is its last day. */
export interface Unit {
  id: string;
  name: string;
  kind: string;
  parentId: string | null;
  from: string;
  to: string | null;
  mergedInto: string | null;
}

/** The units as they hang together, over all times. */
export interface UnitTree {
  all: Unit[];
  get(id: string): Unit | undefined;
  /** Units right below, on that day. */
  children(id: string, day: string): Unit[];
  /** The unit and all below it, on that day. */
  subtree(id: string, day: string): Unit[];
  /** From the unit itself up to the top. */
  line(id: string): Unit[];
  within(id: string, top: string): boolean;
  /** Units of that name (marks, tone placement and kind words folded), on that day, under `parent` if given. */
  find(name: string, day: string, parent?: string): Unit[];
}

export const livesOn = (unit: Unit, day: string): boolean => unit.from <= day && (unit.to === null || unit.to >= day);

const kindWords = /^(thanh pho|tp|quan|huyen|thi tran|thi xa|tt|xa|phuong|p|x|dac khu|chi hoi|hoi lhpn|hoi lien hiep phu nu)\s+/;

/** A unit's name without its kind: "Phường An Biên" and "p. an bien" → "an bien". Once only: "Xã Phượng Kỳ" is "phuong ky". */
export const bareName = (name: string): string => fold(name).replace(kindWords, '');

export function unitTree(all: Unit[]): UnitTree {
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const below = groupBy(all, (unit) => unit.parentId);
  const byName = groupBy(all, (unit) => bareName(unit.name));
  const children = (id: string, day: string): Unit[] => (below.get(id) ?? []).filter((unit) => livesOn(unit, day));
  const subtree = (id: string, day: string): Unit[] => {
    const unit = byId.get(id);
    return unit ? [unit, ...children(id, day).flatMap((child) => subtree(child.id, day))] : [];
  };
  const line = (id: string): Unit[] => {
    const unit = byId.get(id);
    return unit ? [unit, ...(unit.parentId ? line(unit.parentId) : [])] : [];
  };
  return {
    all,
    get: (id) => byId.get(id),
    children,
    subtree,
    line,
    within: (id, top) => line(id).some((unit) => unit.id === top),
    find: (name, day, parent) => {
      const named = (byName.get(bareName(name)) ?? []).filter((unit) => livesOn(unit, day));
      const inside = parent ? named.filter((unit) => unit.parentId !== null && bareName(byId.get(unit.parentId)?.name ?? '') === bareName(parent)) : named;
      return sameSpellingFirst(sameKindFirst(inside, name), name);
    },
  };
}

/** "Xã An Biên" means the xã when there is one; "An Biên" means any. */
function sameKindFirst(units: Unit[], name: string): Unit[] {
  const same = units.filter((unit) => fold(name).startsWith(fold(unit.kind)));
  return same.length > 0 ? same : units;
}

/** Xã Cẩm Giang and xã Cẩm Giàng fold alike: where the marks are given, they decide. */
function sameSpellingFirst(units: Unit[], name: string): Unit[] {
  const bare = spelling(name);
  const same = units.filter((unit) => spelling(unit.name).endsWith(bare));
  return same.length > 0 ? same : units;
}
