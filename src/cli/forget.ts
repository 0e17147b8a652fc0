import { COMMAND_LINE, eraseCadre, recordAudit } from '../privacy/index.ts';
import { phoneOf, Refused, WrongUse, type Command } from './desk.ts';

/** `forget PHONE`: everything of one person goes, as when she erases it herself; her reports stay with their units. */
export const forget: Command = async ({ withProgram, say, print }, { words: [phone] }) => {
  if (!phone) throw new WrongUse();
  const number = phoneOf(phone, say);
  await withProgram(async ({ db, files, sessions, clock }) => {
    // She may have left the roster long ago: that is no reason to keep her.
    const cadre = await db.selectFrom('cadres').select('id').where('phone', '=', number).executeTakeFirst();
    if (!cadre) throw new Refused(say('cli-unknown-phone'));
    const { files: hers, people } = await db.transaction().execute(async (tx) => {
      await recordAudit(tx, COMMAND_LINE, { what: 'erased', subject: 'cadre', id: String(cadre.id) }, clock.now());
      return eraseCadre(tx, cadre.id);
    });
    for (const hash of hers) await files.remove(hash);
    for (const person of people) await sessions.forget(person);
    print(say('cli-forgotten'));
  });
};
