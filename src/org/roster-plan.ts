import { groupBy } from '../collections.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Origin } from './sheets/index.ts';
import type { UnitTree } from './tree.ts';

export interface Held {
  unitId: string;
  title: string;
}

/** One person as the file tells her, first in `row`. `admin`, `address`: null where the file says nothing, so that it stays as it is. */
export interface Told {
  phone: string;
  name: string;
  address: string | null;
  admin: boolean | null;
  positions: Held[];
  row: Origin;
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
  /** Whose number was somebody else's until now, by the number. */
  passed: ReadonlyMap<string, Known>;
  /** A number that stays somebody else's: she is outside the file and keeps it. */
  taken: { told: Told; holder: Known }[];
  /** Ids of the units, of any time, the file speaks for, and the unit they all stand below. */
  covered: ReadonlySet<string>;
  top: string | null;
}

export interface PlanOptions {
  /** Who is not in the file stays as she was. */
  onlyAdd?: boolean;
  /** Another name under a known number is that person's name put right. */
  samePerson?: boolean;
}

/**
 * What a file changes. It speaks for the units below the lowest unit that stands above all it names: who holds a
 * position there and is not in the file has left. `onlyAdd`: it speaks for nobody but the people in it.
 */
export function planRoster(told: Told[], known: Known[], tree: UnitTree, today: string, options: PlanOptions): RosterPlan {
  const { onlyAdd = false } = options;
  const top = commonTop(told, tree);
  const covered = new Set(top === null ? told.flatMap(({ positions }) => positions.map((one) => one.unitId)) : tree.historyOf(top, today));
  const here = known.filter((person) => person.leftOn === null);
  const spokenFor = onlyAdd ? [] : here.filter((person) => person.positions.some((one) => covered.has(one.unitId)));
  const were = whoTheyWere(told, known, onlyAdd ? here : spokenFor, covered, options);
  const found = new Set(were.values());
  const plan: RosterPlan = { added: [], changed: [], left: [], same: 0, passed: new Map(), taken: [], covered, top };
  for (const person of told) {
    const before = were.get(person);
    const change = before && changeOf(before, person, covered, onlyAdd);
    if (!change) plan.added.push(person);
    else if (change.what.length > 0) plan.changed.push(change);
    else plan.same++;
  }
  for (const person of spokenFor) {
    if (found.has(person)) continue;
    const rest = person.positions.filter((one) => !covered.has(one.unitId));
    if (rest.length === 0) plan.left.push(person);
    else plan.changed.push({ before: person, after: { ...person, positions: rest }, what: ['positions'] });
  }
  return { ...plan, ...numbersOf(told, were, here, plan.left) };
}

/**
 * Who of the store each person of the file is: the one with her number, if the name is hers too. A number goes round, so
 * under another name it is somebody else, to whom nothing of the first belongs.
 */
function whoTheyWere(told: Told[], known: Known[], renumberable: Known[], covered: ReadonlySet<string>, { onlyAdd, samePerson }: PlanOptions): Map<Told, Known> {
  const byPhone = groupBy(known.toSorted(oldestFirst), ({ phone }) => phone);
  const sure = new Map<Told, Known>();
  for (const person of told) {
    const numbered = byPhone.get(person.phone) ?? [];
    const her = numbered.findLast(({ name }) => oneName(name, person.name)) ?? (samePerson ? numbered.findLast(({ leftOn }) => leftOn === null) : undefined);
    if (her) sure.set(person, her);
  }
  const found = new Set(sure.values());
  const places = (positions: Held[]): Held[] => (onlyAdd ? positions : positions.filter((one) => covered.has(one.unitId)));
  const renumbered = samePersons(told.filter((person) => !sure.has(person)), renumberable.filter((person) => !found.has(person)), places);
  return new Map([...sure, ...renumbered]);
}

/** Who has left before who is here, each in the order they came. */
const oldestFirst = (a: Known, b: Known): number => Number(a.leftOn === null) - Number(b.leftOn === null) || a.id - b.id;

/** "Lê Thị Lan" in another writing, or "Lê Lan" without the word between. */
function oneName(one: string, other: string): boolean {
  const [a, b] = [fold(one).split(' '), fold(other).split(' ')];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.at(0) === long.at(0) && short.at(-1) === long.at(-1) && short.every((word) => long.includes(word));
}

/** Numbers that change hands: from whom they come, and those that cannot, because their holder stays as she is. */
function numbersOf(told: Told[], were: ReadonlyMap<Told, Known>, here: Known[], left: Known[]): Pick<RosterPlan, 'passed' | 'taken'> {
  const holders = new Map(here.map((person) => [person.phone, person]));
  const numberOf = new Map([...were].map(([person, before]) => [before, person.phone]));
  const gone = new Set(left);
  const passed = new Map<string, Known>();
  const taken: RosterPlan['taken'] = [];
  for (const person of told) {
    const holder = holders.get(person.phone);
    if (!holder || were.get(person) === holder) continue;
    const gives = gone.has(holder) || (numberOf.get(holder) ?? holder.phone) !== holder.phone;
    if (gives) passed.set(person.phone, holder);
    else taken.push({ told: person, holder });
  }
  return { passed, taken };
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

/** A new phone for someone of the same name in exactly the same positions, as far as the file tells, is one person who changed her number. */
function samePersons(fresh: Told[], old: Known[], places: (positions: Held[]) => Held[]): Map<Told, Known> {
  const key = ({ name, positions }: { name: string; positions: Held[] }): string => [fold(name), ...places(positions).map(heldKey).toSorted()].join('|');
  const known = groupBy(old, key);
  const pairs = [...groupBy(fresh, key)].flatMap(([named, people]): [Told, Known][] => {
    const before = known.get(named) ?? [];
    return people.length === 1 && before.length === 1 ? [[people[0]!, before[0]!]] : [];
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
