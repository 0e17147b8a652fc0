import { sql } from 'kysely';
import { groupBy } from '../collections.ts';
import type { Tx } from '../store/index.ts';
import type { Positions } from './positions.ts';
import type { UnitTree } from './tree.ts';

/** Open work of one position that went from who held it to who holds it now. */
export interface Handed {
  from: string;
  to: string;
  unit: string;
  title: string;
  drafts: number;
  pushes: number;
}

interface Pending {
  cadreId: number;
  name: string;
  unitId: string;
  title: string;
  until: string;
}

interface Holder {
  cadreId: number;
  name: string;
}

/**
 * Every position that somebody has given up and that somebody holds now: the open drafts of the unit, what was still to be
 * said about its reports, and a snooze go to the new holder. It may be long after the other left.
 */
export async function handOver(tx: Tx, tree: UnitTree, positions: Positions, today: string): Promise<Handed[]> {
  const pending = await openPositions(tx, today);
  if (pending.length === 0) return [];
  const place = (unitId: string): string => tree.placeOn(unitId, today)?.id ?? unitId;
  const seat = (unitId: string, title: string): string => `${place(unitId)}|${positions.read(title) ?? title}`;
  const holders = await holdersBySeat(tx, [...new Set(pending.map(({ unitId }) => place(unitId)))], seat);
  const handed: Handed[] = [];
  for (const one of pending) {
    const there = holders.get(seat(one.unitId, one.title)) ?? [];
    // She may have come back, or sit in the same chair under another title.
    const successor = there.some((holder) => holder.cadreId === one.cadreId) ? undefined : there.at(-1);
    if (!successor) continue;
    const { drafts, pushes } = await handOne(tx, one, successor.cadreId, positions, today);
    if (drafts + pushes > 0) handed.push({ from: one.name, to: successor.name, unit: tree.get(place(one.unitId))?.name ?? '', title: one.title, drafts, pushes });
  }
  return handed;
}

/** Positions given up by someone who has anything open. */
const openPositions = (tx: Tx, today: string): Promise<Pending[]> =>
  tx
    .selectFrom('past_positions as past')
    .innerJoin('cadres', 'cadres.id', 'past.cadre_id')
    .select(['past.cadre_id as cadreId', 'cadres.name', 'past.unit_id as unitId', 'past.title', 'past.until'])
    .where('past.successor_id', 'is', null)
    .where(
      sql<boolean>`(past.cadre_id in (select cadre_id from drafts where closed_at is null)
        or past.cadre_id in (select cadre_id from pushes where state in ('planned', 'unreachable'))
        or past.cadre_id in (select cadre_id from snoozes where until > ${today}::date))`,
    )
    .orderBy('past.until')
    .orderBy('past.cadre_id')
    .execute();

/** Who holds each seat now, the newest on the roster last. */
async function holdersBySeat(tx: Tx, unitIds: string[], seat: (unitId: string, title: string) => string): Promise<Map<string, Holder[]>> {
  const rows = await tx
    .selectFrom('positions')
    .innerJoin('cadres', 'cadres.id', 'positions.cadre_id')
    .select(['cadre_id as cadreId', 'cadres.name', 'unit_id as unitId', 'title'])
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .where('cadres.left_on', 'is', null)
    .orderBy('cadre_id')
    .execute();
  return groupBy(rows, ({ unitId, title }) => seat(unitId, title));
}

async function handOne(tx: Tx, { cadreId, unitId, title, until }: Pending, successor: number, positions: Positions, today: string): Promise<{ drafts: number; pushes: number }> {
  const drafts = await tx
    .updateTable('drafts')
    .set({ cadre_id: successor, left_by: cadreId })
    .where('cadre_id', '=', cadreId)
    .where('unit_id', '=', unitId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  // What is to be said about a report is said to who answers for the unit; a call to review, to who reviews.
  const about = positions.may(title, 'review') ? sql`(p.scene = 'duyet' or r.unit_id = ${unitId})` : sql`r.unit_id = ${unitId}`;
  const pushes = await sql`update pushes set cadre_id = ${successor}, state = 'planned', done_at = null, why = null
    where id in (select p.id from pushes p left join reports r on p.scene = 'baocao' and r.id = (p.payload->>'reportId')::int
      where p.cadre_id = ${cadreId} and p.state in ('planned', 'unreachable') and p.sending_at is null and ${about}
      and not exists (select 1 from pushes q where q.cadre_id = ${successor} and q.key = p.key))`.execute(tx);
  await sql`insert into snoozes (cadre_id, until, asked_at) select ${successor}, until, asked_at from snoozes
    where cadre_id = ${cadreId} and until > ${today}::date on conflict do nothing`.execute(tx);
  await tx
    .updateTable('past_positions')
    .set({ successor_id: successor })
    .where((is) => is.and({ cadre_id: cadreId, unit_id: unitId, title, until }))
    .execute();
  return { drafts: Number(drafts.numUpdatedRows), pushes: Number(pushes.numAffectedRows ?? 0n) };
}
