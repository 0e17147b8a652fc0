import { expect, test } from 'vitest';
import { readPhone } from '../../../src/org/sheets/index.ts';

test.each([
  '0912345678',
  '912345678',
  '0912 345 678',
  '0912.345.678',
  '0912-345-678',
  '+84912345678',
  '+84 912 345 678',
  '(+84) 912 345 678',
  '+84 (0)912345678',
  '84912345678',
  '0084912345678',
  '="0912345678"',
  "'0912345678",
])('%s is the mobile number +84912345678', (text) => {
  expect(readPhone(text)).toEqual({ ok: true, value: '+84912345678' });
});

test('a landline keeps its area code', () => {
  expect(readPhone('0225 3842 123')).toEqual({ ok: true, value: '+842253842123' });
  expect(readPhone('(0225) 3842123')).toEqual({ ok: true, value: '+842253842123' });
});

test('a mobile number that begins with 84 after its 0 is not taken for a country code', () => {
  expect(readPhone('0842345678')).toEqual({ ok: true, value: '+84842345678' });
  expect(readPhone('842345678')).toEqual({ ok: true, value: '+84842345678' });
});

test.each(['', '091234567', '09123456789', '0112345678', '01682345678', '0912345678 / 0987654321', 'chưa có', '113', '+1 202 555 0123', '0912345678 (Hoa)'])(
  '"%s" is no phone number',
  (text) => {
    expect(readPhone(text)).toEqual({ ok: false });
  },
);
