import { end, go, reply, say, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { Unit } from '../src/org/index.ts';
import type { DiscardDraft, SaveDraft } from '../src/reports/index.ts';
import { onward } from './baocao-form.ts';
import { promptOf } from './baocao-prompt.ts';
import { VERSION, type Before, type Drafted, type DraftState, type State } from './baocao-state.ts';
import { cadreOf, type World } from './world.ts';

/** Goes to a step and asks its question. */
export const show = async (at: State, world: World, before: Reply[] = [], effects: SaveDraft[] = []): Promise<Outcome<State>> =>
  go(at, [...before, ...(await promptOf(at, world))], { effects });

/** Goes to a step and keeps its draft in SQL. */
export const showKept = (at: Drafted, world: World, before: Reply[] = []): Promise<Outcome<State>> => show(at, world, before, [save(at, world)]);

/** To the next open question, or to the summary when there is none; kept either way. */
export const next = (draft: DraftState, world: World, before: Reply[] = []): Promise<Outcome<State>> => showKept(onward(draft, world), world, before);

export const save = (at: Drafted, world: World): SaveDraft => saved(at.draft, at, world);

const saved = ({ id, unitId, kind }: Pick<DraftState, 'id' | 'unitId' | 'kind'>, state: State, world: World): SaveDraft => ({
  type: 'report.save-draft',
  draftId: id,
  cadreId: cadreOf(world).id,
  unitId,
  kind,
  version: VERSION,
  state,
});

/** Before a report has its unit and kind: what she has written and sent is kept all the same. */
export function held(at: Before, world: World): SaveDraft[] {
  const { id } = at.begun;
  const unitId = at.step === 'kind' ? at.unitId : filingUnits(world)[0]!.id;
  return id === null ? [] : [saved({ id, unitId, kind: NO_KIND }, at, world)];
}

const NO_KIND = '';

/** The units she files for. */
export const filingUnits = (world: World): Unit[] => world.scope.units.filter((unit) => world.scope.files(unit.id));

/** The draft that keeps what is under way, if there is anything to keep. */
export function draftIdOf(at: State): string | null {
  if ('draft' in at) return at.draft.id;
  if (at.step === 'kind' && at.of) return at.of.id;
  return at.step === 'kind' || at.step === 'unit' ? at.begun.id : null;
}

/** Puts the draft away; it can be taken up again. */
export const later = (draftId: string): Outcome<State> =>
  end([reply(say('report-later'), { choices: [{ id: 'go-on', label: say('report-resume'), to: { scene: 'baocao', args: `d:${draftId}` } }] })]);

/** Throws the draft away, and says why; it can be taken back. */
export function discard(draftId: string, world: World, why = say('report-cancelled')): Outcome<State> {
  const effect: DiscardDraft = { type: 'report.discard-draft', draftId, cadreId: cadreOf(world).id };
  const undo = { id: 'undo', label: say('report-undo'), to: { scene: 'baocao', args: `d:${draftId}` } };
  return end([reply(why, { choices: [undo] })], { effects: [effect] });
}
