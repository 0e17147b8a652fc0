import { cardOf, signsIn, termsOf, type Danger } from './danger.ts';
import { cardIds, type CardId } from './front.ts';
import { hear, likeness, silence, type Speech } from './language.ts';
import type { Token } from './phrases.ts';

/** Which safety card a message calls for, or null. */
export type Alarm = (tokens: readonly Token[]) => CardId | null;

/** How much more a message must sound like danger than like anything else, and what a hit of the lists is worth beside. */
const SURE = 6;
const LISTED = 3;
/** Fewer words than this tell of nothing by themselves: "20 triệu" answers how much, "12 cháu" how many. */
const TELLING = 3;
const NUMBER = /^\p{N}/u;
/** A film or the news is no alarm, unless all else is. */
const STAGED = 4;
const PAIR = 0.7;
/** What the lists of words say weighs more than any one word. */
const FLAG = 2;
/** Pronouns and particles fill a telling as they fill small talk. */
const LIGHT = 0.2;

/**
 * Lists of phrases know what is certain, tellings teach how people speak when they do not dare to name it. A message is
 * weighed against both: it raises the alarm if it sounds like the tellings rather than like the calm questions. `asked`:
 * ways of asking for the procedures of danger; those about the law, papers or a campaign are calm too.
 */
export function alarm(danger: Danger, read: (text: string) => readonly Token[], calm: readonly string[], asked: readonly string[], light: ReadonlySet<string>): Alarm {
  const cards = cardIds.map((card) => ({ card, speech: heard(danger.tellings[card], read, danger) }));
  const ordinary = heard([...danger.calm, ...calm], read, danger);
  for (const text of asked) {
    const tokens = read(text);
    const signs = signsIn(tokens, danger);
    if (signs.kinds.about) hear(ordinary, termsOf(tokens, signs));
  }
  const alarmed = cards.reduce((sum, { speech }) => sum + speech.size, 0);
  // The language of all: danger and calm as if each were said as often.
  const shares = new Map<string, number>();
  for (const [term, count] of ordinary.counts) shares.set(term, count / ordinary.size / 2);
  for (const { speech } of cards) for (const [term, count] of speech.counts) shares.set(term, (shares.get(term) ?? 0) + count / alarmed / 2);
  const share = (term: string): number => shares.get(term) ?? 0;
  return (tokens) => {
    const signs = signsIn(tokens, danger);
    const listed = cardOf(signs);
    if (!listed && tokens.filter(({ f }) => !NUMBER.test(f)).length < TELLING) return null;
    const said = termsOf(tokens, signs).map((term) => [term, light.has(term) ? LIGHT : term.startsWith('#') ? FLAG : term.includes('_') ? PAIR : 1] as const);
    const [nearest] = cards.map(({ card, speech }) => ({ card, like: likeness(said, speech, share) })).toSorted((a, b) => b.like - a.like);
    const ahead = nearest!.like - likeness(said, ordinary, share) + (listed ? LISTED : 0) - (signs.kinds.staged ? STAGED : 0);
    return ahead >= SURE ? (listed ?? nearest!.card) : null;
  };
}

function heard(texts: readonly string[], read: (text: string) => readonly Token[], danger: Danger): Speech {
  const speech = silence();
  for (const text of texts) {
    const tokens = read(text);
    hear(speech, termsOf(tokens, signsIn(tokens, danger)));
  }
  return speech;
}
