import { end, go, pass, quote, readPhone, reject, reply, say, type Effect, type Input, type Outcome } from '../src/conversation/index.ts';
import { codeHash, readCode, type AskToJoin, type Cadre, type ClaimCode, type CodeFailed, type LinkAccount } from '../src/org/index.ts';
import type { RefuseNotice } from '../src/privacy/index.ts';
import { addDays, instantOf } from '../src/time.ts';
import { mainMenu } from './menu.ts';
import { agreeing, ask, askOtherwise, introduce, missing, offering, question, state, type State } from './nhan-dien-ask.ts';
import { noticeInFull, noticeInShort } from './privacy-words.ts';
import { inSentence, tell, type HoiScene, type World } from './world.ts';

const WORDS_LIMIT = 200;
/** Anyone can write any number: while so many wait, no more is taken, and nobody buries the others. */
const MOST_WRITTEN = 50;
/** She may put the notice aside and read it in the evening. */
const READING_MINUTES = 24 * 60;
const TOLD_AT = '08:00';

/** Recognises a cadre: by her own phone number shared on Telegram, or by a one-time code anywhere; then asks her consent. */
export const nhanDien: HoiScene<State> = {
  name: 'nhan-dien',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  for: 'anyone',
  /** A code typed without being asked for, as an officer dictated it: HP7K-3M9Q. It is no question, and is not kept as one. */
  claims: (text, { free, known }) => (free || !known) && looksLikeCode(text),

  async enter(args, world): Promise<Outcome<State>> {
    if (world.person.known) return end([reply(say('identify-already', { name: world.person.cadre!.name }), { choices: mainMenu(world) })]);
    if (world.person.unagreed) return askToAgree(world.person.unagreed, null, world);
    const letters = readCode(args);
    return letters ? byCode(letters, world) : go<State>({ step: 'who' }, [ask]);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    // Telegram's button may be pressed at any step.
    if (input.kind === 'contact') return byContact(input, world);
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    switch (at.step) {
      case 'who':
        if (picked === 'no-code') return go<State>({ step: 'introduce', phone: null }, [introduce(null)]);
        return input.kind === 'text' ? byText(input.text, world) : pass;
      case 'agree':
        return picked === undefined ? notChosen(at, input) : decide(at, picked, world);
      case 'offer':
        if (picked === 'no') return end([reply(say('identify-later'))]);
        return picked === 'send' ? go<State>({ step: 'introduce', phone: at.phone }, [introduce(at.phone)]) : notChosen(at, input);
      case 'introduce':
        return input.kind === 'text' ? handOn(at, input.text, world) : pass;
    }
  },

  prompt: async (at: State) => [question(at)],
  cancel: async () => end([reply(say('identify-later'))]),
  silence: async () => end([]),
};

/** Four and four, and no two words: with a dash, or a digit in it. */
const looksLikeCode = (text: string): boolean => readCode(text) !== null && /^\s*[a-z2-9]{4}[-\s]?[a-z2-9]{4}\s*$/i.test(text) && /[-2-9]/.test(text);

const notChosen = (at: State, input: Input): Outcome<State> => (input.kind === 'text' ? reject(at, [question(at)]) : pass);

async function byText(text: string, world: World): Promise<Outcome<State>> {
  const letters = readCode(text);
  if (letters) return byCode(letters, world);
  // A number that is typed proves nothing: anyone can type it.
  return readPhone(text).ok ? reject<State>({ step: 'who' }, [askOtherwise]) : pass;
}

async function byContact({ phone, own }: { phone: string; own: boolean }, world: World): Promise<Outcome<State>> {
  const read = readPhone(phone);
  if (!own || !read.ok) return reject<State>({ step: 'who' }, [reply(say('identify-not-own'), { wantsContact: true })]);
  const cadre = await world.org.byPhone(read.value, world.today);
  return cadre ? recognised(cadre, null, world) : unknown(read.value, world);
}

async function byCode(letters: string, world: World): Promise<Outcome<State>> {
  const may = await world.org.mayTryCode(world.from, world.now);
  if (may !== 'yes') return reject<State>({ step: 'who' }, [reply(say(may === 'too-many' ? 'identify-too-many' : 'identify-busy'))]);
  const owner = await world.org.codeOwner(letters, world.from, world.now);
  const cadre = owner === null ? undefined : await world.org.byId(owner, world.today);
  if (cadre) return recognised(cadre, codeHash(letters), world);
  const failed: CodeFailed = { type: 'org.code-failed', from: world.from };
  return reject<State>({ step: 'who' }, [reply(say('identify-wrong-code'))], { effects: [failed] });
}

