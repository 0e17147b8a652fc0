import type { Address } from './input.ts';
import type { RenderedChoice, RenderedReply } from './reply.ts';
import type { AnyScene, TurnWorld } from './scene.ts';

/** What was offered under one message: enough to read a button, a number or words typed instead. */
export interface Menu {
  turn: number;
  /** Scene and step it belongs to: a button of the same step stays good after a question in between. */
  where: string;
  choices: RenderedChoice[];
}

/** Everything kept between two messages of a person. Plain JSON: it lives in Redis or a row. */
export interface Session {
  format: 1;
  turn: number;
  scene?: { name: string; version: number; state: unknown };
  menus: Menu[];
  /** Updates already answered, newest last. */
  recent: string[];
  /** Replies not yet known to be out. */
  outbox?: { update: string; to: Address; replies: RenderedReply[] };
  remembered: Record<string, unknown>;
  /** Where she last wrote; when silence is due (ISO instant). */
  last?: Address;
  silentAt?: string;
}

const KEPT_MENUS = 6;
const KEPT_UPDATES = 40;

export const freshSession = (): Session => ({ format: 1, turn: 0, menus: [], recent: [], remembered: {} });

export function withMenu(session: Session, menu: Menu): Session {
  return menu.choices.length === 0 ? session : { ...session, menus: [...session.menus, menu].slice(-KEPT_MENUS) };
}

export function withUpdate(session: Session, key: string): Session {
  return { ...session, recent: [...session.recent, key].slice(-KEPT_UPDATES) };
}

/** Scene and open question: two prompts with the same answer here are the same question. */
export function whereOf(active: { scene: { name: string; place?(state: unknown): string }; state: unknown } | null): string {
  if (!active) return '';
  const { scene, state } = active;
  return `${scene.name}/${scene.place ? scene.place(state) : ((state as { step?: string } | null)?.step ?? '')}`;
}

/**
 * The active scene with its state brought up to today's version.
 * A state that no migration explains (a rolled-back program) closes the scene instead of throwing at a person.
 */
export function activeScene<W extends TurnWorld>(
  session: Session,
  scenes: Record<string, AnyScene<W>>,
): { scene: AnyScene<W>; state: unknown } | null {
  const saved = session.scene;
  const scene = saved && scenes[saved.name];
  if (!saved || !scene) return null;
  try {
    return { scene, state: scene.parse(migrated(saved, scene)) };
  } catch {
    return null;
  }
}

function migrated(saved: NonNullable<Session['scene']>, scene: AnyScene<never>): unknown {
  let state = saved.state;
  for (let version = saved.version; version < scene.version; version++) {
    const migrate = scene.migrations[version];
    if (!migrate) throw new Error(`scene ${scene.name} has no migration from version ${version}`);
    state = migrate(state);
  }
  return state;
}
