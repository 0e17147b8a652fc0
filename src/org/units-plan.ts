import { groupBy } from '../collections.ts';
import { addDays } from '../time.ts';
import { fold, slug } from '../vietnamese/fold.ts';
import { faultAt, listed } from './resolve.ts';
import type { Fault, UnitKind, UnitRow } from './sheets/index.ts';
import { closest, unitTree } from './tree.ts';
import { bareUnitName, type BareName } from './unit-name.ts';
import { successorsOf, type Shape, type Unit } from './unit.ts';

const kindNames: Record<UnitKind, string> = {
  'thanh-pho': 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
  'dac-khu': 'đặc khu',
  'chi-hoi': 'chi hội',
};

/** The first day of a unit that was there before anyone wrote it down, and a day after all that are told. */
const EVER = '1900-01-01';
const LAST = '9999-12-31';

export interface UnitChange {
  /** Several may be true at once: renamed, moved and merged by one row. */
  what: ('new' | 'renamed' | 'moved' | 'ended' | 'merged' | 'split' | 'reopened' | 'corrected')[];
  before: Unit | null;
  after: Unit;
}

export interface UnitsPlan {
  changes: UnitChange[];
  same: number;
  /** All units as they will be. */
  all: Unit[];
  faults: Fault[];
}

/**
 * What a file of units changes. A row with a known code and a later first day is a renaming or a move from that day on: what
 * the unit was until then is kept. `firstReports`: the first day each unit has reported on; what was reported stays where
 * it was counted.
 */
export function planUnits(rows: UnitRow[], before: Unit[], firstReports: ReadonlyMap<string, string>): UnitsPlan {
  const faults: Fault[] = [];
  const known = new Map(before.map((unit) => [unit.id, unit]));
  const names = namesOf(rows, before, faults);
  const changes: UnitChange[] = [];
  const rowOf = new Map<string, UnitRow>();
  let same = 0;
  for (const row of rows) {
    const told = unitOf(row, names);
    const twin = rowOf.get(told.id);
    if (twin) faults.push(faultAt(row, 'unitName', 'duplicate-unit', row.name, { otherSheet: twin.sheet, otherRow: String(twin.row) }));
    rowOf.set(told.id, row);
    const old = known.get(told.id) ?? null;
    const after = old === null ? { ...told, from: row.from ?? EVER } : reshaped(old, told, row, firstReports.get(told.id), faults);
    const what = whatChanged(old, after);
    if (what.length === 0) same++;
    else changes.push({ what, before: old, after });
  }
  const all = new Map([...known, ...changes.map(({ after }) => [after.id, after] as const)]);
  faults.push(...circles([...all.values()], rowOf));
  return { changes, same, all: [...all.values()], faults };
}

type Told = Omit<Unit, 'from'>;

function unitOf(row: UnitRow, names: Names): Told {
  const into = row.mergedInto === null || row.to === null ? [] : row.mergedInto.split(';').map((name) => names.resolve(row, 'mergedInto', name, addDays(row.to!, 1)));
  const several = into.filter((id) => id !== null);
  return {
    id: names.idOf(row),
    name: row.name,
    kind: kindNames[row.kind],
    parentId: names.parentOf(row),
    to: row.to,
    mergedInto: several.length === 1 ? several[0]! : null,
    splitInto: several.length > 1 ? several.toSorted() : [],
    past: [],
  };
}

interface Names {
  idOf(row: UnitRow): string;
  parentOf(row: UnitRow): string | null;
  /** The id of the unit that a cell names by code, by name, or by name and unit above; null after noting the fault. */
  resolve(row: UnitRow, field: 'above' | 'mergedInto', written: string, day: string): string | null;
}

/** A unit of the file or of the store that a cell may mean. */
interface Candidate {
  name: BareName;
  above: string;
  from: string;
  to: string | null;
  id(): string;
  shown: string;
}

