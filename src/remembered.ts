/** Past this many texts somebody types nonsense: what was kept goes, and the next are kept anew. */
const MOST = 20_000;

/**
 * `work`, which must be pure, done once for each text: people and content repeat their words. For single words and
 * labels, not for what somebody writes.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const done = work(text);
    if (known.size >= MOST) known.clear();
    known.set(text, done);
    return done;
  };
}
