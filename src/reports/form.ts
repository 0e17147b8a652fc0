import type { Received } from '../conversation/index.ts';
import type { Activity, Question } from './activities.ts';

/** One answer as it is kept: a day 'YYYY-MM-DD', a whole number (đồng for money), words, an option's id, photos; null when skipped. */
export type Answer = string | number | boolean | Received[] | null;
export type Answers = Record<string, Answer>;

/** Questions of this form that apply, given the answers so far and the figures its unit already has. */
export function questionsOf(activity: Activity, answers: Answers, figuresKnown: string[]): Question[] {
  return activity.questions.filter((question) => {
    if (question.type === 'number' && question.figure && figuresKnown.includes(question.figure)) return question.id in answers;
    return matches(answers, question.only);
  });
}

/** The first question that has no answer yet; null when the form is complete. */
export function nextQuestion(activity: Activity, answers: Answers, figuresKnown: string[]): Question | null {
  return questionsOf(activity, answers, figuresKnown).find((question) => !(question.id in answers)) ?? null;
}

/** The question asked before `at`, or null at the first. */
export function questionBefore(activity: Activity, answers: Answers, figuresKnown: string[], at: string): Question | null {
  const asked = questionsOf(activity, answers, figuresKnown);
  return asked[asked.findIndex((question) => question.id === at) - 1] ?? null;
}

/** Answers to questions that no longer apply are dropped, so that a changed mind leaves nothing behind. */
export function settledAnswers(activity: Activity, answers: Answers): Answers {
  const applying = new Set(activity.questions.filter((question) => matches(answers, question.only)).map((question) => question.id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => applying.has(id)));
}

/** How the report is called in lists: the activity's title with its answers filled in. */
export function titleOf(activity: Activity, answers: Answers): string {
  return activity.title.replace(/\{([^}]+)\}/g, (_, id: string) => {
    const question = activity.questions.find((one) => one.id === id);
    const answer = answers[id];
    if (question?.type === 'choice') return question.options.find((option) => option.id === answer)?.name ?? '';
    return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  });
}

/** What these answers add to each measure. A skipped number adds nothing, which is not the same as adding 0. */
export function measuresOf(activity: Activity, answers: Answers): { measure: string; value: number }[] {
  const sums = new Map<string, number>();
  for (const { measure, value, when } of activity.feeds) {
    const amount = typeof value === 'number' ? value : answers[value];
    if (typeof amount === 'number' && matches(answers, when)) sums.set(measure, (sums.get(measure) ?? 0) + amount);
  }
  return [...sums].map(([measure, value]) => ({ measure, value }));
}

/** Figures of the unit that these answers state. */
export function figuresOf(activity: Activity, answers: Answers): { figure: string; value: number }[] {
  return activity.questions.flatMap((question) => {
    const value = answers[question.id];
    return question.type === 'number' && question.figure && typeof value === 'number' ? [{ figure: question.figure, value }] : [];
  });
}

/** The day of the activity, which every form asks for. */
export function dayOfAnswers(answers: Answers): string {
  const day = answers['ngay'];
  if (typeof day !== 'string') throw new Error('a report without its day');
  return day;
}

export const photosOf = (answers: Answers): Received[] => Object.values(answers).flatMap((answer) => (Array.isArray(answer) ? answer : []));

function matches(answers: Answers, when: Record<string, string | boolean> | undefined): boolean {
  return Object.entries(when ?? {}).every(([id, value]) => answers[id] === value);
}
