import { readDate, readMoney, readNumber, readYesNo, looksLikeQuestion, type Input } from '../src/conversation/index.ts';
import type { Answer, Question } from '../src/reports/index.ts';
import { addDays } from '../src/time.ts';
import type { World } from './world.ts';

/** What an input says to a question: an answer (perhaps to be asked back), a refusal with its reason, or nothing. */
export type Heard =
  | { kind: 'answer'; value: Answer; sure: boolean }
  | { kind: 'refused'; why: string }
  | { kind: 'photos'; count: number; quiet: boolean; value: Answer }
  | { kind: 'no-answer' };

const nothing: Heard = { kind: 'no-answer' };
const certain = (value: Answer): Heard => ({ kind: 'answer', value, sure: true });
const refused = (why: string): Heard => ({ kind: 'refused', why });

const TEXT_LIMIT = 500;

/** Reports look back this far; an older day is a slip of the finger. */
const OLDEST_DAYS = 5 * 366;

/** Reads an input as the answer to `question`. `before` is its answer so far (photos add up). */
export function hear(question: Question, input: Input, before: Answer | undefined, world: World): Heard {
  if (input.kind === 'photo') return question.type === 'photos' ? photos(input, before) : nothing;
  if (input.kind === 'choice') return chosen(question, input.id, world);
  if (input.kind !== 'text') return nothing;
  const picked = input.picks ? chosen(question, input.picks, world) : nothing;
  return picked.kind === 'no-answer' ? typed(question, input.text, world) : picked;
}

function photos({ photos: taken, album }: Input & { kind: 'photo' }, before: Answer | undefined): Heard {
  const held = Array.isArray(before) ? before : [];
  const fresh = taken.filter((photo) => !held.some((one) => one.hash === photo.hash));
  const value = [...held, ...fresh];
  // An album comes photo by photo: one answer for all of it is enough.
  return { kind: 'photos', value, count: value.length, quiet: album !== undefined && held.length > 0 };
}

function chosen(question: Question, id: string, world: World): Heard {
  if (question.type === 'date' && id === 'today') return certain(world.today);
  if (question.type === 'date' && id === 'yesterday') return certain(addDays(world.today, -1));
  if (question.type === 'yesno' && (id === 'yes' || id === 'no')) return certain(id === 'yes');
  if (question.type === 'choice' && question.options.some((option) => option.id === id)) return certain(id);
  return nothing;
}

function typed(question: Question, text: string, world: World): Heard {
  switch (question.type) {
    case 'date': {
      const read = readDate(text, { today: world.today, tet: world.calendar.tet, earliest: addDays(world.today, -OLDEST_DAYS) });
      return read.ok ? { kind: 'answer', value: read.value, sure: read.sure } : refused(read.why);
    }
    case 'number': {
      const read = readNumber(text, { min: question.min, max: question.max, integer: true });
      return read.ok ? { kind: 'answer', value: read.value, sure: read.sure } : refused(read.why);
    }
    case 'money': {
      const read = readMoney(text);
      return read.ok ? { kind: 'answer', value: read.value, sure: read.sure } : refused(read.why);
    }
    case 'yesno': {
      const read = readYesNo(text);
      return read.ok ? { kind: 'answer', value: read.value, sure: read.sure } : refused('not-yes-no');
    }
    case 'text':
      if (looksLikeQuestion(text)) return nothing;
      return text.length > TEXT_LIMIT ? refused('too-long') : certain(text);
    case 'choice':
      return refused('not-a-choice');
    case 'photos':
      return refused('not-a-photo');
  }
}
