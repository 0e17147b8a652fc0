import { groupBy } from '../collections.ts';
import type { Org, UnitTree } from '../org/index.ts';
import type { Db } from '../store/index.ts';
import { postReader } from './posts.ts';
import { dutiesOf, type Person } from './duties.ts';
import { contactsOf, historyOf, lastNotAcknowledged, noHistory, ownersOf, remindedOf, snoozedUntil, snoozesOf } from './queries.ts';

/** What scenes may read of reminders. */
export function openReminders(db: Db, org: Org) {
  /** Cadres of these units with what each chose. */
  async function peopleOf(unitIds: string[], tree: UnitTree, today: string): Promise<Person[]> {
    const cadres = await org.of(unitIds, today);
    const history = await historyOf(db, today, cadres.map((cadre) => cadre.id));
    const postsOf = postReader(org, tree, today);
    return cadres.map((cadre) => ({ cadreId: cadre.id, posts: postsOf(cadre), ...(history.get(cadre.id) ?? noHistory) }));
  }
  return {
    /** What she chose for her own reminders. */
    choices: async (cadreId: number, today: string) => (await historyOf(db, today, [cadreId])).get(cadreId) ?? noHistory,
    /** Asked once more when a digest is sent: she may have asked for quiet since it was planned. */
    snoozedUntil: (cadreId: number) => snoozedUntil(db, cadreId),
    peopleOf,
    /** Who is reminded of each of these units today: its own people or who stands in for them, or the one in charge. */
    async receiversOf(unitIds: string[], tree: UnitTree, today: string): Promise<Map<string, number[]>> {
      const duties = dutiesOf(await peopleOf(unitIds, tree, today), await ownersOf(db), today);
      const pairs = [...duties].flatMap(([cadreId, { own }]) => [...own.keys()].map((unitId) => ({ unitId, cadreId })));
      const receivers = groupBy(pairs, (pair) => pair.unitId);
      return new Map(unitIds.map((id) => [id, (receivers.get(id) ?? []).map((pair) => pair.cadreId)]));
    },
    inCharge: async (unitId: string): Promise<number | null> => (await ownersOf(db)).get(unitId) ?? null,
    /** When somebody of each unit last wrote to the bot. */
    contacts: (unitIds: string[]) => contactsOf(db, unitIds),
    /** On how many of these days each unit has been reminded, and the first of them. */
    reminded: (unitIds: string[], from: string, to: string) => remindedOf(db, unitIds, from, to),
    /** Until which day somebody of each unit wants quiet. */
    snoozes: (unitIds: string[], today: string) => snoozesOf(db, unitIds, today),
    /** The day of her last word about units below that she has not acknowledged. */
    notAcknowledged: (cadreId: number) => lastNotAcknowledged(db, cadreId),
  };
}

export type Reminders = ReturnType<typeof openReminders>;
