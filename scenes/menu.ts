import { say, type Choice } from '../src/conversation/index.ts';
import type { World } from './world.ts';

/** The big things a cadre can do from anywhere, as buttons. */
export function mainMenu(world: World): Choice[] {
  const ask: Choice = { id: 'hoi', label: say('menu-ask'), to: { scene: 'hoi', args: '' } };
  if (!world.person.known) return [{ id: 'nhan-dien', label: say('menu-identify'), to: { scene: 'nhan-dien' } }, ask];
  const { scope } = world;
  return [
    ...(scope.may('file') ? [{ id: 'baocao', label: say('menu-report'), to: { scene: 'baocao' } }] : []),
    ...(scope.may('review') ? [{ id: 'duyet', label: say('menu-review'), to: { scene: 'duyet' } }] : []),
    { id: 'chitieu', label: say('menu-indicators'), to: { scene: 'chitieu' } },
    { id: 'tonghop', label: say('menu-totals'), to: { scene: 'tonghop' } },
    ask,
  ];
}
