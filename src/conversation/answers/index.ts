/** Readers of typed Vietnamese answers: pure, no clock, with marks or without. */
export { readClock } from './clock.ts';
export { readChoice, type Option } from './choice.ts';
export { isCommandWord, type CommandWord } from './command-word.ts';
export { findDate, readDate, type DateOptions, type DateReading, type FoundDate, type PartOfDay } from './date.ts';
export { findMoney, readMoney } from './money.ts';
export { findNumber, readNumber, type NumberOptions } from './number.ts';
export { readPhone } from './phone.ts';
export { looksLikeQuestion } from './question.ts';
export { whys, type Found, type Reading, type Why } from './reading.ts';
export { readYesNo } from './yes-no.ts';
export { phrases, lexicon, tokensOf, type Lexicon, type Token } from './tokens.ts';
