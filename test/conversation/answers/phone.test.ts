import { expect, test } from 'vitest';
import { readPhone } from '../../../src/conversation/answers/index.ts';

test.each([
  '0912345678', '0912 345 678', '0912.345.678', '0912-345-678', '091 234 5678', '(091) 234 5678', '84912345678', '+84912345678', '+84 912.345.678', '(+84) 912 345 678', '0084912345678', '912345678',
  'số của chị là 0912 345 678 ạ', 'SĐT: 0912345678', 'Zalo 0912345678 nhé em', '0912345678 (số này 0912 345 678)',
])('%s is a mobile', (text) => {
  for (const writing of [text, text.normalize('NFD')]) expect(readPhone(writing)).toEqual({ ok: true, value: '+84912345678', sure: true });
});

test.each([
  ['0225 3842 123', '+842253842123'],
  ['(0225) 3.842.123', '+842253842123'],
  ['024 3971 3936', '+842439713936'],
])('%s is a landline', (text, value) => expect(readPhone(text)).toEqual({ ok: true, value, sure: true }));

test.each(['', '123', '0912 345', '09123456789012', '1900 969 680', '0012345678', '20/11/2026', '20.11.2026', '85 hội viên', '0912345678 hoặc 0987654321', '5000000', 'chị không nhớ'])('%s is no one phone', (text) => {
  expect(readPhone(text)).toEqual({ ok: false, why: 'not-a-phone' });
});
