import { sql } from 'kysely';
import { groupBy } from '../collections.ts';
import { releaseAccounts } from '../privacy/index.ts';
import type { Db, Tx } from '../store/index.ts';
import { addDays } from '../time.ts';
import { fold } from '../vietnamese/fold.ts';
import { dialled } from '../vietnamese/phone.ts';
import { handOver, type Handed } from './handover.ts';
import { allOrNothing, type Changes, type Into } from './import.ts';
import type { Positions } from './positions.ts';
import { allUnits } from './queries.ts';
import { faultAt, ImportRefused, unitOf } from './resolve.ts';
import { heldKey, lost, planRoster, type Change, type Held, type Known, type PlanOptions, type RosterPlan, type Told } from './roster-plan.ts';
import type { Fault, RosterRow } from './sheets/index.ts';
import { unitTree, type UnitTree } from './tree.ts';
import { bareUnitName } from './unit-name.ts';

/** A line of what an import does, for a person to read. `held`: "Chủ tịch, Phường An Biên". */
export interface PersonChange {
  kind: 'new' | 'changed' | 'left';
  name: string;
  phone: string;
  held: string[];
  was: { what: Change['what'][number]; before: string; after: string }[];
  /** Whose number it was until now. */
  numberOf: string | null;
}

export interface RosterChanges extends Changes {
  left: number;
  /** The unit whose people the file tells. */
  top: string | null;
  people: PersonChange[];
  /** Open work that went to a successor. */
  handed: Handed[];
}

export interface RosterOptions extends PlanOptions {
  /** More than half of those the file speaks for may leave: without this such a file is refused as a part of the roster. */
  manyLeft?: boolean;
}

/** An import would take most people off the roster: rather a list of a few than the roster. */
export class TooManyLeft extends Error {
  override name = 'TooManyLeft';
  readonly left: number;
  readonly of: number;

  constructor(left: number, of: number) {
    super(`${left} of ${of} would leave`);
    this.left = left;
    this.of = of;
  }
}

/**
 * The file is the roster of the units it covers: who is in it holds exactly these positions there, who is not has left
 * and loses access at once. All or nothing; the same file twice changes nothing.
 */
export function importRoster(into: Into, rows: RosterRow[], positions: Positions, today: string, options: RosterOptions = {}): Promise<RosterChanges> {
  return allOrNothing(into, async (tx) => {
    const tree = unitTree(await allUnits(tx));
    const told = peopleOf(rows, tree, positions, today);
    const known = await knownPeople(tx);
    const plan = planRoster(told, known, tree, today, options);
    if (plan.taken.length > 0) throw new ImportRefused(plan.taken.map((one) => takenNumber(one, tree)));
    const held = known.filter((person) => person.leftOn === null && person.positions.some((one) => plan.covered.has(one.unitId)));
    if (!into.rehearse && !options.manyLeft && tooMany(plan.left.length, held.length)) throw new TooManyLeft(plan.left.length, held.length);
    await write(tx, plan, today, into.progress);
    const handed = await handOver(tx, tree, positions, today);
    return { added: plan.added.length, changed: plan.changed.length, same: plan.same, left: plan.left.length, ...inWords(plan, tree), handed };
  });
}

const FEW = 10;
const tooMany = (left: number, of: number): boolean => left > FEW && left * 2 > of;

/** Rows as people; a person has a row for each position. Throws ImportRefused with every fault. */
function peopleOf(rows: RosterRow[], tree: UnitTree, positions: Positions, today: string): Told[] {
  const faults: Fault[] = [];
  const people = new Map<string, Told>();
  for (const row of rows) {
    const unit = unitOf(row, tree, today, faults);
    const title = unit ? titleIn(row, unit.id, tree, today, faults) : row.title;
    if (positions.read(title) === null) faults.push(faultAt(row, 'title', 'unknown-title', row.title, { titles: positions.titles.join(', ') }));
    const person = people.get(row.phone) ?? { phone: row.phone, name: row.name, address: null, admin: null, positions: [], row };
    person.address ??= row.address;
    if (row.administrator !== null) person.admin = person.admin === true || row.administrator;
    if (unit && !person.positions.some((one) => heldKey(one) === heldKey({ unitId: unit.id, title }))) person.positions.push({ unitId: unit.id, title });
    people.set(row.phone, person);
  }
  if (faults.length > 0) throw new ImportRefused(faults);
  return [...people.values()];
}

