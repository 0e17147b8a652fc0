/** In how many entries a term is said: a syllable, or a pair written `a_b`. */
export interface Frequency {
  of(term: string): number;
}

export interface FrequencyBuilder {
  /** Begins the next entry: within one, a term counts once. */
  next(): void;
  add(tokens: readonly { f: string }[]): void;
  /** Said only in passing: syllables not yet counted for this entry count half. */
  addPassing(tokens: readonly { f: string }[]): void;
  done(): Frequency;
}

const PAIR = 1_048_576;

export function frequencyBuilder(): FrequencyBuilder {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const lastIn: number[] = [];
  // Numbers for keys: thousands of entries make a million pairs.
  const places = new Map<number, number>();
  let entry = 0;
  const place = (key: number): number => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, counts.length);
    counts.push(0);
    lastIn.push(-1);
    return counts.length - 1;
  };
  const idOf = (f: string): number => {
    const known = ids.get(f);
    if (known !== undefined) return known;
    ids.set(f, ids.size);
    return ids.size - 1;
  };
  const count = (at: number, by: number): void => {
    if (lastIn[at] === entry) return;
    lastIn[at] = entry;
    counts[at]! += by;
  };
  return {
    next: () => void (entry += 1),
    add(tokens) {
      let before = -1;
      for (const { f } of tokens) {
        const id = idOf(f);
        count(place(-1 - id), 1);
        if (before >= 0) count(place(before * PAIR + id), 1);
        before = id;
      }
    },
    addPassing: (tokens) => tokens.forEach(({ f }) => count(place(-1 - idOf(f)), 0.5)),
    done: () => ({
      of(term) {
        const cut = term.indexOf('_');
        if (cut < 0) {
          const id = ids.get(term);
          return id === undefined ? 0 : (counts[places.get(-1 - id) ?? -1] ?? 0);
        }
        const a = ids.get(term.slice(0, cut));
        const b = ids.get(term.slice(cut + 1));
        return a === undefined || b === undefined ? 0 : (counts[places.get(a * PAIR + b) ?? -1] ?? 0);
      },
    }),
  };
}
