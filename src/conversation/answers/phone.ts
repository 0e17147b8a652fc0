import { readPhone as readAlone } from '../../vietnamese/phone.ts';
import { read, refuse, type Reading } from './reading.ts';

const WRITTEN = /\(?\+?\d[\d\s().-]*\d/g;

/**
 * A Vietnamese phone number, mobile or landline, alone or in a sentence ("số của chị là 0912 345 678 ạ"), as +84….
 * Two numbers, or one that no Vietnamese phone has, are refused.
 */
export function readPhone(text: string): Reading<string> {
  const found = (text.normalize('NFC').match(WRITTEN) ?? []).map((one) => readAlone(one.trim())).flatMap((one) => (one.ok ? [one.value] : []));
  const [first, second] = [...new Set(found)];
  return first && !second ? read(first) : refuse('not-a-phone');
}
