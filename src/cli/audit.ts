import type { UnitTree } from '../org/index.ts';
import { auditLines, type AuditLine } from '../privacy/index.ts';
import { clockOf, dayOf, showDay } from '../time.ts';
import { everyoneWith, phoneOf, Refused, type Command, type Desk } from './desk.ts';

/** `audit [--cadre PHONE] [--json]`: who saw or changed what, oldest first. */
export const audit: Command = async (desk, { options }) => {
  const phone = options.get('--cadre');
  await desk.withProgram(async ({ db, org, clock }) => {
    const whose = phone === undefined ? null : await everyoneWith(phoneOf(phone, desk.say), db);
    if (whose?.length === 0) throw new Refused(desk.say('cli-unknown-phone'));
    const tree = await org.tree(clock.now());
    for (const line of await auditLines(db, whose && whose.map(({ id }) => id))) desk.print(options.has('--json') ? JSON.stringify(line) : shown(line, tree, desk));
  });
};

/** Lines that stand under no cadre's name. */
const NOBODYS: Record<string, string> = { terminal: 'audit-command-line', schedule: 'audit-schedule' };

function shown({ at, name, channel, what, subject, id }: AuditLine, tree: UnitTree, { say }: Desk): string {
  const who = name ?? say(NOBODYS[channel ?? ''] ?? 'audit-nobody');
  return say('audit-line', { at: `${showDay(dayOf(at))} ${clockOf(at)}`, who, what: say(`audit-${what}`), subject: say(`audit-of-${subject}`), id: subject === 'unit' ? (tree.get(id)?.name ?? id) : id });
}
