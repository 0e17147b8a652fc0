import { unmark } from '../vietnamese/fold.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseAt, type Token } from './phrases.ts';
import { bothForms, isSyllable } from './syllable.ts';

/** Letters and digits together; "TK&VV" stays one word, "&" and "/" else part words. */
export const writtenWords = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+(?:&[\p{L}\p{M}\p{N}]+)*/gu) ?? [];

/** The full words of an abbreviation, or null. */
export function expand(word: string, lexicon: Lexicon): Token[] | null {
  const folded = unmark(word).replace(/&/g, '');
  if (folded.length > 1 && isSyllable(folded) && word !== word.toUpperCase()) return null;
  return lexicon.short.get(folded)?.map(bothForms) ?? null;
}

/** Different ways of saying made one: each phrase of a group becomes the group's first. */
export function unify(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = phraseAt(lexicon.same, tokens, at, 'strict');
    if (phrase) out.push(...phrase.value);
    else out.push(tokens[at]!);
    at += phrase?.folded.length ?? 1;
  }
  return out;
}

/** Reads correctly written content: abbreviations written out, synonyms made one, nothing mended. */
export type Reader = (text: string) => Token[];

export function reader(lexicon: Lexicon): Reader {
  // Content repeats its words; folding each anew would make the start-up many times longer.
  const known = new Map<string, Token[]>();
  const tokensOf = (word: string): Token[] => {
    const before = known.get(word);
    if (before) return before;
    const tokens = expand(word, lexicon) ?? [bothForms(word)];
    known.set(word, tokens);
    return tokens;
  };
  return (text) => unify(writtenWords(text).flatMap(tokensOf), lexicon);
}
