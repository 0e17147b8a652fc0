import type { Address } from './input.ts';
import { renderReplies } from './render.ts';
import type { TurnWorld } from './scene.ts';
import { activeScene, freshSession, whereOf, withMenu } from './session.ts';
import { renderWith, type TurnDeps } from './turn.ts';

/** What the program says first: a scene and what it is about. */
export interface Push {
  scene: string;
  payload: unknown;
}

/**
 * Says one thing to a person unasked. Her scene is asked at this very moment whether it is still wanted; what is under
 * way with her stays as it is. `leaving` is awaited right before the message goes out.
 * Returns why it was dropped, or null once sent. Throws SendError.
 */
export async function push<W extends TurnWorld>(
  deps: TurnDeps<W>,
  to: Address,
  world: W,
  what: Push,
  leaving: () => Promise<void>,
): Promise<string | null> {
  const person = world.person.key;
  return deps.locks.hold(person, async () => {
    const fired = (await deps.house.scenes[what.scene]?.fire?.(what.payload, world)) ?? { kind: 'drop' as const, why: 'no-scene' };
    if (fired.kind === 'drop') return fired.why;
    const session = (await deps.sessions.load(person)) ?? freshSession();
    const turn = session.turn + 1;
    const replies = renderReplies(fired.replies, renderWith(deps, world, to, turn));
    await leaving();
    await deps.send(to, replies, 'push');
    const where = whereOf(activeScene(session, deps.house.scenes));
    await deps.sessions.save(person, withMenu({ ...session, turn, last: to }, { turn, where, choices: replies.flatMap((one) => one.choices) }));
    return null;
  });
}
