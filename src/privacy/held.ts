import { sql } from 'kysely';
import type { Session } from '../conversation/index.ts';
import type { Tx } from '../store/index.ts';
import { clockOf, dayOf, showDay } from '../time.ts';

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
    { name: 'questions', rows: await tx.selectFrom('questions').select(['at', 'text', 'status']).where('person', 'in', [person, ...names]).orderBy('id').execute() },
    { name: 'given', rows: await tx.selectFrom('question_answers').select(['at', 'kind', 'words']).where('cadre_id', '=', cadreId).orderBy('id').execute() },
    { name: 'messages', rows: await tx.selectFrom('web_messages').select(['at', 'sender', 'body']).where('account', 'in', ['', ...web]).orderBy('id').execute() },
    { name: 'turns', rows: await tx.selectFrom('turns').select(['at', sql<unknown>`record->'replies'`.as('replies')]).where(turnOf, 'in', ['', ...names]).orderBy('at').execute() },
    { name: 'session', rows: [...sessions, ...(session ? [{ data: session }] : [])] },
    { name: 'audit', rows: await tx.selectFrom('audit').select(['at', 'what', 'subject', 'subject_id', 'channel']).where('cadre_id', '=', cadreId).orderBy('id').execute() },
  ];
}

/** Whose turn a record is: "channel:account". */
export const turnOf = sql<string>`record->'session'->'last'->>'channel' || ':' || (record->'session'->'last'->>'account')`;
/** "channel:account", as a stranger's conversation is called. */
export const accountName = sql<string>`channel || ':' || account`;

/** The sections as a text she can read and keep. `word` gives the Vietnamese of a section or a column. */
export function heldText(sections: Section[], word: (key: string) => string): string {
  const filled = sections.filter((one) => one.rows.length > 0);
  const parts = filled.map(({ name, rows }, at) => {
    const blocks = rows.map((row) => Object.entries(row).filter(([, value]) => value !== null).map(([column, value]) => `${word(`held-${column.replaceAll('_', '-')}`)}: ${shown(value)}`).join('\n'));
    return `${at + 1}. ${word(`held-section-${name}`)}\n\n${blocks.join('\n\n')}`;
  });
  return `${[word('held-title'), ...parts].join('\n\n\n')}\n`;
}

/** Instants and days as she writes them; what has no simpler form stays JSON, so that nothing is left out. */
function shown(value: unknown): string {
  if (value instanceof Date) return `${clockOf(value)} ${showDay(dayOf(value))}`;
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? showDay(value) : value;
  return JSON.stringify(value);
}
