import { createInterface } from 'node:readline/promises';
import { capabilities, type Channel, type RawInput, type RenderedReply } from '../conversation/index.ts';
import { isBranch, linkAccount, type Cadre, type UnitTree } from '../org/index.ts';
import type { Program } from '../program.ts';
import { clockOf, dayOf } from '../time.ts';
import { phoneOf, Refused, WrongUse, type Command } from './desk.ts';
import { header, place, saidBy, saidByBot } from './transcript.ts';

const CHANNEL = 'terminal';

/** `chat --as PHONE`: talks with the bot as that cadre, goes on with her drafts, and ends with the transcript. */
export const chat: Command = async ({ withProgram, say, print }, { options }) => {
  const phone = options.get('--as');
  if (!phone) throw new WrongUse();
  const number = phoneOf(phone, say);
  await withProgram(async (program) => {
    const began = program.clock.now();
    const cadre = await program.org.byPhone(number, dayOf(began));
    if (!cadre) throw new Refused(say('cli-unknown-phone'));
    const account = await seat(program, cadre, began);
    const name = calledOf(cadre);
    const said: string[] = [];
    const live = process.stdin.isTTY;
    const write = (line: string): void => {
      said.push(line);
      if (live && line.startsWith('Bot')) print(line);
    };
    program.channels.set(CHANNEL, terminal((reply) => write(saidByBot(reply, null, capabilities.terminal.buttons))));
    if (live) print(say('cli-chat-hello', { name: cadre.name }));
    for await (const typed of lines(live ? `${name}: ` : '')) {
      write(saidBy(name, typed));
      const update = `${began.getTime()}-${said.length}`;
      await program.take({ channel: CHANNEL, account, chat: account, update, private: true, input: inputOf(typed) });
      await program.deliver();
    }
    const cast = [`${name} (${placeOf(cadre, await program.org.tree(program.clock.now()))})`];
    print(header({ title: '', at: `${dayOf(began)} ${clockOf(began)}`, channel: CHANNEL, cast }));
    for (const line of said) print(line);
  });
};

/** Her account on this machine's terminal. */
async function seat({ db }: Program, cadre: Cadre, now: Date): Promise<string> {
  const account = `hoi-chat-${cadre.id}`;
  await db.transaction().execute((tx) => linkAccount(tx, cadre.id, { channel: CHANNEL, account, chat: account }, now));
  return account;
}

const terminal = (show: (reply: RenderedReply) => void): Channel => ({
  name: CHANNEL,
  start: async () => undefined,
  stop: async () => undefined,
  check: async () => CHANNEL,
  send: async (_, replies) => replies.forEach(show),
});

async function* lines(prompt: string): AsyncGenerator<string> {
  const from = createInterface({ input: process.stdin, output: prompt === '' ? undefined : process.stdout, prompt });
  from.prompt();
  for await (const line of from) {
    const typed = line.normalize('NFC').trim();
    if (typed !== '') yield typed;
    from.prompt();
  }
}

function inputOf(typed: string): RawInput {
  const command = /^\/(\w+)(?: (.*))?$/.exec(typed);
  return command ? { kind: 'command', name: command[1]!, args: command[2] ?? '' } : { kind: 'text', text: typed };
}

/** "Chị Họa", as a transcript calls her. */
const calledOf = ({ name, address }: Cadre): string => `${address.charAt(0).toLocaleUpperCase('vi')}${address.slice(1)} ${name.split(' ').at(-1)}`;

function placeOf({ positions: [held] }: Cadre, tree: UnitTree): string {
  const unit = tree.get(held?.unitId ?? '');
  const above = unit && isBranch(unit) ? tree.get(unit.parentId ?? '') : undefined;
  return place(held?.title ?? '', unit?.name ?? '', above?.name ?? null);
}
