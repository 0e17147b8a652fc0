import { expect, test } from 'vitest';
import { isCommandWord } from '../../../src/conversation/answers/index.ts';
import { writings } from './writings.ts';

test.each([
  ['huỷ', 'huy'],
  ['hủy', 'huy'],
  ['huỷ bỏ', 'huy'],
  ['hủy đi em', 'huy'],
  ['hủy báo cáo', 'huy'],
  ['thôi bỏ', 'huy'],
  ['thôi bỏ đi', 'huy'],
  ['dừng lại', 'huy'],
  ['quay lại', 'back'],
  ['lùi', 'back'],
  ['lùi lại', 'back'],
  ['câu trước', 'back'],
  ['bỏ qua', 'skip'],
  ['bỏ qua câu này', 'skip'],
  ['để sau', 'later'],
  ['để sau nhé', 'later'],
  ['xong', 'done'],
  ['xong rồi', 'done'],
  ['xong rồi em ạ', 'done'],
  ['trợ giúp', 'trogiup'],
  ['giúp', 'trogiup'],
  ['giúp chị với', 'trogiup'],
  ['em ơi giúp chị', 'trogiup'],
  ['hướng dẫn', 'trogiup'],
])('%s → %s', (text, word) => {
  for (const writing of [...writings(text), `${text}.`, `${text}!`]) expect(isCommandWord(writing), writing).toBe(word);
});

test.each(['', 'thôi', 'không', 'có', 'hủy hoại môi trường', 'giúp đỡ hội viên nghèo', 'bỏ quà', 'hướng dẫn hội viên vay vốn', 'chị Huyền', 'hủy báo cáo BC-2611-0001', 'xong việc ở tổ 5', 'Xuân Lũng', '/huy'])('%s is no command', (text) => {
  expect(isCommandWord(text)).toBeNull();
});
