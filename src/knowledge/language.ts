/** How often each term is said by one speaker: an entry, an office, people in danger. */
export interface Speech {
  counts: Map<string, number>;
  size: number;
}

export const silence = (): Speech => ({ counts: new Map(), size: 0 });

export function hear(speech: Speech, terms: Iterable<string>, worth = 1): void {
  for (const term of terms) {
    speech.counts.set(term, (speech.counts.get(term) ?? 0) + worth);
    speech.size += worth;
  }
}

/** Terms lean on each other, so that all of them together prove only a part of what they would alone. */
const LEANING = 0.5;
/** A speaker who says little is judged mostly by the language of all (Dirichlet smoothing). */
const SMOOTHING = 400;

/**
 * How much better the speaker's own language explains some terms than the language of all does, in natural logarithms of
 * chances. `said`: each term and how much it counts. `share`: the part of all that is said which a term makes.
 */
export function likeness(said: Iterable<readonly [string, number]>, { counts, size }: Speech, share: (term: string) => number): number {
  const quiet = Math.log(SMOOTHING / (size + SMOOTHING));
  let sum = 0;
  for (const [term, worth] of said) {
    const usual = share(term);
    if (usual === 0) continue;
    const own = counts.get(term);
    sum += worth * (own === undefined ? quiet : quiet + Math.log(1 + own / (SMOOTHING * usual)));
  }
  return LEANING * sum;
}
