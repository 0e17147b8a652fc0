import { fold } from '../vietnamese/fold.ts';
import type { UnitTree } from './tree.ts';

export interface Held {
  unitId: string;
  title: string;
}

/** One person as the file tells her. `admin`, `address`: null where the file says nothing, so that it stays as it is. */
export interface Told {
  phone: string;
  name: string;
  address: string | null;
  admin: boolean | null;
  positions: Held[];
}

/** One person as the store has her. */
export interface Known {
  id: number;
  phone: string;
  name: string;
  address: string;
  admin: boolean;
  leftOn: string | null;
  positions: Held[];
}

/** A person of the store and how she shall be. `what`: the parts that differ. */
export interface Change {
  before: Known;
  after: Omit<Known, 'id' | 'leftOn'>;
  what: ('back' | 'phone' | 'name' | 'address' | 'right' | 'positions')[];
}

export interface RosterPlan {
  added: Told[];
  changed: Change[];
  left: Known[];
  same: number;
  /** Ids of the units, of any time, the file speaks for, and the unit they all stand below. */
  covered: ReadonlySet<string>;
  top: string | null;
}

/**
 * What a file changes. It speaks for the units below the lowest unit that stands above all it names: who holds a
 * position there and is not in the file has left. `onlyAdd`: it speaks for nobody but the people in it.
 */
export function planRoster(told: Told[], known: Known[], tree: UnitTree, today: string, onlyAdd: boolean): RosterPlan {
  const top = commonTop(told, tree);
  const covered = new Set(top === null ? told.flatMap(({ positions }) => positions.map((one) => one.unitId)) : tree.historyOf(top, today));
  const byPhone = new Map(known.map((person) => [person.phone, person]));
  const inFile = new Set(told.map((person) => person.phone));
  const gone = onlyAdd ? [] : known.filter((person) => !inFile.has(person.phone) && person.leftOn === null && person.positions.some((one) => covered.has(one.unitId)));
  const renumbered = samePersons(told.filter((person) => !byPhone.has(person.phone)), gone);
  const plan: RosterPlan = { added: [], changed: [], left: [], same: 0, covered, top };
  for (const person of told) {
    const before = byPhone.get(person.phone) ?? renumbered.get(person);
    if (!before) {
      plan.added.push(person);
      continue;
    }
    const change = changeOf(before, person, covered, onlyAdd);
    if (change.what.length > 0) plan.changed.push(change);
    else plan.same++;
  }
  const moved = new Set(renumbered.values());
  for (const person of gone) {
    if (moved.has(person)) continue;
    const rest = person.positions.filter((one) => !covered.has(one.unitId));
    if (rest.length === 0) plan.left.push(person);
    else plan.changed.push({ before: person, after: { ...person, positions: rest }, what: ['positions'] });
  }
  return plan;
}

/** The lowest unit that stands above all units named; null when there is none. */
function commonTop(told: Told[], tree: UnitTree): string | null {
  const units = new Set(told.flatMap(({ positions }) => positions.map((one) => one.unitId)));
  let common: string[] | null = null;
  for (const unit of units) {
    const line = tree.line(unit).map((one) => one.id);
    common = common === null ? line : common.filter((id) => line.includes(id));
  }
  return common?.[0] ?? null;
}

/** A new phone for someone of the same name in exactly the same positions is one person who changed her number. */
function samePersons(fresh: Told[], gone: Known[]): Map<Told, Known> {
  const key = ({ name, positions }: { name: string; positions: Held[] }): string => [fold(name), ...positions.map(heldKey).toSorted()].join('|');
  const once = <T extends { name: string; positions: Held[] }>(people: T[]): Map<string, T | null> => {
    const found = new Map<string, T | null>();
    for (const person of people) found.set(key(person), found.has(key(person)) ? null : person);
    return found;
  };
  const old = once(gone);
  const pairs = [...once(fresh)].flatMap(([named, person]): [Told, Known][] => {
    const before = old.get(named);
    return person && before ? [[person, before]] : [];
  });
  return new Map(pairs);
}

function changeOf(before: Known, told: Told, covered: ReadonlySet<string>, onlyAdd: boolean): Change {
  const kept = before.leftOn === null ? before.positions.filter((one) => onlyAdd || !covered.has(one.unitId)) : [];
  const positions = [...new Map([...kept, ...told.positions].map((one) => [heldKey(one), one])).values()];
  const after = { phone: told.phone, name: told.name, address: told.address ?? before.address, admin: told.admin ?? before.admin, positions };
  const differs: Record<Change['what'][number], boolean> = {
    back: before.leftOn !== null,
    phone: before.phone !== after.phone,
    name: before.name !== after.name,
    address: before.address !== after.address,
    right: before.admin !== after.admin,
    positions: before.leftOn === null && lost(before.positions, positions).length + lost(positions, before.positions).length > 0,
  };
  const all: Change['what'] = ['back', 'phone', 'name', 'address', 'right', 'positions'];
  return { before, after, what: all.filter((one) => differs[one]) };
}

/** Positions of `before` that are not in `after`. */
export function lost(before: Held[], after: Held[]): Held[] {
  const there = new Set(after.map(heldKey));
  return before.filter((one) => !there.has(heldKey(one)));
}

export const heldKey = ({ unitId, title }: Held): string => `${unitId}|${title}`;
