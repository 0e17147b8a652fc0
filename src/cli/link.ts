import { COMMAND_LINE, recordAudit } from '../privacy/index.ts';
import { telegramOf } from '../platforms.ts';
import type { Program } from '../program.ts';
import { dayOf } from '../time.ts';
import { phoneOf, Refused, WrongUse, type Command } from './desk.ts';

/** `link PHONE`: a one-time code for a cadre, and the links that carry it. */
export const link: Command = async ({ withProgram, say, print }, { words: [phone], options }) => {
  if (!phone) throw new WrongUse();
  const number = phoneOf(phone, say);
  await withProgram(async (program) => {
    const now = program.clock.now();
    const cadre = await program.org.byPhone(number, dayOf(now));
    if (!cadre) throw new Refused(say('cli-unknown-phone'));
    const code = await program.org.issueCode(cadre.id, now);
    await recordAudit(program.db, COMMAND_LINE, { what: 'code-issued', subject: 'cadre', id: String(cadre.id) }, now);
    const links = await linksOf(code, program);
    if (options.has('--json')) return print(JSON.stringify({ code, links }));
    print(say('cli-link', { name: cadre.name, code }));
    for (const one of links) print(one);
  });
};

/** One tap for her on each platform that is set up. The code itself works everywhere, so a platform that is away is no fault. */
async function linksOf(code: string, program: Program): Promise<string[]> {
  const bot = await telegramOf(program, () => undefined)?.check().catch(() => null);
  const { publicUrl } = program.config;
  return [...(bot ? [`https://t.me/${bot.slice(1)}?start=${code}`] : []), ...(publicUrl ? [`${publicUrl}/#ma=${code}`] : [])];
}
