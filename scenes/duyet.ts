import { z } from 'zod';
import { end, go, isCommandWord, lines, pass, quote, reject, reply, say, type Choice, type Effect, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import { photosOf, type Report, type ReviewReport } from '../src/reports/index.ts';
import { historyOf, navBack, navLater, reportView } from './report-words.ts';
import { cadreOf, inSentence, tell, type HoiScene, type World } from './world.ts';

const state = z.discriminatedUnion('step', [
  z.object({ step: z.literal('list') }),
  z.object({ step: z.literal('one'), id: z.number() }),
  z.object({ step: z.literal('which'), id: z.number() }),
  z.object({ step: z.literal('why'), id: z.number(), question: z.string() }),
]);
type State = z.infer<typeof state>;

const SHOWN = 8;
const COMMENT_LIMIT = 500;

/** The level above looks at what was filed right below it, one after the other: accepts, or returns pointing at one answer. */
export const duyet: HoiScene<State> = {
  name: 'duyet',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  place: (at: State) => [at.step, 'id' in at ? at.id : ''].join(':'),
  for: 'cadre',

  async enter(args, world): Promise<Outcome<State>> {
    if (!world.scope.may('review')) return end([reply(say('review-may-not'))]);
    if (args === '') return showList(world);
    const report = await waitingReport(Number(args), world);
    return report ? showOne(report, world) : end([reply(say('review-gone'))]);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    if (picked === 'later' || (input.kind === 'text' && isCommandWord(input.text) === 'later')) return end([reply(say('review-later'))]);
    if (at.step === 'list') return fromList(at, picked, input, world);
    const report = await waitingReport(at.id, world);
    if (!report) return goOn(at.id, [reply(say('review-gone'))], world);
    switch (at.step) {
      case 'one':
        return verdict(at, report, picked, input, world);
      case 'which':
        if (picked === 'back') return showOne(report, world);
        return picked === undefined ? notChosen(at, input, whichPrompt(report, world)) : ask({ ...at, step: 'why', question: picked }, world);
      case 'why':
        return why(at, report, input, picked, world);
    }
  },

  prompt: promptOf,
  silence: async () => end([]),

  /** Once a day, when reports wait; and when an accepted report was withdrawn. */
  async fire(payload, world: World) {
    const { withdrawn } = payload as { withdrawn?: number };
    if (withdrawn !== undefined) return toldWithdrawn(withdrawn, world);
    const waiting = await world.reports.countWaiting(mine(world));
    if (waiting.length === 0) return { kind: 'drop', why: 'nothing-waits' };
    return { kind: 'say', replies: [reply([say('review-waiting', { count: total(waiting) }), ...byUnit(waiting, world)], { choices: [{ id: 'open', label: say('menu-review'), to: { scene: 'duyet' } }] })] };
  },
};

/** What she may review: the units right below hers, and none of her own reports unless nobody stands above her. */
function mine(world: World) {
  const unitIds = world.tree.all.map((unit) => unit.id).filter((id) => world.scope.reviews(id));
  return { unitIds, notBy: isTop(world) ? null : cadreOf(world).id };
}

const isTop = (world: World): boolean => world.scope.units.some((unit) => unit.parentId === null);

const total = (waiting: { count: number }[]): number => waiting.reduce((sum, { count }) => sum + count, 0);

/** One unit a line, when there is more than one. */
function byUnit(waiting: { unitId: string; count: number }[], world: World) {
  if (waiting.length < 2) return [];
  const rows = waiting.slice(0, SHOWN).map(({ unitId, count }) => say('review-unit', { unit: world.tree.get(unitId)?.name ?? '', count }));
  const rest = waiting.length > SHOWN ? [say('review-units-more', { count: waiting.length - SHOWN })] : [];
  return [lines([...rows, ...rest])];
}

async function toldWithdrawn(id: number, world: World) {
  const report = await world.reports.byId(id);
  if (report?.status !== 'withdrawn') return { kind: 'drop' as const, why: 'taken-back' };
  const unit = world.tree.get(report.unitId)?.name ?? '';
  return { kind: 'say' as const, replies: [reply(say('review-withdrawn', { code: report.code, title: report.title, unit }))] };
}

/** The report, if it still waits and is hers to review. Whether anything else exists is not told. */
async function waitingReport(id: number, world: World): Promise<Report | undefined> {
  const report = Number.isSafeInteger(id) ? await world.reports.byId(id) : undefined;
  if (report?.status !== 'filed' || !world.scope.reviews(report.unitId)) return undefined;
  return report.authorId === cadreOf(world).id && !isTop(world) ? undefined : report;
}

async function promptOf(at: State, world: World): Promise<Reply[]> {
  if (at.step === 'list') return [await listPrompt(world)];
  const report = await waitingReport(at.id, world);
  if (!report) return [reply(say('review-gone'))];
  if (at.step === 'one') return [await askAgain(report, world)];
  return [at.step === 'which' ? whichPrompt(report, world) : whyPrompt(at.question, report, world)];
}

const ask = async (at: State, world: World): Promise<Outcome<State>> => go(at, await promptOf(at, world));

const closing = (world: World): Choice[] => (world.scope.may('review') ? [{ id: 'close', label: say('closing-open'), to: { scene: 'chot-so-lieu' } }] : []);

async function showList(world: World): Promise<Outcome<State>> {
  const waiting = await world.reports.countWaiting(mine(world));
  return waiting.length === 0 ? end([reply(say('review-none'), { choices: closing(world) })]) : ask({ step: 'list' }, world);
}

async function listPrompt(world: World): Promise<Reply> {
  const [reports, waiting] = await Promise.all([world.reports.waiting(mine(world), SHOWN), world.reports.countWaiting(mine(world))]);
  const choices = reports.map((report) => ({
    id: String(report.id),
    label: say('review-item', { unit: world.tree.get(report.unitId)?.name ?? '', title: report.title }),
  }));
  return reply([say('review-list', { count: total(waiting) }), ...byUnit(waiting, world)], { choices: [...choices, ...closing(world), navLater] });
}

async function fromList(at: State, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === undefined) return notChosen(at, input, await listPrompt(world));
  const report = await waitingReport(Number(picked), world);
  return report ? showOne(report, world) : go<State>({ step: 'list' }, [reply(say('review-gone')), await listPrompt(world)]);
}

