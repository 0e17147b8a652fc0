import { sql } from 'kysely';
import { groupBy } from '../collections.ts';
import type { Address } from '../conversation/index.ts';
import type { Db, Tx } from '../store/index.ts';
import type { Cadre } from './scope.ts';
import type { Unit } from './unit.ts';

type Reader = Db | Tx;

/** The counter that moves with every change of units, so that a running program knows its tree is old. */
export const TREE_VERSION = 'org-tree';

export async function allUnits(db: Reader): Promise<Unit[]> {
  const rows = await db.selectFrom('units').selectAll().orderBy('id').execute();
  const shapes = groupBy(await db.selectFrom('unit_shapes').selectAll().orderBy('valid_to').execute(), (shape) => shape.unit_id);
  const splits = groupBy(await db.selectFrom('unit_splits').selectAll().orderBy('into_id').execute(), (split) => split.unit_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    parentId: row.parent_id,
    from: row.valid_from,
    to: row.valid_to,
    mergedInto: row.merged_into,
    splitInto: (splits.get(row.id) ?? []).map((split) => split.into_id),
    past: (shapes.get(row.id) ?? []).map(({ name, kind, parent_id, valid_from, valid_to }) => ({ name, kind, parentId: parent_id, from: valid_from, to: valid_to })),
  }));
}

const treeVersionNow = sql<number>`coalesce((select value from counters where name = ${TREE_VERSION}), 0)`;

export async function treeVersion(db: Reader): Promise<number> {
  const { rows } = await sql<{ version: number }>`select ${treeVersionNow} as version`.execute(db);
  return rows[0]?.version ?? 0;
}

const cadreFields = (db: Reader) =>
  db
    .selectFrom('cadres')
    .select(['cadres.id', 'cadres.name', 'cadres.phone', 'cadres.address', 'cadres.admin'])
    .select(
      sql<Cadre['positions']>`coalesce((select json_agg(json_build_object('unitId', p.unit_id, 'title', p.title) order by p.unit_id, p.title)
        from positions p where p.cadre_id = cadres.id), '[]')`.as('positions'),
    );

const here = (today: string) => sql<boolean>`(cadres.left_on is null or cadres.left_on >= ${today})`;

export interface Who {
  cadre: Cadre | null;
  /** She has agreed to the notice as it is today, or it was not asked. */
  agreed: boolean;
  treeVersion: number;
}

/**
 * Whose account this is, if the roster still knows her; whether she has agreed to that notice; the version of the tree.
 * One query: it runs every turn. At the terminal sits whoever owns the database: nothing is asked there in another's name.
 */
export async function whoWrites(db: Reader, from: Address, today: string, notice: string): Promise<Who> {
  const row = await cadreFields(db)
    .innerJoin('accounts', 'accounts.cadre_id', 'cadres.id')
    .select(sql<boolean>`accounts.channel = 'terminal' or exists (select from consents c where c.cadre_id = cadres.id and c.notice = ${notice})`.as('agreed'))
    .select(treeVersionNow.as('version'))
    .where('accounts.channel', '=', from.channel)
    .where('accounts.account', '=', from.account)
    .where(here(today))
    .executeTakeFirst();
  return whoOf(db, row);
}

/** The same of a cadre who is written to; what she once agreed to still holds for that. One query: it runs with every push. */
export async function whoIs(db: Reader, id: number, today: string): Promise<Who> {
  const row = await cadreFields(db).select([sql<boolean>`true`.as('agreed'), treeVersionNow.as('version')]).where('cadres.id', '=', id).where(here(today)).executeTakeFirst();
  return whoOf(db, row);
}

async function whoOf(db: Reader, row: (Cadre & { agreed: boolean; version: number }) | undefined): Promise<Who> {
  if (row) {
    const { version: treeVersion, agreed, ...cadre } = row;
    return { cadre, agreed, treeVersion };
  }
  return { cadre: null, agreed: false, treeVersion: await treeVersion(db) };
}

export const cadreByPhone = (db: Reader, phone: string, today: string): Promise<Cadre | undefined> =>
  cadreFields(db).where('cadres.phone', '=', phone).where(here(today)).executeTakeFirst();

