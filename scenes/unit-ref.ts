import { createHash } from 'node:crypto';
import type { Unit, UnitTree } from '../src/org/index.ts';

/** Bytes of a button that a unit may take. */
const LONGEST = 24;

const short = (id: string): string => `~${createHash('sha256').update(id).digest('base64url').slice(0, 16)}`;

/** A unit's id as a button carries it; a long one as a short name that leads to it. */
export const unitRef = (id: string): string => (Buffer.byteLength(id) > LONGEST ? short(id) : id);

export const unitOfRef = (ref: string, tree: UnitTree): Unit | undefined => tree.get(ref) ?? (ref.startsWith('~') ? tree.all.find((unit) => short(unit.id) === ref) : undefined);
