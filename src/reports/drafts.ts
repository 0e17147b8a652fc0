import { sql } from 'kysely';
import type { Context } from './events.ts';

/** Keeps an unfinished report where nothing is lost. */
export interface SaveDraft {
  type: 'report.save-draft';
  draftId: string;
  cadreId: number;
  unitId: string;
  kind: string;
  /** The scene's state and its version. */
  version: number;
  state: unknown;
}

export interface DiscardDraft {
  type: 'report.discard-draft';
  draftId: string;
  cadreId: number;
}

export const draftEffects = {
  /** Opens a discarded draft again; one that was filed stays as it is. */
  'report.save-draft': {
    statement: ({ draftId, cadreId, unitId, kind, version, state }: SaveDraft, { world: { now } }: Omit<Context, 'tx'>) => sql`
      insert into drafts (id, cadre_id, unit_id, kind, version, state, updated_at)
      values (${draftId}, ${cadreId}, ${unitId}, ${kind}, ${version}, ${JSON.stringify(state)}, ${now})
      on conflict (id) do update set unit_id = excluded.unit_id, kind = excluded.kind, version = excluded.version, state = excluded.state,
        updated_at = excluded.updated_at, closed_at = null, closed_as = null
      where drafts.cadre_id = excluded.cadre_id and drafts.report_id is null`,
  },

  async 'report.discard-draft'({ draftId, cadreId }: DiscardDraft, { tx, world: { now } }: Context): Promise<void> {
    await tx.updateTable('drafts').set({ closed_at: now, closed_as: 'discarded' }).where('id', '=', draftId).where('cadre_id', '=', cadreId).where('closed_at', 'is', null).execute();
  },
};
