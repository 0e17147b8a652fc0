import type { Address } from '../conversation/index.ts';
import type { Db } from '../store/index.ts';
import { dayOf } from '../time.ts';
import { CODE_MINUTES, CODE_TRIES, CODE_TRIES_OF_ALL, codeHash, newCode } from './code.ts';
import { saveCode } from './effects.ts';
import { asksPlace } from './former-question.ts';
import { formerId, formerRows } from './former-rows.ts';
import { findFormer, type FormerUnit } from './former.ts';
import type { Positions } from './positions.ts';
import * as queries from './queries.ts';
import { scopeOf, type Cadre, type Scope } from './scope.ts';
import { unitTree, type UnitTree } from './tree.ts';
import { livesOn, type Unit } from './unit.ts';

export { CODE_MINUTES, CODE_TRIES, CODE_TRIES_OF_ALL, codeHash, readCode } from './code.ts';
export { linkAccount, orgEffects, sightings, type AskToJoin, type ClaimCode, type CodeFailed, type HandleRequests, type LinkAccount } from './effects.ts';
export { importFigures, type Changes } from './import.ts';
export { importRoster, TooManyLeft, type PersonChange, type RosterChanges, type RosterOptions } from './import-roster.ts';
export { importUnits, type UnitLine, type UnitsChanges } from './import-units.ts';
export { ImportRefused } from './resolve.ts';
export { formerId } from './former-rows.ts';
export { readFormerUnits, type FormerFound, type FormerUnit } from './former.ts';
export { withoutSuperseded } from './history.ts';
export { loadPositions, type Positions, type Right } from './positions.ts';
export type { JoinRequest } from './queries.ts';
export { scopeOf, type Cadre, type Scope } from './scope.ts';
export { isProvince } from './unit-name.ts';
export { unitTree, type UnitTree } from './tree.ts';
export { isBranch, livesOn, type Shape, type Unit } from './unit.ts';

