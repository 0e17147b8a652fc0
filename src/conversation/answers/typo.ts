/** Letters apart by insertion, deletion, replacement or a swap of neighbours; more than `most` is not counted out. */
function distance(one: string, two: string, most: number): number {
  if (Math.abs(one.length - two.length) > most) return most + 1;
  let before: number[] = [];
  let last = [...Array(two.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= two.length; j++) {
      const same = one[i - 1] === two[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
      row.push(Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + same, swapped ? before[j - 2]! + 1 : most + 1));
    }
    before = last;
    last = row;
  }
  return last[two.length]!;
}

/** Shorter words differ by a letter without being a slip. */
const SHORTEST = 5;
const LONG = 11;

/**
 * Whether folded words are some words of a name with a slip of the finger: one letter, two in long ones. Digits are
 * never a slip: "to 5" is not "to 6".
 */
export function isTypoOf(said: string, name: string): boolean {
  if (said.length < SHORTEST) return false;
  const most = said.length >= LONG ? 2 : 1;
  const words = name.split(' ');
  const count = said.split(' ').length;
  const digits = said.replace(/\D+/g, ' ').trim();
  return words.some((_, from) =>
    [count - 1, count, count + 1].some((length) => {
      const part = words.slice(from, from + length).join(' ');
      return length > 0 && from + length <= words.length && part.length >= SHORTEST - 1 && part.replace(/\D+/g, ' ').trim() === digits && distance(said, part, most) <= most;
    }),
  );
}
