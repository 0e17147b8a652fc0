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
  if (!deps.calendar.works(today)) return 0;
  const tree = await deps.org.tree(now);
  await moveUpOrphans(deps, tree, now);
  const officers = await officersOf(await openHolders(deps.db), deps.org, tree, today);
  let fresh = 0;
  for (const cadreId of new Set([...officers.values()].flat())) {
    if (await plan(deps.db, { cadreId, key: questionsKey(today), scene: QUESTION_SCENE, payload: { about: 'waiting' }, dueAt: instantOf(today, clock) })) fresh++;
  }
  return fresh;
}

type Tree = Awaited<ReturnType<Org['tree']>>;

/** Cadre ids by unit: those who may answer there today. */
async function officersOf(open: Held[], org: Org, tree: Tree, today: string): Promise<Map<string, number[]>> {
  const unitIds = [...new Set(open.flatMap(({ handedTo }) => handedTo ?? []))];
  const cadres = await org.of(unitIds, today);
  const pairs = cadres.flatMap((cadre) => org.scope(cadre, tree, today).answersFor.filter(({ id }) => unitIds.includes(id)).map((unit) => [unit.id, cadre.id] as const));
  return new Map([...groupBy(pairs, ([unitId]) => unitId)].map(([unitId, own]) => [unitId, own.map(([, cadreId]) => cadreId)]));
}

async function moveUpOrphans(deps: QuestionDeps, tree: Tree, now: Date): Promise<void> {
  const open = await openHolders(deps.db);
  const officers = await officersOf(open, deps.org, tree, dayOf(now));
  const orphans = open.filter(({ handedTo }) => handedTo === null || !officers.has(handedTo));
  for (const [from, own] of groupBy(orphans, ({ handedTo, unitId }) => handedTo ?? unitId)) {
    const to = await deps.org.answeringUnit(from, tree, dayOf(now));
    if (to !== null && to.id !== own[0]?.handedTo) await moveUp(deps.db, own, to.id, now);
  }
}

const moveUp = (db: Db, held: Held[], to: string, now: Date): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await handOn(tx, held.map(({ id }) => id), to);
    for (const { id, askerId, handedTo } of held) {
      if (askerId !== null) await plan(tx, { cadreId: askerId, key: `moved:${id}:${handedTo}`, scene: QUESTION_SCENE, payload: { about: 'moved', id }, dueAt: now });
    }
  });
