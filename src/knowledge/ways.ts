/** Ways of asking for one entry, ready for finding the nearest to a question. */
export interface Ways {
  /** Which of them say a term. */
  saying: Map<string, number[]>;
  /** The weight of all that each says. */
  whole: Float64Array;
}

export function waysOf(asks: readonly (readonly string[])[], weight: (term: string) => number): Ways {
  const saying = new Map<string, number[]>();
  const whole = new Float64Array(asks.length);
  for (const [at, terms] of asks.entries()) {
    for (const term of terms) {
      whole[at]! += weight(term);
      const known = saying.get(term);
      if (known) known.push(at);
      else saying.set(term, [at]);
    }
  }
  return { saying, whole };
}

/**
 * The weight of the terms that the question and a way of asking both say, of all that either says, 0..1; of the nearest
 * one. `terms`: the question's, each with what it weighs there.
 */
export function nearest(terms: ReadonlyMap<string, number>, { saying, whole }: Ways, weight: (term: string) => number): number {
  const both = new Float64Array(whole.length);
  const shared = new Float64Array(whole.length);
  let own = 0;
  for (const [term, worth] of terms) {
    own += worth;
    const ways = saying.get(term);
    if (!ways) continue;
    const usual = weight(term);
    for (const at of ways) {
      both[at]! += worth;
      shared[at]! += usual;
    }
  }
  let best = 0;
  for (let at = 0; at < whole.length; at += 1) best = Math.max(best, both[at]! / (own + whole[at]! - shared[at]!));
  return best;
}
