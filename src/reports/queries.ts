import { sql } from 'kysely';
import type { Db, Tx } from '../store/index.ts';
import type { Answers } from './form.ts';

type Reader = Db | Tx;

export interface Report {
  id: number;
  code: string;
  unitId: string;
  kind: string;
  title: string;
  day: string;
  answers: Answers;
  authorId: number | null;
  status: 'filed' | 'accepted' | 'returned' | 'withdrawn';
  filedAt: Date;
}

export interface Draft {
  id: string;
  unitId: string;
  kind: string;
  version: number;
  state: unknown;
  updatedAt: Date;
}

export const reportFields = (db: Reader) =>
  db
    .selectFrom('reports')
    .select(['id', 'code', 'unit_id as unitId', 'kind', 'title', 'day', 'author_id as authorId', 'status', 'filed_at as filedAt'])
    .select(sql<Answers>`answers`.as('answers'));

export const reportByCode = (db: Reader, code: string): Promise<Report | undefined> => reportFields(db).where('code', '=', code).executeTakeFirst();

export const reportById = (db: Reader, id: number): Promise<Report | undefined> => reportFields(db).where('id', '=', id).executeTakeFirst();

/** Reports of these units that wait for a word from above, oldest first. */
export const waitingReports = (db: Reader, unitIds: string[], most: number): Promise<Report[]> =>
  unitIds.length === 0
    ? Promise.resolve([])
    : reportFields(db).where('status', '=', 'filed').where('unit_id', 'in', unitIds).orderBy('filed_at').orderBy('id').limit(most).execute();

export async function countWaiting(db: Reader, unitIds: string[]): Promise<number> {
  if (unitIds.length === 0) return 0;
  const row = await db
    .selectFrom('reports')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('status', '=', 'filed')
    .where('unit_id', 'in', unitIds)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Reports of the same unit, kind and day that stand: filing another may be the same thing twice. */
export const twinsOf = (db: Reader, unitId: string, kind: string, day: string): Promise<Report[]> =>
  reportFields(db)
    .where('unit_id', '=', unitId)
    .where('kind', '=', kind)
    .where('day', '=', day)
    .where('status', 'in', ['filed', 'accepted'])
    .orderBy('id')
    .execute();

/** Her own newest reports. */
export const reportsBy = (db: Reader, cadreId: number, most: number): Promise<Report[]> =>
  reportFields(db).where('author_id', '=', cadreId).orderBy('filed_at', 'desc').limit(most).execute();

/** Drafts a cadre has open, newest first. */
export async function openDrafts(db: Reader, cadreId: number): Promise<Draft[]> {
  return db
    .selectFrom('drafts')
    .select(['id', 'unit_id as unitId', 'kind', 'version', 'state', 'updated_at as updatedAt'])
    .where('cadre_id', '=', cadreId)
    .where('closed_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute();
}

/** A draft of hers, open or just discarded, to go on with. */
export const draftOf = (db: Reader, cadreId: number, id: string): Promise<Draft | undefined> =>
  db
    .selectFrom('drafts')
    .select(['id', 'unit_id as unitId', 'kind', 'version', 'state', 'updated_at as updatedAt'])
    .where('cadre_id', '=', cadreId)
    .where('id', '=', id)
    .where((is) => is.or([is('closed_at', 'is', null), is('closed_as', '=', 'discarded')]))
    .executeTakeFirst();
