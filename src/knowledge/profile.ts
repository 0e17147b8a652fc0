import { hear, silence, type Speech } from './language.ts';
import type { Word } from './prepare.ts';
import { termsOf } from './terms.ts';
import { waysOf, type Ways } from './ways.ts';

/** What an entry says, ready for comparing with a question. */
export interface Profile extends Speech {
  id: string;
  /** Terms of each title, keyword and everyday name. */
  names: string[][];
  ways: Ways;
  /** Every word of its names and of the ways of asking. */
  spoken: Set<string>;
}

/** Everything an entry says, each text by itself. */
export interface Sayings {
  id: string;
  names: Word[][];
  topics: Word[][];
  asks: Word[][];
  /** Many more ways of asking, as people type them. */
  asked: Word[][];
  body: Word[][];
}

/** A way of asking teaches how people talk; a line of the body is written, not spoken. */
const TEACHES = { names: 1, topics: 0.7, asks: 1, asked: 1, body: 0.3 };

export function profileOf(sayings: Sayings, weight: (term: string) => number): Profile {
  const speech = silence();
  const termsIn = (where: keyof typeof TEACHES): string[][] =>
    sayings[where].map((words) => {
      const terms = [...termsOf(words).keys()];
      hear(speech, terms, TEACHES[where]);
      return terms;
    });
  const names = [...termsIn('names'), ...termsIn('topics')];
  const asks = [...termsIn('asks'), ...termsIn('asked')];
  termsIn('body');
  const spoken = new Set([sayings.names, sayings.topics, sayings.asks, sayings.asked].flat(2).map(({ f }) => f));
  return { id: sayings.id, ...speech, names, ways: waysOf(asks, weight), spoken };
}
