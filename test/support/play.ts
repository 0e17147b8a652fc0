import { PGlite } from '@electric-sql/pglite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import type { Channel, RawInput, RenderedReply } from '../../src/conversation/index.ts';
import type { Log } from '../../src/ops/log.ts';
import { buildProgram, type Program } from '../../src/program.ts';
import { loadDemo, shipUnits } from '../../src/setup.ts';
import { openDatabase } from '../../src/store/index.ts';

const base = fileURLToPath(new URL('../../', import.meta.url));

/** The whole program on an embedded store in memory, a clock that stands, and people who talk with it. */
export interface Play {
  program: Program;
  clock: { at: Date };
  person(name: string, phone?: string): Promise<Player>;
  close(): Promise<void>;
}

export interface Player {
  /** Texts of the replies to what she typed, or to a button by (part of) its label. */
  says(text: string): Promise<string[]>;
  presses(label: string): Promise<string[]>;
  sends(input: RawInput, update?: string): Promise<string[]>;
  /** Everything said to her since the last call. */
  heard(): string[];
  buttons(): string[];
  /** Data of the newest button whose label has these words. */
  button(label: string): string;
}

let plays = 0;

/** `env` may name real servers; without one the database lives in memory. */
export async function play(at = '2026-11-25T02:00:00Z', env: Record<string, string> = {}, log: Log = () => undefined): Promise<Play> {
  const clock = { at: new Date(at) };
  const config = readConfig({ DATA_DIR: join(tmpdir(), 'hoi-test'), LOG_LEVEL: 'silent', ...env }, base);
  const database = config.databaseUrl ? undefined : await openDatabase({ memory: await PGlite.create() });
  const program = await buildProgram(config, log, { now: () => clock.at }, database);
  await shipUnits(program);
  await loadDemo(program);
  const inbox = new Map<string, RenderedReply[]>();
  const channel: Channel = {
    name: 'web',
    start: async () => undefined,
    stop: async () => undefined,
    check: async () => 'test',
    send: async (to, replies) => void inbox.set(to.account, [...(inbox.get(to.account) ?? []), ...replies]),
  };
  program.channels.set('web', channel);
  const stage = ++plays;
  let updates = 0;
  const person = async (name: string, phone?: string): Promise<Player> => {
    const take = (input: RawInput, update = `${stage}-${++updates}`) => program.take({ channel: 'web', account: name, chat: name, update, private: true, input });
    let read = 0;
    const all = (): RenderedReply[] => inbox.get(name) ?? [];
    const heard = (): string[] => {
      const fresh = all().slice(read);
      read = all().length;
      return fresh.map((one) => one.text);
    };
    const player: Player = {
      heard,
      buttons: () => (all().findLast((one) => one.choices.length > 0)?.choices ?? []).map((choice) => choice.label),
      async sends(input, update) {
        heard();
        await take(input, update);
        return heard();
      },
      says: (text) => player.sends(text.startsWith('/') ? { kind: 'command', name: text.slice(1).split(' ')[0]!, args: text.split(' ').slice(1).join(' ') } : { kind: 'text', text }),
      button(label) {
        const choice = all().flatMap((one) => one.choices).findLast((one) => one.label.includes(label));
        if (!choice) throw new Error(`no button ${label} among ${player.buttons().join(' | ')}`);
        return choice.data;
      },
      presses: (label) => player.sends({ kind: 'button', data: player.button(label) }),
    };
    if (phone) {
      const cadre = await program.org.byPhone(phone, '2026-11-25');
      const code = await program.org.issueCode(cadre!.id, clock.at);
      await player.says('/start');
      await player.presses('Tôi là cán bộ Hội');
      await player.says(code);
      // Once for a person: on her next channel she is not asked again.
      if (player.buttons().some((label) => label.includes('Tôi đồng ý'))) await player.presses('Tôi đồng ý');
      heard();
    }
    return player;
  };
  return { program, clock, person, close: () => program.close() };
}
