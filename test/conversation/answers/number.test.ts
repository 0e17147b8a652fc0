import { describe, expect, test } from 'vitest';
import { findNumber, readNumber } from '../../../src/conversation/answers/index.ts';
import { markedWritings, writings } from './writings.ts';

const value = (text: string) => {
  const read = readNumber(text);
  return read.ok ? (read.sure ? read.value : `${read.value}?`) : read.why;
};

describe('a number is read however it is written', () => {
  test.each([
    ['85', 85],
    ['05', 5],
    ['85 hội viên', 85],
    ['85hv', 85],
    ['85 người dự', 85],
    ['có 85 người', 85],
    ['tổng cộng 85 chị em', 85],
    ['tất cả là 120 đại biểu', 120],
    ['Số người: 85', 85],
    ['số 85', 85],
    ['1.250', 1250],
    ['1.250 người', 1250],
    ['1,250,000', 1250000],
    ['1.250.000', 1250000],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['0,75', 0.75],
    ['1.250,5', 1250.5],
    ['85.', 85],
    ['hai chục', 20],
    ['2 chục', 20],
    ['ba mươi lăm', 35],
    ['ba lăm', 35],
    ['một trăm linh năm', 105],
    ['một trăm lẻ năm', 105],
    ['1 trăm 20', 120],
    ['một trăm hai mươi', 120],
    ['mười lăm', 15],
    ['mười', 10],
    ['tám mươi', 80],
    ['tám mươi hội viên', 80],
    ['hai mươi mốt', 21],
    ['bốn mươi tư', 44],
    ['hai trăm', 200],
    ['hai trăm rưỡi', 250],
    ['ba trăm sáu mươi lăm', 365],
    ['một nghìn hai trăm', 1200],
    ['1 nghìn 2', 1200],
    ['1k2', 1200],
    ['một nghìn không trăm linh năm', 1005],
    ['1tr5', 1_500_000],
    ['nửa', 0.5],
    ['hai rưỡi', 2.5],
    ['85 hội viên, phụ nữ', 85],
    ['85 hội viên ở tổ 5', 85],
    ['lớp 40 học viên', 40],
    ['mười hai chị', 12],
    ['85ng', 85],
    ['80 ce', 80],
    ['85 đ/c', 85],
    ['85 (tám mươi lăm)', 85],
    ['Dự 85', 85],
    ['nghìn rưỡi', 1500],
  ])('%s', (text, expected) => {
    for (const writing of writings(text)) expect(value(writing), writing).toBe(expected);
  });

  test('wrong marks on the word for ten do not matter', () => {
    expect(value('Ba mười')).toBe(30);
    expect(value('hai mưoi')).toBe(20);
  });
});

describe('what is said roughly is asked back', () => {
  test.each([
    ['khoảng trăm người', '100?'],
    ['khoảng 100', '100?'],
    ['tầm 50 người', '50?'],
    ['gần 200', '200?'],
    ['hơn 80 chị em', '80?'],
    ['hơn trăm', '100?'],
    ['trên dưới 50', '50?'],
    ['chừng ba mươi người', '30?'],
    ['chắc khoảng 40', '40?'],
    ['~60', '60?'],
    ['85?', '85?'],
    ['85 gì đó', '85?'],
    ['100+', '100?'],
    ['ít nhất 30', '30?'],
    ['chục người', '10?'],
    ['ba sáu', '36?'],
    ['một trăm hai', '120?'],
    ['1,250', '1250?'],
    ['1 250', 1250],
    ['không', '0?'],
    ['không có ai', '0?'],
  ])('%s', (text, expected) => {
    for (const writing of writings(text)) expect(value(writing), writing).toBe(expected);
  });
  test('trăm người', () => {
    for (const writing of markedWritings('trăm người')) expect(value(writing), writing).toBe('100?');
  });
});

