import { describe, expect, test } from 'vitest';
import { withoutPersonal, type OpenQuestion } from '../../src/knowledge/index.ts';
import { groupsOf, nearestTo } from '../../src/knowledge/questions-alike.ts';
import { knowledge } from './helpers.ts';

let last = 0;
const asked = (text: string, more: Partial<OpenQuestion> = {}): OpenQuestion => {
  const id = ++last;
  return { id, at: new Date(1_800_000_000_000 + id * 60_000), text, outcome: 'unknown', near: [], unitId: null, handedTo: 'hp', askerId: null, ...more };
};
const groups = (questions: OpenQuestion[]) => groupsOf(questions, knowledge.contentWords).map((group) => group.questions.map(({ text }) => text));

describe('questions that wait', () => {
  test('stand together when they say the same in other letters', () => {
    const same = ['thuê trang phục áo dài cho hội thi', 'cho em hỏi thue trang phuc ao dai hoi thi', 'Hội thi thuê trang phục áo dài ạ?'];
    expect(groups([...same, 'mua máy chiếu'].map((text) => asked(text)))).toEqual([same, ['mua máy chiếu']]);
  });
  test('stand together when an abbreviation is written out in one of them', () => {
    expect(groups([asked('quà tết cho CHT'), asked('quà tết cho chi hội trưởng')])).toHaveLength(1);
  });
  test('need a little less in common when the same entry is nearest', () => {
    const near = [{ id: 'hoi-phi', score: 0.4 }];
    const byWords = (questions: OpenQuestion[]) => groupsOf(questions, (text) => new Set(text.split(' ')));
    expect(byWords([asked('phí chuyển khoản nào'), asked('phí chuyển khoản ngân hàng nào')])).toHaveLength(1);
    expect(byWords([asked('phí chuyển khoản nào'), asked('phí chuyển khoản đâu')])).toHaveLength(2);
    expect(byWords([asked('phí chuyển khoản nào', { near }), asked('phí chuyển khoản đâu', { near })])).toHaveLength(1);
  });
  test('of one procedure but of different parts stay apart: one answer goes to all of a group', () => {
    const near = [{ id: 'cam-tiep-xuc', score: 0.9 }];
    expect(groups(['cấm tiếp xúc do ai ký', 'cấm tiếp xúc tối đa mấy ngày', 'hết hạn cấm tiếp xúc thì sao'].map((text) => asked(text, { near })))).toHaveLength(3);
  });
  test('come most asked first, then the one that waits longest', () => {
    expect(groups(['mua máy chiếu', 'sửa nhà văn hóa', 'trồng cây xanh', 'trong cay xanh'].map((text) => asked(text))).map(([first]) => first)).toEqual(['trồng cây xanh', 'mua máy chiếu', 'sửa nhà văn hóa']);
  });
  test('make the same groups whatever order they are read in', () => {
    const all = ['mua máy chiếu', 'may chieu mua o dau', 'trồng cây', 'trong cay'].map((text) => asked(text));
    expect(groups(all.toReversed())).toEqual(groups(all));
  });
  test('name the entries nearest to all of them', () => {
    const [group] = groupsOf([asked('a', { near: [{ id: 'x', score: 0.3 }, { id: 'y', score: 0.2 }] }), asked('a', { near: [{ id: 'y', score: 0.2 }] })], () => new Set(['a']));
    expect(nearestTo(group!, 2)).toEqual(['y', 'x']);
  });
});

describe('what is kept of a question', () => {
  test.each([
    ['gọi em 0912.345.678 nhé', 'gọi em ••• nhé'],
    ['số +84 912 345 678', 'số •••'],
    ['căn cước 031185001234 của chị Hoa', 'căn cước ••• của chị •••'],
    ['chị Nguyễn Thị Hoa có được vay không', 'chị ••• có được vay không'],
    ['cháu An bị đuối nước', 'cháu ••• bị đuối nước'],
    ['nguyễn thị hoa bị chồng đánh thì làm gì', '••• bị chồng đánh thì làm gì'],
    ['chi tran thi thu ha o thon 3', 'chi ••• o thon 3'],
    ['NGUYỄN VĂN AN là hội viên danh dự được không', '••• là hội viên danh dự được không'],
    ['gửi hoa.nt@example.org giúp', 'gửi ••• giúp'],
    ['báo cáo BC-2611-0006 sai', 'báo cáo ••• sai'],
  ])('"%s" becomes "%s"', (text, kept) => expect(withoutPersonal(text)).toBe(kept));
  test.each(['chi 150.000.000 đồng thì ai duyệt', 'ngày 20/11/2026 có 85 hội viên', 'Quyết định 2415/QĐ-TTg', 'bà Mẹ Việt Nam anh hùng', 'chị Chủ tịch Hội ký', 'chị em hội viên', 'đoàn thị xã về dự', 'đội văn nghệ, đoàn văn công', 'phong trao thi dua', 'giải thưởng Nguyễn Thị Định dành cho ai', 'hà nội có phòng thị trường không', 'số 1900 969 680 là gì'])(
    '"%s" holds nobody and stays',
    (text) => expect(withoutPersonal(text)).toBe(text),
  );
});
