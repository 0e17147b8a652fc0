import type { Db, Tx } from '../store/index.ts';

/** Who saw or changed what. Kinds and ids only: no text, no name, no number ever goes in here. */
export interface Entry {
  what: 'viewed' | 'exported' | 'imported' | 'linked' | 'agreed' | 'refused' | 'erased' | 'code-issued' | 'handled';
  subject: 'report' | 'unit' | 'people' | 'cadre' | 'roster' | 'units' | 'figures' | 'own-data';
  id: string;
}

/** A scene has shown something that is not the viewer's own. */
export interface RecordAudit extends Entry {
  type: 'audit.record';
}

/** `cadreId` null: the administrator at the command line. */
export interface Actor {
  cadreId: number | null;
  channel: string;
}

export const COMMAND_LINE: Actor = { cadreId: null, channel: 'terminal' };

export async function recordAudit(db: Db | Tx, by: Actor, { what, subject, id }: Entry, at: Date): Promise<void> {
  await db.insertInto('audit').values({ at, cadre_id: by.cadreId, channel: by.channel, what, subject, subject_id: id }).execute();
}

export interface AuditLine {
  at: Date;
  cadreId: number | null;
  name: string | null;
  channel: string | null;
  what: string;
  subject: string;
  id: string;
}

/** The audit and what happened to reports, as one list, oldest first; `cadreIds`: only what these did. */
export async function auditLines(db: Db, cadreIds: number[] | null): Promise<AuditLine[]> {
  const seen = db
    .selectFrom('audit')
    .leftJoin('cadres', 'cadres.id', 'audit.cadre_id')
    .select(['at', 'cadre_id as cadreId', 'cadres.name', 'channel', 'what', 'subject', 'subject_id as id'])
    .$if(cadreIds !== null, (query) => query.where('cadre_id', 'in', [0, ...(cadreIds ?? [])]));
  const reports = db
    .selectFrom('report_events')
    .innerJoin('reports', 'reports.id', 'report_id')
    .leftJoin('cadres', 'cadres.id', 'cadre_id')
    .select(['at', 'cadre_id as cadreId', 'cadres.name', 'what', 'reports.code as id'])
    .$if(cadreIds !== null, (query) => query.where('cadre_id', 'in', [0, ...(cadreIds ?? [])]));
  const events = (await reports.execute()).map((row): AuditLine => ({ ...row, channel: null, subject: 'report' }));
  return [...(await seen.execute()), ...events].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
