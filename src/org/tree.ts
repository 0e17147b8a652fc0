import { groupBy } from '../collections.ts';
import { addDays } from '../time.ts';
import { fold } from '../vietnamese/fold.ts';
import { structureOn, type Structure } from './structure.ts';
import { asOn, successorsOf, type Unit } from './unit.ts';
import { bareUnitName, type BareName } from './unit-name.ts';

/** The units as they hang together, over all times. */
export interface UnitTree {
  all: Unit[];
  /** As it is called today. */
  get(id: string): Unit | undefined;
  /** The unit with the name and the unit above it had on that day. */
  asOn(id: string, day: string): Unit | undefined;
  /** Units right below, on that day. */
  children(id: string, day: string): Unit[];
  /** The unit and all below it, on that day. */
  subtree(id: string, day: string): Unit[];
  /** The unit right above on that day; for one that has ended, above what it went into. */
  parent(id: string, day: string): Unit | undefined;
  /** From the unit itself up to the top, as it is today, or last was. */
  line(id: string): Unit[];
  /** Whether it belongs below `top` (or is it): as it is today or last was, or through the units it went into. */
  within(id: string, top: string): boolean;
  /** Units of that name on that day, whose unit above is called `parent` if given. More than one: ask. */
  find(name: string, day: string, parent?: string): Unit[];
  /** Units that had this name and are no more called so on that day. */
  findFormer(name: string, day: string, parent?: string): Unit[];
  /** The living unit that carries on what this one did. */
  placeOn(id: string, day: string): Unit | undefined;
  /** What it went into, and what went into it. */
  successors(id: string): Unit[];
  predecessors(id: string): Unit[];
  /**
   * Ids of all units, of any time, whose reports are this unit's in a period that ends on `day`: the Union as it was built
   * on that day, or, for a unit that did not live then, on the day of its life next to it. Units side by side share
   * nothing, and the top holds everything once.
   */
  historyOf(id: string, day: string): string[];
}

/** After every day that is told: the Union as everything known so far leaves it. */
const LAST = '9999-12-31';
/** Structures kept: today's, and those of the periods that are asked about. */
const KEPT = 16;

interface Named {
  unit: Unit;
  name: BareName;
  from: string;
  to: string | null;
}

/**
 * `today`: what is written down for later (a renaming, a move, a merge of next month) has not come yet, neither for the
 * names nor for who sees what. Left out: as everything known so far leaves it.
 */
export function unitTree(all: Unit[], today = LAST): UnitTree {
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const names = groupNames(all);
  const into = groupBy(all.flatMap((unit) => successorsOf(unit).map((id) => ({ id, unit }))), ({ id }) => id);
  const byKind = groupBy(all, (unit) => fold(unit.kind));
  const structures = new Map<string, Structure>();

  function on(day: string): Structure {
    const known = structures.get(day);
    if (known) return known;
    if (structures.size >= KEPT) structures.delete(structures.keys().next().value!);
    const fresh = structureOn(day, byId);
    structures.set(day, fresh);
    return fresh;
  }

  function subtree(id: string, day: string): Unit[] {
    const here = on(day).living.get(id) ?? byId.get(id);
    // A set that grows while it is walked; a circle in the data ends the walk.
    const found = new Set(here ? [here] : []);
    for (const unit of found) for (const child of on(day).children(unit.id)) found.add(child);
    return [...found];
  }

  const get = (id: string): Unit | undefined => {
    const unit = byId.get(id);
    return unit && asOn(unit, today);
  };

  /** The day of a unit's life that is next to `day`. */
  function dayOfLife(id: string, day: string): string {
    const unit = byId.get(id);
    if (!unit) return day;
    if (unit.to !== null && unit.to < day) return unit.to;
    return unit.from > day ? unit.from : day;
  }

  function lineFrom(id: string, structure: Structure): Unit[] {
    const found: Unit[] = [];
    for (let unit = byId.get(id); unit && !found.includes(unit); unit = byId.get(structure.parent(unit.id)?.id ?? '')) found.push(unit);
    return found.map((unit) => asOn(unit, today));
  }

  const line = (id: string): Unit[] => lineFrom(id, on(dayOfLife(id, today)));

  function within(id: string, top: string): boolean {
    if (line(id).some((unit) => unit.id === top)) return true;
    const place = on(today).place(id);
    return place !== undefined && place.id !== id && line(place.id).some((unit) => unit.id === top);
  }

  function look(name: string, parent: string | undefined, day: string, wanted: (one: Named) => boolean): Unit[] {
    const asked = bareUnitName(name);
    const named = [...(names.get(asked.folded) ?? []), ...(asked.kind ? (names.get(fold(name)) ?? []) : [])].filter(wanted);
    const inside = parent === undefined ? named : namedParent(named, parent, (id) => on(dayOfLife(id, day)));
    return [...new Map(closest(inside, asked, (one) => one.name).map(({ unit }) => [unit.id, asOn(unit, day)])).values()];
  }

  /** "Hội LHPN thành phố": there is only one. */
  function onlyOfKind(name: string): Unit[] | undefined {
    const found = byKind.get(bareUnitName(name).folded);
    return found?.length === 1 ? found : undefined;
  }

  return {
    all,
    get,
    asOn: (id, day) => {
      const unit = byId.get(id);
      return unit && asOn(unit, day);
    },
    children: (id, day) => [...on(day).children(id)],
    subtree,
    parent: (id, day) => on(day).parent(id),
    line,
    within,
    find: (name, day, parent) => onlyOfKind(name) ?? look(name, parent, day, ({ from, to }) => from <= day && (to === null || to >= day)),
    findFormer: (name, day, parent) => look(name, parent, day, ({ to }) => to !== null && to < day),
    placeOn: (id, day) => on(day).place(id),
    successors: (id) => successorsOf(byId.get(id) ?? NOBODY).flatMap((one) => get(one) ?? []),
    predecessors: (id) => (into.get(id) ?? []).map(({ unit }) => unit),
    historyOf: (id, day) => {
      const then = dayOfLife(id, day);
      return subtree(id, then).flatMap((unit) => on(then).carries(unit.id));
    },
  };
}

