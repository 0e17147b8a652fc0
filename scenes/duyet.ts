import { z } from 'zod';
import { end, go, pass, quote, reject, reply, say, type Effect, type Input, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { RecordAudit } from '../src/privacy/index.ts';
import { photosOf, type Report, type ReviewReport } from '../src/reports/index.ts';
import { navBack, navLater, reportView } from './report-words.ts';
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

/** The level above looks at what was filed right below it: accepts, or returns pointing at one answer. */
export const duyet: HoiScene<State> = {
  name: 'duyet',
  version: 1,
  migrations: {},
  parse: (stored) => state.parse(stored),
  place: (at: State) => [at.step, 'id' in at ? at.id : ''].join(':'),
  for: 'cadre',

  async enter(args, world): Promise<Outcome<State>> {
    if (!world.scope.may('review')) return end([reply(say('review-may-not'))]);
    const report = args === '' ? undefined : await waitingReport(Number(args), world);
    if (args !== '' && !report) return end([reply(say('review-gone'))]);
    return report ? showOne(report, world) : showList(world);
  },

  async step(at: State, input: Input, world: World): Promise<Outcome<State>> {
    const picked = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.picks : undefined;
    if (picked === 'later') return end([reply(say('review-later'))]);
    if (at.step === 'list') return fromList(at, picked, input, world);
    const report = await waitingReport(at.id, world);
    if (!report) return end([reply(say('review-gone'))]);
    switch (at.step) {
      case 'one':
        return verdict(at, report, picked, world);
      case 'which':
        if (picked === 'back') return showOne(report, world);
        return picked === undefined ? reject<State>(at, [reply(say('refused-not-a-choice')), whichPrompt(report, world)]) : ask({ ...at, step: 'why', question: picked }, world);
      case 'why':
        return why(at, report, input, picked, world);
    }
  },

  prompt: promptOf,
  silence: async () => end([]),

  /** Once a day, when reports wait. */
  async fire(_, world: World) {
    const count = await world.reports.countWaiting(unitsBelow(world));
    if (count === 0) return { kind: 'drop', why: 'nothing-waits' };
    return { kind: 'say', replies: [reply(say('review-waiting', { count }), { choices: [{ id: 'open', label: say('menu-review'), to: { scene: 'duyet' } }] })] };
  },
};

const unitsBelow = (world: World): string[] => world.tree.all.map((unit) => unit.id).filter((id) => world.scope.reviews(id));

/** The report, if it still waits and is hers to review. Whether anything else exists is not told. */
async function waitingReport(id: number, world: World): Promise<Report | undefined> {
  const report = Number.isSafeInteger(id) ? await world.reports.byId(id) : undefined;
  return report?.status === 'filed' && world.scope.reviews(report.unitId) ? report : undefined;
}

async function promptOf(at: State, world: World): Promise<Reply[]> {
  if (at.step === 'list') return [await listPrompt(world)];
  const report = await waitingReport(at.id, world);
  if (!report) return [reply(say('review-gone'))];
  if (at.step === 'one') return [onePrompt(report, world)];
  return [at.step === 'which' ? whichPrompt(report, world) : whyPrompt(at.question, report, world)];
}

const ask = async (at: State, world: World): Promise<Outcome<State>> => go(at, await promptOf(at, world));

async function showList(world: World): Promise<Outcome<State>> {
  const count = await world.reports.countWaiting(unitsBelow(world));
  return count === 0 ? end([reply(say('review-none'))]) : ask({ step: 'list' }, world);
}

async function listPrompt(world: World): Promise<Reply> {
  const below = unitsBelow(world);
  const waiting = await world.reports.waiting(below, SHOWN);
  const choices = waiting.map((report) => ({
    id: String(report.id),
    label: say('review-item', { unit: world.tree.get(report.unitId)?.name ?? '', title: report.title }),
  }));
  return reply(say('review-list', { count: await world.reports.countWaiting(below) }), { choices: [...choices, navLater] });
}

async function fromList(at: State, picked: string | undefined, input: Input, world: World): Promise<Outcome<State>> {
  if (picked === undefined) return input.kind === 'text' ? reject(at, [reply(say('refused-not-a-choice')), await listPrompt(world)]) : pass;
  const report = await waitingReport(Number(picked), world);
  return report ? showOne(report, world) : go<State>({ step: 'list' }, [reply(say('review-gone')), await listPrompt(world)]);
}

/** Another unit's report is opened: that is remembered. */
async function showOne(report: Report, world: World): Promise<Outcome<State>> {
  const seen: RecordAudit = { type: 'audit.record', what: 'viewed', subject: 'report', id: report.code };
  return go<State>({ step: 'one', id: report.id }, [onePrompt(report, world)], { effects: [seen] });
}

function onePrompt(report: Report, world: World): Reply {
  return reply([...reportView(report, world), say('review-ask')], {
    photos: photosOf(report.answers),
    choices: [{ id: 'accept', label: say('review-accept') }, { id: 'return', label: say('review-return') }, navLater],
  });
}

function whichPrompt(report: Report, world: World): Reply {
  const questions = world.reports.activity(report.kind)?.questions.filter((question) => question.id in report.answers) ?? [];
  return reply(say('review-which'), { choices: [...questions.map(({ id, label }) => ({ id, label: quote(label) })), navBack] });
}

function whyPrompt(question: string, report: Report, world: World): Reply {
  const label = world.reports.activity(report.kind)?.questions.find((one) => one.id === question)?.label ?? question;
  return reply([say('review-why', { label }), say('report-example', { example: say('review-why-example') })], { choices: [navBack] });
}

async function verdict(at: State, report: Report, picked: string | undefined, world: World): Promise<Outcome<State>> {
  if (picked === 'return') return ask({ step: 'which', id: report.id }, world);
  if (picked !== 'accept') return reject(at, [reply(say('refused-not-a-choice')), onePrompt(report, world)]);
  return decide(report, { verdict: 'accepted' }, world);
}

async function why(at: Extract<State, { step: 'why' }>, report: Report, input: Input, picked: string | undefined, world: World): Promise<Outcome<State>> {
  if (picked === 'back') return ask({ step: 'which', id: report.id }, world);
  if (input.kind !== 'text') return pass;
  if (input.text.length > COMMENT_LIMIT) return reject(at, [reply(say('refused-too-long')), whyPrompt(at.question, report, world)]);
  return decide(report, { verdict: 'returned', question: at.question, comment: input.text }, world);
}

/** Writes the verdict and tells the author; of two reviewers at once the second hears that it is done. */
async function decide(report: Report, what: Pick<ReviewReport, 'verdict' | 'question' | 'comment'>, world: World): Promise<Outcome<State>> {
  const review: ReviewReport = { type: 'report.review', reportId: report.id, cadreId: cadreOf(world).id, ...what };
  const { question, comment } = what;
  const payload = { reportId: report.id, question, comment };
  const told: Effect[] = report.authorId === null ? [] : [tell(report.authorId, `reviewed:${report.id}:${world.turnId}`, 'baocao', payload, world)];
  const more = (await world.reports.countWaiting(unitsBelow(world))) - 1;
  const choices = more > 0 ? [{ id: 'next', label: say('review-next', { count: more }), to: { scene: 'duyet' } }] : [];
  const unit = inSentence(world.tree.get(report.unitId)?.name ?? '');
  return end([], {
    effects: [review, ...told],
    receipt: ([done]) => [done === true ? reply(say(`review-${what.verdict}`, { code: report.code, unit }), { choices }) : reply(say('review-gone'))],
  });
}