describe('what is no one number is refused with the reason', () => {
  test.each([
    ['-5', 'negative'],
    ['−5 người', 'negative'],
    ['âm 5', 'negative'],
    ['5-7', 'range'],
    ['5 – 7 người', 'range'],
    ['từ 50 đến 60', 'range'],
    ['5 hoặc 6 người', 'range'],
    ['hai ba người', 'range'],
    ['năm sáu chục', 'range'],
    ['85 hội viên và 12 khách', 'range'],
    ['20/11', 'not-a-number'],
    ['20/11/2026', 'not-a-number'],
    ['20.11.2026', 'not-a-number'],
    ['20-11-2026', 'not-a-number'],
    ['ngày 5', 'not-a-number'],
    ['tháng 11', 'not-a-number'],
    ['thứ 7', 'not-a-number'],
    ['hôm qua', 'not-a-number'],
    ['0912345678', 'not-a-number'],
    ['0912 345 678', 'not-a-number'],
    ['0912.345.678', 'not-a-number'],
    ['+84912345678', 'not-a-number'],
    ['tổ 5', 'not-a-number'],
    ['tổ dân phố số 5', 'not-a-number'],
    ['8h30', 'not-a-number'],
    ['50%', 'not-a-number'],
    ['vài chục', 'not-a-number'],
    ['mười mấy người', 'not-a-number'],
    ['mấy trăm người', 'not-a-number'],
    ['đông lắm', 'not-a-number'],
    ['không nhớ', 'not-a-number'],
    ['NVH phường An Biên', 'not-a-number'],
    ['', 'not-a-number'],
    ['😊', 'not-a-number'],
    ['99999999999999999999', 'too-large'],
  ])('%s → %s', (text, expected) => {
    for (const writing of writings(text)) expect(value(writing), writing).toBe(expected);
  });

  test('other words that only look like numbers without their marks are none', () => {
    for (const text of ['Hải', 'bà Bảy đi vắng', 'Trạm y tế', 'tạm thời', 'làm sau', 'chính quyền']) expect(readNumber(text), text).toMatchObject({ ok: false });
  });

  test('bounds and wholeness are told apart', () => {
    expect(readNumber('0', { min: 1 })).toEqual({ ok: false, why: 'too-small' });
    expect(readNumber('không có ai', { min: 1 })).toEqual({ ok: false, why: 'too-small' });
    expect(readNumber('99999', { max: 500 })).toEqual({ ok: false, why: 'too-large' });
    expect(readNumber('500', { max: 500 })).toEqual({ ok: true, value: 500, sure: true });
    expect(readNumber('1,5', { integer: true })).toEqual({ ok: false, why: 'not-whole' });
    expect(readNumber('nửa', { integer: true })).toEqual({ ok: false, why: 'not-whole' });
    expect(readNumber('1,250', { integer: true })).toEqual({ ok: true, value: 1250, sure: false });
  });
});

describe('a count is found in a longer line, and nothing else is taken for it', () => {
  test.each<[string, string | undefined, number | null]>([
    ['sáng 20/11 truyền thông PCBLGĐ tại NVH tổ 5, 85 hội viên, phối hợp công an phường', 'người', 85],
    ['truyền thông tại tổ 5 hội viên tham gia 40 người', 'người', 40],
    ['truyền thông tại tổ 5', 'người', null],
    ['truyền thông tại tổ dân phố số 7, 120 đại biểu', 'người', 120],
    ['tập huấn có hơn 60 chị em dự', 'người', 60],
    ['tập huấn, tổng số 45', 'người', 45],
    ['tập huấn, 45 tham dự', 'người', 45],
    ['tập huấn số người: 45', 'người', 45],
    ['lớp 40 học viên', 'người', 40],
    ['ba mươi hội viên dự', 'người', 30],
    ['ra mắt mô hình 3 có, 3 biết với 25 thành viên', 'người', 25],
    ['ra mắt mô hình "1+1", 25 thành viên', 'người', 25],
    ['gia đình 5 không 3 sạch, 90 lượt người', 'người', 90],
    ['tuyên truyền 5k3s cho 70hv', 'người', 70],
    ['8h30 ngày 20/11 tại số 12 Lạch Tray, 55 phụ nữ', 'người', 55],
    ['từ 14h, 100% cán bộ, 33 người', 'người', 33],
    ['theo Quyết định 2415/QĐ-TTg, 20 hội viên', 'người', 20],
    ['phòng chống covid-19, 20 hội viên', 'người', 20],
    ['tặng 10 suất quà, mỗi suất 500k, 12 hội viên', 'người', 12],
    ['tặng 10 suất quà, mỗi suất 500k', 'suất', 10],
    ['trao 5 phần quà trị giá 2 triệu', 'suất', 5],
    ['trao quà 2 triệu 5 suất', 'suất', 5],
    ['trao quà 2 triệu', 'suất', null],
    ['4/11 chi hội trưởng', 'người', null],
    ['truyền thông cho 3 chi hội với 150 hội viên', 'người', 150],
    ['truyen thong cho 3 chi hoi voi 150 hoi vien', 'người', 150],
    ['liên hệ 0912345678', 'người', null],
    ['liên hệ 0912 345 678, 30 người', 'người', 30],
    ['hôm qua họp 5-7 người', 'người', null],
    ['vài chục người', 'người', null],
    ['Hải Phòng, chị Hai dự', 'người', null],
    ['họp tổ 5, 17 hộ', undefined, 17],
  ])('%s (%s)', (line, unit, expected) => {
    for (const writing of [line, line.normalize('NFD'), line.toUpperCase()]) {
      expect(findNumber(writing, unit === undefined ? {} : { unit })?.value ?? null, writing).toBe(expected);
    }
  });

  test('the place is in the composed text, and a rough count says so', () => {
    const line = 'Tập huấn tại tổ 5, khoảng 85 hội viên';
    const found = findNumber(line.normalize('NFD'), { unit: 'người' });
    expect(found).toMatchObject({ value: 85, sure: false });
    expect(line.slice(found!.from, found!.to)).toBe('85');
  });

  test('without marks too', () => {
    const line = 'bao cao: sang 20/11 truyen thong tai nvh to 5, 85 hoi vien, phoi hop cong an phuong';
    expect(findNumber(line, { unit: 'người' })).toMatchObject({ value: 85, sure: true });
    expect(findNumber('85 nam va nu o to 7', { unit: 'người' })?.value).toBe(85);
  });
});
