import { expect, test } from 'vitest';
import { numbersOf, withMarks } from '../../../src/reports/index.ts';
import { forms } from './forms.ts';

test.each([
  ['nha van hoa to 5', 'nhà văn hóa tổ 5'],
  ['Nha van hoa to dan pho 3', 'Nhà văn hóa tổ dân phố 3'],
  ['cong an phuong, tram y te', 'công an phường, trạm y tế'],
  ['Hoi vien ngheo', 'Hội viên nghèo'],
  ['san kho nha ba Tu', 'sân kho nha ba Tu'],
  ['Nhà văn hóa to 5', 'Nhà văn hóa to 5'],
  ['ngo 12', 'ngõ 12'],
  ['to chuc tai nha', 'to chuc tai nha'],
])('known words get their marks back, all else stays: %s', (typed, kept) => expect(withMarks(typed, forms)).toBe(kept));

const kind = (id: string) => forms.activities.find((one) => one.id === id)!;

test.each([
  ['tham-hoi', 'so-suat', '20 suất, 10 triệu', { 'so-suat': 20, 'tri-gia': 10_000_000 }],
  ['tham-hoi', 'so-suat', '20 suat 10tr', { 'so-suat': 20, 'tri-gia': 10_000_000 }],
  ['gia-dinh', 'so-ho', '120 hộ, đạt 112', { dat: 112 }],
  ['me-do-dau', 'so-tre', '2 cháu, 6 triệu', { 'so-tre': 2, 'tri-gia': 6_000_000 }],
  ['sinh-hoat', 'so-nguoi', '42', { 'so-nguoi': 42 }],
])('%s, asked for %s: "%s" tells every number in it', (id, at, typed, said) => expect(numbersOf(kind(id), at, typed).said).toMatchObject(said));
