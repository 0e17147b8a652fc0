import { sectionIds, type Entry, type SectionId } from './entry.ts';
import { learner, type Example } from './learner.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './phrases.ts';
import { cuesIn } from './sections.ts';

/** The part of an answer that a question about `entry` asks for, or null for none in particular. */
export type PartAsked = (words: readonly Token[], entry: string) => SectionId | null;

const PARTS: readonly (SectionId | null)[] = [null, ...sectionIds];
/** A cue of the list ("ai ký") is worth some words, and so is what people usually ask of an entry. */
const CUE = 3;
const ENTRY = 1;
/** How much more than a part the whole must be meant. */
const WHOLE = 1;

/**
 * Learnt from the labelled ways of asking of all entries; the list of cues counts among their words, and decides alone
 * where nothing is labelled.
 */
export function partsLearner(entries: readonly Entry[], wordsOf: (text: string) => readonly Token[], lexicon: Lexicon): PartAsked {
  const examples = entries.flatMap(({ id, asked }) => asked.map(({ section, text }): Example => ({ signs: signsOf(wordsOf(text), id, lexicon), label: PARTS.indexOf(section) })));
  if (examples.length === 0) return (words) => cuesIn(words, lexicon)[0] ?? null;
  const judge = learner(examples, PARTS.length);
  return (words, entry) => {
    const worths = judge(signsOf(words, entry, lexicon));
    worths[0]! -= WHOLE;
    return PARTS[worths.indexOf(Math.max(...worths))]!;
  };
}

/** What of a question tells the part asked for: its words, neighbours, how it ends, listed cues, and the entry. */
function signsOf(words: readonly Token[], entry: string, lexicon: Lexicon): Map<string, number> {
  const signs = new Map<string, number>([[`@${entry}`, ENTRY]]);
  words.forEach(({ f, key }, at) => {
    signs.set(f, 1);
    if (key !== f) signs.set(key, 1);
    signs.set(`${f}_${words[at + 1]?.f ?? '$'}`, 1);
  });
  const [surest, ...others] = cuesIn(words, lexicon);
  if (surest) signs.set(`#${surest}`, CUE);
  for (const section of others) signs.set(`#${section}`, CUE / 2);
  return signs;
}
