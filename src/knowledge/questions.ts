import type { Db } from '../store/index.ts';
import type { Found } from './answer.ts';
import * as queries from './queries.ts';
import { groupsOf, type Group, type OpenQuestion } from './questions-alike.ts';

/** Longest question and longest answer that are kept. */
export const QUESTION_LIMIT = 1000;
export const ANSWER_LIMIT = 1000;
/** A person with more open questions than this waits for answers first: nobody may bury the list. */
export const OPEN_LIMIT = 30;

/** Effect: keep a question that could not be answered, or was answered wrongly, for the unit that can. */
export interface SaveQuestion {
  type: 'question.save';
  person: string;
  /** Already without anything personal. */
  text: string;
  outcome: string;
  entries: Pick<Found, 'id' | 'score'>[];
  unitId: string | null;
  handedTo: string | null;
}

/** Effect: one answer for all questions of a group. Its result is how many were still open. */
export interface AnswerQuestions {
  type: 'question.answer';
  ids: number[];
  answer: queries.Answering;
  cadreId: number;
  title: string;
  unitId: string;
}

/** Effect: the unit above has them now. */
export interface HandUpQuestions {
  type: 'question.hand-up';
  ids: number[];
  from: string[];
  to: string;
}

/** Effect: their askers have been told. */
export interface TellAnswers {
  type: 'question.told';
  ids: number[];
}

/** What waits for officers and what they answered. */
export function openQuestions(db: Db, wordsOf: (text: string) => Set<string>) {
  return {
    /** What waits at these units, alike together. */
    groups: async (unitIds: readonly string[]): Promise<Group[]> => groupsOf(await queries.openQuestions(db, unitIds), wordsOf),
    allGroups: async (): Promise<Group[]> => groupsOf(await queries.allOpenQuestions(db), wordsOf),
    /** Those of `ids` that still wait at these units. */
    waiting: async (ids: readonly number[], unitIds: readonly string[]): Promise<OpenQuestion[]> => (await queries.openQuestions(db, unitIds)).filter(({ id }) => ids.includes(id)),
    open: (id: number) => queries.openQuestion(db, id),
    answered: (id: number) => queries.answeredQuestion(db, id),
    untold: (account: string) => queries.untoldAnswers(db, account),
    countOpenOf: (person: string) => queries.countOpenOf(db, person),
  };
}

export type Questions = ReturnType<typeof openQuestions>;
