export { readPhone } from '../../vietnamese/phone.ts';
export { findDate, readDate, type DateOptions } from './date.ts';
export { findMoney, findNumber, readMoney, readNumber, type Found } from './number.ts';
export type { Reading } from './reading.ts';
export { isCommandWord, looksLikeQuestion, readChoice, readYesNo, type Option } from './words.ts';