/** What scenes and schedules may read of the Union: units, cadres, accounts. `notice`: what people must have agreed to. */
export function openOrg(db: Db, positions: Positions, formerUnits: FormerUnit[], notice: string) {
  let held: { version: number; today: string | undefined; tree: Promise<UnitTree> } | null = null;
  /** The tree is read once a day, and again only after a change of units. */
  const treeOf = (version: number, today: string | undefined): Promise<UnitTree> => {
    if (held?.version !== version || held.today !== today) {
      const reading = queries.allUnits(db).then((units) => unitTree(units, today));
      held = { version, today, tree: reading };
      // A failed reading must not be remembered.
      reading.catch(() => (held = null));
    }
    return held.tree;
  };
  return {
    positions,
    /** Who writes from an account, or who a cadre is, with the tree as it is now. */
    async who(whom: Address | { cadreId: number }, now: Date): Promise<{ cadre: Cadre | null; agreed: boolean; tree: UnitTree }> {
      const { treeVersion, ...who } = await ('cadreId' in whom ? queries.whoIs(db, whom.cadreId, dayOf(now)) : queries.whoWrites(db, whom, dayOf(now), notice));
      return { ...who, tree: await treeOf(treeVersion, dayOf(now)) };
    },
    /** As of `now`; without it, as everything written down for later leaves it. */
    tree: async (now?: Date): Promise<UnitTree> => treeOf(await queries.treeVersion(db), now && dayOf(now)),
    scope: (cadre: Cadre | null, tree: UnitTree, today: string): Scope => scopeOf(cadre, tree, positions, today),
    byPhone: (phone: string, today: string) => queries.cadreByPhone(db, phone, today),
    byId: (id: number, today: string) => queries.cadreById(db, id, today),
    all: (today: string) => queries.cadresOf(db, today),
    of: (unitIds: string[], today: string) => queries.cadresOfUnits(db, unitIds, today),
    /** Who is told about a report: its author while she holds a position in its unit, else who took over from her there. */
    async toldAbout(report: { authorId: number | null; unitId: string }, tree: UnitTree, today: string): Promise<number | null> {
      const there = await queries.cadresOfUnits(db, [tree.placeOn(report.unitId, today)?.id ?? report.unitId], today);
      const filing = there.filter((cadre) => scopeOf(cadre, tree, positions, today).files(report.unitId));
      const heirs = report.authorId === null ? [] : await queries.heirsOf(db, report.authorId);
      const one = filing.find((cadre) => cadre.id === report.authorId) ?? filing.find((cadre) => heirs.includes(cadre.id)) ?? filing[0];
      return one?.id ?? report.authorId;
    },
    /** Who may review what this unit files: cadres right above it. */
    async reviewersOf(unitId: string, tree: UnitTree, today: string): Promise<Cadre[]> {
      const above = tree.parent(unitId, today);
      const there = above ? await queries.cadresOfUnits(db, [above.id], today) : [];
      return there.filter((cadre) => scopeOf(cadre, tree, positions, today).reviews(unitId));
    },
    /**
     * Which unit answers what someone of this unit asks: the nearest above it where somebody may answer today. Of the top
     * unit, and of a stranger, the top itself. Null when nobody at all may.
     */
    async answeringUnit(from: string | null, tree: UnitTree, today: string): Promise<Unit | null> {
      const above = from === null ? [] : tree.line(from).slice(1);
      const units = above.length > 0 ? above : tree.all.filter((unit) => unit.parentId === null && livesOn(unit, today));
      const there = await queries.cadresOfUnits(db, units.map(({ id }) => id), today);
      const answering = new Set(there.flatMap((cadre) => scopeOf(cadre, tree, positions, today).answersFor.map(({ id }) => id)));
      return units.find(({ id }) => answering.has(id)) ?? null;
    },
    /** Former units that a text names, and what they are today; or what a unit of today was made of. */
    former: (text: string, tree: UnitTree, today: string) => findFormer(text, formerRows(formerUnits, tree, today)),
    asksPlace: (text: string, tree: UnitTree, today: string) => asksPlace(text, formerRows(formerUnits, tree, today)),
    formerById: (id: string, tree: UnitTree, today: string) => formerRows(formerUnits, tree, today).filter((row) => formerId(row) === id),
    madeOf: (unit: Unit, tree: UnitTree, today: string) => formerRows(formerUnits, tree, today).filter((row) => row.now === unit.name),
    draftsLeftTo: (cadreId: number) => queries.draftsLeftTo(db, cadreId),
    codeOwner: (letters: string, from: Address, now: Date) => queries.codeOwner(db, codeHash(letters), from, now),
    /** Too many wrong codes lately: from this account, or from all together. */
    async mayTryCode(from: Address, now: Date): Promise<'yes' | 'too-many' | 'too-many-of-all'> {
      const since = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
      if ((await queries.failedCodes(db, from, since(CODE_MINUTES))) >= CODE_TRIES) return 'too-many';
      return (await queries.failedCodes(db, null, since(1))) >= CODE_TRIES_OF_ALL ? 'too-many-of-all' : 'yes';
    },
    openRequests: () => queries.openRequests(db),
    /** Who is told of requests to be added. */
    async administrators(tree: UnitTree, today: string): Promise<Cadre[]> {
      return (await queries.administratorsOf(db, today)).filter((cadre) => scopeOf(cadre, tree, positions, today).may('people'));
    },
    addresses: (cadreIds: number[]) => queries.addressesOf(db, cadreIds),
    /** A one-time code for a cadre, told once and kept only as a hash. */
    async issueCode(cadreId: number, now: Date): Promise<string> {
      const code = newCode();
      await saveCode(db, cadreId, codeHash(code), new Date(now.getTime() + CODE_MINUTES * 60_000));
      return code;
    },
  };
}

export type Org = ReturnType<typeof openOrg>;
