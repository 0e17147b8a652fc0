import { findDate, type DateOptions } from '../../conversation/index.ts';
import type { Forms, Question } from '../activities.ts';
import { fittingAnswers, type Answer, type Answers } from '../form.ts';
import { kindIn, type Named } from './kind.ts';
import { moneyIn, numbersIn } from './numbers.ts';
import { clocksIn, within, type Span } from './spans.ts';
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
  const named: Named | null = kindIn(line, given ? [given] : forms.activities) ?? (given ? { activity: given, from: 0, to: 0 } : null);
  if (!named) return null;
  return { kind: named.activity.id, answers: fittingAnswers(named.activity, answersIn(line, named, forms, options)) };
}

function answersIn(line: string, named: Named, forms: Forms, options: DateOptions): Answers {
  const { activity } = named;
  const date = findDate(line, options);
  const money = moneyIn(line);
  const numbers = numbersIn(activity, without(line, date, money));
  const figures: Span[] = [...(date ? [date] : []), ...(money ? [money] : []), ...numbers.map((one) => one.span), ...clocksIn(line)];
  const texts = textsIn(line, named, figures, forms);
  const said = (question: Question): Answer | undefined => {
    switch (question.type) {
      case 'date':
        return question.id === 'ngay' && date?.sure ? date.value : undefined;
      case 'money':
        return money?.sure ? money.value : undefined;
      case 'number':
        return numbers.find((one) => one.id === question.id)?.value;
      case 'text':
        return texts.get(question.id);
      case 'choice':
        return optionIn(line, question);
      case 'yesno':
      case 'photos':
        return undefined;
    }
  };
  return Object.fromEntries(activity.questions.flatMap((question): [string, Answer][] => {
    const answer = said(question);
    return answer === undefined ? [] : [[question.id, answer]];
  }));
}

/** The line with what is a date or money blanked out: places stay where they are. */
function without(line: string, ...spans: (Span | null)[]): string {
  return spans.reduce<string>((text, span) => (span ? text.slice(0, span.from) + ' '.repeat(span.to - span.from) + text.slice(span.to) : text), line);
}

/** The option whose words stand in the line, if only one's do. */
function optionIn(line: string, { options }: Question & { type: 'choice' }): string | undefined {
  const found = options.filter((option) => [option.name, ...option.also].some((words) => within(line, words) !== null));
  return found.length === 1 ? found[0]!.id : undefined;
}
