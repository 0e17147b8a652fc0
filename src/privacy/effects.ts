import type { Files, Reply, Session } from '../conversation/index.ts';
import type { EffectContext } from '../store/index.ts';
import { recordAudit, type RecordAudit } from './audit.ts';
import { eraseCadre } from './erase.ts';
import { heldText } from './held-text.ts';
import { heldAbout } from './held.ts';
import { releaseAccounts } from './release.ts';

/** She takes her agreement back: no account is hers any more; what is stored waits for her to erase it or come back. */
export interface RefuseNotice {
  type: 'privacy.refuse';
  cadreId: number;
}

/** A file of everything stored about her. Brings a `Reply['document']`. */
export interface ExportHeld {
  type: 'privacy.export';
  cadreId: number;
}

export interface EraseCadre {
  type: 'privacy.erase';
  cadreId: number;
}

interface Acting {
  now: Date;
  turnId: string;
  from: { channel: string };
  person: { cadre: { id: number } | null };
}
type Context = EffectContext<Acting>;

export interface PrivacyDeps {
  files: Files & { remove(hash: string): Promise<void> };
  word(key: string): string;
  /** Her open conversation, where sessions are not in SQL. */
  session(person: string): Promise<Session | null>;
  /** Told once someone is erased, so that nothing of her is kept outside SQL either. */
  erased(turnId: string, people: string[]): void;
}

const actor = ({ from, person }: Acting) => ({ cadreId: person.cadre?.id ?? null, channel: from.channel });

export const privacyEffects = ({ files, word, session, erased }: PrivacyDeps) => ({
  async 'audit.record'(entry: RecordAudit, { tx, world }: Context): Promise<void> {
    await recordAudit(tx, actor(world), entry, world.now);
  },

  async 'privacy.refuse'({ cadreId }: RefuseNotice, { tx, world }: Context): Promise<void> {
    await tx.deleteFrom('consents').where('cadre_id', '=', cadreId).execute();
    await releaseAccounts(tx, (is) => is('cadre_id', '=', cadreId));
    await recordAudit(tx, { cadreId, channel: world.from.channel }, { what: 'refused', subject: 'own-data', id: String(cadreId) }, world.now);
  },

  async 'privacy.export'({ cadreId }: ExportHeld, { tx, world }: Context): Promise<NonNullable<Reply['document']>> {
    await recordAudit(tx, actor(world), { what: 'exported', subject: 'own-data', id: String(cadreId) }, world.now);
    const text = heldText(await heldAbout(tx, cadreId, await session(`cadre:${cadreId}`)), word);
    const { hash, mime } = await files.put(new TextEncoder().encode(text), 'text/plain; charset=utf-8');
    await tx.insertInto('exports').values({ hash, cadre_id: cadreId, at: world.now }).onConflict((conflict) => conflict.column('hash').doNothing()).execute();
    return { hash, mime, name: word('held-file') };
  },

  async 'privacy.erase'({ cadreId }: EraseCadre, { tx, world }: Context): Promise<void> {
    const { files: hers, people } = await eraseCadre(tx, cadreId);
    await recordAudit(tx, { cadreId: null, channel: world.from.channel }, { what: 'erased', subject: 'cadre', id: String(cadreId) }, world.now);
    for (const hash of hers) await files.remove(hash);
    erased(world.turnId, people);
  },
});
