import type { Indicators } from '../indicators/index.ts';
import type { Org } from '../org/index.ts';
import type { Db } from '../store/index.ts';
import { dayOf, instantOf } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { plan, reminderHistory } from './ledger.ts';
import { planDigests, type Digest, type Responsible } from './plan.ts';

export { afterQuiet, isQuiet, loadCalendar, type Calendar, type QuietHours } from './calendar.ts';
export { deliverDue, type DeliverDeps } from './deliver.ts';
export { pushEffects, retry, unreachable, type PlanPush, type SnoozeReminders } from './ledger.ts';
export { planQuestions, questionsKey } from './questions.ts';
export { milestonesOf, planDigests, type Digest, type Due, type Responsible } from './plan.ts';

export const DIGEST_SCENE = 'nhac-viec';

export interface PlanDeps {
  db: Db;
  org: Org;
  indicators: Indicators;
  calendar: Calendar;
}

/** What would be sent on the day of `now`, from the rows as they are. */
export async function drawPlan({ db, org, indicators, calendar }: PlanDeps, now: Date): Promise<Digest[]> {
  const today = dayOf(now);
  const term = indicators.termOn(today);
  if (!term || !calendar.works(today)) return [];
  const tree = await org.tree();
  const history = await reminderHistory(db);
  const people = (await org.all(today)).map((cadre): Responsible => {
    const scope = org.scope(cadre, tree, today);
    const reminded = new Set(scope.remindedOf.map((unit) => unit.id));
    const titles = cadre.positions.filter((one) => reminded.has(one.unitId)).map((one) => [one.unitId, org.positions.read(one.title) ?? one.title] as const);
    return { cadreId: cadre.id, titles: new Map(titles), lastDigest: null, snoozedUntil: null, ...history.get(cadre.id) };
  });
  const units = new Set(people.flatMap((person) => [...person.titles.keys()]));
  const answering = tree.all.filter((unit) => units.has(unit.id) && term.units.includes(unit.kind));
  return planDigests(term, await indicators.statuses(answering, tree, today), people, calendar, today);
}

/** Writes the plan into the ledger, due at `clock` of that day. Returns how many digests are new. */
export async function planReminders(deps: PlanDeps, now: Date, clock: string): Promise<number> {
  const dueAt = instantOf(dayOf(now), clock);
  let fresh = 0;
  for (const digest of await drawPlan(deps, now)) {
    const row = { cadreId: digest.cadreId, key: digest.key, scene: DIGEST_SCENE, payload: { due: digest.due }, dueAt };
    if (await plan(deps.db, row)) fresh++;
  }
  return fresh;
}
