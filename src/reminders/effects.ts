import type { EffectContext } from '../store/index.ts';
import { plan } from './ledger.ts';

export interface PlanPush {
  type: 'push.plan';
  cadreId: number;
  key: string;
  scene: string;
  payload: unknown;
  dueAt: string;
  /** She waits for it: no quiet hour, no daily cap and no stop switch holds it back. */
  asked?: boolean;
}

/** Leave her alone until that day. */
export interface SnoozeReminders {
  type: 'push.snooze';
  cadreId: number;
  until: string;
}

/** The hour she wants to be reminded at. */
export interface ChooseHour {
  type: 'push.hour';
  cadreId: number;
  clock: string;
}

/** She is away until that day and somebody stands in; null: she is back. */
export interface GoAway {
  type: 'push.away';
  cadreId: number;
  until: string | null;
  standInId: number | null;
}

/** The level above puts one cadre in charge of a unit's indicators, or leaves it to everybody again. */
export interface PutInCharge {
  type: 'push.in-charge';
  unitId: string;
  cadreId: number | null;
  byId: number;
}

/** The level above has seen the digest of that day. */
export interface Acknowledge {
  type: 'push.acknowledge';
  cadreId: number;
  key: string;
}

type Context = EffectContext<{ now: Date }>;

export const pushEffects = {
  'push.plan': ({ cadreId, key, scene, payload, dueAt, asked = false }: PlanPush, { tx }: Context): Promise<boolean> =>
    plan(tx, { cadreId, key, scene, payload, dueAt: new Date(dueAt), asked }),

  async 'push.snooze'({ cadreId, until }: SnoozeReminders, { tx, world }: Context): Promise<void> {
    const row = { until, asked_at: world.now };
    await tx
      .insertInto('snoozes')
      .values({ cadre_id: cadreId, ...row })
      .onConflict((conflict) => conflict.column('cadre_id').doUpdateSet(row))
      .execute();
  },

  async 'push.hour'({ cadreId, clock }: ChooseHour, { tx }: Context): Promise<void> {
    await tx
      .insertInto('reminder_choices')
      .values({ cadre_id: cadreId, clock, away_until: null, stand_in_id: null })
      .onConflict((conflict) => conflict.column('cadre_id').doUpdateSet({ clock }))
      .execute();
  },

  async 'push.away'({ cadreId, until, standInId }: GoAway, { tx }: Context): Promise<void> {
    const row = { away_until: until, stand_in_id: standInId };
    await tx
      .insertInto('reminder_choices')
      .values({ cadre_id: cadreId, clock: null, ...row })
      .onConflict((conflict) => conflict.column('cadre_id').doUpdateSet(row))
      .execute();
  },

  async 'push.in-charge'({ unitId, cadreId, byId }: PutInCharge, { tx, world: { now } }: Context): Promise<void> {
    await tx.deleteFrom('reminder_owners').where('unit_id', '=', unitId).execute();
    if (cadreId !== null) await tx.insertInto('reminder_owners').values({ unit_id: unitId, cadre_id: cadreId, by_id: byId, at: now }).execute();
  },

  async 'push.acknowledge'({ cadreId, key }: Acknowledge, { tx, world: { now } }: Context): Promise<void> {
    await tx.updateTable('pushes').set({ acknowledged_at: now }).where('cadre_id', '=', cadreId).where('key', '=', key).where('acknowledged_at', 'is', null).execute();
  },
};
