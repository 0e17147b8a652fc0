import { say, type AnyScene, type Effect, type Text, type TurnWorld } from '../src/conversation/index.ts';
import type { Documents } from '../src/documents/index.ts';
import type { Indicators } from '../src/indicators/index.ts';
import type { Knowledge, Questions } from '../src/knowledge/index.ts';
import type { Cadre, Org, Scope, UnitTree } from '../src/org/index.ts';
import type { Privacy } from '../src/privacy/index.ts';
import type { Calendar, PlanPush, QuietHours, Reminders } from '../src/reminders/index.ts';
import type { Reports } from '../src/reports/index.ts';
import type { Address } from '../src/conversation/index.ts';
import { inSentence } from '../src/vietnamese/sentence.ts';

export { inSentence };

/** What a scene may look at. It reads through these doors and writes by returning effects. */
export interface World extends TurnWorld {
  /** The day it is in Hải Phòng, 'YYYY-MM-DD'. */
  today: string;
  from: Address;
  /** `unagreed`: whose account this is, while she has not agreed to the notice as it is today: until then she is a stranger. */
  person: { key: string; known: boolean; cadre: Cadre | null; unagreed: Cadre | null };
  tree: UnitTree;
  scope: Scope;
  org: Org;
  privacy: Privacy;
  knowledge: Knowledge;
  questions: Questions;
  reports: Reports;
  indicators: Indicators;
  reminders: Reminders;
  documents: Documents;
  calendar: Calendar;
  quiet: QuietHours;
}

export type HoiScene<S> = AnyScene<World> & { parse(state: unknown): S };

/** The cadre of a scene that is only for cadres; the router lets nobody else in. */
export function cadreOf(world: World): Cadre {
  if (!world.person.cadre) throw new Error('a scene for cadres was entered by a stranger');
  return world.person.cadre;
}

/** Tells a cadre something, once, under a key of hers: as soon as may be, or at `due`. */
export const tell = (cadreId: number, key: string, scene: string, payload: unknown, world: World, due = world.now): Effect & PlanPush => ({
  type: 'push.plan',
  cadreId,
  key,
  scene,
  payload,
  dueAt: due.toISOString(),
});


/** The Union's name at a unit, inside a sentence: "Phường An Biên" → "Hội LHPN phường An Biên". */
export const unionOf = (unitId: string | null, world: Pick<World, 'tree'>): Text => say('union-of', { unit: inSentence(world.tree.get(unitId ?? '')?.name ?? '') });
