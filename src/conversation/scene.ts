import type { Input, Received } from './input.ts';
import type { Reply } from './reply.ts';

/** Something to be written, as data. Its subject's handler carries it out, inside the turn's one transaction. */
export interface Effect {
  type: string;
}

/** What every step is told besides its state: the clock read once, and the person it speaks with. */
export interface TurnWorld {
  now: Date;
  /** Short, unique to the update, and the same when it is redelivered: new things are named by it. */
  turnId: string;
  person: { key: string; known: boolean };
}

interface Said {
  replies?: Reply[];
  effects?: Effect[];
  /** Replies that need what the effects brought (a receipt's code), in the order of `effects`. Pure. */
  receipt?: (results: unknown[]) => Reply[];
  /** Kept for this scene after it ends, e.g. the question before, so that "thế ai ký?" is understood. */
  remember?: unknown;
}

/** What a step answers. `pass`: this was no answer to my question. `reject`: it was, but not one I can take. */
export type Outcome<S> =
  | ({ kind: 'go'; state: S; waitMinutes?: number } & Said)
  | ({ kind: 'reject'; state: S; replies: Reply[] } & Said)
  | ({ kind: 'end' } & Said)
  /** Only from `enter`: this is another scene's business. */
  | { kind: 'move'; scene: string; args: string }
  | { kind: 'pass' };

/** A push that came due: what to say now, or why it is no longer wanted. */
export type Fired = { kind: 'say'; replies: Reply[] } | { kind: 'drop'; why: string };

/**
 * One conversation. `S` is its stored state, a union tagged by `step`; `W` the doors it reads through.
 * Steps read and return; they never send, save or schedule.
 */
export interface Scene<S, W extends TurnWorld> {
  name: string;
  /** Version of the stored state. `migrations[n]` turns a state of version n into one of n + 1. */
  version: number;
  migrations: Record<number, (old: unknown) => unknown>;
  /** Throws on a state that no migration explains; the session then starts anew. */
  parse(state: unknown): S;
  /** Whom it is for: `anyone`, or only a person the roster knows. */
  for: 'anyone' | 'cadre';
  /** `photos`: those whose caption is `args`, when a caption opened it. */
  enter(args: string, world: W, before: { state: S | null; remembered: unknown; photos?: Received[] }): Promise<Outcome<S>>;
  step?(state: S, input: Input, world: W): Promise<Outcome<S>>;
  /** Asks the open question again: after an interjection, a stale button, or a return. */
  prompt?(state: S, world: W): Promise<Reply[]>;
  cancel?(state: S, world: W): Promise<Outcome<S>>;
  silence?(state: S, world: W): Promise<Outcome<S>>;
  /** Said when the person turns to something else and this scene closes. */
  leaving?(state: S, world: W): Promise<Reply[]>;
  help?(state: S, world: W): Promise<Reply[]>;
  /** Names the open question; a button counts only while its question is open. Default: `state.step`. */
  place?(state: S): string;
  /** False once what is under way is no longer hers, as after a transfer: the scene then closes without a word of it. */
  stillHers?(state: S, world: W): boolean;
  /** Texts and captions that start this scene without a command ("Báo cáo: sáng 20/11 …"). `free`: she is known, and nothing else is under way; `known`: she is on the roster, whatever is under way. */
  claims?(text: string, at: { free: boolean; known: boolean }): boolean;
  /** The session was lost (a new Redis): the scene's state from what SQL holds, if something was under way. */
  recover?(world: W): Promise<S | null>;
  fire?(payload: unknown, world: W): Promise<Fired>;
}

export const go = <S>(state: S, replies: Reply[], more: Said & { waitMinutes?: number } = {}): Outcome<S> => ({
  kind: 'go',
  state,
  replies,
  ...more,
});
export const reject = <S>(state: S, replies: Reply[], more: Said = {}): Outcome<S> => ({ kind: 'reject', state, ...more, replies });
export const end = (replies: Reply[], more: Said = {}): Outcome<never> => ({ kind: 'end', replies, ...more });
export const move = (scene: string, args = ''): Outcome<never> => ({ kind: 'move', scene, args });
export const pass: Outcome<never> = { kind: 'pass' };

// oxlint-disable-next-line typescript/no-explicit-any -- scenes of different states live in one table
export type AnyScene<W extends TurnWorld> = Scene<any, W>;
