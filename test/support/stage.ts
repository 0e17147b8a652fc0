import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { header, saidBy, saidByBot } from '../../src/cli/transcript.ts';
import { readConfig } from '../../src/config.ts';
import { capabilities, type Channel, type ChannelName, type RawInput, type RenderedReply } from '../../src/conversation/index.ts';
import { importFigures, importUnits } from '../../src/org/index.ts';
import { parseFigures, parseUnits, readTable } from '../../src/org/sheets/index.ts';
import { buildProgram, type Program } from '../../src/program.ts';
import { figureIdOf, shipUnits } from '../../src/setup.ts';
import { openDatabase } from '../../src/store/index.ts';
import { dayOf, instantOf } from '../../src/time.ts';
import { facts } from './noted.ts';
import type { Move, Role, Script } from './script.ts';

const base = fileURLToPath(new URL('../../', import.meta.url));
/** Rows of these stay from one transcript to the next. */
const KEPT = ['units', 'unit_shapes', 'unit_splits', 'kysely_migration', 'kysely_migration_lock'];

/** The whole program on one embedded store in memory. Every script begins with an empty roster and no reports. */
export interface Stage {
  /** Plays the moves; on another channel than the script's own when one is named. */
  play(script: Script, on?: ChannelName): Promise<Played>;
  close(): Promise<void>;
}

export interface Played {
  /** The whole conversation, written down anew. */
  text: string;
  replies: RenderedReply[];
  /** What was recorded, in order. */
  noted: string[];
  /** False when the channel cannot make one of the moves (an old button where there are none): played up to there. */
  whole: boolean;
}

interface Person {
  role: Role;
  account: string;
  cadreId: number | null;
  phone: string;
  /** Every choice she was ever shown, newest last: an old button may be pressed too. */
  shown: RenderedReply['choices'];
  /** The choices under what was said last: on a channel without buttons she types their numbers. */
  menu: RenderedReply['choices'];
  last: { update: string; input: RawInput } | null;
}

