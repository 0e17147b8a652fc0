import { sectionIds, type Asked, type Entry, type SectionId } from './entry.ts';
import { learner, type Example } from './learner.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './phrases.ts';
import { cuesIn } from './sections.ts';

/** The part of an answer that a question about `entry` asks for, or null for none in particular. */
export type PartAsked = (words: readonly Token[], entry: string) => SectionId | null;

const PARTS: readonly (SectionId | null)[] = [null, ...sectionIds];
/** A cue of the list ("ai ký") is worth some words, and so is what people usually ask of an entry. */
const CUE = 5;
const ENTRY = 1;

/**
 * Learnt from the labelled ways of asking of all entries; the list of cues counts among their words, and decides alone
 * where nothing is labelled.
 */
export function partsLearner(entries: readonly Entry[], wordsOf: (text: string) => readonly Token[], lexicon: Lexicon): PartAsked {
  if (entries.every(({ asked }) => asked.length === 0)) return (words) => cuesIn(words, lexicon)[0] ?? null;
  // Who only names a thing asks for the whole; who asks what it is, for what it holds.
  const named = ({ title, keywords }: Entry): Asked[] => [...[title, ...keywords].map((text) => ({ section: null, text })), { section: 'noi-dung', text: `${title} là gì` }];
  const taught = (entry: Entry): Asked[] => [...entry.asked, ...named(entry)];
  const examples = entries.flatMap((entry) => taught(entry).map(({ section, text }): Example => ({ signs: signsOf(wordsOf(text), entry.id, lexicon), label: PARTS.indexOf(section) })));
  const judge = learner(examples, PARTS.length);
  return (words, entry) => {
    const worths = judge(signsOf(words, entry, lexicon));
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
