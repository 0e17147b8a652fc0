import { describe, expect, test } from 'vitest';
import { readChoice, type Option } from '../../../src/conversation/answers/index.ts';
import { writings } from './writings.ts';

const kinds: Option[] = [
  { id: 'truyen-thong', label: 'Truyền thông, tập huấn', also: ['tuyên truyền', 'hội thảo'] },
  { id: 'mo-hinh', label: 'Ra mắt, củng cố mô hình' },
  { id: 'tham-hoi', label: 'Thăm hỏi, hỗ trợ, tặng quà' },
  { id: 'cht', label: 'Hỗ trợ chi hội trưởng' },
  { id: 'khac', label: 'Khác' },
];
const said = (text: string, options = kinds) => {
  const read = readChoice(text, options);
  return read.ok ? (read.sure ? read.value : `${read.value}?`) : read.hint === undefined ? read.why : `${read.why} ${String(read.hint)}`;
};

describe('by number', () => {
  test.each([
    ['2', 'mo-hinh'],
    ['2.', 'mo-hinh'],
    ['2)', 'mo-hinh'],
    ['số 2', 'mo-hinh'],
    ['câu 2', 'mo-hinh'],
    ['chọn số 2', 'mo-hinh'],
    ['em chọn 2', 'mo-hinh'],
    ['cái thứ hai', 'mo-hinh'],
    ['thứ 2', 'mo-hinh'],
    ['hai', 'mo-hinh'],
    ['2️⃣', 'mo-hinh'],
    ['1', 'truyen-thong'],
    ['cái đầu tiên', 'truyen-thong'],
    ['thứ nhất', 'truyen-thong'],
    ['cái cuối cùng', 'khac'],
    ['số 5 nhé', 'khac'],
    ['6', 'not-a-choice'],
    ['0', 'not-a-choice'],
    ['20/11', 'not-a-choice'],
    ['85 hội viên', 'not-a-choice'],
  ])('%s → %s', (text, expected) => {
    for (const writing of writings(text)) expect(said(writing), writing).toBe(expected);
  });
});

describe('by words', () => {
  test.each([
    ['Truyền thông, tập huấn', 'truyen-thong'],
    ['truyền thông', 'truyen-thong'],
    ['truyền thông tập huấn', 'truyen-thong'],
    ['tập huấn', 'truyen-thong'],
    ['tuyên truyền', 'truyen-thong'],
    ['truyen thong', 'truyen-thong'],
    ['tham hoi', 'tham-hoi'],
    ['tặng quà thăm hỏi', 'tham-hoi'],
    ['chị chọn tặng quà nhé', 'tham-hoi'],
    ['chi hội trưởng', 'cht'],
    ['mô hình', 'mo-hinh'],
    ['khác', 'khac'],
    ['cái khác', 'khac'],
    ['truyền thôn', 'truyen-thong'],
    ['truyền thnog', 'truyen-thong?'],
    ['thăm hõi', 'tham-hoi'],
    ['tham hoy', 'tham-hoi?'],
    ['hội thảo về an toàn', 'truyen-thong?'],
    ['hỗ trợ', 'ambiguous tham-hoi,cht'],
    ['hỗ trợ chi hội', 'cht'],
    ['không', 'not-a-choice'],
    ['thăm hỏi thì cần hồ sơ gì', 'not-a-choice'],
    ['sáng 20/11 truyền thông, tập huấn tại nhà văn hóa tổ 5 có 85 hội viên', 'not-a-choice'],
    ['vay vốn', 'not-a-choice'],
    ['😊', 'not-a-choice'],
    ['', 'not-a-choice'],
  ])('%s → %s', (text, expected) => {
    for (const writing of writings(text)) expect(said(writing), writing).toBe(expected);
  });
});

test('words that fit several are ambiguous, with the ids', () => {
  const wards: Option[] = [{ id: 'hn', label: 'Hồng An' }, { id: 'hb', label: 'Hồng Bàng' }, { id: 'ha', label: 'Hải An' }];
  expect(readChoice('hồng', wards)).toEqual({ ok: false, why: 'ambiguous', hint: ['hn', 'hb'] });
  expect(readChoice('Hải', wards)).toMatchObject({ ok: true, value: 'ha' });
  expect(readChoice('hai', wards)).toEqual({ ok: false, why: 'ambiguous', hint: ['hb', 'ha'] });
  expect(readChoice('hai an', wards)).toMatchObject({ ok: true, value: 'ha' });
});

test('marks decide between names that fold alike', () => {
  const names: Option[] = [{ id: 'hoa', label: 'Tổ Hoa' }, { id: 'hoà', label: 'Tổ Hòa' }];
  expect(readChoice('Tổ Hòa', names)).toMatchObject({ ok: true, value: 'hoà' });
  expect(readChoice('to hoa', names)).toMatchObject({ ok: false, why: 'ambiguous' });
});

test('a digit is never a slip of the finger', () => {
  const groups: Option[] = [{ id: '5', label: 'Tổ dân phố 5' }, { id: '7', label: 'Tổ dân phố 7' }];
  expect(said('tổ dân phố 6', groups)).toBe('not-a-choice');
  expect(said('tổ dân phố 7', groups)).toBe('7');
  expect(said('tổ 7', groups)).toBe('7');
  expect(said('tổ 5', [{ id: '57', label: 'Tổ 57' }])).toBe('not-a-choice');
});

test('a denial is not taken for its opposite', () => {
  const photos: Option[] = [{ id: 'none', label: 'Không có ảnh' }, { id: 'done', label: 'Xong' }];
  expect(said('có ảnh', photos)).toBe('not-a-choice');
  expect(said('không có ảnh', photos)).toBe('none');
  expect(said('không có', photos)).toBe('none');
  const sure: Option[] = [{ id: 'yes', label: 'Đúng rồi' }, { id: 'no', label: 'Chưa đúng' }];
  expect(said('đúng', sure)).toBe('yes');
  expect(said('chưa', sure)).toBe('no');
  expect(said('chưa đúng', sure)).toBe('no');
  expect(said('không đúng', sure)).toBe('not-a-choice');
  const plain: Option[] = [{ id: 'yes', label: 'Có' }, { id: 'no', label: 'Không' }];
  expect(said('có', plain)).toBe('yes');
  expect(said('dạ có ạ', plain)).toBe('yes');
  expect(said('không ạ', plain)).toBe('no');
  expect(said('chưa có', plain)).toBe('not-a-choice');
});

test('a label of figures goes before the order', () => {
  const years: Option[] = [{ id: 'a', label: '2025' }, { id: 'b', label: '2026' }, { id: 'c', label: '2' }];
  expect(said('2026', years)).toBe('b');
  expect(said('2', years)).toBe('c');
  const models: Option[] = [{ id: '1-1', label: '"1+1"' }, { id: '3-3', label: '"3 có, 3 biết"' }, { id: 'khac', label: 'Mô hình khác' }];
  expect(said('1+1', models)).toBe('1-1');
  expect(said('3 có', models)).toBe('3-3');
  expect(said('3 có 3 biết', models)).toBe('3-3');
  expect(said('khac', models)).toBe('khac');
});
