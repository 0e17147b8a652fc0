import { expect, test } from 'vitest';
import { fold, slug, tidy, unmark } from '../../src/vietnamese/fold.ts';

test('both tone placements, both Unicode forms and missing marks fold alike', () => {
  const forms = ['Hòa Bình', 'Hoà Bình', 'hoa binh', 'HÒA  BÌNH', 'Hòa Bình'.normalize('NFD')];
  expect(new Set(forms.map(fold))).toEqual(new Set(['hoa binh']));
});

test('đ folds to d and punctuation to one space', () => {
  expect(fold('Đặc khu – Cát Hải!')).toBe('dac khu cat hai');
  expect(unmark('Ngày 20/11, Đỗ')).toBe('ngay 20/11, do');
  expect(slug('Điều kiện')).toBe('dieu-kien');
});

test('what is stored keeps its marks and loses only what nobody sees', () => {
  expect(tidy(' \u200bChị Hòa\ufeff '.normalize('NFD'))).toBe('Chị Hòa');
});
