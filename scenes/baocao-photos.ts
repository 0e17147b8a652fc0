import { go, pass, reply, say, type Input, type Outcome } from '../src/conversation/index.ts';
import { MOST_PHOTOS, photoQuestion } from '../src/reports/index.ts';
import { activityOf } from './baocao-form.ts';
import { promptOf } from './baocao-prompt.ts';
import type { Drafted, State } from './baocao-state.ts';
import { held, save, show } from './baocao-steps.ts';
import type { World } from './world.ts';

/** Photos are kept whenever they come: at another question they wait for their place, and that question is asked again. */
export async function takePhotos(at: Drafted, { photos, album }: Input & { kind: 'photo' }, world: World): Promise<Outcome<State>> {
  const question = photoQuestion(activityOf(at.draft, world));
  if (!question) return pass;
  const before = at.draft.answers[question.id];
  const held = Array.isArray(before) ? before : [];
  const fresh = photos.filter((photo) => !held.some((one) => one.hash === photo.hash));
  const kept = [...held, ...fresh].slice(0, MOST_PHOTOS);
  const open = { ...at, draft: { ...at.draft, answers: { ...at.draft.answers, [question.id]: kept } } };
  // An album comes photo by photo: one answer for all of it is enough.
  if (album !== undefined && held.length > 0 && held.length + fresh.length <= MOST_PHOTOS) return go<State>(open, [], { effects: [save(open, world)] });
  const asked = at.step === 'ask' && at.at === question.id;
  const key = fresh.length === 0 ? 'report-photos-same' : held.length + fresh.length > MOST_PHOTOS ? 'report-photos-most' : asked ? 'report-photos-got' : 'report-photos-aside';
  const word = say(key, { count: kept.length, most: MOST_PHOTOS });
  if (!asked) return go<State>(open, [reply(word), ...(await promptOf(open, world))], { effects: [save(open, world)] });
  return go<State>({ ...open, tries: 0 } as Drafted, [reply(word, { choices: [{ id: 'done', label: say('report-photos-done') }] })], { effects: [save(open, world)] });
}

/** Photos that come before the report has its kind: they will be in it. */
export async function holdPhotos(at: Extract<State, { begun: unknown }>, { photos, album }: Input & { kind: 'photo' }, world: World): Promise<Outcome<State>> {
  const { line, photos: before, id } = at.begun;
  const kept = [...before, ...photos.filter((photo) => !before.some((one) => one.hash === photo.hash))].slice(0, MOST_PHOTOS);
  const open = { ...at, begun: { line, photos: kept, id: id ?? world.turnId } };
  const effects = open.step === 'offer' ? [] : held(open, world);
  if (album !== undefined && before.length > 0) return go<State>(open, [], { effects });
  return show(open, world, [reply(say('report-photos-aside', { count: kept.length }))], effects);
}
