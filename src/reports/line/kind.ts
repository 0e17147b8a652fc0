import { oncePer } from '../../collections.ts';
import { lexicon } from '../../conversation/index.ts';
import type { Activity } from '../activities.ts';
import { all, phraseOf, type Span } from './spans.ts';

/** The kind a line is about, and where its words stand. */
export interface Named extends Span {
  activity: Activity;
}

/** Shorter names ("TT", "thăm") are many other things too: they count only where no longer one stands. */
const SHORT = 4;
/** "Hoạt động …" names every kind and none. */
const ANY = 'khac';

const namesOf = oncePer((activities: Activity[]) => lexicon(Object.fromEntries(activities.flatMap((activity) => [activity.name, ...activity.also].map((name) => [phraseOf(name), activity] as const)))));

/**
 * The kind whose words come first: a line begins with what was done and goes on with what it was about ("dọn vệ sinh,
 * kết hợp tuyên truyền" is no truyền thông).
 */
export function kindIn(line: string, activities: Activity[]): Named | null {
  const found = all(line, namesOf(activities)).map(({ value: activity, from, to }) => ({ activity, from, to }));
  const ranks = [
    found.filter(({ activity, from, to }) => activity.id !== ANY && to - from > SHORT),
    found.filter(({ activity }) => activity.id !== ANY),
    found,
  ];
  return ranks.flatMap((rank) => rank)[0] ?? null;
}
