import type { Db } from '../store/index.ts';
import type { Policy } from './policy.ts';
import { agreementOf } from './queries.ts';

export { auditLines, COMMAND_LINE, recordAudit, type Actor, type AuditLine, type Entry, type RecordAudit } from './audit.ts';
export { privacyEffects, type EraseCadre, type ExportHeld, type RefuseNotice } from './effects.ts';
export { forgetCadre } from './erase.ts';
export { loadPolicy, type Keep, type Policy } from './policy.ts';
export { releaseAccounts } from './release.ts';
export { claimNight, tidy } from './retention.ts';

/** What scenes may read of what is kept about people. */
export function openPrivacy(db: Db, policy: Policy) {
  return {
    policy,
    agreement: (cadreId: number) => agreementOf(db, cadreId),
    /** She has agreed to the notice as it is today. */
    agrees: async (cadreId: number): Promise<boolean> => (await agreementOf(db, cadreId))?.notice === policy.notice,
  };
}

export type Privacy = ReturnType<typeof openPrivacy>;
