/** In how many entries a term is said: a syllable, or a pair written `a_b`. */
export interface Frequency {
  of(term: string): number;
  /** The sum of all terms. */
  total: number;
}

export interface FrequencyBuilder {
  /** Begins the next entry: within one, a term counts once. */
  next(): void;
  add(tokens: readonly { f: string }[]): void;
  /** Said only in passing: syllables not yet counted for this entry count half. */
  addPassing(tokens: readonly { f: string }[]): void;
  done(): Frequency;
}


interface Count {
  id: number;
  seen: number;
  lastIn: number;
}

const PAIR = 1_048_576;

/** With `pairs` off, a pair counts as the rarer of its syllables: a guess that a large set can live with. */
export function frequencyBuilder(pairs: boolean): FrequencyBuilder {
  const singles = new Map<string, Count>();
  // Numbers for keys: strings for every pair would double the start-up.
  const doubles = new Map<number, Count>();
  let entry = 0;
  let total = 0;
  const single = (f: string): Count => {
    let count = singles.get(f);
    if (!count) singles.set(f, (count = { id: singles.size, seen: 0, lastIn: -1 }));
    return count;
  };
  const tick = (count: Count, by: number): void => {
    if (count.lastIn === entry) return;
    count.lastIn = entry;
    count.seen += by;
    total += by;
  };
  const pair = (a: number, b: number): void => {
    const key = a * PAIR + b;
    let count = doubles.get(key);
    if (!count) doubles.set(key, (count = { id: 0, seen: 0, lastIn: -1 }));
    tick(count, 1);
  };
  return {
    next: () => void (entry += 1),
    add(tokens) {
      let before = -1;
      for (const { f } of tokens) {
        const count = single(f);
        tick(count, 1);
        if (pairs && before >= 0) pair(before, count.id);
        before = count.id;
      }
    },
    addPassing: (tokens) => tokens.forEach(({ f }) => tick(single(f), 0.5)),
    done: () => ({
      total,
      of(term) {
        const cut = term.indexOf('_');
        if (cut < 0) return singles.get(term)?.seen ?? 0;
        const [a, b] = [singles.get(term.slice(0, cut)), singles.get(term.slice(cut + 1))];
        if (!a || !b) return 0;
        return pairs ? (doubles.get(a.id * PAIR + b.id)?.seen ?? 0) : Math.min(a.seen, b.seen);
      },
    }),
  };
}
