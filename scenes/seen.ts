import type { RecordAudit } from '../src/privacy/index.ts';
import type { Unit } from '../src/org/index.ts';
import type { World } from './world.ts';

/** What goes into the audit when a unit's figures are shown, or handed out as a file. Her own are not worth a line. */
export function unitSeen({ id }: Unit, world: World, what: 'viewed' | 'exported' = 'viewed'): RecordAudit[] {
  const own = world.scope.units.some((unit) => unit.id === id);
  return own && what === 'viewed' ? [] : [{ type: 'audit.record', what, subject: 'unit', id }];
}
