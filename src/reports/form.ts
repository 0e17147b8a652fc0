import type { Received } from '../conversation/index.ts';
import type { Activity, Question } from './activities.ts';

/** One answer as it is kept: a day 'YYYY-MM-DD', a whole number (đồng for money), words, an option's id, photos; null when skipped. */
export type Answer = string | number | boolean | Received[] | null;
export type Answers = Record<string, Answer>;

/** Questions of this form that apply, given the answers so far and the figures its unit already has; of those not asked, what was told. */
export function questionsOf(activity: Activity, answers: Answers, figuresKnown: string[]): Question[] {
  return activity.questions.filter((question) => {
    const known = question.type === 'number' && question.figure !== undefined && figuresKnown.includes(question.figure);
    if (known || question.unasked) return question.id in answers;
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

/**
 * The answers that today's form can keep: of questions that are still there and apply, of the kind they ask for, within
 * their bounds. A changed mind leaves nothing behind, and of a changed form only what is new is asked.
 */
export function fittingAnswers(activity: Activity, answers: Answers): Answers {
  const kept: Answers = {};
  for (const question of activity.questions) {
    const answer = answers[question.id];
    if (answer !== undefined && matches(kept, question.only) && fits(question, answer, kept)) kept[question.id] = answer;
  }
  return kept;
}

/** Whether that is an answer to that question, beside the answers before it. */
function fits(question: Question, answer: Answer, before: Answers): boolean {
  if (answer === null) return !question.unasked && (question.optional || (question.type === 'text' && question.none !== undefined));
  switch (question.type) {
    case 'number':
      return typeof answer === 'number' && answer >= question.min && answer <= mostOf(question, before);
    case 'money':
      return typeof answer === 'number' && answer >= 0;
    case 'yesno':
      return typeof answer === 'boolean';
    case 'choice':
      return question.options.some((option) => option.id === answer);
    case 'photos':
      return Array.isArray(answer);
    case 'date':
      return typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer);
    case 'text':
      return typeof answer === 'string' && answer !== '' && !namesSomeone(question, answer);
  }
}

/**
 * Whether a text names a person where none may be named: a child anywhere ("cháu An"), anyone where a form says so.
 * Only a name with its capital can be told from other words.
 */
export function namesSomeone(question: Question & { type: 'text' }, text: string): boolean {
  return (question.nameless ? SOMEONE : CHILD).test(text.normalize('NFC'));
}
const NAME = String.raw`\s+(?!Chi hội|Hội )\p{Lu}\p{Ll}+`;
const CHILD = new RegExp(String.raw`(?:^|[\s,("])(?:[Cc]háu|[Bb]é)${NAME}`, 'u');
const SOMEONE = new RegExp(String.raw`(?:^|[\s,("])(?:[Cc]háu|[Bb]é|(?<![Cc]hị )[Ee]m|[Cc]hị|[Cc]ô|[Bb]à|[Mm]ẹ|[Aa]nh|[Ôô]ng|[Bb]ác)${NAME}`, 'u');

/** The largest number that is taken, beside the answers before it: never more households that pass than were looked at. */
export function mostOf(question: Question & { type: 'number' }, before: Answers): number {
  const other = question.atMost ? before[question.atMost] : undefined;
  return Math.min(question.max, typeof other === 'number' ? other : Infinity);
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

/** What is already answered when a report is begun for that measure: the option that feeds it, where only one does. */
export function answersFor(activity: Activity, measure: string): Answers {
  const feeds = activity.feeds.filter((feed) => feed.measure === measure);
  return feeds.length === 1 ? fittingAnswers(activity, Object.fromEntries(Object.entries(feeds[0]!.when ?? {}).filter((one): one is [string, string] => typeof one[1] === 'string'))) : {};
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

/** Where photos of this kind of report go, if it takes any. */
export const photoQuestion = (activity: Activity): Question | undefined => activity.questions.find((question) => question.type === 'photos');

/** As many as tell the story; more is a slip, and nobody above would look at them. */
export const MOST_PHOTOS = 10;

export const photosOf = (answers: Answers): Received[] => Object.values(answers).flatMap((answer) => (Array.isArray(answer) ? answer : []));

function matches(answers: Answers, when: Activity['feeds'][number]['when']): boolean {
  return Object.entries(when ?? {}).every(([id, wanted]) => {
    const answer = answers[id];
    if (Array.isArray(wanted)) return typeof answer === 'string' && wanted.includes(answer);
    return wanted === true ? answer !== undefined && answer !== null && answer !== false : answer === wanted;
  });
}
