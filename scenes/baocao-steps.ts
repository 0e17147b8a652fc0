import { end, go, reply, say, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { DiscardDraft, SaveDraft } from '../src/reports/index.ts';
import { onward } from './baocao-form.ts';
import { promptOf } from './baocao-prompt.ts';
import { VERSION, type Drafted, type DraftState, type State } from './baocao-state.ts';
import { cadreOf, type World } from './world.ts';

/** Goes to a step and asks its question. */
export const show = async (at: State, world: World, before: Reply[] = [], effects: SaveDraft[] = []): Promise<Outcome<State>> =>
  go(at, [...before, ...(await promptOf(at, world))], { effects });

/** Goes to a step and keeps its draft in SQL. */
export const showKept = (at: Drafted, world: World, before: Reply[] = []): Promise<Outcome<State>> => show(at, world, before, [save(at, world)]);

/** To the next open question, or to the summary when there is none; kept either way. */
export const next = (draft: DraftState, world: World, before: Reply[] = []): Promise<Outcome<State>> => showKept(onward(draft, world), world, before);

export function save(at: Drafted, world: World): SaveDraft {
  const { id, unitId, kind } = at.draft;
  return { type: 'report.save-draft', draftId: id, cadreId: cadreOf(world).id, unitId, kind, version: VERSION, state: at };
}

/** Puts the draft away; it can be taken up again. */
export const later = (draft: DraftState): Outcome<State> =>
  end([reply(say('report-later'), { choices: [{ id: 'go-on', label: say('report-resume'), to: { scene: 'baocao', args: `d:${draft.id}` } }] })]);

/** Throws the draft away, and says why; it can be taken back. */
export function discard(draftId: string, world: World, why = say('report-cancelled')): Outcome<State> {
  const effect: DiscardDraft = { type: 'report.discard-draft', draftId, cadreId: cadreOf(world).id };
  const undo = { id: 'undo', label: say('report-undo'), to: { scene: 'baocao', args: `d:${draftId}` } };
  return end([reply(why, { choices: [undo] })], { effects: [effect] });
}
