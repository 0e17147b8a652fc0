import { fold } from '../vietnamese/fold.ts';

/** From this share of common words on, two titles may be of one thing. */
const ALIKE = 0.6;

/** Whether two titles look like the same activity told twice: most words of the shorter stand in the longer too. */
export function alike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common >= ALIKE * Math.min(a.size, b.size);
}

const wordsOf = (title: string): Set<string> => new Set(fold(title).split(' '));
