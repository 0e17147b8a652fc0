import { asOn, livesOn, successorsOf, type Unit } from './unit.ts';

/** How the Union was built on one day, and where every unit of any time stands in it. */
export interface Structure {
  /** Living on that day, by id. */
  living: ReadonlyMap<string, Unit>;
  /**
   * The one living unit that carries on what this unit did: itself; else what it went into; else (split, ended without a
   * successor, not yet begun) the nearest unit above that lives. So everything is counted exactly once.
   */
  place(id: string): Unit | undefined;
  /** The living unit right above. Who lives below a unit that has ended stands below what it went into. */
  parent(id: string): Unit | undefined;
  children(id: string): readonly Unit[];
  /** Ids of all units, of any time, whose place this unit is; itself first. */
  carries(id: string): readonly string[];
}

/** Reckons the structure of `day` once, in time linear in the number of units. */
export function structureOn(day: string, byId: ReadonlyMap<string, Unit>): Structure {
  const living = new Map<string, Unit>();
  for (const unit of byId.values()) if (livesOn(unit, day)) living.set(unit.id, asOn(unit, day));
  const places = new Map<string, Unit | undefined>();
  const parents = new Map<string, Unit | undefined>();

  // Both remember `undefined` before they look further: a circle in the data ends there.
  function place(id: string): Unit | undefined {
    if (places.has(id)) return places.get(id);
    places.set(id, undefined);
    const found = findPlace(id);
    places.set(id, found);
    return found;
  }

  function findPlace(id: string): Unit | undefined {
    const here = living.get(id);
    if (here) return here;
    const into = wentInto(id);
    if (into.length > 0) return common(into.map(place));
    const above = aboveOf(id);
    return above === null ? undefined : place(above);
  }

  function parent(id: string): Unit | undefined {
    if (parents.has(id)) return parents.get(id);
    parents.set(id, undefined);
    const found = findParent(id);
    parents.set(id, found);
    return found;
  }

  function findParent(id: string): Unit | undefined {
    const into = living.has(id) ? [] : wentInto(id);
    if (into.length === 1) return parent(into[0]!);
    if (into.length > 1) return place(id);
    const above = aboveOf(id);
    const found = above === null ? undefined : place(above);
    return found?.id === id ? undefined : found;
  }

  /** What a unit that has ended by that day went into. */
  function wentInto(id: string): string[] {
    const unit = byId.get(id);
    return unit && unit.to !== null && unit.to < day ? successorsOf(unit).filter((one) => byId.has(one)) : [];
  }

  function aboveOf(id: string): string | null {
    const unit = byId.get(id);
    return unit ? asOn(unit, day).parentId : null;
  }

  function common(units: (Unit | undefined)[]): Unit | undefined {
    const [first, ...rest] = units.map((unit) => (unit ? lineOf(unit) : []));
    return first?.find((unit) => rest.every((line) => line.some((one) => one.id === unit.id)));
  }

  function lineOf(from: Unit): Unit[] {
    const line: Unit[] = [];
    for (let at: Unit | undefined = from; at && !line.includes(at); at = parent(at.id)) line.push(at);
    return line;
  }

  const children = new Map<string, Unit[]>();
  const carried = new Map<string, string[]>();
  for (const unit of living.values()) {
    carried.set(unit.id, [unit.id]);
    const above = parent(unit.id);
    if (above) add(children, above.id, unit);
  }
  for (const id of byId.keys()) {
    const at = place(id);
    if (at && at.id !== id) add(carried, at.id, id);
  }
  return { living, place, parent, children: (id) => children.get(id) ?? [], carries: (id) => carried.get(id) ?? [] };
}

function add<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
