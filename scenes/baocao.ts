import { end, isCommandWord, pass, quote, readYesNo, reject, reply, say, type Input, type Outcome } from '../src/conversation/index.ts';
import { ownReports } from './bao-cao-da-gui.ts';
import { answer, sure } from './baocao-ask.ts';
import { again, begin, changedForm, gone, resume } from './baocao-begin.ts';
import { fileBesides, fileDraft, joinReport } from './baocao-file.ts';
import { fitted } from './baocao-form.ts';
import { announces, reported, tellsOfWork } from './baocao-opening.ts';
import { chooseKind, kindUnclear } from './baocao-kind.ts';
import { holdPhotos, takePhotos } from './baocao-photos.ts';
import { promptOf } from './baocao-prompt.ts';
import { migrations, nothingBegun, readState, state, VERSION, type Ask, type State, type Sure } from './baocao-state.ts';
import { discard, draftIdOf, later, show, showKept } from './baocao-steps.ts';
import { unitOfRef } from './unit-ref.ts';
import { cadreOf, type HoiScene, type World } from './world.ts';

/** Longer untouched than this, a conversation has been closed by its silence; a lost one is not taken up again. */
const RECENT_MINUTES = 60;

/** A cadre files what her unit did: kind, a few questions, a summary, a receipt. Every answer is kept at once. */
export const baoCao: HoiScene<State> = {
  name: 'baocao',
  version: VERSION,
  migrations,
  parse: (stored) => state.parse(stored),
  place: (at: State) => [at.step, 'draft' in at ? at.draft.id : '', 'at' in at ? at.at : ''].join(':'),
  for: 'cadre',
  stillHers: (at: State, world: World) => ('draft' in at ? world.scope.files(at.draft.unitId) : at.step !== 'kind' || world.scope.files(at.unitId)),
  claims: (text, { free }) => announces(text) || (free && tellsOfWork(text)),

  async enter(args, world, { state: before, photos = [] }): Promise<Outcome<State>> {
    if (!world.scope.may('file')) return end([reply(say('report-may-not'))]);
    const [what = '', id = '', more = '', measure = ''] = args.split(':');
    switch (what) {
      case 'd':
        return resume(id, world);
      case 'r':
        return again(Number(id), more, world);
      case 'c':
        return again(Number(id), null, world);
      case 'x':
        return fileBesides(id, Number(more), world);
      case 'j':
        return joinReport(id, Number(more), world);
      case 'b':
        return (await openDraftsOf(world)).some((draft) => draft.id === id) ? discard(id, world) : gone(id, world);
      case 'k':
        return begin({ unitId: unitOfRef(more, world.tree)?.id, kind: id, measure }, world);
    }
    const begun = { line: reported(args), photos, id: world.turnId };
    if (tellsOfWork(args) && !announces(args)) return show({ step: 'offer', begun }, world);
    if (begun.line !== '' || photos.length > 0) return begin({ begun }, world, before && draftIdOf(before) !== null ? [reply(say('report-kept'))] : []);
    if (before) return show(fitted(before, world), world, [reply(say('report-still-open'))]);
    return (await openDraftsOf(world)).length > 0 ? show({ step: 'drafts' }, world) : begin({}, world);
  },

  async step(stored: State, input: Input, world: World): Promise<Outcome<State>> {
    const at = fitted(stored, world);
    if (changedForm(stored, at)) return formChanged(at, world);
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    const draftId = draftIdOf(at);
    if (draftId !== null && (picked === 'later' || (input.kind === 'text' && isCommandWord(input.text) === 'later'))) return later(draftId);
    if ('draft' in at && input.kind === 'photo') return takePhotos(at, input, world);
    if ('begun' in at && !('of' in at && at.of) && input.kind === 'photo') return holdPhotos(at, input, world);
    if (picked === 'own') return end([await ownReports(world)]);
    switch (at.step) {
      case 'ask':
        return answer(at, input, picked, world);
      case 'sure':
        return sure(at, input, picked, world);
      case 'offer':
        return offered(at, input, picked, world);
      case 'kind':
        return (await chooseKind(at, input.kind === 'text' ? input.text : null, picked, world)) ?? kindUnclear(at, input, world);
      default:
        return picked === undefined ? notChosen(at, input, world) : choose(at, picked, world);
    }
  },

  prompt: async (at: State, world: World) => (at.step === 'offer' ? [] : promptOf(fitted(at, world), world)),
  help: async (at: State, world: World) => [reply(say('report-help')), ...('draft' in at ? [] : await promptOf(at, world))],
  leaving: async (at: State) => (draftIdOf(at) !== null ? [reply(say('report-kept'))] : []),
  silence: async (at: State) => {
    const id = draftIdOf(at);
    return id === null ? end([]) : later(id);
  },
  cancel: async (at: State, world: World) => {
    const id = draftIdOf(at);
    return id === null ? end([reply(say('common-cancelled'))]) : discard(id, world);
  },

  /** Her newest open draft, when the session is gone in the middle of it. */
  async recover(world: World): Promise<State | null> {
    const [draft] = await openDraftsOf(world);
    const fresh = draft && world.now.getTime() - draft.updatedAt.getTime() < RECENT_MINUTES * 60_000;
    return draft && fresh ? readState(draft.version, draft.state) : null;
  },

  /** The level above has accepted or returned a report of hers. */
  async fire(payload, world: World) {
    const { reportId, question, comment } = payload as { reportId: number; question?: string; comment?: string };
    const report = await world.reports.byId(reportId);
    if (!report || !world.scope.sees(report.unitId) || (report.authorId !== cadreOf(world).id && !world.scope.files(report.unitId))) return { kind: 'drop', why: 'not-her-report' };
    const { code, title } = report;
    if (report.status === 'accepted') return { kind: 'say', replies: [reply(say('report-accepted', { code, title }))] };
    if (report.status !== 'returned') return { kind: 'drop', why: 'filed-again' };
    const label = world.reports.activity(report.kind)?.questions.find((one) => one.id === question)?.label ?? '';
    const fix = { id: 'fix', label: say('report-fix'), to: { scene: 'baocao', args: `r:${reportId}:${question ?? ''}` } };
    return { kind: 'say', replies: [reply([say('report-returned', { code, title, where: label ? say('report-returned-where', { label }) : quote('') }), quote(comment ?? '')], { choices: [fix] })] };
  },
};

