import { lines, quote, say, type Choice, type Text } from '../src/conversation/index.ts';
import type { Activity, Answer, Answers, Question, Report } from '../src/reports/index.ts';
import { questionsOf } from '../src/reports/index.ts';
import { showDay } from '../src/time.ts';
import { inSentence, type World } from './world.ts';

/** One answer as people read it. */
export function answerText(question: Question, answer: Answer | undefined): Text {
  if (answer === null || answer === undefined) return say('answer-skipped');
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
  return [head, lines(activity ? answerLines(activity, report.answers, []) : [])];
}

export const navBack: Choice = { id: 'back', label: say('nav-back'), nav: true };
export const navSkip: Choice = { id: 'skip', label: say('nav-skip'), nav: true };
export const navLater: Choice = { id: 'later', label: say('nav-later'), nav: true };
