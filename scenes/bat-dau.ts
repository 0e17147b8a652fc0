import { end, reply, say, type Outcome } from '../src/conversation/index.ts';
import { questionsChoice } from './cau-hoi-told.ts';
import { mainMenu } from './menu.ts';
import { nhanDien } from './nhan-dien.ts';
import { inSentence, type HoiScene } from './world.ts';

/** /start and /trogiup: who the bot is and what it can do, for this person. */
export const batDau: HoiScene<never> = {
  name: 'batdau',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'anyone',
  async enter(args, world): Promise<Outcome<never>> {
    const { cadre } = world.person;
    // A deep link carries the one-time code.
    if (args !== '' && args !== 'help') return nhanDien.enter(args, world, { state: null, remembered: undefined }) as Promise<Outcome<never>>;
    if (!cadre) return end([reply([say('start-stranger'), say('start-public')], { choices: mainMenu(world) })]);
    const unit = world.scope.units[0];
    const hello = args === 'help' ? say('start-help') : say('start-cadre', { name: cadre.name, unit: unit ? inSentence(unit.name) : '' });
    return end([reply([hello, say('start-commands')], { choices: [...mainMenu(world), ...(await questionsChoice(world))] })]);
  },
};

/** For scenes that end as they begin: nothing of theirs is ever stored. */
export function noState(): never {
  throw new Error('this scene keeps no state');
}
