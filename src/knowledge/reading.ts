import { remembered } from '../remembered.ts';
import { unmark } from '../vietnamese/fold.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseAt, type Token } from './phrases.ts';
import { bothForms, isSyllable } from './syllable.ts';

/** Letters and digits together; "TK&VV" stays one word, "&" and "/" else part words. */
export const writtenWords = (text: string): string[] => text.match(WORD) ?? [];

// Ranges instead of \p{L}: a third of the time, and content is read by the megabyte. Latin, its marks, and all beyond.
const WORD = /[0-9A-Za-z\u00aa-\u00ba\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff]+(?:&[0-9A-Za-z\u00c0-\u1fff]+)*/g;

/** What an abbreviation may stand for, the likeliest first, or null. */
export function meanings(word: string, lexicon: Lexicon): Token[][] | null {
  if (/^\d+$/.test(word)) return null;
  const folded = unmark(word).replace(/&/g, '');
  if (folded.length > 1 && isSyllable(folded) && word !== word.toUpperCase()) return null;
  return lexicon.short.get(folded) ?? null;
}

/** Different ways of saying made one: each phrase of a group becomes the group's first. */
export function unify(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  let out: Token[] | null = null;
  for (let at = 0; at < tokens.length; ) {
    const phrase = phraseAt(lexicon.same, tokens, at, 'strict');
    // Most texts hold no such phrase: nothing is copied before the first.
    if (phrase) (out ??= tokens.slice(0, at)).push(...phrase.value);
    else out?.push(tokens[at]!);
    at += phrase?.folded.length ?? 1;
  }
  return out ?? tokens;
}

/** Reads correctly written content: abbreviations written out, nothing mended. */
export interface Reader {
  /** As it is said. */
  said(text: string): readonly Token[];
  /** Synonyms made one. */
  meant(text: string): readonly Token[];
}

export function reader(lexicon: Lexicon): Reader {
  // Content repeats its words; folding each anew would make the start-up many times longer.
  const tokensOf = remembered((word): Token[] => meanings(word, lexicon)?.[0] ?? [bothForms(word)]);
  const said = (text: string): Token[] => {
    const tokens: Token[] = [];
    for (const word of writtenWords(text)) for (const token of tokensOf(word)) tokens.push(token);
    return tokens;
  };
  return { said, meant: (text) => unify(said(text), lexicon) };
}
