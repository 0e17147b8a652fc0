import { findDate, findMoney, findNumber, type Text } from '../src/conversation/index.ts';
import type { Activity, Answers, Question } from '../src/reports/index.ts';
import { fold } from '../src/vietnamese/fold.ts';
import { answerLines } from './report-words.ts';
import type { World } from './world.ts';

/** What one line says: the kind of activity and the answers that could be read from it. */
export interface OneLine {
  kind: string;
  answers: Answers;
  shown(world: World): Text[];
}

/**
 * Reads "Báo cáo: sáng 20/11 truyền thông PCBLGĐ tại NVH tổ 5, 85 hội viên, phối hợp công an phường".
 * Null when no kind of activity is named in it. What is not understood is asked, never guessed.
 */
export function readOneLine(text: string, world: World): OneLine | null {
  const line = text.normalize('NFC').replace(/^\s*b(áo|ao)\s*c(áo|ao)\s*[:\-–]\s*/iu, '');
  const named = kindIn(line, world.reports.activities);
  if (!named) return null;
  const { activity } = named;
  const answers = Object.fromEntries(
    activity.questions.flatMap((question) => {
      const value = readFor(question, line, named.words, world);
      return value === undefined ? [] : [[question.id, value] as const];
    }),
  );
  return { kind: activity.id, answers, shown: () => answerLines(activity, answers, []) };
}

/** The kind whose longest name stands in the line. */
function kindIn(line: string, activities: Activity[]): { activity: Activity; words: string } | null {
  const folded = ` ${fold(line)} `;
  const found = activities.flatMap((activity) => [activity.name, ...activity.also].filter((name) => folded.includes(` ${fold(name)} `)).map((words) => ({ activity, words })));
  return found.toSorted((a, b) => b.words.length - a.words.length)[0] ?? null;
}

function readFor(question: Question, line: string, kindWords: string, world: World): string | number | boolean | undefined {
  switch (question.type) {
    case 'date':
      return certain(findDate(line, { today: world.today, tet: world.calendar.tet }));
    case 'money':
      return certain(findMoney(line));
    case 'number':
      return question.figure ? undefined : certain(findNumber(withoutDate(line, world), { unit: question.unit }));
    case 'yesno':
      return question.id === 'phoi-hop' && /ph[ốo]i h[ợo]p/iu.test(line) ? true : undefined;
    case 'text':
      return textFor(question.id, line, kindWords, world);
    case 'choice':
      return question.options.find((option) => fold(line).includes(fold(option.name)))?.id;
    case 'photos':
      return undefined;
  }
}

/** "hơn 70 lượt người" is not 70: what is not sure is asked in its turn. */
const certain = <T>(found: { value: T; sure: boolean } | null): T | undefined => (found?.sure ? found.value : undefined);

/** Place, partners and topic stand after words that announce them; the topic between the kind and the place. */
function textFor(id: string, line: string, kindWords: string, world: World): string | undefined {
  const after = (pattern: RegExp): string | undefined => pattern.exec(line)?.[1]?.trim() || undefined;
  if (id === 'dia-diem') return after(/(?:^|[\s,])(?:tại|tai|ở)\s+([^,;]+)/iu);
  if (id === 'don-vi-phoi-hop') return after(/ph[ốo]i h[ợo]p (?:(?:với|voi|cùng|cung)\s+)?([^,;]+)/iu);
  if (!['chu-de', 'noi-dung', 'ten', 'doi-tuong'].includes(id)) return undefined;
  const rest = withoutDate(line, world);
  const start = indexFolded(rest, kindWords);
  if (start < 0) return undefined;
  const topic = rest.slice(start + kindWords.length).split(/[,;]|\s(?:tại|tai|ở)\s/iu)[0]?.replace(/^\s*(?:về|ve|:)\s*/iu, '').trim();
  return topic && topic.length > 2 ? topic : undefined;
}

/** Where `words` begin in `line`, marks and case aside; both are composed, so places in one are places in the other. */
function indexFolded(line: string, words: string): number {
  const flat = (text: string): string => Array.from(text.toLowerCase()).map((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd')[0] ?? ' ').join('');
  return flat(line).indexOf(flat(words));
}

function withoutDate(line: string, world: World): string {
  const found = findDate(line, { today: world.today, tet: world.calendar.tet });
  return found ? `${line.slice(0, found.from)} ${line.slice(found.to)}` : line;
}
