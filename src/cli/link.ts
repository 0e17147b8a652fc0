import { dayOf } from '../time.ts';
import { phoneOf, Refused, WrongUse, type Command } from './desk.ts';

/** `link PHONE`: a one-time code for a cadre, and the link that carries it. */
export const link: Command = async ({ config, withProgram, say, print }, { words: [phone] }) => {
  if (!phone) throw new WrongUse();
  const number = phoneOf(phone, say);
  await withProgram(async (program) => {
    const now = program.clock.now();
    const cadre = await program.org.byPhone(number, dayOf(now));
    if (!cadre) throw new Refused(say('cli-unknown-phone'));
    const code = await program.org.issueCode(cadre.id, now);
    print(say('cli-link', { name: cadre.name, code }));
    if (config.publicUrl) print(`${config.publicUrl}/#ma=${code}`);
  });
};
