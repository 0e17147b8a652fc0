import { groupBy } from '../collections.ts';
import { handOn, openHolders, type Held } from '../knowledge/index.ts';
import type { Org } from '../org/index.ts';
import type { Db } from '../store/index.ts';
import { dayOf, instantOf } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { plan } from './ledger.ts';

const QUESTION_SCENE = 'cau-hoi';
export const questionsKey = (today: string): string => `questions:${today}`;

interface QuestionDeps {
  db: Db;
  org: Org;
  calendar: Calendar;
}

/**
 * Once a working day every officer hears that questions wait for her. A question whose unit has nobody left to answer it
 * moves up first, and its asker is told. Repeating it changes nothing. Returns how many officers hear of it anew.
 */
export async function planQuestions(deps: QuestionDeps, now: Date, clock: string): Promise<number> {
  const today = dayOf(now);
  const open = deps.calendar.works(today) ? await openHolders(deps.db) : [];
  if (open.length === 0) return 0;
  const tree = await deps.org.tree();
  const officers = await officersOf([...new Set(open.flatMap(({ handedTo }) => handedTo ?? []))], deps.org, tree, today);
  let fresh = 0;
  for (const [unitId, held] of groupBy(open, ({ handedTo }) => handedTo)) {
    const there = unitId === null ? [] : (officers.get(unitId) ?? []);
    if (there.length === 0) await moveUp(held, unitId, deps, tree, now);
    for (const cadreId of there) {
      if (await plan(deps.db, { cadreId, key: questionsKey(today), scene: QUESTION_SCENE, payload: { about: 'waiting' }, dueAt: instantOf(today, clock) })) fresh++;
    }
  }
  return fresh;
}

type Tree = Awaited<ReturnType<Org['tree']>>;

/** Cadre ids by unit: those who may answer there today. */
async function officersOf(unitIds: string[], org: Org, tree: Tree, today: string): Promise<Map<string, number[]>> {
  const cadres = await org.of(unitIds, today);
  const pairs = cadres.flatMap((cadre) => org.scope(cadre, tree, today).answersFor.map((unit) => [unit.id, cadre.id] as const));
  return new Map([...groupBy(pairs, ([unitId]) => unitId)].map(([unitId, own]) => [unitId, own.map(([, cadreId]) => cadreId)]));
}

async function moveUp(held: Held[], from: string | null, { db, org }: QuestionDeps, tree: Tree, now: Date): Promise<void> {
  for (const [unitId, own] of groupBy(held, (one) => from ?? one.unitId)) {
    const to = await org.answeringUnit(unitId, tree, dayOf(now));
    if (to === null || to.id === from) continue;
    await db.transaction().execute(async (tx) => {
      await handOn(tx, own.map(({ id }) => id), to.id);
      for (const { id, askerId } of own) {
        if (askerId !== null) await plan(tx, { cadreId: askerId, key: `moved:${id}:${from}`, scene: QUESTION_SCENE, payload: { about: 'moved', id }, dueAt: now });
      }
    });
  }
}
