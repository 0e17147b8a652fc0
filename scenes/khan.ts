import { end, quote, reply, say, type Outcome } from '../src/conversation/index.ts';
import { noState } from './bat-dau.ts';
import { cardText } from './procedure-words.ts';
import type { HoiScene } from './world.ts';

/** /khan: someone is in danger. The cards, one tap away for everyone. */
export const khan: HoiScene<never> = {
  name: 'khan',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'anyone',
  async enter(args, world): Promise<Outcome<never>> {
    const { cards } = world.knowledge.content;
    const card = cards.find((one) => one.id === args) ?? cards[0]!;
    const others = cards.filter((one) => one.id !== card.id);
    return end([reply(cardText(card), { choices: others.map(({ id, title }) => ({ id, label: quote(title), to: { scene: 'khan', args: id } })) }), reply(say('safety-private'))]);
  },
};
