import { end, go, pass, quote, reject, reply, say, lines, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import { dayOfAnswers, nextQuestion, questionBefore, settledAnswers, type Answer, type DiscardDraft, type SaveDraft } from '../src/reports/index.ts';
import { hear } from './baocao-answer.ts';
import { fileDraft } from './baocao-file.ts';
import { activityOf, askPrompt, promptOf, questionAt } from './baocao-prompt.ts';
import { state, type Ask, type DraftState, type State, type Sure } from './baocao-state.ts';
import { readOneLine } from './baocao-line.ts';
import { navLater, reportView } from './report-words.ts';
import { cadreOf, type HoiScene, type World } from './world.ts';

const VERSION = 1;

/** A cadre files what her unit did: kind, a few questions, a summary, a receipt. Every answer is kept at once. */
export const baoCao: HoiScene<State> = {
  name: 'baocao',
  version: VERSION,
  migrations: {},
  parse: (stored) => state.parse(stored),
  place: (at: State) => [at.step, 'draft' in at ? at.draft.id : '', 'at' in at ? at.at : ''].join(':'),
  for: 'cadre',
  stillHers: (at: State, world: World) => !('draft' in at) || world.scope.files(at.draft.unitId),
  claims: (text) => /^\s*b(áo|ao)\s*c(áo|ao)\s*[:\-–]/iu.test(text.normalize('NFC')),

  async enter(args, world, { state: before }): Promise<Outcome<State>> {
    if (!world.scope.may('file')) return end([reply(say('report-may-not'))]);
    const [what, id = '', unit = ''] = args.split(':');
    if (what === 'd') return resume(id, world);
    if (what === 'r') return again(Number(id), unit, world);
    if (what === 'k') return start(unit, id, world);
    if (args.trim() !== '') return readLine(args, world);
    if (before) return show(before, world, [reply(say('report-still-open'))]);
    const drafts = await world.reports.openDrafts(cadreOf(world).id);
    return drafts.length > 0 ? show({ step: 'drafts' }, world) : start('', null, world);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    if (picked === 'later' && 'draft' in at) return later(at.draft);
    switch (at.step) {
      case 'ask':
        return answer(at, input, picked, world);
      case 'sure':
        return sure(at, input, picked, world);
      default:
        return picked === undefined ? notChosen(at, input, world) : choose(at, picked, world);
    }
  },

  prompt: promptOf,
  help: async (at: State, world: World) => [reply(say('report-help')), ...('draft' in at ? [] : await promptOf(at, world))],
  leaving: async (at: State) => ('draft' in at ? [reply(say('report-kept'))] : []),
  silence: async (at: State) => ('draft' in at ? later(at.draft) : end([])),

  async cancel(at: State, world: World): Promise<Outcome<State>> {
    if (!('draft' in at)) return end([reply(say('common-cancelled'))]);
    const discard: DiscardDraft = { type: 'report.discard-draft', draftId: at.draft.id, cadreId: cadreOf(world).id };
    const undo = { id: 'undo', label: say('report-undo'), to: { scene: 'baocao', args: `d:${at.draft.id}` } };
    return end([reply(say('report-cancelled'), { choices: [undo] })], { effects: [discard] });
  },

  /** Her newest open draft, when the session is gone. */
  async recover(world: World): Promise<State | null> {
    const [draft] = await world.reports.openDrafts(cadreOf(world).id);
    const read = state.safeParse(draft?.state);
    return read.success && draft?.version === VERSION ? read.data : null;
  },

  /** The level above has accepted or returned a report of hers. */
  async fire(payload, world: World) {
    const { reportId, question, comment } = payload as { reportId: number; question?: string; comment?: string };
    const report = await world.reports.byId(reportId);
    if (!report || report.authorId !== cadreOf(world).id || !world.scope.sees(report.unitId)) return { kind: 'drop', why: 'not-her-report' };
    const { code, title } = report;
    if (report.status === 'accepted') return { kind: 'say', replies: [reply(say('report-accepted', { code, title }))] };
    if (report.status !== 'returned') return { kind: 'drop', why: 'filed-again' };
    const label = world.reports.activity(report.kind)?.questions.find((one) => one.id === question)?.label ?? '';
    const fix = { id: 'fix', label: say('report-fix'), to: { scene: 'baocao', args: `r:${reportId}:${question ?? ''}` } };
    return { kind: 'say', replies: [reply([say('report-returned', { code, title, where: label ? say('report-returned-where', { label }) : quote('') }), quote(comment ?? '')], { choices: [fix] })] };
  },
};

const show = async (at: State, world: World, before: Reply[] = [], effects: SaveDraft[] = []): Promise<Outcome<State>> =>
  go(at, [...before, ...(await promptOf(at, world))], { effects });

/** Begins a report of that kind for that unit; asks for whichever is not given. */
async function start(unitId: string, kind: string | null, world: World): Promise<Outcome<State>> {
  const mine = world.scope.units.filter((unit) => world.scope.files(unit.id));
  const unit = mine.find((one) => one.id === unitId) ?? (mine.length === 1 ? mine[0] : undefined);
  if (!unit) return show({ step: 'unit', kind }, world);
  const activity = kind ? world.reports.activity(kind) : undefined;
  if (!activity) return show({ step: 'kind', unitId: unit.id }, world);
  return next(await newDraft(unit.id, activity.id, world), world);
}

async function newDraft(unitId: string, kind: string, world: World): Promise<DraftState> {
  const figures = await world.indicators.figuresKnown(unitId, world.today);
  return { id: world.turnId, unitId, kind, answers: {}, figures, again: null };
}

async function readLine(text: string, world: World): Promise<Outcome<State>> {
  const read = readOneLine(text, world);
  const unit = world.scope.units.find((one) => world.scope.files(one.id));
  if (!read || !unit) return go<State>({ step: 'kind', unitId: unit?.id ?? '' }, [reply(say('report-line-unclear')), ...(await promptOf({ step: 'kind', unitId: unit?.id ?? '' }, world))]);
  const draft = { ...(await newDraft(unit.id, read.kind, world)), answers: read.answers };
  return next(draft, world, [reply([say('report-understood', { kind: activityOf(draft, world).name }), lines(read.shown(world))])]);
}

/** A draft from SQL, open or just discarded. Its state may be older than today's form. */
async function resume(id: string, world: World): Promise<Outcome<State>> {
  const draft = await world.reports.draft(cadreOf(world).id, id);
  const read = state.safeParse(draft?.state);
  if (!draft || !read.success || !('draft' in read.data) || !world.scope.files(draft.unitId)) return end([reply(say('report-draft-gone'))]);
  return show(read.data, world, [reply(say('report-resumed'))], [save(read.data, world)]);
}

/** A returned report: straight to the answer that is wrong, the rest as it was. */
async function again(reportId: number, question: string, world: World): Promise<Outcome<State>> {
  const report = await world.reports.byId(reportId);
  if (!report || report.status !== 'returned' || !world.scope.files(report.unitId)) return end([reply(say('report-nothing-to-fix'))]);
  const activity = world.reports.activity(report.kind);
  if (!activity) return end([reply(say('report-nothing-to-fix'))]);
  const draft: DraftState = { ...(await newDraft(report.unitId, report.kind, world)), answers: report.answers, again: { reportId, code: report.code } };
  const known = activity.questions.some((one) => one.id === question);
  const at: State = known ? { step: 'ask', draft, at: question, tries: 0, editing: true } : { step: 'summary', draft };
  return show(at, world, [reply([say('report-fixing', { code: report.code }), ...reportView(report, world)])], [save(at, world)]);
}

/** To the next open question, or to the summary when there is none; kept in SQL either way. */
function next(draft: DraftState, world: World, before: Reply[] = []): Promise<Outcome<State>> {
  const settled = { ...draft, answers: settledAnswers(activityOf(draft, world), draft.answers) };
  const question = nextQuestion(activityOf(settled, world), settled.answers, settled.figures);
  const at: State = question ? { step: 'ask', draft: settled, at: question.id, tries: 0, editing: false } : { step: 'summary', draft: settled };
  return show(at, world, before, [save(at, world)]);
}

function save(at: Extract<State, { draft: unknown }>, world: World): SaveDraft {
  const { id, unitId, kind } = at.draft;
  return { type: 'report.save-draft', draftId: id, cadreId: cadreOf(world).id, unitId, kind, version: VERSION, state: at };
}

async function answer(at: Ask, input: Input, picked: string | undefined, world: World): Promise<Outcome<State>> {
  const question = questionAt(at.draft, at.at, world);
  if (picked === 'back') return back(at, world);
  if (picked === 'skip' && question.optional) return keep(at, null, world);
  if (picked === 'done' && question.type === 'photos') return keep(at, at.draft.answers[at.at] ?? null, world);
  const heard = hear(question, input, at.draft.answers[at.at], world);
  switch (heard.kind) {
    case 'no-answer':
      return pass;
    case 'refused':
      return refuse(at, heard.why, world);
    case 'photos':
      return takePhotos(at, heard, world);
    case 'answer':
      if (heard.sure) return keep(at, heard.value, world);
      return show({ step: 'sure', draft: at.draft, at: at.at, value: heard.value, editing: at.editing }, world);
  }
}

/** An answer is taken. From the summary it goes back there, unless it raises a new question. */
function keep(at: Ask | Sure, value: Answer, world: World): Promise<Outcome<State>> {
  return next({ ...at.draft, answers: { ...at.draft.answers, [at.at]: value } }, world);
}

function takePhotos(at: Ask, { value, count, quiet }: { value: Answer; count: number; quiet: boolean }, world: World): Outcome<State> {
  const draft = { ...at.draft, answers: { ...at.draft.answers, [at.at]: value } };
  const open: Ask = { ...at, draft, tries: 0 };
  const thanks = reply(say('report-photos-got', { count }), { choices: [{ id: 'done', label: say('report-photos-done') }] });
  return go<State>(open, quiet ? [] : [thanks], { effects: [save(open, world)] });
}

/** Why the answer was not taken, with an example; a second time an easier way; a third time a way out. */
function refuse(at: Ask, why: string, world: World): Outcome<State> {
  const question = questionAt(at.draft, at.at, world);
  const tries = at.tries + 1;
  const limits: Record<string, number> = question.type === 'number' ? { min: question.min, max: question.max } : { min: 0, max: 1e12 };
  const text = [say(`refused-${why}`, limits), say('report-example', { example: question.example })];
  const easier = tries >= 2 ? [say(`easier-${question.type}`)] : [];
  const wayOut = tries >= 3 ? [navLater] : [];
  const asked = askPrompt(at, world).choices ?? [];
  return reject<State>({ ...at, tries }, [reply([...text, ...easier], { choices: [...asked, ...wayOut] })]);
}

async function back(at: Ask, world: World): Promise<Outcome<State>> {
  if (at.editing) return show({ step: 'summary', draft: at.draft }, world);
  const before = questionBefore(activityOf(at.draft, world), at.draft.answers, at.draft.figures, at.at);
  return before ? show({ ...at, at: before.id, tries: 0 }, world) : pass;
}

async function sure(at: Sure, input: Input, picked: string | undefined, world: World): Promise<Outcome<State>> {
  if (picked === 'yes') return keep(at, at.value, world);
  const asking: Ask = { step: 'ask', draft: at.draft, at: at.at, tries: 0, editing: at.editing };
  if (picked === 'no') return show(asking, world);
  // She answers by saying the number again, exactly.
  return answer(asking, input, undefined, world);
}

async function choose(at: Exclude<State, Ask | Sure>, picked: string, world: World): Promise<Outcome<State>> {
  switch (at.step) {
    case 'unit':
      return start(picked, at.kind, world);
    case 'kind':
      return start(at.unitId, picked, world);
    case 'drafts':
      return picked === 'new' ? start('', null, world) : resume(picked, world);
    case 'summary':
      return picked === 'change' ? show({ step: 'change', draft: at.draft }, world) : tryToFile(at.draft, world);
    case 'change':
      if (picked === 'back') return show({ step: 'summary', draft: at.draft }, world);
      return show({ step: 'ask', draft: at.draft, at: picked, tries: 0, editing: true }, world);
    case 'twin':
      if (picked === 'back') return show({ step: 'summary', draft: at.draft }, world);
      return picked === 'file' ? fileDraft(at.draft, world) : baoCao.cancel!(at, world);
  }
}

/** Asks first when the unit has already filed that kind for that day. */
async function tryToFile(draft: DraftState, world: World): Promise<Outcome<State>> {
  const twins = await world.reports.twins(draft.unitId, draft.kind, dayOfAnswers(draft.answers));
  const twin = twins.find((one) => one.id !== draft.again?.reportId);
  return twin ? show({ step: 'twin', draft, code: twin.code }, world) : fileDraft(draft, world);
}

async function notChosen(at: State, input: Input, world: World): Promise<Outcome<State>> {
  if (input.kind !== 'text') return pass;
  return reject(at, [reply(say('refused-not-a-choice')), ...(await promptOf(at, world))]);
}

const later = (draft: DraftState): Outcome<State> =>
  end([reply(say('report-later'), { choices: [{ id: 'go-on', label: say('report-resume'), to: { scene: 'baocao', args: `d:${draft.id}` } }] })]);
