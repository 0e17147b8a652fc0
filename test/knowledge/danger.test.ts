import { describe, expect, test } from 'vitest';
import { knowledge, now } from './helpers.ts';

const card = (text: string): string | null => knowledge.isUrgent(text);

describe('the safety card comes first', () => {
  test.each([
    ['violence', 'chồng nó đang đánh vợ ngoài ngõ em ơi'],
    ['violence', 'chong dang danh vo o to 5, phai lam sao'],
    ['violence', 'ck đánh vk chảy máu đầu r, gọi ai'],
    ['violence', 'choongf ddangs ddanhs vowj'],
    ['violence', 'chongdanhvo o xom em'],
    ['violence', 'chồng đang đánh vợ'.normalize('NFD')],
    ['violence', 'có chị chạy sang nhà em mặt mũi bầm dập'],
    ['violence', 'ông chồng lôi vợ ra sân rồi lấy gậy quật'],
    ['violence', 'chồng đang đánh vợ, như thế bị phạt bao nhiêu'],
    ['child', 'bố dượng sờ mó con bé 12 tuổi'],
    ['child', 'chau be bi bo duong xam hai'],
    ['child', 'cháu bé bị bố dượng đánh gãy tay giờ làm sao'],
    ['child', 'bố đẻ đánh con 5 tuổi bầm tím'],
    ['violence', 'chị hàng xóm bị chồng đánh gãy tay trước mặt con'],
    ['child', 'có đứa trẻ sơ sinh bị bỏ trước cổng chùa'],
    ['trafficking', 'con gái em bị rủ sang Campuchia rồi mất liên lạc'],
    ['trafficking', 'nó bị giữ bên Myanmar đòi tiền chuộc'],
    ['suicide', 'em không muốn sống nữa'],
    ['suicide', 'khoong muoons soongs nuwax'],
    ['suicide', 'có chị đứng trên cầu Bính đòi nhảy'],
  ])('%s: %s', (expected, text) => expect(card(text)).toBe(expected));

  test('also at the end of a long story', () => expect(card(`${'Hôm nay chi hội em họp bình thường. '.repeat(100)} Chồng đang đánh vợ ngoài ngõ.`)).toBe('violence'));
  test('and the answer leads to its entry', () => {
    const answer = knowledge.ask('hàng xóm đang đánh vợ dã man', { now });
    expect(answer).toMatchObject({ outcome: 'urgent', card: 'violence', entries: [{ id: 'bao-luc-gia-dinh' }] });
  });
  test('whatever was asked before', () => {
    expect(knowledge.ask('em không muốn sống nữa', { now, previous: { id: 'hoi-phi', section: null } }).outcome).toBe('urgent');
  });
});

describe('no alarm for what only sounds so', () => {
  test.each([
    'đánh vợ bị phạt bao nhiêu',
    'tổ chức truyền thông phòng chống bạo lực gia đình',
    'luật phòng chống bạo lực gia đình điều 19 nói gì',
    'đánh giá xếp loại cơ sở Hội',
    'danh sach hoi vien danh du',
    'mệt muốn chết vì báo cáo chưa xong',
    'ngày toàn dân phòng chống mua bán người là ngày nào',
    'tập huấn kỹ năng phòng chống xâm hại trẻ em',
    'cứ từ từ em trả lời sau cũng được',
    'tư vấn giúp em cách viết báo cáo',
    'treo cờ Tổ quốc ở nhà văn hóa',
    'vận động cứu trợ bà con vùng bão',
    'hướng dẫn cho em làm hồ sơ vay vốn',
    'chị em đạp xe tuyên truyền',
    '85',
    '2 triệu rưỡi',
    'hai triệu rưỡi',
    '20 triệu',
    '300 trieu dong',
    '12 cháu',
    '300 em',
    'mít tinh',
    '',
  ])('%s', (text) => expect(card(text)).toBeNull());

  test('nor for the questions that the entries themselves list, but for those of someone in danger', () => {
    const alarms = knowledge.content.entries.filter(({ urgent }) => !urgent).flatMap(({ ask }) => ask.filter((phrase) => card(phrase) !== null));
    expect(alarms.length).toBeLessThanOrEqual(2);
  });
});
