import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLayout } from '../../src/documents/word/layout.ts';
import { patternFaults, sentenceOf } from '../../src/documents/word/sentence.ts';
import type { Answers } from '../../src/reports/index.ts';
import { content, forms } from '../reports/filing/forms.ts';

const activity = (id: string) => forms.activities.find((one) => one.id === id)!;
const told = (kind: string, pattern: string, answers: Answers): string | null => sentenceOf(pattern, activity(kind), answers, ({ id }) => {
    const answer = answers[id];
    return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : null;
  });

test('what was not answered is left out, and so is a nought', () => {
  const pattern = '[kết nạp {ket-nap} hội viên mới][, công nhận {danh-du} hội viên danh dự]';
  expect(told('hoi-vien', pattern, { 'ket-nap': 3, 'danh-du': null })).toBe('kết nạp 3 hội viên mới');
  expect(told('hoi-vien', pattern, { 'ket-nap': 0, 'danh-du': 2 })).toBe('công nhận 2 hội viên danh dự');
  expect(told('hoi-vien', pattern, {})).toBeNull();
});

test('an answer that the sentence needs and that is missing leaves no half sentence', () => {
  expect(told('tham-hoi', 'tặng {so-suat} suất quà', {})).toBeNull();
});

test('a yes is told in its own words, a no not at all', () => {
  const pattern = 'đề xuất: {noi-dung:thường}{ket-qua:, đã được đồng ý}';
  expect(told('tham-muu', pattern, { 'noi-dung': 'Giao việc', 'ket-qua': true })).toBe('đề xuất: giao việc, đã được đồng ý');
  expect(told('tham-muu', pattern, { 'noi-dung': 'Giao việc', 'ket-qua': false })).toBe('đề xuất: giao việc');
});

test('every kind of activity has its sentence, and every sentence fits its kind', () => {
  const { sentences } = loadLayout(join(content, 'documents.yaml'), forms.activities);
  expect(Object.keys(sentences).toSorted()).toEqual(forms.activities.map(({ id }) => id).toSorted());
});

test.each([
  ['nowhere', '{ngay}', 'không có loại hoạt động này'],
  ['tham-hoi', 'tặng {so-qua}', 'câu hỏi "so-qua" chưa được khai báo'],
  ['tham-hoi', '{anh}', '"anh" là ảnh, không viết vào câu được'],
  ['tham-muu', '{ket-qua}', '"ket-qua" là câu có/không: sau dấu hai chấm cần chữ viết khi có'],
  ['tham-hoi', '{doi-tuong:hoa}', '"doi-tuong": sau dấu hai chấm chỉ viết được "thường"'],
  ['tham-hoi', 'tặng [{so-suat} suất', 'ngoặc không đủ cặp'],
])('a pattern that cannot be used is refused with the reason: %s %s', (kind, pattern, what) => {
  expect(patternFaults('documents.yaml', { [kind]: pattern }, forms.activities)).toEqual([{ file: 'documents.yaml', where: `sentences.${kind}`, what }]);
});