const NOBODY: Unit = { id: '', name: '', kind: '', parentId: null, from: LAST, to: null, mergedInto: null };

/** Every name a unit has had, with the days it had it. */
function groupNames(all: Unit[]): Map<string, Named[]> {
  const named = all.flatMap((unit): Named[] => {
    const past = unit.past ?? [];
    const since = past.at(-1)?.to;
    return [
      ...past.map(({ name, kind, from, to }) => ({ unit, name: nameOf(name, kind), from, to })),
      { unit, name: nameOf(unit.name, unit.kind), from: since === undefined ? unit.from : addDays(since, 1), to: unit.to },
    ];
  });
  return groupBy(named, ({ name }) => name.folded);
}

const nameOf = (name: string, kind: string): BareName => ({ ...bareUnitName(name), kind: bareUnitName(name).kind ?? fold(kind) });

/** "Phường An Biên" or "Xã Lê Lợi, huyện Gia Lộc": the units above, nearest first, as a file tells them. */
function namedParent(named: Named[], written: string, structureOf: (id: string) => Structure): Named[] {
  let left = named.map((one) => ({ one, at: structureOf(one.unit.id).parent(one.unit.id) }));
  // A comma may also stand in a name: "Chi hội thôn 1, 2".
  const whole = left.some(({ at }) => at && bareUnitName(at.name).folded === bareUnitName(written).folded);
  for (const part of (whole ? [written] : written.split(',')).map(bareUnitName)) {
    const fitting = left.flatMap(({ one, at }) => (at && bareUnitName(at.name).folded === part.folded ? [{ one, at }] : []));
    left = closest(fitting, part, ({ at }) => nameOf(at.name, at.kind)).map(({ one, at }) => ({ one, at: structureOf(one.unit.id).parent(at.id) }));
  }
  return left.map(({ one }) => one);
}

/**
 * "Xã An Biên" means the xã when there is one; "An Biên" means any. Xã Cẩm Giang and xã Cẩm Giàng fold alike: where the
 * marks are given, they decide.
 */
export function closest<T>(found: T[], asked: BareName, named: (one: T) => BareName): T[] {
  const ofKind = prefer(found, (one) => asked.kind !== null && named(one).kind === asked.kind);
  return prefer(ofKind, (one) => named(one).spelled === asked.spelled);
}

function prefer<T>(all: T[], better: (one: T) => boolean): T[] {
  const some = all.filter(better);
  return some.length > 0 ? some : all;
}
