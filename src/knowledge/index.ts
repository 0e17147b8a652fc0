/** The only door of what the bot knows: procedures, amounts, safety cards, and the understanding of questions. */
import { answerer, type Answerer } from './answer.ts';
import { loadContent, type Content } from './content.ts';
import { loadDanger } from './danger.ts';
import { loadLexicon } from './lexicon.ts';

export interface Knowledge extends Answerer {
  content: Content;
}

/** Reads the folder `dir` (procedures, amounts, safety.yaml, words.yaml, danger.yaml). Throws ContentError with every fault. */
export function loadKnowledge(dir: string): Knowledge {
  return knowledgeOf(loadContent(dir), dir);
}

/** Understanding over content that is already read, with the words of the folder `dir`. */
export function knowledgeOf(content: Content, dir: string): Knowledge {
  return { content, ...answerer(content, loadLexicon(dir), loadDanger(dir)) };
}

/** Effect: keep a question that could not be answered, or was answered wrongly, for someone who can. */
export interface SaveQuestion {
  type: 'question.save';
  person: string;
  text: string;
  outcome: string;
  entries: Answer['entries'];
}

import type { Answer } from './answer.ts';

export type { Answer, Answerer, Asking, Found, OutcomeOf } from './answer.ts';
export type { AmountOn, AmountRow } from './amounts.ts';
export { amountsOf, contentOf, loadContent, parseEntry, type Content } from './content.ts';
export { sectionIds, type Entry, type Grade, type Line, type Part, type Section, type SectionId, type Source, type Status } from './entry.ts';
export type { CardId, Citation, SafetyCard } from './front.ts';
