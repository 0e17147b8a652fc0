import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { whys } from '../../../src/conversation/index.ts';
import { alike } from '../../../src/reports/alike.ts';
import { fittingAnswers, measuresOf, nextQuestion, questionsOf, usualAnswers, usualKinds, type Activity } from '../../../src/reports/index.ts';
import { fluentWords } from '../../../src/words.ts';
import { forms } from './forms.ts';

const { activities } = forms;
const kind = (id: string): Activity => activities.find((one) => one.id === id)!;

test('fourteen kinds and more, each with few questions, one of them for photos', () => {
  expect(activities.length).toBeGreaterThanOrEqual(14);
  for (const { id, questions } of activities) {
    const longest = Math.max(...choicesOf(kind(id)).map((answers) => questionsOf(kind(id), answers, []).length));
    expect([id, longest <= 6]).toEqual([id, true]);
    expect(questions.filter((question) => question.type === 'photos').length).toBe(1);
  }
});

/** Answers of a form's choices, one set an option. */
const choicesOf = ({ questions }: Activity) => [
  {},
  ...questions.flatMap((question) => (question.type === 'choice' ? question.options.map((option) => ({ [question.id]: option.id })) : [])),
];

test('no form asks for the name of a child or a victim, and where one would come to mind it says so', () => {
  const asked = activities.flatMap((one) => one.questions.map((question) => question.ask));
  expect(asked.filter((ask) => /tên/i.test(ask) && !/đừng ghi tên|Tên (mô hình|hoạt động)/.test(ask))).toEqual([]);
  expect(asked.filter((ask) => /cháu ạ/.test(ask)).every((ask) => ask.includes('đừng ghi tên'))).toBe(true);
  const texts = kind('me-do-dau').questions.filter((question) => question.type === 'text').map((question) => question.id);
  expect(texts).toEqual(['nguon']);
});

test('a name that is written all the same is not kept', () => {
  expect(fittingAnswers(kind('tham-hoi'), { 'doi-tuong': 'chị Nguyễn Thị Bình' })).toEqual({});
  expect(fittingAnswers(kind('truyen-thong'), { 'chu-de': 'Thăm cháu An' })).toEqual({});
  expect(fittingAnswers(kind('truyen-thong'), { 'dia-diem': 'Nhà cô giáo' })).toEqual({ 'dia-diem': 'Nhà cô giáo' });
  expect(fittingAnswers(kind('tham-hoi'), { 'doi-tuong': 'Chị em Chi hội 5' })).toEqual({ 'doi-tuong': 'Chị em Chi hội 5' });
});

test('a changed mind leaves nothing behind', () => {
  const loan = { ngay: '2026-11-05', viec: 'nhcsxh', 'so-nguoi': 12, 'so-tien': 600_000_000, anh: null };
  const { 'so-tien': _, ...rest } = loan;
  expect(fittingAnswers(kind('vay-von'), { ...loan, viec: 'day-nghe' })).toEqual({ ...rest, viec: 'day-nghe' });
});

test('of a form that has changed only what is new is asked, and what no longer fits is dropped', () => {
  const old = kind('gia-dinh');
  const answers = { ngay: '2026-11-15', 'so-ho': 120, dat: 112, anh: null };
  const [day, , , photos] = old.questions;
  const renamed: Activity = { ...old, questions: [day!, { id: 'loai', label: 'Loại', type: 'choice', ask: '?', optional: false, unasked: false, options: [{ id: 'a', name: 'A', also: [] }, { id: 'b', name: 'B', also: [] }] }, photos!] };
  expect(fittingAnswers(renamed, answers)).toEqual({ ngay: '2026-11-15', anh: null });
  expect(nextQuestion(renamed, fittingAnswers(renamed, answers), [])?.id).toBe('loai');
  expect(fittingAnswers(renamed, { ...answers, loai: 'gone' })).toEqual({ ngay: '2026-11-15', anh: null });
  // What was yes or no is now a name.
  expect(fittingAnswers(kind('truyen-thong'), { 'phoi-hop': true })).toEqual({});
});

test('more households that pass than were looked at are asked again', () => {
  const answers = { ngay: '2026-11-15', 'so-ho': 120, dat: 130, anh: null };
  expect(nextQuestion(kind('gia-dinh'), fittingAnswers(kind('gia-dinh'), answers), [])?.id).toBe('dat');
});

test('a joint activity counts for indicator 3 only when a partner is named', () => {
  const answers = { ngay: '2026-11-20', 'chu-de': 'x y', 'dia-diem': 'x y', 'so-nguoi': 85, anh: null };
  const counts = (partner: string | null) => measuresOf(kind('truyen-thong'), { ...answers, 'phoi-hop': partner }).some((one) => one.measure === 'hoat-dong-nang-cao-kien-thuc');
  expect([counts('Công an phường'), counts(null)]).toEqual([true, false]);
});

test('every measure that a kind feeds is fed with a number once the form is answered', () => {
  for (const activity of activities) {
    for (const feed of activity.feeds) {
      const source = activity.questions.find((question) => question.id === feed.value);
      expect([activity.id, typeof feed.value === 'number' || source?.type === 'number' || source?.type === 'money']).toEqual([activity.id, true]);
    }
  }
});

test('every reason for refusing an answer has its sentence', () => {
  const { keys } = fluentWords(fileURLToPath(new URL('../../../locales/vi', import.meta.url)));
  const reasons = [...whys, 'not-a-photo', 'too-long', 'no-words', 'names', 'which-partner', 'not-optional'];
  expect(reasons.filter((why) => !keys.has(`refused-${why}`))).toEqual([]);
  expect(['date', 'number', 'money', 'text', 'yesno', 'choice', 'photos'].filter((type) => !keys.has(`easier-${type}`))).toEqual([]);
});

test('the kinds and places a unit uses most come first', () => {
  const report = (kind: string, place: string) => ({ kind, answers: { 'dia-diem': place } });
  const recent = [report('giam-sat', 'Nhà văn hóa'), report('truyen-thong', 'Hội trường'), report('giam-sat', 'Hội trường'), report('khac', 'x'.repeat(80))];
  expect(usualKinds(activities, recent).slice(0, 3).map((one) => one.id)).toEqual(['giam-sat', 'truyen-thong', 'khac']);
  expect(usualKinds(activities, [])).toHaveLength(6);
  expect(usualAnswers('dia-diem', recent)).toEqual(['Hội trường', 'Nhà văn hóa']);
});

test.each([
  ['Truyền thông, tập huấn: Phòng cháy', 'Truyền thông, tập huấn: phòng cháy chữa cháy', true],
  ['Truyền thông, tập huấn: Phòng, chống bạo lực gia đình', 'Truyền thông, tập huấn: Chăm sóc sức khỏe sinh sản vị thành niên', false],
  ['Kết nạp 5 hội viên', 'Kết nạp 8 hội viên', true],
])('%s, %s: alike %s', (one, other, same) => {
  expect(alike(one, other)).toBe(same);
});
