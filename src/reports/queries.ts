import { sql, type SelectQueryBuilder } from 'kysely';
import type { Db, Tables, Tx } from '../store/index.ts';
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
  /** Moves with every filing anew, so that nobody changes or accepts what she has not seen. */
  revision: number;
  /** Its day lies in a period that had been closed. */
  late: boolean;
  /** Other units that held it together with this one. */
  jointWith: string[];
}

/** One thing that happened to a report, and who did it. */
export interface ReportEvent {
  at: Date;
  cadreId: number | null;
  name: string | null;
  what: 'filed' | 'filed-again' | 'corrected' | 'accepted' | 'returned' | 'withdrawn' | 'restored' | 'joined';
  /** `unit`: the one that joined. */
  detail: { unit?: string; before?: Answers; after?: Answers; question?: string; comment?: string };
}

/** A period whose figures a unit has closed. */
export interface Closing {
  id: number;
  unitId: string;
  period: string;
  closedAt: Date;
  closedBy: number | null;
  /** How many reports waited when it was closed all the same. */
  waiting: number;
}

export interface Draft {
  id: string;
  unitId: string;
  kind: string;
  version: number;
  state: unknown;
  updatedAt: Date;
  /** Who had begun it, when it came to her with the position. */
  leftBy: string | null;
}

const selectReport = (from: SelectQueryBuilder<Tables, 'reports', object>) =>
  from
    .select(['id', 'code', 'unit_id as unitId', 'kind', 'title', 'day', 'author_id as authorId', 'status', 'filed_at as filedAt', 'revision', 'late', 'joint_with as jointWith'])
    .select(sql<Answers>`answers`.as('answers'));

export const reportFields = (db: Reader) => selectReport(db.selectFrom('reports'));

export const reportByCode = (db: Reader, code: string): Promise<Report | undefined> => reportFields(db).where('code', '=', code).executeTakeFirst();

export const reportById = (db: Reader, id: number): Promise<Report | undefined> => reportFields(db).where('id', '=', id).executeTakeFirst();

/** These reports, in the order they are asked for. */
export async function reportsByIds(db: Reader, ids: number[]): Promise<Report[]> {
  const found = await reportFields(db).where('id', '=', sql<number>`any(${ids})`).execute();
  return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
}

/** Whose reports wait for a word from above: those of these units, but none by `notBy` (nobody reviews her own). */
export interface Waiting {
  unitIds: string[];
  notBy: number | null;
}

const waiting = (db: Reader, { unitIds, notBy }: Waiting) => {
  const all = db.selectFrom('reports').where('status', '=', 'filed').where('unit_id', '=', sql<string>`any(${unitIds})`);
  return notBy === null ? all : all.where((is) => is.or([is('author_id', 'is', null), is('author_id', '<>', notBy)]));
};

/** The first of them after report `after`, in the order they came. */
export const waitingReports = (db: Reader, which: Waiting, most: number, after = 0): Promise<Report[]> =>
  selectReport(waiting(db, which)).where('id', '>', after).orderBy('id').limit(most).execute();

/** How many wait, by unit; most first. */
export const countWaiting = (db: Reader, which: Waiting): Promise<{ unitId: string; count: number }[]> =>
  waiting(db, which)
    .select('unit_id as unitId')
    .select((is) => is.fn.countAll<number>().as('count'))
    .groupBy('unit_id')
    .orderBy('count', 'desc')
    .orderBy('unit_id')
    .execute();

/** How many of these units' reports of a stretch of days wait. */
export async function countWaitingIn(db: Reader, unitIds: string[], from: string, to: string): Promise<number> {
  const row = await waiting(db, { unitIds, notBy: null })
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Whose report it is: of any of these units, alone or together with others. */
export const heldBy = (unitIds: string[]) => sql<boolean>`(unit_id = any(${unitIds}) or (joint_with <> '{}' and joint_with && ${unitIds}::text[]))`;

/**
 * Reports of the same kind and day that stand, of the unit, of those it acted with, or told as held with it: filing
 * another may be the same thing twice.
 */
export const twinsOf = (db: Reader, { unitId, besides = [], kind, day }: { unitId: string; besides?: string[]; kind: string; day: string }): Promise<Report[]> =>
  reportFields(db)
    .where((is) => is.or([is('unit_id', '=', sql<string>`any(${[unitId, ...besides]})`), heldBy([unitId])]))
    .where('kind', '=', kind)
    .where('day', '=', day)
    .where('status', 'in', ['filed', 'accepted'])
    .orderBy('id')
    .execute();

/** What a unit's last reports were about: which kinds it files, where and with whom. */
export const recentReports = (db: Reader, unitId: string, most: number): Promise<Pick<Report, 'kind' | 'answers'>[]> =>
  db
    .selectFrom('reports')
    .select('kind')
    .select(sql<Answers>`answers`.as('answers'))
    .where('unit_id', '=', unitId)
    .where('status', 'in', ['filed', 'accepted'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute();

/** The report that a draft became. */
export const reportOfDraft = (db: Reader, draftId: string): Promise<Report | undefined> =>
  reportFields(db).where('id', '=', (is) => is.selectFrom('drafts').select('report_id').where('drafts.id', '=', draftId)).executeTakeFirst();

/** What happened to a report, first to last. */
export async function eventsOf(db: Reader, reportId: number): Promise<ReportEvent[]> {
  const rows = await db
    .selectFrom('report_events')
    .leftJoin('cadres', 'cadres.id', 'report_events.cadre_id')
    .select(['at', 'cadre_id as cadreId', 'cadres.name', 'what', 'detail'])
    .where('report_id', '=', reportId)
    .orderBy('report_events.id')
    .execute();
  return rows as ReportEvent[];
}

/** The closings that stand, of these units. */
export const closingsOf = (db: Reader, unitIds: string[]): Promise<Closing[]> =>
  db
    .selectFrom('period_closings')
    .select(['id', 'unit_id as unitId', 'period', 'closed_at as closedAt', 'closed_by as closedBy', 'waiting'])
    .where('reopened_at', 'is', null)
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .orderBy('id')
    .execute();

/** Her own newest reports. */
export const reportsBy = (db: Reader, cadreId: number, most: number): Promise<Report[]> =>
  reportFields(db).where('author_id', '=', cadreId).orderBy('filed_at', 'desc').limit(most).execute();

const selectDraft = (db: Reader) =>
  db
    .selectFrom('drafts')
    .leftJoin('cadres', 'cadres.id', 'drafts.left_by')
    .select(['drafts.id', 'unit_id as unitId', 'kind', 'version', 'state', 'updated_at as updatedAt', 'cadres.name as leftBy']);

/** Drafts a cadre has open, newest first. */
export const openDrafts = (db: Reader, cadreId: number): Promise<Draft[]> =>
  selectDraft(db).where('cadre_id', '=', cadreId).where('closed_at', 'is', null).orderBy('updated_at', 'desc').execute();

/** A draft of hers, open or just discarded, to go on with. */
export const draftOf = (db: Reader, cadreId: number, id: string): Promise<Draft | undefined> =>
  selectDraft(db)
    .where('cadre_id', '=', cadreId)
    .where('drafts.id', '=', id)
    .where((is) => is.or([is('closed_at', 'is', null), is('closed_as', '=', 'discarded')]))
    .executeTakeFirst();
