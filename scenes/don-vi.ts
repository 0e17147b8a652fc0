import { end, lines, quote, reply, say, type Outcome, type Text } from '../src/conversation/index.ts';
import { noState } from './bat-dau.ts';
import { inSentence, type HoiScene, type World } from './world.ts';

const LISTED = 12;

/** /donvi: her units, those above and below; or where a former commune has gone. */
export const donVi: HoiScene<never> = {
  name: 'donvi',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'cadre',
  async enter(args, world): Promise<Outcome<never>> {
    if (args.trim() !== '') {
      const found = formerUnits(args, world);
      return end([reply(found.length > 0 ? found : say('former-none'))]);
    }
    const own = world.scope.units.map((unit) => {
      const above = unit.parentId ? world.tree.get(unit.parentId) : undefined;
      const below = world.tree.children(unit.id, world.today).length;
      return say('unit-own', { unit: unit.name, above: above ? say('unit-above', { above: inSentence(above.name) }) : quote(''), below: below > 0 ? say('unit-below', { count: below }) : quote('') });
    });
    return end([reply([lines(own), say('unit-former-hint')])]);
  },
};

/** What the reform's data says of the former unit named in a text; empty when it names none. */
export function formerUnits(text: string, world: World): Text[] {
  const { kind, asked, matches } = world.org.former(text);
  if (kind === 'none') return [];
  const rows = matches.slice(0, LISTED).map((one) => say('former-row', { name: [one.name, one.district].filter((part) => part !== '').join(', '), now: one.now }));
  const head = say(asked === 'former' ? 'former-made-of' : kind === 'many' ? 'former-many' : 'former-one');
  const more = matches.length > LISTED ? [say('former-more', { count: matches.length - LISTED })] : [];
  return [head, lines(rows), ...more, say('former-source')];
}
