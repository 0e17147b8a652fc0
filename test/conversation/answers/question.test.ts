import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { looksLikeQuestion } from '../../../src/conversation/answers/index.ts';
import { unmark } from '../../../src/vietnamese/fold.ts';

describe('a question is one, with marks and without', () => {
  test.each([
    ...['hội viên danh dự là gì', 'hội viên danh dự là gì?', 'thế ai ký', 'thế ai ký?', 'ai ký quyết định công nhận', 'ai được vay vốn', 'ai duyệt báo cáo này', 'quyết định này do ai ký', 'em ơi hỏi ai bây giờ?'],
    ...['làm sao để được vay vốn', 'làm thế nào để kết nạp hội viên', 'quỹ hội quản lý thế nào', 'quỹ hội quản lý như thế nào ạ', 'quản lý quỹ ntn', 'hồ sơ gồm những gì', 'cần giấy tờ gì ạ', 'thủ tục ra sao', 'còn hồ sơ thì sao', 'thế còn thời hạn?'],
    ...['phụ cấp bao nhiêu', 'bao nhiêu hội viên thì được thành lập chi hội', 'bao giờ phải nộp', 'nộp ở đâu', 'nộp ở đâu vậy em', 'có được kết nạp hội viên nam không', 'người cao tuổi có được vào hội không ạ', 'được vay 2 lần không', 'có cần phiếu lý lịch ko', 'đc không em', 'chị làm thế có đúng không'],
    ...['cho em hỏi hồ sơ vay vốn', 'cho chị hỏi với', 'em muốn hỏi quỹ hội', 'dạ em chào chị cho em hỏi thủ tục kết nạp', 'em ơi chị muốn hỏi về quỹ hội', 'xin hỏi mức vay tối đa', 'tại sao báo cáo bị trả lại', 'báo cáo của chị được duyệt chưa', 'xã Đoàn Lập giờ là xã nào', 'mấy ngày thì có quyết định', 'thế hả em?'],
  ])('%s', (text) => {
    for (const writing of [text, text.normalize('NFD'), text.toUpperCase(), unmark(text)]) expect(looksLikeQuestion(writing), writing).toBe(true);
  });
});

describe('an answer is no question', () => {
  test.each([
    ...['Nhà văn hóa tổ 5', 'nhà văn hóa tổ dân phố số 5', 'NVH thôn Đông', 'hội trường UBND phường', 'đầu ngõ 12', 'ở đầu làng', 'Trường THCS Ái Quốc', 'ai quoc', 'phường Ái Quốc', 'Sao Đỏ', 'sao do', 'Chùa Sao'],
    ...['Phòng, chống bạo lực gia đình', 'Xây dựng gia đình 5 không, 3 sạch', 'gia đình 5 không', 'mô hình 3 có, 3 không', 'Ai cũng có quyền được sống an toàn', 'Vì một xã hội không bạo lực', 'Phụ nữ có quyền nói không', 'ngôi sao nhỏ', 'Hồng Hà', 'hong ha', 'thiếu nhi', 'thieu nhi', 'Tổ may', 'to may', 'chi hoi 5', 'chi hoi truong', 'nha van hoa chi hoi 3'],
    ...['"Làm thế nào để giữ lửa hạnh phúc"', '“Hạnh phúc là gì?”', '85', '85 hội viên', '20/11', 'hôm qua', '5tr', 'có', 'không', 'chưa', 'không có', 'chưa có', 'Công an phường, Trạm y tế', 'Đoàn Thanh niên', '12/TTr-BTV', 'khoảng trăm người', 'bỏ qua', '?', '', '😊'],
  ])('%s', (text) => {
    for (const writing of [text, text.normalize('NFD'), text.toUpperCase()]) expect(looksLikeQuestion(writing), writing).toBe(false);
  });
});

test('no unit of Hải Phòng, with marks or without, is taken for a question', () => {
  const names = ['hai-phong-2025', 'hai-phong-2023'].flatMap((file) => readFileSync(new URL(`../../../content/units/${file}.csv`, import.meta.url), 'utf8').split('\n').slice(1).map((line) => line.split(',')[1] ?? ''));
  const bare = names.flatMap((name) => [name, name.replace(/^(?:Phường|Xã|Quận|Huyện|Thị trấn|Đặc khu|Thành phố) /, '')]).filter((name) => name !== '');
  expect(bare.length).toBeGreaterThan(600);
  expect(bare.flatMap((name) => [name, unmark(name)]).filter((name) => looksLikeQuestion(name))).toEqual([]);
});
