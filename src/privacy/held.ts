import { sql } from 'kysely';
import type { Session } from '../conversation/index.ts';
import type { Tx } from '../store/index.ts';

/** One kind of thing that is stored about a person; every row by its column's name. */
export interface Section {
  name: string;
  rows: Record<string, unknown>[];
}

/** Everything stored about a cadre, wherever it stands. `session`: her open conversation, where it is not in SQL. */
export async function heldAbout(tx: Tx, cadreId: number, session: Session | null): Promise<Section[]> {
  const person = `cadre:${cadreId}`;
  const accounts = await tx.selectFrom('accounts').select(['channel', 'account', 'linked_at', 'seen_at']).where('cadre_id', '=', cadreId).execute();
  const names = accounts.map((one) => `${one.channel}:${one.account}`);
  const web = accounts.filter((one) => one.channel === 'web').map((one) => one.account);
  const sessions = await tx.selectFrom('sessions').select(['data', 'expires_at']).where('person', 'in', [person, ...names]).execute();
  return [
    { name: 'person', rows: await tx.selectFrom('cadres').select(['name', 'phone', 'address', 'admin', 'left_on']).where('id', '=', cadreId).execute() },
    { name: 'positions', rows: await tx.selectFrom('positions').innerJoin('units', 'units.id', 'unit_id').select(['title as title_of', 'units.name as unit']).where('cadre_id', '=', cadreId).execute() },
    { name: 'past', rows: await tx.selectFrom('past_positions').innerJoin('units', 'units.id', 'unit_id').select(['title as title_of', 'units.name as unit', 'until']).where('cadre_id', '=', cadreId).execute() },
    { name: 'accounts', rows: accounts },
    { name: 'consent', rows: await tx.selectFrom('consents').select(['notice', 'at', 'channel']).where('cadre_id', '=', cadreId).execute() },
    { name: 'codes', rows: await tx.selectFrom('link_codes').select(['expires_at', 'used_at']).where('cadre_id', '=', cadreId).execute() },
    { name: 'requests', rows: await tx.selectFrom('join_requests').select(['at', 'phone', 'words']).where(accountName, 'in', ['', ...names]).execute() },
    { name: 'drafts', rows: await tx.selectFrom('drafts').select(['kind', 'updated_at', 'closed_as', 'state']).where('cadre_id', '=', cadreId).orderBy('updated_at').execute() },
    { name: 'reports', rows: await tx.selectFrom('reports').select(['code', 'title as subject_title', 'day', 'status', 'filed_at', 'answers']).where('author_id', '=', cadreId).orderBy('id').execute() },
    {
      name: 'deeds',
      rows: await tx.selectFrom('report_events').innerJoin('reports', 'reports.id', 'report_id').select(['at', 'what', 'code', 'detail']).where('cadre_id', '=', cadreId).orderBy('report_events.id').execute(),
    },
    { name: 'pushes', rows: await tx.selectFrom('pushes').select(['due_at', 'key', 'state', 'done_at']).where('cadre_id', '=', cadreId).orderBy('id').execute() },
    { name: 'snoozes', rows: await tx.selectFrom('snoozes').select(['until', 'asked_at']).where('cadre_id', '=', cadreId).execute() },
    { name: 'reminding', rows: await tx.selectFrom('reminder_choices').select(['clock', 'away_until']).where('cadre_id', '=', cadreId).execute() },
    { name: 'charges', rows: await tx.selectFrom('reminder_owners').innerJoin('units', 'units.id', 'unit_id').select(['units.name as unit', 'at']).where('cadre_id', '=', cadreId).execute() },
    { name: 'stand-ins', rows: await tx.selectFrom('reminder_choices').select('away_until').where('stand_in_id', '=', cadreId).execute() },
    { name: 'papers', rows: await tx.selectFrom('paper_notes').innerJoin('units', 'units.id', 'unit_id').select(['units.name as unit', 'deadline', 'at']).where('by_id', '=', cadreId).execute() },
    {
      name: 'closings',
      rows: await tx
        .selectFrom('period_closings')
        .innerJoin('units', 'units.id', 'unit_id')
        .select(['units.name as unit', 'period', 'closed_at', 'reopened_at'])
        .where((is) => is.or([is('closed_by', '=', cadreId), is('reopened_by', '=', cadreId)]))
        .execute(),
    },
    { name: 'questions', rows: await tx.selectFrom('questions').select(['at', 'text', 'status']).where('person', 'in', [person, ...names]).orderBy('id').execute() },
    { name: 'given', rows: await tx.selectFrom('question_answers').select(['at', 'kind', 'words']).where('cadre_id', '=', cadreId).orderBy('id').execute() },
    { name: 'messages', rows: await tx.selectFrom('web_messages').select(['at', 'sender', 'body']).where('account', 'in', ['', ...web]).orderBy('id').execute() },
    { name: 'turns', rows: await tx.selectFrom('turns').select(['at', sql<string>`(select string_agg(reply->>'text', e'\n') from jsonb_array_elements(record->'replies') as reply)`.as('replies')]).where(turnOf, 'in', ['', ...names]).orderBy('at').execute() },
    { name: 'session', rows: [...sessions, ...(session ? [{ data: session }] : [])] },
    { name: 'audit', rows: await tx.selectFrom('audit').select(['at', 'what', 'subject', 'subject_id', 'channel']).where(aboutHer(cadreId)).orderBy('id').execute() },
  ];
}

/** What she saw and changed, and what others did to what is held of her. */
const aboutHer = (cadreId: number) => sql<boolean>`(cadre_id = ${cadreId} or (subject = 'cadre' and subject_id = ${String(cadreId)}))`;

/** Whose turn a record is: "channel:account". */
export const turnOf = sql<string>`record->'session'->'last'->>'channel' || ':' || (record->'session'->'last'->>'account')`;
/** "channel:account", as a stranger's conversation is called. */
export const accountName = sql<string>`channel || ':' || account`;
