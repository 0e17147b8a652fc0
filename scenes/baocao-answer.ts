import { looksLikeQuestion, readChoice, readDate, readMoney, readNumber, readYesNo, type Input } from '../src/conversation/index.ts';
import { mostOf, namesSomeone, numbersOf, questionsOf, withMarks, type Answer, type Answers, type Question } from '../src/reports/index.ts';
import { addDays } from '../src/time.ts';
import { fold } from '../src/vietnamese/fold.ts';
import { activityOf } from './baocao-form.ts';
import type { DraftState } from './baocao-state.ts';
import type { World } from './world.ts';

/** What an input says to a question: an answer (perhaps to be asked back), a refusal with its reason, or nothing. */
export type Heard = { kind: 'answer'; value: Answer; sure: boolean } | { kind: 'refused'; why: string } | { kind: 'no-answer' };

const nothing: Heard = { kind: 'no-answer' };
const answer = (value: Answer, sure = true): Heard => ({ kind: 'answer', value, sure });
const refused = (why: string): Heard => ({ kind: 'refused', why });

const TEXT_LIMIT = 500;

/** Reports look back this far; an older day is a slip of the finger. */
const OLDEST_DAYS = 5 * 366;

/** A button that answers with its own words. */
export const suggestionId = (text: string): string => `=${text}`;

/** Reads an input as the answer to `question`, beside the answers so far. */
export function hear(question: Question, input: Input, before: Answers, world: World): Heard {
  if (input.kind === 'choice') return chosen(question, input.id, world);
  if (input.kind !== 'text') return nothing;
  const { text, picks } = input;
  if (picks !== undefined && isMeant(question, text, picks)) return chosen(question, picks, world);
  return typed(question, text, before, world);
}

/** "20 suất, 10 triệu": what one line answers to this question about a number and to others with it; null when to one only. */
export function hearSeveral(question: Question, input: Input, draft: DraftState, world: World): Answers | null {
  if (input.kind !== 'text' || (question.type !== 'number' && question.type !== 'money')) return null;
  const activity = activityOf(draft, world);
  const { said, rest } = numbersOf(activity, question.id, input.text);
  const others = questionsOf(activity, draft.answers, draft.figures).filter(({ id }) => id !== question.id && id in said);
  const own = typed(question, rest, draft.answers, world);
  if (others.length === 0 || own.kind !== 'answer' || !own.sure) return null;
  return Object.fromEntries([[question.id, own.value], ...others.map(({ id }) => [id, said[id]!] as const)]);
}

/** "1" means the first button; of a suggestion's words only all of them, lest "NVH tổ 7" be taken for "NVH tổ 5". */
function isMeant(question: Question, text: string, picks: string): boolean {
  if (/^\d{1,2}$/.test(text.trim()) || question.type === 'choice' || question.type === 'yesno') return true;
  return question.type === 'text' && fold(text) === fold(picks === 'none' ? (question.none ?? '') : picks);
}

function chosen(question: Question, id: string, world: World): Heard {
  switch (question.type) {
    case 'date':
      return id === 'today' ? answer(world.today) : id === 'yesterday' ? answer(addDays(world.today, -1)) : nothing;
    case 'yesno':
      return id === 'yes' || id === 'no' ? answer(id === 'yes') : nothing;
    case 'choice':
      return question.options.some((option) => option.id === id) ? answer(id) : nothing;
    case 'text':
      return id.startsWith('=') ? answer(id.slice(1)) : id === 'none' ? answer(null) : nothing;
    case 'number':
    case 'money':
    case 'photos':
      return nothing;
  }
}

function typed(question: Question, text: string, before: Answers, world: World): Heard {
  switch (question.type) {
    case 'date': {
      const read = readDate(text, { today: world.today, tet: world.calendar.tet, earliest: addDays(world.today, -OLDEST_DAYS) });
      return read.ok ? answer(read.value, read.sure) : refused(read.why);
    }
    case 'number': {
      const read = readNumber(text, { min: question.min, max: mostOf(question, before), integer: true });
      return read.ok ? answer(read.value, read.sure) : refused(read.why);
    }
    case 'money': {
      const read = readMoney(text);
      return read.ok ? answer(read.value, read.sure) : refused(read.why);
    }
    case 'yesno': {
      const read = readYesNo(text);
      return read.ok ? answer(read.value, read.sure) : refused('not-yes-no');
    }
    case 'choice': {
      const read = readChoice(text, question.options.map(({ id, name, also }) => ({ id, label: name, also })));
      return read.ok ? answer(read.value, read.sure) : refused('not-a-choice');
    }
    case 'text':
      return words(question, withMarks(text, world.reports.forms));
    case 'photos': {
      const read = readYesNo(text);
      return read.ok && !read.value ? answer(before[question.id] ?? null) : refused('not-a-photo');
    }
  }
}

function words(question: Question & { type: 'text' }, text: string): Heard {
  if (looksLikeQuestion(text)) return nothing;
  if (text.length > TEXT_LIMIT) return refused('too-long');
  if (!/[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(text)) return refused('no-words');
  if (namesSomeone(question, text)) return refused('names');
  return question.none === undefined ? answer(capital(text)) : orNone(text);
}

/** "không" is none; "có, công an phường" is its name; "có" alone names nobody. */
function orNone(text: string): Heard {
  const read = readYesNo(text);
  if (!read.ok) return answer(capital(text));
  if (!read.value) return read.rest ? answer(capital(text)) : answer(null, read.sure);
  return read.rest ? answer(capital(read.rest)) : refused('which-partner');
}

/** As it will stand in reports that others read. */
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