export async function openStage(): Promise<Stage> {
  const clock = { at: new Date(0) };
  const data = await mkdtemp(join(tmpdir(), 'hoi-stage-'));
  const config = readConfig({ DATA_DIR: data, LOG_LEVEL: 'silent' }, base);
  const database = await openDatabase({ memory: await PGlite.create() });
  const build = (): Promise<Program> => buildProgram(config, () => undefined, { now: () => clock.at }, database);
  let program = await build();
  await shipUnits(program);
  const demo = async (name: string) => readTable(await readFile(join(config.contentDir, 'demo', name)), name);
  await importUnits({ db: database.db }, parseUnits(await demo('chi-hoi.csv')).rows);
  const figures = parseFigures(await demo('so-lieu.csv')).rows;

  async function empty(): Promise<void> {
    const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(database.db);
    const names = tables.rows.map((one) => one.name).filter((name) => !KEPT.includes(name));
    await sql.raw(`truncate ${names.map((name) => `"${name}"`).join(', ')} restart identity`).execute(database.db);
    await importFigures({ db: database.db }, figures, (written) => figureIdOf(program, written), dayOf(clock.at));
  }

  async function play(script: Script, on = script.channel as ChannelName): Promise<Played> {
    clock.at = instantAt(script.at);
    await empty();
    const people = new Map<string, Person>();
    for (const [at, role] of script.cast.entries()) people.set(role.name, await admit(role, at, on, program, clock.at));
    const said: string[] = [];
    const all: RenderedReply[] = [];
    const noted: string[] = [];
    let speaker = '';
    let whole = true;
    const channel: Channel = {
      name: on,
      start: async () => undefined,
      stop: async () => undefined,
      check: async () => 'test',
      async send(to, replies) {
        const person = [...people.values()].find((one) => one.account === to.account)!;
        for (const reply of replies) said.push(saidByBot(reply, person.role.name === speaker ? null : person.role.name, capabilities[on].buttons));
        const choices = replies.flatMap((one) => one.choices);
        person.shown.push(...choices);
        if (choices.length > 0) person.menu = choices;
        all.push(...replies);
      },
    };
    program.channels.clear();
    program.channels.set(channel.name, channel);
    let known = await facts(database.db);
    const note = async (): Promise<void> => {
      const now = await facts(database.db);
      const fresh = now.filter((fact) => !known.includes(fact));
      said.push(...fresh.map((fact) => `Ghi: ${fact}`));
      noted.push(...fresh.map((fact) => fact.replace(`tài khoản ${on}`, 'tài khoản')));
      known = now;
    };
    for (const [at, move] of script.moves.entries()) {
      speaker = move.kind === 'says' ? move.who : '';
      said.push(shown(move));
      if (move.kind === 'time') {
        clock.at = instantAt(move.at);
        await program.tick();
      } else if (move.kind === 'stage') {
        if (move.what === 'Khởi động lại') {
          program = await build();
          program.channels.set(channel.name, channel);
        } else await direct(move.what, people, program, on);
      } else {
        const person = people.get(move.who)!;
        const input = await inputOf(move.text, person, program, clock.at, on);
        if (!input) {
          whole = false;
          break;
        }
        person.last = { update: `u${at}`, input };
        await program.take({ channel: on, account: person.account, chat: person.account, update: `u${at}`, private: true, input });
      }
      await program.deliver();
      await note();
    }
    const text = `${header({ ...script, cast: script.cast.map((one) => one.line) })}\n${said.join('\n')}\n`;
    return { text, replies: all, noted, whole };
  }
  return {
    play,
    async close() {
      await program.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

function shown(move: Move): string {
  if (move.kind === 'says') return saidBy(move.who, move.text);
  return move.kind === 'time' ? `\nLúc: ${move.at}` : `(${move.what})`;
}

const instantAt = (text: string): Date => {
  const [day = '', clock] = text.split(' ');
  return instantOf(day, clock);
};

/** Puts a person on the roster, and on this channel, unless her brackets say otherwise. */
async function admit(role: Role, at: number, channel: string, { db, org }: Program, now: Date): Promise<Person> {
  const account = `a${at + 1}`;
  const phone = `+8490000001${at}`;
  const person: Person = { role, account, cadreId: null, phone, shown: [], menu: [], last: null };
  if (role.about === 'người lạ') return person;
  const about = role.about.replace(/, (quản trị|chưa nhận diện)/g, '');
  const [first = '', ...rest] = role.name.split(' ');
  const title = org.positions.titles.toSorted((a, b) => b.length - a.length).find((one) => about.startsWith(one));
  if (!title) throw new Error(`transcript: no position in "${role.about}"`);
  const [unitName = '', above] = about.slice(title.length).replace(/^ (Hội LHPN )?/, '').split(', thuộc ');
  const tree = await org.tree();
  const living = tree.find(unitName, dayOf(now), above);
  const units = living.length > 0 ? living : tree.findFormer(unitName, dayOf(now), above);
  if (units.length !== 1) throw new Error(`transcript: ${units.length} units are called "${unitName}"`);
  const admin = role.about.includes(', quản trị');
  const { id } = await db.insertInto('cadres').values({ name: rest.join(' '), phone, address: first.toLowerCase(), admin, left_on: null }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('positions').values({ cadre_id: id, unit_id: units[0]!.id, title }).execute();
  if (!role.about.includes('chưa nhận diện')) await db.insertInto('accounts').values({ channel, account, chat: account, cadre_id: id, linked_at: now, seen_at: now, unreachable_at: null, unreachable_why: null }).execute();
  return { ...person, cadreId: id };
}

/**
 * "[Gửi báo cáo]" presses a button (or types its number or words where there are none), "/baocao" is a command, "(ảnh)"
 * and the like are what they say, the rest is typed. Null when this channel cannot make the move.
 */
async function inputOf(text: string, person: Person, program: Program, now: Date, on: ChannelName): Promise<RawInput | null> {
  const button = /^\[(.+)\]$/.exec(text);
  if (button) return capabilities[on].buttons ? press(button[1]!, person) : typeChoice(button[1]!, person);
  const act = /^\((.+?)(?:: (.*))?\)$/s.exec(text);
  if (act) return act[1] === 'số điện thoại của mình' && !capabilities[on].sharesContact ? null : actOf(act[1]!, act[2] ?? '', person, program, now);
  const command = /^\/(\w+)(?: (.*))?$/s.exec(text);
  return command ? { kind: 'command', name: command[1]!, args: command[2] ?? '' } : { kind: 'text', text };
}

function press(label: string, { shown: choices, role }: Person): RawInput {
  const choice = choices.findLast((one) => one.label === label);
  if (!choice) throw new Error(`transcript: ${role.name} was never shown [${label}]`);
  return { kind: 'button', data: choice.data };
}

function typeChoice(label: string, { menu }: Person): RawInput | null {
  const number = menu.filter((one) => !one.nav).findIndex((one) => one.label === label) + 1;
  if (number > 0) return { kind: 'text', text: String(number) };
  return menu.some((one) => one.label === label) ? { kind: 'text', text: label } : null;
}

const photo = (at: number) => ({ hash: String(at).padStart(64, '0'), mime: 'image/jpeg', bytes: 80_000 + at });

async function actOf(what: string, words: string, person: Person, { org }: Program, now: Date): Promise<RawInput> {
  const nth = /^ảnh (\d+)(?: của album)?$/.exec(what);
  if (nth) return { kind: 'photo', photos: [photo(Number(nth[1]))], caption: words, ...(what.endsWith('album') ? { album: 'album' } : {}) };
  switch (what) {
    case 'ảnh':
      return { kind: 'photo', photos: [photo(1)], caption: words };
    case 'số điện thoại của mình':
      return { kind: 'contact', phone: person.phone, own: true };
    case 'danh thiếp của người khác':
      return { kind: 'contact', phone: '+84900000099', own: false };
    case 'mã một lần':
      return { kind: 'text', text: await org.issueCode(person.cadreId!, now) };
    case 'sửa tin':
      return { kind: 'edited', text: words };
    case 'tin thoại':
      return { kind: 'other', what: 'voice' };
    case 'nhãn dán':
      return { kind: 'other', what: 'sticker' };
    case 'tệp':
      return { kind: 'other', what: 'file' };
    case 'ảnh nặng':
      return { kind: 'other', what: 'big-photo' };
    case 'vị trí':
      return { kind: 'other', what: 'location' };
    default:
      throw new Error(`transcript: no such act (${what})`);
  }
}

/** What happens around the conversation. */
async function direct(what: string, people: Map<string, Person>, program: Program, channel: string): Promise<void> {
  if (what === 'Mất phiên trò chuyện') return void (await program.db.deleteFrom('sessions').execute());
  const again = /^Tin vừa rồi của (.+) đến lần nữa$/u.exec(what);
  const person = again ? people.get(again[1]!) : undefined;
  if (!person?.last) throw new Error(`transcript: no such direction (${what})`);
  await program.take({ channel, account: person.account, chat: person.account, private: true, ...person.last });
}
