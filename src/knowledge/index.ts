/** The only door of what the bot knows: procedures, amounts, safety cards, and the understanding of questions. */
import { join } from 'node:path';
import { ContentError } from '../content.ts';
import { answerer, type Answerer } from './answer.ts';
import type { Choose } from './choose/index.ts';
import { loadContent, type Content } from './content.ts';
import { loadDanger } from './danger.ts';
import { loadLexicon, type Lexicon } from './lexicon.ts';
import { contentWords, isVietnamese } from './questions-alike.ts';

export interface Knowledge extends Answerer {
  content: Content;
  /** What a question is about, for telling whether two ask the same. */
  contentWords(text: string): Set<string>;
  /** Whether most of a text's words are Vietnamese: code and other languages are no question for an officer. */
  isVietnamese(text: string): boolean;
  /** Which of the likely entries is meant, by a language model where one is set; null when there is none or it does not know. */
  choose: Choose;
}

/** Reads the folder `dir` (procedures, amounts, safety.yaml, words.yaml, danger.yaml). Throws ContentError with every fault. */
export function loadKnowledge(dir: string): Knowledge {
  const content = loadContent(dir);
  const lexicon = loadLexicon(dir);
  const strays = [...lexicon.topics.keys()].filter((id) => content.entry(id) === null);
  if (strays.length > 0) throw new ContentError(strays.map((id) => ({ file: join(dir, 'words.yaml'), where: `topics.${id}`, what: 'không có mục này trong procedures' })));
  return knowledgeOf(content, dir, lexicon);
}

/** Understanding over content that is already read, with the words of the folder `dir`. */
export function knowledgeOf(content: Content, dir: string, lexicon: Lexicon = loadLexicon(dir)): Knowledge {
  return { content, contentWords: (text) => contentWords(text, lexicon), isVietnamese: (text) => isVietnamese(text, lexicon), choose: async () => null, ...answerer(content, lexicon, loadDanger(dir)) };
}

export type { Answer, Answerer, Asking, Found, OutcomeOf } from './answer.ts';
export type { AmountOn, AmountRow } from './amounts.ts';
export { amountsOf, contentOf, loadContent, parseEntry, type Content } from './content.ts';
export { sectionIds, type Entry, type Grade, type Line, type Part, type Section, type SectionId, type Source, type Status } from './entry.ts';
export { sectionFor } from './sections.ts';
export { modelChooser, type Choose } from './choose/index.ts';
export type { CardId, Citation, SafetyCard } from './front.ts';
export { withoutPersonal } from './privacy.ts';
export { handOn, openHolders, type Answered, type Answering, type Held } from './queries.ts';
export { nearestTo, type Group, type OpenQuestion } from './questions-alike.ts';
export { writeSuggestions } from './suggest.ts';
export { ANSWER_LIMIT, OPEN_LIMIT, openQuestions, QUESTION_LIMIT, type AnswerQuestions, type HandUpQuestions, type Questions, type SaveQuestion, type TellAnswers } from './questions.ts';
