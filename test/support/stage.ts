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
import { newRoster, newUnits, seatOf, type Listed } from './directions.ts';
import { facts } from './noted.ts';
import { linked } from './people.ts';
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

interface Person extends Listed {
  role: Role;
  account: string;
  /** The newest one-time code she was given. */
  code: string;
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
  const demo = async (name: string) => readTable(await readFile(join(config.contentDir, 'demo', name)), name);
  const ship = async (): Promise<void> => {
    await shipUnits(program);
    await importUnits({ db: database.db }, parseUnits(await demo('chi-hoi.csv')).rows);
  };
  await ship();
  /** A script has changed the units: the next begins with those that are shipped, and with a program that knows no others. */
  let otherUnits = false;
  const figures = parseFigures(await demo('so-lieu.csv')).rows;

  async function empty(): Promise<void> {
    const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(database.db);
    const kept = otherUnits ? KEPT.filter((name) => !name.startsWith('unit')) : KEPT;
    const names = tables.rows.map((one) => one.name).filter((name) => !kept.includes(name));
    await sql.raw(`truncate ${names.map((name) => `"${name}"`).join(', ')} restart identity`).execute(database.db);
    if (otherUnits) {
      program = await build();
      await ship();
      otherUnits = false;
    }
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
        otherUnits ||= move.what.startsWith(UNITS);
      } else {
        const person = people.get(move.who)!;
        const input = await inputOf(move.text, person, program, clock.at, on, on === script.channel);
        if (!input) {
          whole = false;
          break;
        }
        person.last = { update: `u${at}`, input };
        const place = GROUP.test(move.text) ? { chat: 'group', private: false } : { chat: person.account, private: true };
        await program.take({ channel: on, account: person.account, update: `u${at}`, ...place, input });
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
async function admit(role: Role, at: number, channel: string, { db, org, policy }: Program, now: Date): Promise<Person> {
  const account = `a${at + 1}`;
  const phone = `+8490000001${at}`;
  const person: Person = { role, name: role.name, about: role.about, account, code: '', phone, shown: [], menu: [], last: null };
  if (role.about === 'người lạ' || role.about.includes('chưa vào danh sách')) return person;
  const [first = '', ...rest] = role.name.split(' ');
  const { title, unit, above, admin } = seatOf(role.about, org.positions.titles);
  const tree = await org.tree();
  const living = tree.find(unit, dayOf(now), above ?? undefined);
  const units = living.length > 0 ? living : tree.findFormer(unit, dayOf(now), above ?? undefined);
  if (units.length !== 1) throw new Error(`transcript: ${units.length} units are called "${unit}"`);
  const { id } = await db.insertInto('cadres').values({ name: rest.join(' '), phone, address: first.toLowerCase(), admin, left_on: null }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('positions').values({ cadre_id: id, unit_id: units[0]!.id, title }).execute();
  if (!role.about.includes('chưa nhận diện')) await linked(db, id, channel, account, policy.notice, now);
  return person;
}

/**
 * "[Gửi báo cáo]" presses a button (or types its number or words where there are none), "/baocao" is a command, "(ảnh)"
 * and the like are what they say, the rest is typed. Null when this channel cannot make the move.
 */
async function inputOf(text: string, person: Person, program: Program, now: Date, on: ChannelName, own: boolean): Promise<RawInput | null> {
  const button = /^\[(.+)\]$/.exec(text);
  if (button) return capabilities[on].buttons ? press(button[1]!, person, own) : typeChoice(button[1]!, person);
  const inGroup = GROUP.exec(text);
  if (inGroup) return inputOf(inGroup[1]!, person, program, now, on, own);
  const act = /^\((.+?)(?:: (.*))?\)$/s.exec(text);
  if (act) return act[1] === 'số điện thoại của mình' && !capabilities[on].sharesContact ? null : actOf(act[1]!, act[2] ?? '', person, program, now);
  const command = /^\/(\w+)(?: (.*))?$/s.exec(text);
  return command ? { kind: 'command', name: command[1]!, args: command[2] ?? '' } : { kind: 'text', text };
}

/** Some buttons are of one channel only; on its own, a transcript presses none that was not there. */
function press(label: string, { shown: choices, role }: Person, own: boolean): RawInput | null {
  const choice = choices.findLast((one) => one.label === label);
  if (!choice && !own) return null;
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
      return { kind: 'text', text: await codeOf(person, org, now) };
    case 'liên kết có mã':
      return { kind: 'command', name: 'start', args: await codeOf(person, org, now) };
    case 'mã cấp từ 16 phút trước':
      return { kind: 'text', text: await codeOf(person, org, new Date(now.getTime() - 16 * 60_000)) };
    case 'lại mã ấy':
      return { kind: 'text', text: person.code };
    case 'nút giả':
      return { kind: 'button', data: `!${words}` };
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

/** Her newest code; the roster may have come to know her since the script began. */
async function codeOf(person: Person, org: Program['org'], now: Date): Promise<string> {
  const cadre = await org.byPhone(person.phone, dayOf(now));
  if (!cadre) throw new Error(`transcript: ${person.role.name} is not on the roster`);
  person.code = await org.issueCode(cadre.id, now);
  return person.code;
}

const ROSTER = 'Nhập danh sách cán bộ: ';
const UNITS = 'Nhập danh sách đơn vị: ';
const GROUP = /^\(trong nhóm: (.+)\)$/;

/** What happens around the conversation. */
async function direct(what: string, people: Map<string, Person>, program: Program, channel: string): Promise<void> {
  if (what.startsWith(ROSTER)) return newRoster(what.slice(ROSTER.length), people, program, program.clock.now());
  if (what.startsWith(UNITS)) return newUnits(what.slice(UNITS.length), program, program.clock.now());
  if (what === 'Mất phiên trò chuyện') return void (await program.db.deleteFrom('sessions').execute());
  const again = /^Tin vừa rồi của (.+) đến lần nữa$/u.exec(what);
  const person = again ? people.get(again[1]!) : undefined;
  if (!person?.last) throw new Error(`transcript: no such direction (${what})`);
  await program.take({ channel, account: person.account, chat: person.account, private: true, ...person.last });
}
