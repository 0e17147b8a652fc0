import { sql } from 'kysely';
import type { Db, Tx } from '../store/index.ts';
import { allUnits } from './queries.ts';
import { faultAt, ImportRefused, unitOf } from './resolve.ts';
import type { Fault, FigureRow } from './sheets/index.ts';
import { unitTree } from './tree.ts';

export interface Changes {
  added: number;
  changed: number;
  same: number;
}

/** Where an import goes. `rehearse`: everything is done and taken back, so that what is told is what would happen. */
export interface Into {
  db: Db;
  rehearse?: boolean;
  /** Told now and then while much is written. */
  progress?: ((done: number, total: number) => void) | undefined;
}

class Rehearsed<T> extends Error {
  readonly changes: T;

  constructor(changes: T) {
    super('rehearsed');
    this.changes = changes;
  }
}

export async function allOrNothing<T>({ db, rehearse }: Into, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(async (tx) => {
      const changes = await work(tx);
      if (rehearse) throw new Rehearsed(changes);
      return changes;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.changes as T;
    throw error;
  }
}

/** Writes figures; `figureId` maps what the file calls them to their ids. */
export function importFigures(into: Into, rows: FigureRow[], figureId: (written: string) => string | null, today: string): Promise<Changes> {
  return allOrNothing(into, async (tx) => {
    const tree = unitTree(await allUnits(tx));
    const faults: Fault[] = [];
    const figures = new Map<string, WrittenFigure>();
    for (const row of rows) {
      const unit = unitOf(row, tree, today, faults);
      const figure = figureId(row.measure);
      if (figure === null) faults.push(faultAt(row, 'measure', 'unknown-figure', row.measure));
      if (unit && figure !== null) figures.set([unit.id, figure, row.period].join('|'), { unit_id: unit.id, figure, period: row.period, value: row.value, as_of: row.asOf });
    }
    if (faults.length > 0) throw new ImportRefused(faults);
    return writeFigures(tx, [...figures.values()], today);
  });
}

interface WrittenFigure {
  unit_id: string;
  figure: string;
  period: string;
  value: number;
  /** Null: today. */
  as_of: string | null;
}

async function writeFigures(tx: Tx, figures: WrittenFigure[], today: string): Promise<Changes> {
  const known = await tx.selectFrom('figures').select(['unit_id', 'figure', 'period', 'value', 'as_of']).orderBy('told_at').execute();
  const key = (one: { unit_id: string; figure: string; period: string }): string => [one.unit_id, one.figure, one.period].join('|');
  // Of each, what was told last stands last.
  const before = new Map(known.map((one) => [key(one), one]));
  const isSame = (one: WrittenFigure, was = before.get(key(one))): boolean => was?.value === one.value && (one.as_of ?? was.as_of) === was.as_of;
  const different = figures.filter((one) => !isSame(one));
  await sql`insert into figures (unit_id, figure, period, value, as_of, source)
    select unit_id, figure, period, value, coalesce(as_of, ${today}::date), 'import' from json_to_recordset(${JSON.stringify(different)}::json) as r(unit_id text, figure text, period text, value numeric, as_of date)
    on conflict (unit_id, figure, period, as_of) do update set value = excluded.value, source = excluded.source, told_at = now()`.execute(tx);
  const changed = different.filter((one) => before.has(key(one))).length;
  return { added: different.length - changed, changed, same: figures.length - different.length };
}