const openDraftsOf = (world: World) => world.reports.openDrafts(cadreOf(world).id);

/** The question she was answering is no longer in the form, or a new one has come in. */
const formChanged = (at: State, world: World): Promise<Outcome<State>> =>
  'draft' in at ? showKept(at, world, [reply(say('report-form-changed'))]) : show(at, world, [reply(say('report-kind-gone'))]);

/** Yes begins the report; what is neither yes nor no is heard as if nothing had been asked. */
async function offered({ begun }: State & { step: 'offer' }, input: Input, picked: string | undefined, world: World): Promise<Outcome<State>> {
  const read = input.kind === 'text' ? readYesNo(input.text) : null;
  const wants = picked === undefined ? (read?.ok ? read.value : null) : picked === 'yes';
  if (wants === null) return pass;
  return wants ? begin({ begun }, world) : end([reply(say('report-not-reported'))]);
}

async function choose(at: Exclude<State, Ask | Sure | { step: 'kind' | 'offer' }>, picked: string, world: World): Promise<Outcome<State>> {
  switch (at.step) {
    case 'unit':
      return begin({ unitId: picked, kind: at.kind, begun: at.begun }, world);
    case 'drafts':
      return picked === 'new' ? begin({}, world) : resume(picked, world);
    case 'summary':
      return picked === 'change' ? show({ step: 'change', draft: at.draft }, world) : fileDraft(at.draft, world);
    case 'change':
      if (picked === 'back') return show({ step: 'summary', draft: at.draft }, world);
      if (picked === 'kind') return show({ step: 'kind', unitId: at.draft.unitId, all: false, tries: 0, begun: nothingBegun, of: at.draft }, world);
      return show({ step: 'ask', draft: at.draft, at: picked, tries: 0, editing: true }, world);
  }
}

async function notChosen(at: State, input: Input, world: World): Promise<Outcome<State>> {
  if (input.kind !== 'text') return pass;
  return reject(at, [reply(say('refused-not-a-choice')), ...(await promptOf(at, world))]);
}
