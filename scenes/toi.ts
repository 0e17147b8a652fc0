import { end, lines, quote, reply, say, type Outcome } from '../src/conversation/index.ts';
import { noState } from './bat-dau.ts';
import { cadreOf, inSentence, type HoiScene } from './world.ts';

const NEWEST = 5;

/** /toi: what the program holds of her: name, positions, accounts, drafts and newest reports. */
export const toi: HoiScene<never> = {
  name: 'toi',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'cadre',
  async enter(_, world): Promise<Outcome<never>> {
    const cadre = cadreOf(world);
    const held = cadre.positions.map(({ unitId, title }) => quote(`• ${title}, ${inSentence(world.tree.get(unitId)?.name ?? '')}`));
    const accounts = (await world.org.addresses(cadre.id)).map(({ channel }) => channel);
    const drafts = await world.reports.openDrafts(cadre.id);
    // What she filed for a unit she has left is that unit's now.
    const reports = (await world.reports.by(cadre.id, NEWEST)).filter((report) => world.scope.sees(report.unitId));
    const listed = reports.map(({ code, title, status }) => say('me-report', { code, title, status: say(`status-${status}`) }));
    return end([
      reply([say('me-who', { name: cadre.name, phone: masked(cadre.phone) }), lines(held), say('me-accounts', { channels: accounts.join(', '), drafts: drafts.length }), ...(listed.length > 0 ? [lines([say('me-reports'), ...listed])] : [])]),
    ]);
  },
};

/** Enough for her to know it is her number. */
const masked = (phone: string): string => `0${phone.slice(3, 5)}…${phone.slice(-3)}`;
