import { auditLines, type AuditLine } from '../privacy/index.ts';
import { clockOf, dayOf, showDay } from '../time.ts';
import { phoneOf, Refused, type Command, type Desk } from './desk.ts';

/** `audit [--cadre PHONE] [--json]`: who saw or changed what, oldest first. */
export const audit: Command = async (desk, { options }) => {
  const phone = options.get('--cadre');
  await desk.withProgram(async ({ db }) => {
    const cadreId = phone === undefined ? null : await idOf(phone);
    for (const line of await auditLines(db, cadreId)) desk.print(options.has('--json') ? JSON.stringify(line) : shown(line, desk));

    async function idOf(written: string): Promise<number> {
      const row = await db.selectFrom('cadres').select('id').where('phone', '=', phoneOf(written, desk.say)).executeTakeFirst();
      if (!row) throw new Refused(desk.say('cli-unknown-phone'));
      return row.id;
    }
  });
};

/** Lines that stand under no cadre's name. */
const NOBODYS: Record<string, string> = { terminal: 'audit-command-line', schedule: 'audit-schedule' };

function shown({ at, name, channel, what, subject, id }: AuditLine, { say }: Desk): string {
  const who = name ?? say(NOBODYS[channel ?? ''] ?? 'audit-nobody');
  return say('audit-line', { at: `${showDay(dayOf(at))} ${clockOf(at)}`, who, what: say(`audit-${what}`), subject: say(`audit-of-${subject}`), id });
}
