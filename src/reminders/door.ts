import type { Org, UnitTree } from '../org/index.ts';
import type { Db } from '../store/index.ts';
import { postReader } from './posts.ts';
import { dutiesOf, type Person } from './duties.ts';
import { contactsOf, historyOf, lastNotAcknowledged, noHistory, ownersOf, remindedOf, snoozedUntil } from './queries.ts';

/** What scenes may read of reminders. */
export function openReminders(db: Db, org: Org) {
  /** Cadres of a unit with what each chose. */
  async function peopleOf(unitId: string, tree: UnitTree, today: string): Promise<Person[]> {
    const cadres = await org.of([unitId], today);
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
    /** Who is reminded of a unit today: its own people or who stands in for them, or the one in charge. */
    async receiversOf(unitId: string, tree: UnitTree, today: string): Promise<number[]> {
      const people = await peopleOf(unitId, tree, today);
      const duties = dutiesOf(people, await ownersOf(db), today);
      return [...duties].filter(([, { own }]) => own.has(unitId)).map(([cadreId]) => cadreId);
    },
    inCharge: async (unitId: string): Promise<number | null> => (await ownersOf(db)).get(unitId) ?? null,
    /** When somebody of each unit last wrote to the bot. */
    contacts: (unitIds: string[]) => contactsOf(db, unitIds),
    /** How often and since when each unit has been reminded, by "unit". */
    reminded: (unitIds: string[], since: string) => remindedOf(db, unitIds, since),
    /** The day of her last word about units below that she has not acknowledged. */
    notAcknowledged: (cadreId: number) => lastNotAcknowledged(db, cadreId),
  };
}

export type Reminders = ReturnType<typeof openReminders>;
