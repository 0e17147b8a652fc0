import type { Indicators, Status, Term } from '../indicators/index.ts';
import { livesOn, type Org, type Unit, type UnitTree } from '../org/index.ts';
import { groupBy } from '../collections.ts';
import type { Db } from '../store/index.ts';
import { addDays, dayOf, instantOf } from '../time.ts';
import type { Calendar } from './calendar.ts';
import type { Person } from './duties.ts';
import { planAll, stoppedSince } from './ledger.ts';
import { passedSince, STALE_DAYS } from './milestones.ts';
import { postReader } from './posts.ts';
import { planDay, type DayPlan } from './plan.ts';
import { acceptedSince, historyOf, lastPlannedDay, newlyUnreachable, noHistory, ownersOf, praisedOf, type Accepted, type History } from './queries.ts';

export const DIGEST_SCENE = 'nhac-viec';

/** An indicator met longer ago than this is no news. */
const NEWS_DAYS = 14;

export interface PlanDeps {
  db: Db;
  org: Org;
  indicators: Indicators;
  calendar: Calendar;
}

/** What would be sent on the day of `now`, from the rows as they are. A few queries, however many people. */
export async function drawPlan({ db, org, indicators, calendar }: PlanDeps, now: Date): Promise<DayPlan> {
  const today = dayOf(now);
  const terms = indicators.termsOn(today);
  if (terms.length === 0 || !calendar.works(today)) return { planned: [], praised: [], stale: 0 };
  const tree = await org.tree(now);
  const since = instantOf(addDays(today, -NEWS_DAYS));
  const parentOf = (unitId: string): string | null => tree.parent(unitId, today)?.id ?? null;
  const kinds = new Set(terms.flatMap((term) => term.units));
  const answering = tree.all.filter((unit) => kinds.has(unit.kind) && livesOn(unit, today));
  const history = await historyOf(db, today);
  const lastPlanned = await lastPlannedDay(db);
  const accepted = await acceptedSince(db, since);
  const asked = mayBeAsked(terms, [...history.values()], lastPlanned, calendar, today) ? answering : touchedBy(accepted, answering, tree, today);
  const statuses = await indicators.statuses(asked, tree, today);
  const postsOf = postReader(org, tree, today);
  const people = (await org.all(today)).map((cadre): Person => ({ cadreId: cadre.id, posts: postsOf(cadre), ...(history.get(cadre.id) ?? noHistory) }));
  return planDay({
    today,
    calendar,
    people,
    owners: await ownersOf(db),
    statuses,
    freshlyMet: await freshlyMet(db, statuses, accepted),
    parentOf,
    above: new Set(answering.flatMap((unit) => parentOf(unit.id) ?? [])),
    unreachable: unitsAbove(new Set(await newlyUnreachable(db, since)), people, parentOf),
    lastPlanned,
  });
}

/** Whether anybody may be reminded today at all: on most days of a year there is only praise to give. */
function mayBeAsked(terms: Term[], histories: History[], lastPlanned: string | null, calendar: Calendar, today: string): boolean {
  const lately = addDays(today, -STALE_DAYS);
  if (lastPlanned !== null && lastPlanned < lately) return true;
  if (histories.some(({ snoozedUntil }) => snoozedUntil !== null && snoozedUntil <= today)) return true;
  return terms.some((term) => term.indicators.some((indicator) => passedSince(lately, indicator, term, calendar, today).length > 0));
}

/** Of `units`, those that reports of these units count for. */
function touchedBy(accepted: Accepted[], units: Unit[], tree: UnitTree, today: string): Unit[] {
  const touched = new Set<string>();
  for (const { unitId } of accepted) for (let unit = tree.placeOn(unitId, today); unit && !touched.has(unit.id); unit = tree.parent(unit.id, today)) touched.add(unit.id);
  return units.filter((unit) => touched.has(unit.id));
}

async function freshlyMet(db: Db, statuses: Status[], accepted: Accepted[]): Promise<Status[]> {
  const recent = new Set(accepted.map((one) => one.id));
  const fresh = statuses.filter((one) => one.state === 'met' && one.reports.some((id) => recent.has(id)));
  if (fresh.length === 0) return [];
  const praised = await praisedOf(db, [...new Set(fresh.map((one) => one.unitId))]);
  return fresh.filter(({ unitId, indicator, deadline }) => !praised.has(`${unitId} ${indicator.id} ${deadline}`));
}

function unitsAbove(cadres: Set<number>, people: Person[], parentOf: (unitId: string) => string | null): Map<string, number[]> {
  const pairs = people.filter(({ cadreId }) => cadres.has(cadreId)).flatMap(({ cadreId, posts }) => posts.flatMap(({ unitId }) => ({ cadreId, above: parentOf(unitId) })));
  const groups = groupBy(pairs.filter((pair): pair is { cadreId: number; above: string } => pair.above !== null), (pair) => pair.above);
  return new Map([...groups].map(([above, of]) => [above, [...new Set(of.map((pair) => pair.cadreId))]]));
}

/** Whether this day has been planned already. */
export async function isPlanned(db: Db, day: string): Promise<boolean> {
  return (await db.selectFrom('planned_days').select('day').where('day', '=', day).executeTakeFirst()) !== undefined;
}

/**
 * Plans the day of `now`, once: digests into the ledger, due at `clock` or at her own hour, in one transaction with the
 * day's mark. What an earlier day left unsent is folded into it. Returns the number of digests, or null when the day was
 * planned before, is a day off, or everything is stopped.
 */
export async function planReminders(deps: PlanDeps, now: Date, clock: string): Promise<{ digests: number; stale: number } | null> {
  const { db, calendar } = deps;
  const day = dayOf(now);
  if (!calendar.works(day) || (await isPlanned(db, day)) || (await stoppedSince(db))) return null;
  const plan = await drawPlan(deps, now);
  return db.transaction().execute(async (tx) => {
    const counts = { digests: plan.planned.length, stale: plan.stale };
    const mark = await tx
      .insertInto('planned_days')
      .values({ day, at: now, ...counts })
      .onConflict((conflict) => conflict.doNothing())
      .returning('day')
      .executeTakeFirst();
    if (!mark) return null;
    await tx
      .updateTable('pushes')
      .set({ state: 'cancelled', why: 'folded into the next', done_at: now })
      .where('scene', '=', DIGEST_SCENE)
      .where('state', '=', 'planned')
      .where('key', 'like', 'digest:%')
      .where('due_at', '<', instantOf(day))
      .execute();
    await planAll(tx, plan.planned.map(({ cadreId, key, clock: own, digest }) => ({ cadreId, key, scene: DIGEST_SCENE, payload: digest, dueAt: instantOf(day, own ?? clock) })));
    const praises = plan.praised.map(({ unitId, indicator, deadline }) => ({ unit_id: unitId, indicator: indicator.id, deadline, day }));
    if (praises.length > 0) await tx.insertInto('praises').values(praises).onConflict((conflict) => conflict.doNothing()).execute();
    const told = [...new Set(plan.planned.flatMap(({ digest }) => digest.unreachable))];
    if (told.length > 0) await tx.updateTable('pushes').set({ told_at: now }).where('cadre_id', 'in', told).where('state', '=', 'unreachable').where('told_at', 'is', null).execute();
    return counts;
  });
}
