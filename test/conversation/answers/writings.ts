import { unmark } from '../../../src/vietnamese/fold.ts';

/** One answer in the ways it reaches the program: with marks, decomposed, in capitals, with courtesy, without marks. */
export const markedWritings = (text: string): string[] => [text, text.normalize('NFD'), text.toUpperCase(), `${text} ạ`, `dạ ${text}`];

export const writings = (text: string): string[] => [...markedWritings(text), unmark(text), unmark(text).toUpperCase()];
