import { groupBy } from '../collections.ts';
import type { PersonChange, RosterChanges, UnitLine, UnitsChanges } from '../org/index.ts';
import { showDay } from '../time.ts';
import type { Desk } from './desk.ts';

type Say = Desk['say'];

/** People or units of one kind told by name; a whole first roster is told by its number. */
const LISTED = 50;

function listed<T>(all: T[], say: Say, line: (one: T) => string[]): string[] {
  const shown = all.slice(0, LISTED).flatMap(line);
  return all.length > LISTED ? [...shown, say('import-more', { count: all.length - LISTED })] : shown;
}

export function rosterLines(changes: RosterChanges, onlyAdd: boolean, say: Say): string[] {
  const of = groupBy(changes.people, (one) => one.kind);
  const top = onlyAdd ? say('import-only-add') : changes.top === null ? say('import-no-top') : say('import-top', { unit: changes.top });
  const section = (kind: PersonChange['kind'], key: string): string[] => {
    const people = of.get(kind) ?? [];
    return people.length === 0 ? [] : [say(key, { count: people.length }), ...listed(people, say, (one) => personLines(one, say))];
  };
  return [
    top,
    ...section('new', 'import-new-people'),
    ...section('changed', 'import-changed-people'),
    ...section('left', 'import-left-people'),
    ...changes.handed.map((one) => say('import-handed', { ...one })),
    say('import-roster', { added: changes.added, changed: changes.changed, left: changes.left, same: changes.same }),
  ];
}

function personLines({ name, held, was, numberOf }: PersonChange, say: Say): string[] {
  const differs = was.map(({ what, before, after }) => say(`import-was-${what}`, { before, after }));
  const passed = numberOf === null ? [] : [say('import-number-from', { from: numberOf })];
  return [say('import-person', { name, positions: held.join('; ') }), ...differs, ...passed];
}

export function unitLines(changes: UnitsChanges, say: Say): string[] {
  const fresh = changes.units.filter((one) => one.what.includes('new'));
  const others = changes.units.filter((one) => !one.what.includes('new'));
  return [
    ...(fresh.length > 0 ? [say('import-new-units', { count: fresh.length }), ...listed(fresh, say, (one) => [say('import-unit', { name: named(one.name, one.above, say) })])] : []),
    ...(others.length > 0 ? [say('import-changed-units', { count: others.length }), ...listed(others, say, (one) => changedUnit(one, say)), say('import-units-keep')] : []),
    say('import-units', { added: changes.added, changed: changes.changed, same: changes.same }),
  ];
}

const named = (name: string, above: string | null, say: Say): string => (above === null ? name : say('import-unit-in', { name, above }));

function changedUnit(unit: UnitLine, say: Say): string[] {
  const { what, before, touched } = unit;
  const args = { name: unit.name, before: before?.name ?? '', above: unit.above ?? '', was: before?.above ?? '', from: showDay(unit.from), to: unit.to ? showDay(unit.to) : '', into: unit.into.join(', ') };
  const head = say('import-unit', { name: named(before?.name ?? unit.name, before?.above ?? null, say) });
  const { people, ...counts } = touched;
  const anything = people.length > 0 || Object.values(counts).some((count) => count > 0);
  return [
    head,
    ...what.map((one) => say(`import-unit-${one}`, args)),
    ...(anything ? [say('import-touched', { ...counts, people: people.length })] : []),
    ...(people.length > 0 && unit.to !== null ? [say('import-people-stay', { names: people.slice(0, LISTED).join(', ') })] : []),
  ];
}
