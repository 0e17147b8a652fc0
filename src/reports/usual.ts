import type { Activity } from './activities.ts';
import type { Report } from './queries.ts';

type Recent = Pick<Report, 'kind' | 'answers'>[];

const SHOWN_KINDS = 6;
const SHOWN_ANSWERS = 3;
/** What does not fit on a button is typed again. */
const BUTTON_LENGTH = 60;

/** The kinds a unit is asked to choose from first: those it files most, then the commonest of all. */
export function usualKinds(activities: Activity[], recent: Recent): Activity[] {
  const counts = countsOf(recent.map((one) => one.kind));
  return activities.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0)).slice(0, SHOWN_KINDS);
}

/**
 * What a unit usually answers to the question of that name, whatever the kind (a place is a place in every form): the
 * most frequent first, of equals the newest. `recent` comes newest first.
 */
export function usualAnswers(questionId: string, recent: Recent): string[] {
  const said = recent.map((one) => one.answers[questionId]).filter((answer): answer is string => typeof answer === 'string' && answer.length <= BUTTON_LENGTH);
  const counts = countsOf(said);
  return [...counts.keys()].toSorted((a, b) => counts.get(b)! - counts.get(a)!).slice(0, SHOWN_ANSWERS);
}

function countsOf(values: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
