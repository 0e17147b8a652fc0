import { quote, say, type Text } from '../conversation/index.ts';
import { kindOf, type Answer, type Period, type Question } from '../reports/index.ts';
import { showDay } from '../time.ts';

/** A sentence of `locales/`, filled in. Documents speak to nobody in particular. */
export type Say = (text: Text) => string;

const roman = ['I', 'II', 'III', 'IV'];

/** "tháng 11 năm 2026", "quý IV năm 2026", "6 tháng đầu năm 2026", "năm 2026", "nhiệm kỳ 2022-2027". */
export function periodText(period: Period): Text {
  const { id } = period;
  const year = id.slice(0, 4);
  switch (kindOf(period)) {
    case 'month':
      return say('period-in-month', { month: String(Number(id.slice(5))), year });
    case 'quarter':
      return say('period-in-quarter', { quarter: roman[Number(id[6]) - 1]!, year });
    case 'half':
      return say(id.endsWith('1') ? 'period-in-first-half' : 'period-in-second-half', { year });
    case 'year':
      return say('period-in-year', { year });
    case 'term':
      return say('period-in-term', { from: period.from.slice(0, 4), to: period.to.slice(0, 4) });
  }
}

/** The same, short enough for a button. */
export function periodLabel(period: Period): Text {
  const { id } = period;
  const year = id.slice(0, 4);
  switch (kindOf(period)) {
    case 'month':
      return say('period-month', { month: String(Number(id.slice(5))), year });
    case 'quarter':
      return say('period-quarter', { quarter: roman[Number(id[6]) - 1]!, year });
    case 'half':
      return say(id.endsWith('1') ? 'period-first-half' : 'period-second-half', { year });
    case 'year':
      return say('period-year', { year });
    case 'term':
      return say('period-term', { from: period.from.slice(0, 4), to: period.to.slice(0, 4) });
  }
}

/** One answer of a report as a document writes it; null when it says nothing there. */
export function answerText(question: Question, answer: Answer | undefined): Text | null {
  if (answer === null || answer === undefined || Array.isArray(answer) || typeof answer === 'boolean') return null;
  switch (question.type) {
    case 'number':
      return say('answer-number', { value: Number(answer), unit: question.unit });
    case 'money':
      return say('answer-money', { value: Number(answer) });
    case 'date':
      return quote(showDay(String(answer)));
    case 'choice':
      return quote(question.options.find((option) => option.id === answer)?.name ?? String(answer));
    default:
      return quote(String(answer));
  }
}

/** A unit's name inside a sentence: "Phường An Biên" → "phường An Biên". */
export const inSentence = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);

export const percentOf = (percent: number): number => Math.floor(percent);
