import type { Selectable } from 'kysely';
import type { Db, Tables, Tx } from '../store/index.ts';
import type { OpenQuestion } from './questions-alike.ts';

/** How an officer answered: in words, by pointing to an entry, or that it is no business of the Union. */
export type Answering =
  | { kind: 'words'; words: string; source: string | null }
  | { kind: 'entry'; entryId: string }
  | { kind: 'not-ours' };

/** A question with its answer, for the one who asked. */
export interface Answered {
  id: number;
  text: string;
  askerId: number | null;
  answer: Answering;
  /** Position and unit of the officer, as they were that day. */
  title: string;
  unitId: string;
}

/** More than this at once is not a list that anyone works through; the oldest come first. */
const MOST_OPEN = 500;

export async function openQuestions(db: Db, unitIds: readonly string[]): Promise<OpenQuestion[]> {
  if (unitIds.length === 0) return [];
  const rows = await open(db).where('handed_to', 'in', unitIds).execute();
  return rows.map(asOpen);
}

/** Everything that waits, whoever has it. */
export const allOpenQuestions = async (db: Db): Promise<OpenQuestion[]> => (await open(db).execute()).map(asOpen);

export async function openQuestion(db: Db, id: number): Promise<OpenQuestion | null> {
  const row = await open(db).where('id', '=', id).executeTakeFirst();
  return row ? asOpen(row) : null;
}

const open = (db: Db) => db.selectFrom('questions').selectAll().where('status', '=', 'open').orderBy('at').orderBy('id').limit(MOST_OPEN);

const asOpen = ({ id, at, text, outcome, entries, unit_id, handed_to, person }: Selectable<Tables['questions']>): OpenQuestion => ({
  id,
  at,
  text,
  outcome,
  near: entries,
  unitId: unit_id,
  handedTo: handed_to,
  askerId: cadreOfKey(person),
});

/** The cadre behind a person's key, null for an account that the roster does not know. */
function cadreOfKey(person: string): number | null {
  const found = /^cadre:(\d+)$/.exec(person);
  return found ? Number(found[1]) : null;
}

export async function countOpenOf(db: Db, person: string): Promise<number> {
  const row = await db
    .selectFrom('questions')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('person', '=', person)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow();
  return row.count;
}

const answeredRows = (db: Db) =>
  db
    .selectFrom('questions')
    .innerJoin('question_answers as answer', 'answer.id', 'questions.answer_id')
    .select(['questions.id', 'questions.text', 'questions.person', 'answer.kind', 'answer.words', 'answer.source', 'answer.entry_id', 'answer.title', 'answer.unit_id']);

type AnsweredRow = Awaited<ReturnType<ReturnType<typeof answeredRows>['execute']>>[number];

const asAnswered = (row: AnsweredRow): Answered => ({ id: row.id, text: row.text, askerId: cadreOfKey(row.person), answer: answeringOf(row), title: row.title, unitId: row.unit_id });

export function answeringOf({ kind, words, source, entry_id }: Pick<Selectable<Tables['question_answers']>, 'kind' | 'words' | 'source' | 'entry_id'>): Answering {
  if (kind === 'words') return { kind, words: words ?? '', source };
  return kind === 'entry' ? { kind, entryId: entry_id ?? '' } : { kind };
}

export async function answeredQuestion(db: Db, id: number): Promise<Answered | null> {
  const row = await answeredRows(db).where('questions.id', '=', id).executeTakeFirst();
  return row ? asAnswered(row) : null;
}

/** Answers to what this account asked before it was known; they are said at its next message. */
export async function untoldAnswers(db: Db, account: string): Promise<Answered[]> {
  const rows = await answeredRows(db).where('questions.person', '=', account).where('told_at', 'is', null).orderBy('questions.id').limit(5).execute();
  return rows.map(asAnswered);
}

/** An open question, by which unit has it. */
export interface Held {
  id: number;
  unitId: string | null;
  handedTo: string | null;
  askerId: number | null;
}

export async function openHolders(db: Db): Promise<Held[]> {
  const rows = await db.selectFrom('questions').select(['id', 'unit_id', 'handed_to', 'person']).where('status', '=', 'open').orderBy('id').execute();
  return rows.map(({ id, unit_id, handed_to, person }) => ({ id, unitId: unit_id, handedTo: handed_to, askerId: cadreOfKey(person) }));
}

export async function handOn(tx: Tx, ids: number[], to: string): Promise<void> {
  await tx.updateTable('questions').set({ handed_to: to }).where('id', 'in', ids).where('status', '=', 'open').execute();
}
