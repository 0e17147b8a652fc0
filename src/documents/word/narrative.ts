import { say } from '../../conversation/index.ts';
import type { Activity, Question } from '../../reports/index.ts';
import { showDay } from '../../time.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Behind, Contents } from '../contents.ts';
import { answerText, inSentence, type Say } from '../words.ts';
import type { Layout } from './layout.ts';
import { lowered, sentenceOf } from './sentence.ts';

/** What a narrative is written with. */
export interface Writing {
  layout: Layout;
  activities: Activity[];
  words: Say;
}

/** One report as a line of a narrative: the day, whose (unless it is the unit's own), and what was done. */
export function narrativeLine(report: Behind, { unit }: Contents, writing: Writing): string {
  const { words } = writing;
  const own = report.unitId === unit.id;
  const told = { day: showDay(report.day), unit: inSentence(report.unitName), waiting: report.status === 'accepted' ? 0 : 1 };
  const sentence = sentenceAbout(report, writing);
  if (sentence !== null) return words(say(own ? 'word-sentence' : 'word-sentence-of', { ...told, sentence }));
  return words(say(own ? 'word-line' : 'word-line-of', { ...told, title: report.title.trim(), details: detailsOf(report, writing) }));
}

function sentenceAbout({ kind, answers }: Behind, { layout, activities, words }: Writing): string | null {
  const activity = activities.find((one) => one.id === kind);
  const pattern = layout.sentences[kind];
  if (!activity || pattern === undefined) return null;
  return sentenceOf(pattern, activity, answers, (question) => {
    const answer = answerText(question, answers[question.id]);
    return answer && words(question.type === 'number' ? say('word-figure', { value: Number(answers[question.id]) }) : answer);
  });
}

/** For a kind without a pattern: the answers that the day and the title do not tell already. */
function detailsOf(report: Behind, { activities, words }: Writing): string {
  const activity = activities.find((one) => one.id === report.kind);
  const details = (activity?.questions ?? []).flatMap((question) => detail(report, question, words) ?? []);
  return details.length > 0 ? ` (${details.join('; ')})` : '';
}

function detail({ answers, title }: Behind, question: Question, words: Say): string | null {
  const answer = question.type === 'date' ? null : answerText(question, answers[question.id]);
  if (!answer) return null;
  const counted = question.type === 'number' && fold(question.label).includes(fold(question.unit));
  const value = words(counted ? say('word-figure', { value: Number(answers[question.id]) }) : answer);
  return fold(title).includes(fold(value)) ? null : words(say('word-detail', { label: lowered(question.label), value }));
}
