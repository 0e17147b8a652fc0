import { sql } from 'kysely';
import type { Db } from '../../store/index.ts';
import type { Names } from './names.ts';

export interface Place {
  id: string;
  name: string;
  kind: string;
}

/** A made-up city, its communes, and everybody's account. */
export interface Population {
  city: Place;
  units: Place[];
  /** Cadres of the city, and of each unit in the order of their titles. */
  cityCadres: number[];
  cadresOf: Map<string, number[]>;
}

export interface PopulationSize {
  units: number;
  cadres: number;
  /** Titles in a unit: the first cadre holds the first, everybody after the last holds the last. */
  titles: string[];
}

const CHUNK = 20_000;

/** Writes them into an empty store. Names and phones are made up: the numbers are not in use. */
export async function populate(db: Db, names: Names, size: PopulationSize, now: Date): Promise<Population> {
  const city = { id: 'mp', ...names.city };
  const units = Array.from({ length: size.units }, (_, at): Place => {
    const { name, kind } = names.communes[at % names.communes.length]!;
    return { id: `mp-${at + 1}`, name: `${name} ${at + 1}`, kind };
  });
  const people = cadresOf(size, names.cadre, city, units);
  await insert(db, 'units', 'id text, name text, kind text, parent_id text, valid_from date', [city, ...units].map((unit) => ({ ...unit, parent_id: unit === city ? null : city.id, valid_from: '2020-01-01' })));
  await insert(db, 'cadres', 'name text, phone text', people.map(({ name, phone }) => ({ name, phone })));
  const rows = await db.selectFrom('cadres').select(['id', 'phone']).execute();
  const ids = new Map(rows.map((row) => [row.phone, row.id]));
  const known = people.map((one) => ({ ...one, id: ids.get(one.phone)! }));
  await insert(db, 'positions', 'cadre_id integer, unit_id text, title text', known.map(({ id, unitId, title }) => ({ cadre_id: id, unit_id: unitId, title })));
  await insert(db, 'accounts', 'channel text, account text, chat text, cadre_id integer, seen_at timestamptz', known.map(({ id }) => ({ channel: 'telegram', account: String(id), chat: String(id), cadre_id: id, seen_at: now })));
  const byUnit = new Map<string, number[]>([city, ...units].map((unit) => [unit.id, []]));
  for (const { unitId, id } of known) byUnit.get(unitId)!.push(id);
  return { city, units, cityCadres: byUnit.get(city.id)!, cadresOf: byUnit };
}

function cadresOf({ cadres, titles }: PopulationSize, called: string, city: Place, units: Place[]) {
  const ofCity = Math.max(1, Math.round(cadres / 100));
  return Array.from({ length: cadres }, (_, at) => {
    const round = at < ofCity ? at : Math.floor((at - ofCity) / units.length);
    const unit = at < ofCity ? city : units[(at - ofCity) % units.length]!;
    return { name: `${called} ${at + 1}`, phone: `+8499${String(at).padStart(7, '0')}`, unitId: unit.id, title: titles[Math.min(round, titles.length - 1)]! };
  });
}

async function insert(db: Db, table: string, columns: string, rows: object[]): Promise<void> {
  const names = columns.split(', ').map((column) => column.split(' ')[0]!).join(', ');
  for (let at = 0; at < rows.length; at += CHUNK) {
    const given = JSON.stringify(rows.slice(at, at + CHUNK));
    await sql`insert into ${sql.table(table)} (${sql.raw(names)}) select ${sql.raw(names)} from jsonb_to_recordset(${given}::jsonb) as given (${sql.raw(columns)})`.execute(db);
  }
}
