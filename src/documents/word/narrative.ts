import { say } from '../../conversation/index.ts';
import type { Activity, Reports } from '../../reports/index.ts';
import { showDay } from '../../time.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Behind, Contents } from '../contents.ts';
import { answerText, inSentence, type Say } from '../words.ts';

/** One report as a line of a narrative: day, whose (unless it is the unit's own), what, and what else was answered. */
export function narrativeLine(report: Behind, { unit }: Contents, activities: Reports['activities'], words: Say): string {
  const activity = activities.find((one) => one.id === report.kind);
  const details = activity ? detailsOf(report, activity, words) : [];
  const what = words(say('word-line', { day: showDay(report.day), title: report.title.trim() }));
  const whose = report.unitId === unit.id ? '' : words(say('word-line-unit', { unit: inSentence(report.unitName) }));
  const more = details.length > 0 ? ` (${details.join('; ')})` : '';
  return `${what}${whose}${more}${report.status === 'accepted' ? '' : words(say('word-line-waiting'))}.`;
}

/** Answers that the day and the title do not tell already. */
function detailsOf({ answers, title }: Behind, { questions }: Activity, words: Say): string[] {
  return questions.flatMap((question) => {
    const answer = question.type === 'date' ? null : answerText(question, answers[question.id]);
    if (!answer) return [];
    const value = words(question.type === 'number' && fold(question.label).includes(fold(question.unit)) ? say('word-figure', { value: Number(answers[question.id]) }) : answer);
    return fold(title).includes(fold(value)) ? [] : [words(say('word-detail', { label: lowered(question.label), value }))];
  });
}

/** "Số người" → "số người", but "VNeID" stays. */
const lowered = (label: string): string => (/^\p{Lu}\p{Ll}|^\p{Lu}\s/u.test(label) ? inSentence(label) : label);

