import { isCommandWord, looksLikeQuestion, pass, readChoice, reject, reply, say, type Choice, type Input, type Outcome } from '../src/conversation/index.ts';
import { fittingAnswers, readLine } from '../src/reports/index.ts';
import { whoHelps } from './baocao-ask.ts';
import { begin } from './baocao-begin.ts';
import { promptOf } from './baocao-prompt.ts';
import type { DraftState, State } from './baocao-state.ts';
import { draftIdOf, next, show } from './baocao-steps.ts';
import { askWho, navLater } from './report-words.ts';
import type { World } from './world.ts';

type AtKind = State & { step: 'kind' };

/** At the question of the kind: a button, the name of any kind, or a whole line that tells what was done. */
export async function chooseKind(at: AtKind, text: string | null, picked: string | undefined, world: World): Promise<Outcome<State> | null> {
  if (picked === 'more' || picked === 'usual') return show({ ...at, all: picked === 'more' }, world);
  if (picked === 'who') return show(at, world, [await whoHelps(at.unitId, world)]);
  if (at.of && (picked ?? steering(text)) === 'back') return show({ step: 'change', draft: at.of }, world);
  if (text !== null && looksLikeQuestion(text)) return null;
  const line = text === null ? null : readLine(text, world.reports.forms, { today: world.today, tet: world.calendar.tet });
  const told = line !== null && text !== null && Object.keys(line.answers).length > 0;
  if (told && !at.of) return begin({ unitId: at.unitId, kind: line.kind, begun: { ...at.begun, line: text } }, world);
  const kind = picked ?? line?.kind ?? (text === null ? null : kindNamed(text, world));
  if (kind === null) return null;
  return at.of ? next(asKind(at.of, kind, world), world) : begin({ unitId: at.unitId, kind, begun: at.begun }, world);
}

function kindNamed(text: string, world: World): string | null {
  const read = readChoice(text, world.reports.activities.map(({ id, name, also }) => ({ id, label: name, also })));
  return read.ok ? read.value : null;
}

/** The same draft as another kind of report; answers that both forms have stay. */
function asKind(draft: DraftState, kind: string, world: World): DraftState {
  const activity = world.reports.activity(kind);
  if (!activity) throw new Error(`no activity ${kind}`);
  return { ...draft, kind, answers: fittingAnswers(activity, draft.answers) };
}


const steering = (text: string | null): string | null => (text === null ? null : isCommandWord(text));

/** No kind was heard: an example; a second time an easier way; a third time a way out. */
export async function kindUnclear(at: AtKind, input: Input, world: World): Promise<Outcome<State>> {
  if (input.kind !== 'text' || looksLikeQuestion(input.text)) return pass;
  const tries = at.tries + 1;
  const [asked] = await promptOf(at, world);
  const example = world.reports.activities[0]!.name;
  const text = [say('refused-not-a-choice'), say('report-example', { example }), ...(tries >= 2 ? [say('easier-kind')] : [])];
  const wayOut: Choice[] = tries >= 3 ? [askWho, ...(draftIdOf(at) === null ? [] : [navLater])] : [];
  return reject<State>({ ...at, tries }, [reply(text, { choices: [...(asked?.choices ?? []), ...wayOut] })]);
}
