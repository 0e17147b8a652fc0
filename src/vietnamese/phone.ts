export type PhoneReading = { ok: true; value: string } | { ok: false };

/** As one dials it: 0912345678. */
export const dialled = (phone: string): string => phone.replace(/^\+84/, '0');

/** Digits after +84: a mobile number, or a landline with its area code. */
const NATIONAL = /^(?:[35789]\d{8}|2\d{8,9})$/;

/**
 * A phone number as a roster has it: 0912.345.678, (+84) 912 345 678, 84912345678, 0084…, or 912345678 after the
 * spreadsheet program took it for a number and dropped the 0. Gives +84…; two numbers in one cell are none.
 */
export function readPhone(text: string): PhoneReading {
  // ="0912345678" is how exported .csv files keep the 0.
  const written = text.replace(/^="(.*)"$/, '$1').replace(/^'/, '');
  if (!/^\+?[\d\s().-]+$/.test(written.replace(/^\(\+/, '+('))) return { ok: false };
  const digits = written.replace(/\D/g, '');
  const national = digits.replace(/^(?:00)?84(?=0?\d{9,10}$)/, '').replace(/^0/, '');
  return NATIONAL.test(national) ? { ok: true, value: `+84${national}` } : { ok: false };
}