export const cadreById = (db: Reader, id: number, today: string): Promise<Cadre | undefined> =>
  cadreFields(db).where('cadres.id', '=', id).where(here(today)).executeTakeFirst();

export const cadresOf = (db: Reader, today: string): Promise<Cadre[]> => cadreFields(db).where(here(today)).orderBy('cadres.id').execute();

export const administratorsOf = (db: Reader, today: string): Promise<Cadre[]> =>
  cadreFields(db).where('cadres.admin', '=', true).where(here(today)).orderBy('cadres.id').execute();

export const cadresOfUnits = (db: Reader, unitIds: string[], today: string): Promise<Cadre[]> =>
  unitIds.length === 0
    ? Promise.resolve([])
    : cadreFields(db)
        .where(here(today))
        .where((is) => is.exists(is.selectFrom('positions').select('positions.unit_id').whereRef('positions.cadre_id', '=', 'cadres.id').where('positions.unit_id', 'in', unitIds)))
        .orderBy('cadres.id')
        .execute();

/** The cadre a live code belongs to, unless it has been used or someone else came by it first. */
export async function codeOwner(db: Reader, hash: string, from: Address, now: Date): Promise<number | null> {
  const row = await db
    .selectFrom('link_codes')
    .select('cadre_id')
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where((is) => is.or([is('account', 'is', null), is.and({ channel: from.channel, account: from.account })]))
    .executeTakeFirst();
  return row?.cadre_id ?? null;
}

/** Wrong codes since then: from one account, or from everyone together. */
export async function failedCodes(db: Reader, from: Address | null, since: Date): Promise<number> {
  const row = await db
    .selectFrom('code_attempts')
    .select((is) => is.fn.countAll<number>().as('tries'))
    .where('at', '>', since)
    .$if(from !== null, (query) => query.where('channel', '=', from!.channel).where('account', '=', from!.account))
    .executeTakeFirstOrThrow();
  return row.tries;
}

/** Where cadres can be written to, last used first. */
export async function addressesOf(db: Reader, cadreIds: number[]): Promise<(Address & { cadreId: number; unreachable: boolean })[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['cadre_id', 'channel', 'account', 'chat', 'unreachable_at'])
    .where('cadre_id', '=', sql<number>`any(${cadreIds})`)
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map(({ cadre_id, unreachable_at, ...address }) => ({ ...address, cadreId: cadre_id!, unreachable: unreachable_at !== null }));
}

/** Someone whom the roster does not know. Number and words only if she wanted them handed on; `proved`: the number is certainly hers. */
export interface JoinRequest {
  id: number;
  at: Date;
  phone: string | null;
  words: string | null;
  proved: boolean;
}

/** Requests that nobody has handled, newest first. */
export const openRequests = (db: Reader): Promise<JoinRequest[]> =>
  db.selectFrom('join_requests').select(['id', 'at', 'phone', 'words', 'proved']).where('handled_at', 'is', null).orderBy('at', 'desc').execute();

/** Open drafts that were handed over to her, by who left them and for which unit. */
export const draftsLeftTo = (db: Reader, cadreId: number): Promise<{ name: string; address: string; unitId: string; count: number }[]> =>
  db
    .selectFrom('drafts')
    .innerJoin('cadres', 'cadres.id', 'drafts.left_by')
    .select(['cadres.name', 'cadres.address', 'drafts.unit_id as unitId'])
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('drafts.cadre_id', '=', cadreId)
    .where('drafts.closed_at', 'is', null)
    .groupBy(['cadres.id', 'cadres.name', 'cadres.address', 'drafts.unit_id'])
    .orderBy('cadres.id')
    .execute();

/** Who took over something from her, newest first. */
export async function heirsOf(db: Reader, cadreId: number): Promise<number[]> {
  const rows = await db.selectFrom('past_positions').select('successor_id').where('cadre_id', '=', cadreId).where('successor_id', 'is not', null).orderBy('until', 'desc').execute();
  return rows.flatMap((row) => row.successor_id ?? []);
}
