/** The only door of what the bot knows: procedures, amounts, safety cards, and the understanding of questions. */
import { join } from 'node:path';
import { ContentError } from '../content.ts';
import { answerer, type Answer, type Answerer } from './answer.ts';
import { loadContent, type Content } from './content.ts';
import { loadDanger } from './danger.ts';
import { loadLexicon } from './lexicon.ts';

export interface Knowledge extends Answerer {
  content: Content;
}

/** Reads the folder `dir` (procedures, amounts, safety.yaml, words.yaml, danger.yaml). Throws ContentError with every fault. */
export function loadKnowledge(dir: string): Knowledge {
  const content = loadContent(dir);
  const strays = [...loadLexicon(dir).topics.keys()].filter((id) => content.entry(id) === null);
  if (strays.length > 0) throw new ContentError(strays.map((id) => ({ file: join(dir, 'words.yaml'), where: `topics.${id}`, what: 'không có mục này trong procedures' })));
  return knowledgeOf(content, dir);
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

export type { Answer, Answerer, Asking, Found, OutcomeOf } from './answer.ts';
export type { AmountOn, AmountRow } from './amounts.ts';
export { amountsOf, contentOf, loadContent, parseEntry, type Content } from './content.ts';
export { sectionIds, type Entry, type Grade, type Line, type Part, type Section, type SectionId, type Source, type Status } from './entry.ts';
export type { CardId, Citation, SafetyCard } from './front.ts';
