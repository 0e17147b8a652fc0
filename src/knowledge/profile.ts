import { hear, silence, type Speech } from './language.ts';
import type { Word } from './prepare.ts';
import { termsOf } from './terms.ts';

/** What an entry says, ready for comparing with a question. */
export interface Profile extends Speech {
  id: string;
  /** How strongly a term belongs to the entry, 0..1, by the best place it is said in. */
  place: Map<string, number>;
  /** Terms of each title, keyword and everyday name. */
  names: string[][];
}

/** Everything an entry says, each text by itself. */
export interface Sayings {
  id: string;
  names: Word[][];
  topics: Word[][];
  asks: Word[][];
  body: Word[][];
}

const PLACES = { names: 1, topics: 0.9, asks: 0.8, body: 0.45 };
/** A way of asking teaches how people talk; a line of the body is written, not spoken. */
const TEACHES = { names: 1, topics: 0.7, asks: 1, body: 0.3 };

export function profileOf(sayings: Sayings): Profile {
  const speech = silence();
  const place = new Map<string, number>();
  const times = new Map<string, number>();
  for (const where of ['body', 'asks', 'topics', 'names'] as const) {
    for (const words of sayings[where]) {
      const terms = [...termsOf(words).keys()];
      hear(speech, terms, TEACHES[where]);
      for (const term of terms) {
        // Said in several ways of asking: surely the entry's own word, not one asker's.
        const more = where === 'asks' ? 0.05 * (times.get(term) ?? 0) : 0;
        if (where === 'asks') times.set(term, (times.get(term) ?? 0) + 1);
        place.set(term, Math.max(place.get(term) ?? 0, Math.min(1, PLACES[where] + more)));
      }
    }
  }
  return { id: sayings.id, ...speech, place, names: [...sayings.names, ...sayings.topics].map((words) => [...termsOf(words).keys()]) };
}