function takenNumber({ told: { row, phone }, holder }: RosterPlan['taken'][number], tree: UnitTree): Fault {
  const where = holder.positions.map(({ unitId }) => tree.get(unitId)?.name ?? unitId).join(', ');
  return faultAt(row, 'phone', 'phone-of-other', dialled(phone), { otherName: holder.name, where });
}

const NAMED_UNIT = /\s(?:thành phố|thị trấn|đặc khu|phường|xã|quận|huyện|tp\.?|tt\.?|p\.|x\.)\s.+$/iu;

/** "Chủ tịch Hội LHPN phường An Biên" is "Chủ tịch Hội LHPN" of that unit; of another unit it is a fault. */
function titleIn(row: RosterRow, unitId: string, tree: UnitTree, today: string, faults: Fault[]): string {
  const tail = NAMED_UNIT.exec(row.title)?.[0];
  const named = tail ? tree.find(tail, today) : [];
  if (named.length > 0 && !named.some((unit) => tree.line(unitId).some((one) => one.id === unit.id))) {
    faults.push(faultAt(row, 'title', 'title-of-other-unit', row.title, { unit: row.unit }));
  }
  if (named.length > 0) return row.title.slice(0, -tail!.length).trim();
  const own = bareUnitName(tree.get(unitId)?.name ?? '').folded;
  const words = row.title.split(' ');
  const without = words.slice(0, -own.split(' ').length);
  return own !== '' && without.length > 0 && fold(words.slice(without.length).join(' ')) === own ? without.join(' ') : row.title;
}

async function knownPeople(tx: Tx | Db): Promise<Known[]> {
  const rows = await tx.selectFrom('cadres').select(['id', 'phone', 'name', 'address', 'admin', 'left_on as leftOn']).orderBy('id').execute();
  const held = groupBy(await tx.selectFrom('positions').select(['cadre_id', 'unit_id as unitId', 'title']).execute(), (one) => one.cadre_id);
  return rows.map((row) => ({ ...row, positions: (held.get(row.id) ?? []).map(({ unitId, title }) => ({ unitId, title })) }));
}

/** As many at once as a statement carries well; progress is told after each. */
const BATCH = 2000;

async function write(tx: Tx, plan: RosterPlan, today: string, progress: Into['progress']): Promise<void> {
  const total = plan.added.length + plan.changed.length + plan.left.length;
  let done = 0;
  const inBatches = async <T>(all: T[], work: (some: T[]) => Promise<void>): Promise<void> => {
    for (let at = 0; at < all.length; at += BATCH) {
      const some = all.slice(at, at + BATCH);
      await work(some);
      done += some.length;
      progress?.(done, total);
    }
  };
  const until = addDays(today, -1);
  // Who leaves or changes her number goes first: the number may be someone else's now.
  await inBatches(plan.left, (some) => writeLeft(tx, some, until));
  await inBatches(plan.changed, (some) => writeChanged(tx, some, until));
  await inBatches(plan.added, (some) => writeAdded(tx, some));
}

async function writeLeft(tx: Tx, people: Known[], until: string): Promise<void> {
  const ids = people.map((person) => person.id);
  await endPositions(tx, people.flatMap(({ id, positions }) => positions.map((one) => ({ cadreId: id, ...one }))), until);
  await tx.updateTable('cadres').set({ left_on: until, admin: false }).where('id', '=', anyOf(ids)).execute();
  await closeAccess(tx, ids);
  // What is to be said about her unit's reports stays for a successor.
  await tx.updateTable('pushes').set({ state: 'cancelled', why: 'left the roster' }).where('cadre_id', '=', anyOf(ids)).where('state', '=', 'planned').where('scene', 'not in', ['baocao', 'duyet']).execute();
}

/** Her accounts are nobody's from now on, and codes already given out open nothing. */
async function closeAccess(tx: Tx, ids: number[]): Promise<void> {
  await releaseAccounts(tx, (is) => is('cadre_id', '=', anyOf(ids)));
  await tx.deleteFrom('link_codes').where('cadre_id', '=', anyOf(ids)).where('used_at', 'is', null).execute();
}

const anyOf = (ids: number[]) => sql<number>`any(${ids}::int[])`;