/** Whoever has agreed before, on another channel, is let in at once. */
async function recognised(cadre: Cadre, code: string | null, world: World): Promise<Outcome<State>> {
  return (await world.privacy.agrees(cadre.id)) ? welcome(cadre, { code }, world) : askToAgree(cadre, code, world);
}

function askToAgree(cadre: Cadre, code: string | null, world: World): Outcome<State> {
  const hello = say('identify-welcome', { name: cadre.name, chi: cadre.address });
  const claim: ClaimCode[] = code ? [{ type: 'org.claim-code', code, from: world.from }] : [];
  return go<State>({ step: 'agree', cadreId: cadre.id, code }, [reply([hello, ...noticeInShort(cadre, world)], { choices: agreeing })], { effects: claim, waitMinutes: READING_MINUTES });
}

async function decide(at: Extract<State, { step: 'agree' }>, picked: string, world: World): Promise<Outcome<State>> {
  const cadre = await world.org.byId(at.cadreId, world.today);
  if (!cadre) return end([reply(say('identify-wrong-code'))]);
  switch (picked) {
    case 'agree':
      return welcome(cadre, { code: at.code, agreed: world.privacy.policy.notice }, world);
    case 'more':
      return go<State>(at, [reply(noticeInFull(cadre, world), { choices: agreeing.filter((one) => one.id !== 'more') })], { waitMinutes: READING_MINUTES });
    default: {
      const refuse: RefuseNotice = { type: 'privacy.refuse', cadreId: cadre.id };
      return end([reply([say('privacy-refused', { chi: cadre.address }), say('start-public', { chi: cadre.address })])], { effects: [refuse] });
    }
  }
}

/** Links the account. The code may have been used a moment ago by someone else: only the transaction knows. */
function welcome(cadre: Cadre, { code, agreed }: { code: string | null; agreed?: string }, world: World): Outcome<State> {
  const link: LinkAccount = { type: 'org.link', cadreId: cadre.id, from: world.from, ...(code ? { code } : {}), ...(agreed ? { agreed } : {}) };
  const known: World = { ...world, person: { key: world.person.key, known: true, cadre, unagreed: null }, scope: world.org.scope(cadre, world.tree, world.today) };
  const places = cadre.positions.flatMap(({ unitId, title }) => {
    const unit = world.tree.get(unitId);
    return unit ? [quote(`• ${title}, ${inSentence(unit.name)}`)] : [];
  });
  const first = agreed ? say('privacy-agreed', { chi: cadre.address }) : say('identify-welcome', { name: cadre.name, chi: cadre.address });
  const hello = reply([first, ...places, say('start-commands', { chi: cadre.address })], { choices: mainMenu(known) });
  return end([], { effects: [link], receipt: ([linked]) => [linked === true ? hello : reply(say('identify-wrong-code'))] });
}

/** Not on the roster: how to be added. The administrators hear once a day how many were there; of her only what she sends. */
async function unknown(phone: string, world: World): Promise<Outcome<State>> {
  const knock: AskToJoin = { type: 'org.ask-to-join', from: world.from };
  return go<State>({ step: 'offer', phone }, [reply([say('identify-unknown'), say('identify-how-to-be-added'), say('join-ask')], { choices: offering })], {
    effects: [knock, ...(await tellAdministrators(world))],
  });
}

async function handOn(at: Extract<State, { step: 'introduce' }>, text: string, world: World): Promise<Outcome<State>> {
  const words = text.trim();
  const written = readPhone(words);
  const phone = at.phone ?? (written.ok ? written.value : null);
  if (phone === null || words.length > WORDS_LIMIT || !/\p{L}{2}/u.test(words)) return reject<State>(at, [missing(at.phone)]);
  const proved = at.phone !== null;
  if (!proved && (await world.org.openRequests()).filter((one) => !one.proved).length >= MOST_WRITTEN) return end([reply(say('join-too-many', { controller: world.privacy.policy.controller }))]);
  const request: AskToJoin = { type: 'org.ask-to-join', from: world.from, phone, words, proved };
  return end([reply([say(proved ? 'join-sent' : 'join-sent-written'), say('start-public')])], { effects: [request, ...(await tellAdministrators(world))] });
}

/** Tomorrow morning, one word for all of today's. */
async function tellAdministrators(world: World): Promise<Effect[]> {
  const morning = addDays(world.today, 1);
  const told = await world.org.administrators(world.tree, world.today);
  return told.map((cadre) => tell(cadre.id, `join:${morning}`, 'yeu-cau', {}, world, instantOf(morning, TOLD_AT)));
}
