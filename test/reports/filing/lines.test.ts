import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCalendar } from '../../../src/reminders/index.ts';
import { questionsOf, readLine, type Answer, type Question } from '../../../src/reports/index.ts';
import { showDay } from '../../../src/time.ts';
import { content, forms } from './forms.ts';

const { tet } = loadCalendar(join(content, 'calendar.yaml'));
const file = fileURLToPath(new URL('lines.txt', import.meta.url));

test('a line as people write it is read for what it says, and the rest is asked', async () => {
  const [head, ...said] = readFileSync(file, 'utf8').split('\n\n');
  const lines = said.flatMap((block) => block.split('\n')).filter((line) => line !== '' && !line.startsWith('→'));
  expect(lines.length).toBeGreaterThanOrEqual(40);
  await expect(`${head}\n\n${lines.map(understood).join('\n\n')}\n`).toMatchFileSnapshot(file);
});

function understood(line: string): string {
  const read = readLine(line.replace(/^[^:-]+[:-]/, ''), forms, { today: '2026-11-25', tet });
  if (!read) return `${line}\n→ chưa rõ loại nào`;
  const activity = forms.activities.find((one) => one.id === read.kind)!;
  const asked = questionsOf(activity, read.answers, []).filter((question) => !(question.id in read.answers));
  const told = activity.questions.filter((question) => question.id in read.answers).map((question) => `${question.label}: ${shown(question, read.answers[question.id]!)}`);
  return `${line}\n→ **${activity.name}** ${told.join(' · ')}\n→ hỏi tiếp: ${asked.map((question) => question.label).join(', ')}`;
}

function shown(question: Question, answer: Answer): string {
  if (answer === null) return 'không';
  if (question.type === 'date') return showDay(answer as string);
  if (question.type === 'choice') return question.options.find((option) => option.id === answer)!.name;
  return `${answer as string | number}`;
}
