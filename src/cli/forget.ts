import { COMMAND_LINE, forgetCadre } from '../privacy/index.ts';
import { showDay } from '../time.ts';
import { everyoneWith, phoneOf, Refused, WrongUse, type Command, type Desk } from './desk.ts';

/** `forget PHONE [N]`: everything of one person goes, as when she erases it herself; `N`: which of those who had the number. */
export const forget: Command = async ({ withProgram, say, print }, { words: [phone, which] }) => {
  if (!phone) throw new WrongUse();
  const number = phoneOf(phone, say);
  await withProgram(async ({ db, files, sessions, clock }) => {
    const cadreId = chosen(await everyoneWith(number, db), which, say);
    for (const name of await forgetCadre(db, files, cadreId, COMMAND_LINE, clock.now())) await sessions.forget(name);
    print(say('cli-forgotten'));
  });
};

/** She may have left the roster long ago: that is no reason to keep her. */
function chosen(people: Awaited<ReturnType<typeof everyoneWith>>, which: string | undefined, say: Desk['say']): number {
  if (people.length === 0) throw new Refused(say('cli-unknown-phone'));
  const one = people.length === 1 ? people[0] : people[Number(which) - 1];
  if (one) return one.id;
  const listed = people.map(({ name, left_on: left }, at) => (left ? say('cli-forget-left', { number: at + 1, name, left: showDay(left) }) : say('cli-forget-here', { number: at + 1, name })));
  throw new Refused([say('cli-forget-which'), ...listed].join('\n'));
}