async function writeChanged(tx: Tx, changes: Change[], until: string): Promise<void> {
  const ended = changes.flatMap(({ before, after }) => (before.leftOn === null ? lost(before.positions, after.positions) : before.positions).map((one) => ({ cadreId: before.id, ...one })));
  await endPositions(tx, ended, until);
  const rows = changes.map(({ before, after: { phone, name, address, admin } }) => ({ id: before.id, phone, name, address, admin }));
  // Whoever holds the account of the old number may not be she. And two may have exchanged theirs: all are let go first.
  const renumbered = changes.filter(({ what }) => what.includes('phone')).map(({ before }) => before.id);
  await closeAccess(tx, renumbered);
  await tx.updateTable('cadres').set({ phone: sql<string>`'changing:' || id` }).where('id', '=', anyOf(renumbered)).execute();
  await sql`update cadres set phone = r.phone, name = r.name, address = r.address, admin = r.admin, left_on = null
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id int, phone text, name text, address text, admin boolean)
    where cadres.id = r.id`.execute(tx);
  await addPositions(tx, changes.flatMap(({ before, after }) => after.positions.map((one) => ({ cadreId: before.id, ...one }))));
}

async function writeAdded(tx: Tx, people: Told[]): Promise<void> {
  const rows = people.map(({ phone, name, address, admin }) => ({ phone, name, address: address ?? 'chị', admin: admin ?? false }));
  const { rows: ids } = await sql<{ id: number; phone: string }>`insert into cadres (phone, name, address, admin)
    select phone, name, address, admin from json_to_recordset(${JSON.stringify(rows)}::json) as r(phone text, name text, address text, admin boolean)
    returning id, phone`.execute(tx);
  const idOf = new Map(ids.map(({ id, phone }) => [phone, id]));
  await addPositions(tx, people.flatMap(({ phone, positions }) => positions.map((one) => ({ cadreId: idOf.get(phone)!, ...one }))));
}

type HeldBy = Held & { cadreId: number };
const asRecords = (held: HeldBy[]) => sql`json_to_recordset(${JSON.stringify(held.map(({ cadreId, unitId, title }) => ({ cadre_id: cadreId, unit_id: unitId, title })))}::json) as r(cadre_id int, unit_id text, title text)`;

async function addPositions(tx: Tx, held: HeldBy[]): Promise<void> {
  await sql`insert into positions (cadre_id, unit_id, title) select cadre_id, unit_id, title from ${asRecords(held)} on conflict do nothing`.execute(tx);
}

/** What she no longer holds is remembered: a successor may come later than she goes. */
async function endPositions(tx: Tx, held: HeldBy[], until: string): Promise<void> {
  if (held.length === 0) return;
  await sql`delete from positions p using ${asRecords(held)} where p.cadre_id = r.cadre_id and p.unit_id = r.unit_id and p.title = r.title`.execute(tx);
  await sql`insert into past_positions (cadre_id, unit_id, title, until) select cadre_id, unit_id, title, ${until}::date from ${asRecords(held)} on conflict do nothing`.execute(tx);
}

function inWords({ added, changed, left, top, passed }: RosterPlan, tree: UnitTree): Pick<RosterChanges, 'top' | 'people'> {
  const held = (positions: Held[]): string[] => positions.map(({ unitId, title }) => `${title}, ${tree.get(unitId)?.name ?? unitId}`);
  const person = (kind: PersonChange['kind'], of: { name: string; phone: string; positions: Held[] }, was: PersonChange['was'] = []): PersonChange => ({ kind, name: of.name, phone: of.phone, held: held(of.positions), was, numberOf: kind === 'left' ? null : (passed.get(of.phone)?.name ?? null) });
  const shown = (of: Omit<Known, 'id' | 'leftOn'>, what: Change['what'][number]): string => {
    switch (what) {
      case 'positions':
        return held(of.positions).join('; ');
      case 'right':
        return of.admin ? 'admin' : '';
      case 'back':
        return '';
      default:
        return of[what];
    }
  };
  const people = [
    ...added.map((one) => person('new', one)),
    ...changed.map(({ before, after, what }) => person('changed', after, what.map((one) => ({ what: one, before: shown(before, one), after: shown(after, one) })))),
    ...left.map((one) => person('left', one)),
  ];
  return { top: top === null ? null : (tree.get(top)?.name ?? null), people };
}
