import { z } from 'zod';
import { end, go, pass, quote, readPhone, reject, reply, say, type Outcome } from '../src/conversation/index.ts';
import { CODE_TRIES, codeHash, readCode, type Cadre, type CodeFailed, type LinkAccount } from '../src/org/index.ts';
import { mainMenu } from './menu.ts';
import { inSentence, type HoiScene, type World } from './world.ts';

type State = { step: 'who' };
const state = z.strictObject({ step: z.literal('who') });

/** Recognises a cadre: by her own phone number shared on Telegram, or by a one-time code anywhere. */
export const nhanDien: HoiScene<State> = {
  name: 'nhan-dien',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  for: 'anyone',

  async enter(args, world): Promise<Outcome<State>> {
    if (world.person.known) return end([reply(say('identify-already', { name: world.person.cadre!.name }), { choices: mainMenu(world) })]);
    const letters = readCode(args);
    return letters ? useCode(letters, world) : go<State>({ step: 'who' }, [ask]);
  },

  async step(_: State, input, world: World): Promise<Outcome<State>> {
    if (input.kind === 'contact') return byContact(input, world);
    if (input.kind !== 'text') return pass;
    const letters = readCode(input.text);
    if (letters) return useCode(letters, world);
    // A number that is typed proves nothing: anyone can type it.
    if (readPhone(input.text).ok) return reject<State>({ step: 'who' }, [reply(say('identify-typed-phone'), { wantsContact: true })]);
    return pass;
  },

  prompt: async () => [ask],
  cancel: async () => end([reply(say('identify-later'))]),
  silence: async () => end([]),
};

const ask = reply([say('identify-ask'), say('identify-why')], { wantsContact: true });

async function byContact({ phone, own }: { phone: string; own: boolean }, world: World): Promise<Outcome<State>> {
  const read = readPhone(phone);
  if (!own || !read.ok) return reject<State>({ step: 'who' }, [reply(say('identify-not-own'), { wantsContact: true })]);
  const cadre = await world.org.byPhone(read.value, world.today);
  return cadre ? welcome(cadre, world) : end([reply([say('identify-unknown'), say('identify-how-to-be-added'), say('start-public')])]);
}

async function useCode(letters: string, world: World): Promise<Outcome<State>> {
  if ((await world.org.failedCodes(world.from, world.now)) >= CODE_TRIES) return reject<State>({ step: 'who' }, [reply(say('identify-too-many'))]);
  const owner = await world.org.codeOwner(letters, world.now);
  const cadre = owner === null ? undefined : await world.org.byId(owner, world.today);
  if (cadre) return welcome(cadre, world, codeHash(letters));
  const failed: CodeFailed = { type: 'org.code-failed', from: world.from };
  return reject<State>({ step: 'who' }, [reply(say('identify-wrong-code'))], { effects: [failed] });
}

/** Links the account. The code may have been used a moment ago by someone else: only the transaction knows. */
function welcome(cadre: Cadre, world: World, code?: string): Outcome<State> {
  const link: LinkAccount = { type: 'org.link', cadreId: cadre.id, from: world.from, ...(code ? { code } : {}) };
  const known: World = { ...world, person: { key: world.person.key, known: true, cadre }, scope: world.org.scope(cadre, world.tree, world.today) };
  const places = cadre.positions.flatMap(({ unitId, title }) => {
    const unit = world.tree.get(unitId);
    return unit ? [quote(`• ${title}, ${inSentence(unit.name)}`)] : [];
  });
  const hello = reply([say('identify-welcome', { name: cadre.name, chi: cadre.address }), ...places, say('start-commands', { chi: cadre.address })], { choices: mainMenu(known) });
  return end([], { effects: [link], receipt: ([linked]) => [linked === true ? hello : reply(say('identify-wrong-code'))] });
}