const showOne = async (report: Report, world: World): Promise<Outcome<State>> => go<State>({ step: 'one', id: report.id }, [await onePrompt(report, world)]);

/** The report whole, with its photos. */
const onePrompt = async (report: Report, world: World, others?: number): Promise<Reply> => reply([...reportView(report, world), say('review-ask')], { photos: photosOf(report.answers), choices: await verdicts(report, world, others) });

/** The same question after an interruption: she has the report right above. */
const askAgain = async (report: Report, world: World): Promise<Reply> => reply(say('review-ask-again', { code: report.code, title: report.title }), { choices: await verdicts(report, world) });

/** `others`: how many wait besides, where a verdict of this very turn is not yet in the count. */
async function verdicts(report: Report, world: World, others?: number): Promise<Choice[]> {
  const more = (others ?? total(await world.reports.countWaiting(mine(world))) - 1) > 0;
  const changed: Choice[] = report.revision > 1 ? [{ id: 'history', label: say('own-history') }] : [];
  const other: Choice[] = more ? [{ id: 'pass', label: say('review-pass') }] : [];
  return [{ id: 'accept', label: say(more ? 'review-accept-next' : 'review-accept') }, { id: 'return', label: say('review-return') }, ...changed, ...other, navLater];
}

function whichPrompt(report: Report, world: World): Reply {
  const questions = world.reports.activity(report.kind)?.questions.filter((question) => question.id in report.answers) ?? [];
  return reply(say('review-which'), { choices: [...questions.map(({ id, label }) => ({ id, label: quote(label) })), navBack] });
}

function whyPrompt(question: string, report: Report, world: World): Reply {
  const label = world.reports.activity(report.kind)?.questions.find((one) => one.id === question)?.label ?? question;
  return reply([say('review-why', { label }), say('report-example', { example: say('review-why-example') })], { choices: [navBack] });
}

async function verdict(at: State, report: Report, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  switch (picked) {
    case 'accept':
      return decide(report, { verdict: 'accepted' }, world);
    case 'return':
      return ask({ step: 'which', id: report.id }, world);
    case 'pass':
      return goOn(report.id, [], world);
    case 'history':
      return go(at, [reply([say('own-history-of', { code: report.code }), historyOf(report, await world.reports.events(report.id), world)]), await askAgain(report, world)]);
    default:
      return notChosen(at, input, await askAgain(report, world));
  }
}

const notChosen = (at: State, input: Input, prompt: Reply): Outcome<State> => (input.kind === 'text' ? reject(at, [reply(say('refused-not-a-choice')), prompt]) : pass);

async function why(at: Extract<State, { step: 'why' }>, report: Report, input: Input, picked: string | undefined, world: World): Promise<Outcome<State>> {
  if (picked === 'back') return ask({ step: 'which', id: report.id }, world);
  if (input.kind !== 'text') return pass;
  if (input.text.length > COMMENT_LIMIT) return reject(at, [reply(say('refused-too-long')), whyPrompt(at.question, report, world)]);
  if (!/\p{L}.*\p{L}/su.test(input.text)) return reject(at, [reply(say('refused-no-words')), whyPrompt(at.question, report, world)]);
  return decide(report, { verdict: 'returned', question: at.question, comment: input.text }, world);
}

/** Writes the verdict, tells the author and goes on to the next; of two reviewers at once the second hears that it is done. */
async function decide(report: Report, what: Pick<ReviewReport, 'verdict' | 'question' | 'comment'>, world: World): Promise<Outcome<State>> {
  const review: ReviewReport = { type: 'report.review', reportId: report.id, revision: report.revision, cadreId: cadreOf(world).id, ...what };
  const { question, comment } = what;
  const payload = { reportId: report.id, question, comment };
  const author = await world.org.toldAbout(report, world.tree, world.today);
  const told: Effect[] = author === null ? [] : [tell(author, `reviewed:${report.id}:${world.turnId}`, 'baocao', payload, world)];
  const unit = inSentence(world.tree.get(report.unitId)?.name ?? '');
  const after = await goOn(report.id, [], world, total(await world.reports.countWaiting(mine(world))) - 2);
  const said = after.kind === 'pass' ? [] : (after.replies ?? []);
  return {
    ...after,
    replies: [],
    effects: [review, ...told],
    receipt: ([done]: unknown[]) => [reply(done === true ? say(`review-${what.verdict}`, { code: report.code, unit }) : say('review-gone')), ...said],
  } as Outcome<State>;
}

/** To the next report that waits after this one; else to the ones passed over; or says that all are done. */
async function goOn(after: number, before: Reply[], world: World, left?: number): Promise<Outcome<State>> {
  const others = async (from: number) => (await world.reports.waiting(mine(world), 2, from)).find((one) => one.id !== after);
  const report = (await others(after)) ?? (await others(0));
  return report ? go<State>({ step: 'one', id: report.id }, [...before, await onePrompt(report, world, left)]) : end([...before, reply(say('review-done'), { choices: closing(world) })]);
}
