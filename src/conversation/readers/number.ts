import { unmark } from '../../vietnamese/fold.ts';
import { read, refuse, type Reading } from './reading.ts';

const digits: Record<string, number> = { khong: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, nham: 5, sau: 6, bay: 7, tam: 8, chin: 9 };
const scales: [RegExp, number][] = [
  [/^(ty|ti|ty?)$/, 1e9],
  [/^(trieu|tr|cu)$/, 1e6],
  [/^(nghin|ngan|k|ng)$/, 1e3],
  [/^(d|dong|vnd)$/, 1],
];

/** A number in words, "ba mươi lăm", "một trăm linh năm", "hai chục"; null when a word is none. */
function inWords(words: string[]): number | null {
  let total = 0;
  let part = 0;
  let digit: number | null = null;
  for (const word of words) {
    const scale = scales.find(([pattern]) => pattern.test(word))?.[1];
    if (word in digits) {
      if (digit !== null && digit !== 0) return null;
      digit = digits[word]!;
    } else if (word === 'muoi' || word === 'chuc') {
      part += (digit ?? 1) * 10;
      digit = null;
    } else if (word === 'tram') {
      part += (digit ?? 1) * 100;
      digit = null;
    } else if (scale) {
      total += (part + (digit ?? 0) || 1) * scale;
      part = 0;
      digit = null;
    } else if (word !== 'linh' && word !== 'le') return null;
  }
  return total + part + (digit ?? 0);
}

/** "1.250", "1,5", "85". Dots in threes are separators; a comma is a decimal. */
function inDigits(text: string): number {
  const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '') : /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  return Number(plain.replace(',', '.'));
}

const APPROXIMATE = /\b(khoang|tam|gan|tren duoi|chung|hon|co)\b/;
const AMOUNT = /(\d[\d.,]*\d|\d)\s*(ty|ti|trieu|tr|cu|nghin|ngan|k|dong|vnd|d)?(?![a-z])\s*(ruoi|\d(?!\d))?/;

/** The amount a text says, with its scale words ("1tr5", "2 triệu rưỡi"); null when it says none or several. */
function amount(said: string): number | null {
  const glued = said.replace(/(\d)(tr|k|ty|trieu|nghin|ngan)(\d?)/g, '$1 $2 $3').replace(/\s+/g, ' ');
  const found = AMOUNT.exec(glued);
  if (found) {
    const scale = scales.find(([pattern]) => pattern.test(found[2] ?? ''))?.[1] ?? 1;
    const tail = found[3] === 'ruoi' ? scale / 2 : found[3] && scale > 1 ? (Number(found[3]) * scale) / 10 : 0;
    return Math.round((inDigits(found[1]!) * scale + tail) * 1000) / 1000;
  }
  const words = said.replace(/[^a-z ]/g, ' ').split(/\s+/).filter((word) => word !== '');
  for (let length = words.length; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const slice = words.slice(at, at + length);
      // "lắm" and "tư" fold to digits, but no number begins with them.
      if (['lam', 'nham', 'tu', 'ty', 'ti', 'tr', 'k', 'd', 'dong', 'linh', 'le'].includes(slice[0]!)) continue;
      if (!slice.some((word) => word in digits || word === 'tram' || word === 'chuc' || word === 'muoi')) continue;
      const value = inWords(slice);
      if (value !== null) return value;
    }
  }
  return null;
}

/** A whole number within bounds: "85", "85 hội viên", "1.250", "ba mươi lăm", "khoảng trăm người" (asked back). */
export function readNumber(text: string, { min = 0, max = Number.MAX_SAFE_INTEGER, integer = true }: { min?: number; max?: number; integer?: boolean } = {}): Reading<number> {
  const said = unmark(text).trim();
  if (/\d{1,2}\s*[/]\s*\d{1,2}/.test(said) || /(?:\+84|0)\d{8,}/.test(said.replace(/[ .]/g, ''))) return refuse('not-a-number');
  if (/\d\s*[-–]\s*\d/.test(said)) return refuse('range');
  if (/(^|\s)[-−]\s*\d/.test(said) || /\bam \d/.test(said)) return refuse('negative');
  const value = amount(said);
  if (value === null || Number.isNaN(value)) return refuse('not-a-number');
  if (integer && !Number.isInteger(value)) return refuse('not-whole');
  if (value < min) return refuse('too-small');
  if (value > max) return refuse('too-large');
  return read(value, !APPROXIMATE.test(said));
}

/** Money in đồng: "5tr", "2 triệu rưỡi", "500k", "500.000đ", "1,2 tỷ". A bare small number is asked back as triệu. */
export function readMoney(text: string): Reading<number> {
  const said = unmark(text).trim();
  if (/(^|\s)[-−]\s*\d/.test(said)) return refuse('negative');
  const value = amount(said);
  if (value === null || Number.isNaN(value)) return refuse('not-money');
  if (value > 1e12) return refuse('too-large');
  if (value > 0 && value < 1000) return read(Math.round(value * 1e6), false);
  return read(Math.round(value), !APPROXIMATE.test(said));
}

export interface Found<T> {
  value: T;
  from: number;
  to: number;
}

/** The first count in a line that stands before a word for people, gifts or the given unit: "tổ 5" is none. */
export function findNumber(text: string, { unit }: { unit: string }): Found<number> | null {
  const counted = `${unmark(unit)}|hoi vien|hv|nguoi|chi em|chi|dai bieu|phu nu|pn|suat|phan qua|thanh vien|luot`;
  const found = new RegExp(`(\\d[\\d.]*)\\s*(?:${counted})(?![a-z])`).exec(unmark(text));
  return found ? { value: inDigits(found[1]!), from: found.index, to: found.index + found[0].length } : null;
}

export function findMoney(text: string): Found<number> | null {
  const found = /\d[\d.,]*\s*(?:ty|ti|trieu|tr|nghin|ngan|k|d(?:ong)?)(?![a-z])\s*(?:ruoi|\d(?!\d))?/.exec(unmark(text));
  const money = found ? readMoney(found[0]) : null;
  return found && money?.ok ? { value: money.value, from: found.index, to: found.index + found[0].length } : null;
}