function namesOf(rows: UnitRow[], before: Unit[], faults: Fault[]): Names {
  const tree = unitTree(before);
  const ids = new Map<UnitRow, string>();
  const parents = new Map<UnitRow, string | null>();
  const codes = new Set([...before.map((unit) => unit.id), ...rows.flatMap((row) => row.code ?? [])]);
  const inFile = new Set(rows.map((row) => row.code));
  const candidates = groupBy(
    [
      ...rows.map((row): Candidate => candidate(row.name, kindNames[row.kind], row.above ?? '', row.from ?? EVER, row.to, () => idOf(row))),
      ...before.filter((unit) => !inFile.has(unit.id)).map((unit): Candidate => candidate(unit.name, unit.kind, tree.parent(unit.id, unit.to ?? LAST)?.name ?? '', unit.from, unit.to, () => unit.id)),
    ],
    ({ name }) => name.folded,
  );

  function parentOf(row: UnitRow): string | null {
    if (row.above === null) return null;
    if (parents.has(row)) return parents.get(row)!;
    parents.set(row, null);
    const found = resolve(row, 'above', row.above, row.to ?? LAST);
    parents.set(row, found);
    return found;
  }

  /** A chi hội without a code is the one of that name below its unit, also when its unit is a new one that it followed into. */
  function idOf(row: UnitRow): string {
    if (row.code !== null) return row.code;
    const known = ids.get(row);
    if (known !== undefined) return known;
    const parent = parentOf(row);
    const there = parent === null ? [] : closest(tree.children(parent, row.to ?? LAST).filter((unit) => bareUnitName(unit.name).folded === bareUnitName(row.name).folded), bareUnitName(row.name), (unit) => bareUnitName(unit.name));
    if (there.length > 1) faults.push(faultAt(row, 'unitName', 'two-units', row.name, { candidates: listed(there, tree, LAST) }));
    const id = there[0]?.id ?? `${parent ?? ''}-${slug(row.name)}`;
    ids.set(row, id);
    return id;
  }

  function resolve(row: UnitRow, field: 'above' | 'mergedInto', written: string, day: string): string | null {
    const cell = written.trim();
    if (codes.has(cell)) return cell;
    const [first, above] = cell.split(',').map((part) => bareUnitName(part.trim()));
    if (!first) return null;
    const named = [...(candidates.get(first.folded) ?? []), ...(first.kind ? (candidates.get(fold(cell)) ?? []) : [])];
    const inside = above ? named.filter((one) => bareUnitName(one.above.split(',')[0]!).folded === above.folded) : named;
    const others = inside.filter((one) => row.code === null || one.id() !== row.code);
    const then = others.filter((one) => one.from <= day && (one.to ?? LAST) >= day);
    const overlapping = others.filter((one) => one.from <= (row.to ?? LAST) && (one.to ?? LAST) >= (row.from ?? EVER));
    const found = [...new Map(closest(then.length > 0 ? then : overlapping, first, ({ name }) => name).map((one) => [one.id(), one])).values()];
    if (found.length === 1) return found[0]!.id();
    faults.push(found.length === 0 ? faultAt(row, field, 'unknown-unit', cell) : faultAt(row, field, 'two-units', cell, { candidates: found.map((one) => one.shown).join('; ') }));
    return null;
  }

  return { idOf, parentOf, resolve };
}

function candidate(name: string, kind: string, above: string, from: string, to: string | null, id: () => string): Candidate {
  const bare = bareUnitName(name);
  return { name: { ...bare, kind: bare.kind ?? fold(kind) }, above, from, to, id, shown: above === '' ? name : `${name} (${above})` };
}

const sameShape = (a: Pick<Shape, 'name' | 'kind' | 'parentId'>, b: Pick<Shape, 'name' | 'kind' | 'parentId'>): boolean => a.name === b.name && a.kind === b.kind && a.parentId === b.parentId;

/** A known unit as the row wants it. What was true until the row's first day becomes a past shape. */
function reshaped(old: Unit, told: Told, row: UnitRow, firstReport: string | undefined, faults: Fault[]): Unit {
  const past = old.past ?? [];
  const since = past.length > 0 ? addDays(past.at(-1)!.to, 1) : old.from;
  const from = row.from ?? since;
  const ended = { to: told.to, mergedInto: told.mergedInto, splitInto: told.splitInto ?? [] };
  // A row of an older file, telling what the unit was then: nothing new.
  if (from < since && past.some((shape) => sameShape(shape, told))) return old;
  if (sameShape(old, told)) {
    const start = past.length > 0 || row.from === null ? old.from : row.from;
    if (firstReport !== undefined && start > firstReport && start > old.from) faults.push(faultAt(row, 'from', 'past-shape', row.name, { day: shown(since) }));
    return { ...old, ...ended, from: start };
  }
  if (from > since) return { ...old, ...ended, name: told.name, kind: told.kind, parentId: told.parentId, past: [...past, { name: old.name, kind: old.kind, parentId: old.parentId, from: since, to: addDays(from, -1) }] };
  if (from < since) faults.push(faultAt(row, 'from', 'past-shape', row.name, { day: shown(since) }));
  // A mistake put right; where reports have been counted, a unit moves only from a day on.
  if (told.parentId !== old.parentId && firstReport !== undefined) faults.push(faultAt(row, 'above', 'move-without-day', row.name));
  return { ...old, ...ended, name: told.name, kind: told.kind, parentId: told.parentId };
}

const shown = (day: string): string => day.split('-').toReversed().join('/');

function whatChanged(old: Unit | null, after: Unit): UnitChange['what'] {
  if (old === null) return ['new'];
  const what: UnitChange['what'] = [];
  const went = successorsOf(after);
  if (old.name !== after.name || old.kind !== after.kind) what.push('renamed');
  if (old.parentId !== after.parentId) what.push('moved');
  if (JSON.stringify(successorsOf(old)) !== JSON.stringify(went) && went.length > 0) what.push(went.length > 1 ? 'split' : 'merged');
  else if (old.to !== after.to || successorsOf(old).length !== went.length) what.push(after.to === null ? 'reopened' : 'ended');
  if (old.from !== after.from) what.push('corrected');
  return what;
}

/** Units that stand below themselves, or go into each other in a circle. */
function circles(all: Unit[], rowOf: ReadonlyMap<string, UnitRow>): Fault[] {
  const tree = unitTree(all);
  return [...rowOf].flatMap(([id, row]) => {
    const top = tree.line(id).at(-1);
    const hangs = top?.parentId === null && (row.to === null || tree.placeOn(id, LAST) !== undefined);
    return hangs ? [] : [faultAt(row, 'above', 'in-a-circle', row.name)];
  });
}

