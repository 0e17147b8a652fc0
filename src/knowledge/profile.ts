import type { Word } from './prepare.ts';
import type { Weigher } from './rank.ts';
import { termsOf } from './terms.ts';

/** One phrase with its terms' weights, ready for comparing. */
export interface Said {
  terms: Map<string, number>;
  total: number;
}

/** What an entry says, ready for comparing with a question. */
export interface Profile {
  id: string;
  /** How strongly a term belongs to the entry, 0..1, by the best place it is said in. */
  place: Map<string, number>;
  asks: Said[];
  names: Said[];
}

const PLACES = { name: 1, topic: 0.9, ask: 0.8, body: 0.45 };

/** Everything an entry says, each text by itself. */
export interface Sayings {
  id: string;
  names: Word[][];
  topics: Word[][];
  asks: Word[][];
  body: Word[];
}

export function profileOf({ id, names, topics, asks, body }: Sayings, weigh: Weigher): Profile {
  const place = new Map<string, number>();
  const put = (words: Word[], worth: number): void => {
    for (const term of termsOf(words).keys()) place.set(term, Math.max(place.get(term) ?? 0, worth));
  };
  put(body, PLACES.body);
  // Said in several ways of asking: surely the entry's own word, not one asker's.
  const times = new Map<string, number>();
  for (const words of asks) for (const term of termsOf(words).keys()) times.set(term, (times.get(term) ?? 0) + 1);
  for (const [term, count] of times) place.set(term, Math.max(place.get(term) ?? 0, Math.min(1, PLACES.ask + 0.05 * (count - 1))));
  for (const words of topics) put(words, PLACES.topic);
  for (const words of names) put(words, PLACES.name);
  return { id, place, asks: asks.map((words) => saidOf(words, weigh)), names: [...names, ...topics].map((words) => saidOf(words, weigh)) };
}

export function saidOf(words: readonly Word[], weigh: Weigher): Said {
  const terms = new Map<string, number>();
  let total = 0;
  for (const [term, tells] of termsOf(words)) {
    const weight = weigh(term) * tells;
    terms.set(term, weight);
    total += weight;
  }
  return { terms, total };
}
