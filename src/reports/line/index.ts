import { oncePer } from '../../collections.ts';
import { findDate, lexicon, type DateOptions } from '../../conversation/index.ts';
import type { Activity, Forms, Question } from '../activities.ts';
import { fittingAnswers, type Answer, type Answers } from '../form.ts';
import { kindIn, type Named } from './kind.ts';
import { moneyIn, numbersIn } from './numbers.ts';
import { all, clocksIn, phraseOf, type Span } from './spans.ts';
import { textsIn } from './texts.ts';

/** What one line says: the kind of activity, and the answers that could be read from it for certain. */
export interface Understood {
  kind: string;
  answers: Answers;
}

/**
 * Reads "sáng 20/11 truyền thông PCBLGĐ tại NVH tổ 5, 85 hội viên, phối hợp công an phường". Null when no kind of
 * activity is named in it, unless `kind` says which. What is not certain is left to be asked: nothing is guessed.
 */
export function readLine(text: string, forms: Forms, options: DateOptions, kind?: string): Understood | null {
  const line = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const given = forms.activities.find((one) => one.id === kind);
  const named: Named | null = kindIn(line, given ? alone(given) : forms.activities) ?? (given ? { activity: given, from: 0, to: 0 } : null);
  if (!named) return null;
  return { kind: named.activity.id, answers: fittingAnswers(named.activity, answersIn(line, named, forms, options)) };
}

const alone = oncePer((activity: Activity) => [activity]);

function answersIn(line: string, named: Named, forms: Forms, options: DateOptions): Answers {
  const { questions } = named.activity;
  const date = findDate(line, options);
  const money = moneyIn(line);
  const numbers = numbersIn(named.activity, without(line, date, money));
  const choices = new Map(questions.flatMap((question) => (question.type === 'choice' ? [[question.id, optionsIn(line, question)] as const] : [])));
  const times: Span[] = [...(date ? [date] : []), ...clocksIn(line)];
  const figures = { over: [...times, ...[...choices.values()].flat()], others: [...times, ...(money ? [money] : []), ...numbers] };
  const texts = textsIn(line, named, figures, forms);
  const said = (question: Question): Answer | undefined => {
    switch (question.type) {
      case 'date':
        return question.id === 'ngay' && date?.sure ? date.value : undefined;
      case 'money':
        return money?.sure ? money.value : undefined;
      case 'number':
        return numbers.find((one) => one.id === question.id && one.sure)?.value;
      case 'text':
        return texts.get(question.id);
      case 'choice':
        return only(choices.get(question.id) ?? []);
      case 'yesno':
      case 'photos':
        return undefined;
    }
  };
  return Object.fromEntries(questions.flatMap((question): [string, Answer][] => {
    const answer = said(question);
    return answer === undefined ? [] : [[question.id, answer]];
  }));
}

/** The counts and sums that a line gives to this kind's questions, and the line without those of other questions than `at`. */
export function numbersOf(activity: Activity, at: string, text: string): { said: Answers; rest: string } {
  const line = text.normalize('NFC');
  const money = moneyIn(line);
  const sum = activity.questions.find((question) => question.type === 'money');
  const found = [...(money && sum ? [{ id: sum.id, ...money }] : []), ...numbersIn(activity, without(line, money))].filter((one) => one.sure);
  return { said: Object.fromEntries(found.map(({ id, value }) => [id, value])), rest: without(line, ...found.filter(({ id }) => id !== at)) };
}

/** The line with what is a date or money blanked out: places stay where they are. */
function without(line: string, ...spans: (Span | null)[]): string {
  return spans.reduce<string>((text, span) => (span ? text.slice(0, span.from) + ' '.repeat(span.to - span.from) + text.slice(span.to) : text), line);
}

/** Where options of a choice stand in the line. */
const optionsIn = (line: string, question: Question & { type: 'choice' }): (Span & { value: string })[] => all(line, optionsOf(question));

const optionsOf = oncePer(({ options }: Question & { type: 'choice' }) => lexicon(Object.fromEntries(options.flatMap(({ id, name, also }) => [name, ...also].map((words) => [phraseOf(words), id] as const)))));

/** The option that is meant, if only one is. */
function only(found: { value: string }[]): string | undefined {
  const ids = new Set(found.map((one) => one.value));
  return ids.size === 1 ? found[0]!.value : undefined;
}
