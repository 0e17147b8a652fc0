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
  async 'report.save-draft'({ draftId, cadreId, unitId, kind, version, state }: SaveDraft, { tx, world: { now } }: Context): Promise<void> {
    const row = { unit_id: unitId, kind, version, state: JSON.stringify(state), updated_at: now, closed_at: null, closed_as: null };
    await tx
      .insertInto('drafts')
      .values({ id: draftId, cadre_id: cadreId, report_id: null, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('drafts.cadre_id', '=', cadreId).where('drafts.report_id', 'is', null))
      .execute();
  },

  async 'report.discard-draft'({ draftId, cadreId }: DiscardDraft, { tx, world: { now } }: Context): Promise<void> {
    await tx.updateTable('drafts').set({ closed_at: now, closed_as: 'discarded' }).where('id', '=', draftId).where('cadre_id', '=', cadreId).where('closed_at', 'is', null).execute();
  },
};
