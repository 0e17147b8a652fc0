import { z } from 'zod';
import { end, go, lines, pass, quote, reject, reply, say, type Choice, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { EraseCadre, ExportHeld, RefuseNotice } from '../src/privacy/index.ts';
import { dayOf, showDay } from '../src/time.ts';
import { cadreOf, inSentence, type HoiScene, type World } from './world.ts';
import { seeRequests } from './yeu-cau.ts';

const state = z.discriminatedUnion('step', [z.object({ step: z.literal('erase') }), z.object({ step: z.literal('sure') })]);
type State = z.infer<typeof state>;

const NEWEST = 5;

/** /toi: what the program holds of her, in short or as a file; she may erase it or take her agreement back. */
export const toi: HoiScene<State> = {
  name: 'toi',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  for: 'cadre',

  async enter(args, world): Promise<Outcome<State>> {
    const cadreId = cadreOf(world).id;
    switch (args) {
      case 'tep': {
        const effect: ExportHeld = { type: 'privacy.export', cadreId };
        return end([], { effects: [effect], receipt: ([file]) => [reply(say('me-file'), { document: file as NonNullable<Reply['document']> })] });
      }
      case 'xoa':
        return ask({ step: 'erase' });
      case 'rut': {
        const effect: RefuseNotice = { type: 'privacy.refuse', cadreId };
        return end([reply(say('privacy-refused'))], { effects: [effect] });
      }
      default:
        return end([await overview(world)]);
    }
  },

  /** Asked twice: it cannot be taken back. */
  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    if (picked === 'no') return end([reply(say('me-kept'))]);
    if (picked !== 'yes') return input.kind === 'text' ? reject(at, [reply(say('refused-not-a-choice')), question(at)]) : pass;
    if (at.step === 'erase') return ask({ step: 'sure' });
    const effect: EraseCadre = { type: 'privacy.erase', cadreId: cadreOf(world).id };
    return end([reply(say('me-erased'))], { effects: [effect] });
  },

  prompt: async (at: State) => [question(at)],
  cancel: async () => end([reply(say('me-kept'))]),
  silence: async () => end([reply(say('me-kept'))]),
};

const ask = (at: State): Outcome<State> => go(at, [question(at)]);

const no: Choice = { id: 'no', label: say('me-no') };
const question = ({ step }: State): Reply =>
  step === 'erase'
    ? reply([say('me-erase-what'), say('me-erase-stays'), say('me-erase-ask')], { choices: [{ id: 'yes', label: say('me-erase-yes') }, no] })
    : reply(say('me-sure'), { choices: [{ id: 'yes', label: say('me-sure-yes') }, no] });

async function overview(world: World): Promise<Reply> {
  const cadre = cadreOf(world);
  const held = cadre.positions.map(({ unitId, title }) => quote(`• ${title}, ${inSentence(world.tree.get(unitId)?.name ?? '')}`));
  const channels = (await world.org.addresses([cadre.id])).map(({ channel }) => channel);
  const drafts = await world.reports.openDrafts(cadre.id);
  const agreement = await world.privacy.agreement(cadre.id);
  // What she filed for a unit she has left is that unit's now.
  const reports = (await world.reports.by(cadre.id, NEWEST)).filter((report) => world.scope.sees(report.unitId));
  const listed = reports.map(({ code, title, status }) => say('me-report', { code, title, status: say(`status-${status}`) }));
  const text = [
    say('me-who', { name: cadre.name, phone: masked(cadre.phone) }),
    lines(held),
    say('me-accounts', { channels: channels.join(', '), drafts: drafts.length }),
    ...(agreement ? [say('me-agreed', { day: showDay(dayOf(agreement.at)) })] : []),
    ...(listed.length > 0 ? [lines([say('me-reports'), ...listed])] : []),
    say('me-rest'),
  ];
  const choices: Choice[] = [
    { id: 'tep', label: say('me-get-file'), to: { scene: 'toi', args: 'tep' } },
    { id: 'xoa', label: say('me-erase'), to: { scene: 'toi', args: 'xoa' } },
    { id: 'rut', label: say('me-withdraw'), to: { scene: 'toi', args: 'rut' } },
    ...(world.scope.may('people') ? [seeRequests('requests-menu')] : []),
  ];
  return reply(text, { choices });
}

/** Enough for her to know it is her number. */
const masked = (phone: string): string => `0${phone.slice(3, 5)}…${phone.slice(-3)}`;
