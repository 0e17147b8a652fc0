import { importRoster, importUnits, type UnitTree } from '../../src/org/index.ts';
import { parseRoster, parseUnits, readTable, type Table } from '../../src/org/sheets/index.ts';
import type { Program } from '../../src/program.ts';
import { dayOf, showDay } from '../../src/time.ts';
import { dialled } from '../../src/vietnamese/phone.ts';

/** Someone of the cast, as the roster would tell her. */
export interface Listed {
  name: string;
  /** "Chủ tịch Hội LHPN phường An Biên, thuộc …, quản trị" */
  about: string;
  phone: string;
}

export interface Seat {
  title: string;
  unit: string;
  above: string | null;
  admin: boolean;
}

/** What stands in the brackets after a name. */
export function seatOf(about: string, titles: string[]): Seat {
  const plain = about.replace(/, (quản trị|chưa nhận diện|chưa vào danh sách)/g, '');
  const title = titles.toSorted((a, b) => b.length - a.length).find((one) => plain.startsWith(one));
  if (!title) throw new Error(`transcript: no position in "${about}"`);
  const [unit = '', above] = plain.slice(title.length).replace(/^ (Hội LHPN )?/, '').split(', thuộc ');
  return { title, unit, above: above ?? null, admin: about.includes(', quản trị') };
}

const ENTRY = /^(.+?)(?: → (.+?))?(?: \(số của (.+)\))?$/u;

/**
 * "Chị Mai; Chị Hoa → Chủ tịch Hội LHPN xã Tiên Minh; Chị Kế (số của Chị Mẫu)": the whole roster from now on, given as a
 * file as an administrator would.
 */
export async function newRoster(text: string, cast: ReadonlyMap<string, Listed>, program: Program, now: Date): Promise<void> {
  const find = (name: string): Listed => cast.get(name) ?? missing(name);
  const rows = text.split('; ').map((entry) => {
    const [, name = '', moved, numberOf] = ENTRY.exec(entry) ?? [];
    const person = find(name);
    person.about = moved ?? person.about;
    if (numberOf) person.phone = find(numberOf).phone;
    const { title, unit, above, admin } = seatOf(person.about, program.positions.titles);
    const [address = '', ...rest] = person.name.split(' ');
    return [rest.join(' '), dialled(person.phone), unit, above ?? '', title, admin ? 'quản trị' : '', address];
  });
  const table = await csv([['Họ và tên', 'Số điện thoại', 'Đơn vị', 'Thuộc', 'Chức danh', 'Quyền', 'Ngôn ngữ xưng hô'], ...rows]);
  await importRoster({ db: program.db }, parseRoster(table).rows, program.positions, dayOf(now));
}

/** "Xã Tiên Minh gộp vào Xã Tân Minh, hết ngày 30/11/2026", or "Xã Tiên Minh đổi tên thành Xã Tiên Mới từ ngày 01/12/2026". */
export async function newUnits(text: string, program: Program, now: Date): Promise<void> {
  const tree = await program.org.tree();
  const merged = /^(.+) gộp vào (.+), hết ngày (.+)$/u.exec(text);
  const renamed = /^(.+) đổi tên thành (.+) từ ngày (.+)$/u.exec(text);
  const [, name = '', other = '', day = ''] = merged ?? renamed ?? missing(text);
  const row = rowOf(name, tree, now);
  const changed = merged ? [...row.slice(0, 5), day, other] : [row[0]!, other, row[2]!, row[3]!, day, '', ''];
  const table = await csv([['Mã', 'Tên', 'Loại', 'Thuộc', 'Từ ngày', 'Đến ngày', 'Gộp vào'], changed]);
  await importUnits({ db: program.db }, parseUnits(table).rows, now);
}

function rowOf(name: string, tree: UnitTree, now: Date): string[] {
  const unit = tree.find(name, dayOf(now))[0] ?? missing(name);
  return [unit.id, unit.name, unit.kind, tree.get(unit.parentId ?? '')?.name ?? '', showDay(unit.from), '', ''];
}

const csv = (rows: string[][]): Promise<Table> => readTable(new TextEncoder().encode(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')), 'tep.csv');

function missing(what: string): never {
  throw new Error(`transcript: no such direction or person (${what})`);
}
