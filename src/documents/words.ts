import { quote, say, type Text } from '../conversation/index.ts';
import { kindOf, type Answer, type Period, type Question } from '../reports/index.ts';
import { showDay } from '../time.ts';

/** A sentence of `locales/`, filled in. Documents speak to nobody in particular. */
export type Say = (text: Text) => string;

const roman = ['I', 'II', 'III', 'IV'];

/** "tháng 11 năm 2026", "quý IV năm 2026", "6 tháng đầu năm 2026", "năm 2026", "nhiệm kỳ 2022-2027". */
export const periodText = (period: Period): Text => named('period-in', period);

/** The same, short enough for a button. */
export const periodLabel = (period: Period): Text => named('period', period);

function named(key: 'period' | 'period-in', period: Period): Text {
  const { id } = period;
  const year = id.slice(0, 4);
  switch (kindOf(period)) {
    case 'month':
      return say(`${key}-month`, { month: String(Number(id.slice(5))), year });
    case 'quarter':
      return say(`${key}-quarter`, { quarter: roman[Number(id[6]) - 1]!, year });
    case 'half':
      return say(id.endsWith('1') ? `${key}-first-half` : `${key}-second-half`, { year });
    case 'year':
      return say(`${key}-year`, { year });
    case 'term':
      return say(`${key}-term`, { from: period.from.slice(0, 4), to: period.to.slice(0, 4) });
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

export { inSentence } from '../vietnamese/sentence.ts';

export const percentOf = (percent: number): number => Math.floor(percent);
