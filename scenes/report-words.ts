import { lines, quote, say, type Choice, type Text } from '../src/conversation/index.ts';
import { questionsOf, type Activity, type Answer, type Answers, type Draft, type Question, type Report, type ReportEvent } from '../src/reports/index.ts';
import { clockOf, dayOf, showDay } from '../src/time.ts';
import { readState } from './baocao-state.ts';
import { inSentence, type World } from './world.ts';

/** So much of a first answer tells two drafts apart. */
const NAME_LENGTH = 40;

/** One answer as people read it. */
export function answerText(question: Question, answer: Answer | undefined): Text {
  if (answer === null || answer === undefined) return question.type === 'text' && question.none ? quote(question.none) : say('answer-skipped');
  if (Array.isArray(answer)) return say('answer-photos', { count: answer.length });
  if (typeof answer === 'boolean') return say(answer ? 'answer-yes' : 'answer-no');
  if (question.type === 'number') return say('answer-number', { value: Number(answer), unit: question.unit });
  if (question.type === 'money') return say('answer-money', { value: Number(answer) });
  if (question.type === 'date') return quote(showDay(String(answer)));
  if (question.type === 'choice') return quote(question.options.find((option) => option.id === answer)?.name ?? String(answer));
  return quote(String(answer));
}

/** A label and its answer on one line each, as they will be filed. */
export function answerLines(activity: Activity, answers: Answers, figuresKnown: string[]): Text[] {
  return questionsOf(activity, answers, figuresKnown)
    .filter((question) => question.id in answers)
    .map((question) => say('report-line', { label: question.label, value: answerText(question, answers[question.id]) }));
}

/** A filed report as its reviewer and its author see it. */
export function reportView(report: Report, world: World): Text[] {
  const unit = world.tree.get(report.unitId);
  const activity = world.reports.activity(report.kind);
  const head = say('report-view-head', { code: report.code, unit: unit ? inSentence(unit.name) : '', title: report.title });
  const late = report.late ? [say('report-view-late')] : [];
  const units = report.jointWith.map((id) => inSentence(world.tree.get(id)?.name ?? '')).join(', ');
  const joint = units === '' ? [] : [say('report-view-joint', { units })];
  return [head, lines([...(activity ? answerLines(activity, report.answers, []) : []), ...joint, ...late])];
}

/** What tells one draft from another: its kind, its day (or when it was begun), the first words answered, and whose it was. */
export function draftName(draft: Draft, world: World): Text {
  const { leftBy, updatedAt, kind } = draft;
  const { code, day, words } = toldIn(draft, world);
  const when = day ? showDay(day) : `${clockOf(updatedAt)} ${showDay(dayOf(updatedAt)).slice(0, 5)}`;
  const first = words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH).trimEnd()}…` : words;
  const parts = [code, kind === '' ? '' : (world.reports.activity(kind)?.name ?? kind), when, first].filter((part) => part !== '');
  const name = quote(parts.join(' · '));
  return leftBy === null ? name : say('draft-left', { name, by: leftBy });
}

/** What she has said of it so far: a line of hers, or answers. */
function toldIn({ version, state }: Draft, world: World): { code: string; day: string | null; words: string } {
  const stored = readState(version, state);
  if (stored && (stored.step === 'unit' || (stored.step === 'kind' && !stored.of))) return { code: '', day: null, words: stored.begun.line };
  const draft = stored && 'draft' in stored ? stored.draft : stored?.step === 'kind' ? stored.of : null;
  if (!draft) return { code: '', day: null, words: '' };
  const day = draft.answers['ngay'];
  const [first] = (world.reports.activity(draft.kind)?.questions ?? []).flatMap((question) => ((question.type === 'text' || question.type === 'choice') && question.id in draft.answers ? [answerText(question, draft.answers[question.id])] : []));
  return { code: draft.again?.code ?? '', day: typeof day === 'string' ? day : null, words: first && 'quote' in first ? first.quote : '' };
}

/** Who did what to a report, first to last; of a change each answer as it was and as it is. */
export function historyOf(report: Report, events: ReportEvent[], world: World): Text {
  const activity = world.reports.activity(report.kind);
  const question = (id: string): Question | undefined => activity?.questions.find((one) => one.id === id);
  const shown = (id: string, answer: Answer | undefined): Text => (question(id) ? answerText(question(id)!, answer) : say('answer-of-old'));
  return lines(events.flatMap(({ at, name, what, detail }): Text[] => {
    const head = say(`history-${what}`, { at: `${clockOf(at)} ${showDay(dayOf(at))}`, name: name ?? say('history-nobody') });
    const changed = Object.keys(what === 'filed' ? {} : (detail.after ?? {})).map((id) => say('history-change', { label: question(id)?.label ?? id, before: shown(id, detail.before?.[id]), after: shown(id, detail.after?.[id]) }));
    const why = detail.comment ? [say('history-comment', { label: question(detail.question ?? '')?.label ?? '', comment: detail.comment })] : [];
    return [head, ...changed, ...why];
  }));
}

export const navBack: Choice = { id: 'back', label: say('nav-back'), nav: true };
export const navSkip: Choice = { id: 'skip', label: say('nav-skip'), nav: true };
export const navSkipRest: Choice = { id: 'skip-rest', label: say('nav-skip-rest'), nav: true };
export const askWho: Choice = { id: 'who', label: say('report-who'), nav: true };
export const navLater: Choice = { id: 'later', label: say('nav-later'), nav: true };

/** A filed report, one tap away. */
export const seeReport = (code: string): Choice => ({ id: 'see', label: say('own-see'), to: { scene: 'bao-cao-da-gui', args: code } });
