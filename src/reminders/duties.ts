/** A place a cadre holds, as far as reminders are concerned. */
export interface Post {
  unitId: string;
  title: string;
  /** She is reminded of this unit's own indicators. */
  reminded: boolean;
  /** She is told of the units right below. */
  reviews: boolean;
}

/** Someone who may be reminded: what she holds, what she chose, when she was last written to. */
export interface Person {
  cadreId: number;
  posts: Post[];
  /** Day of her last digest, when that was lately. */
  lastDigest: string | null;
  /** She asked to be left alone until this day. */
  snoozedUntil: string | null;
  /** Her hour, 'HH:MM'; null for the usual one. */
  clock: string | null;
  /** The last day she is away, and who stands in. */
  awayUntil: string | null;
  standInId: number | null;
}

/** Whom a person speaks for today: her own places, and those of who is away and named her. */
export interface Duties {
  /** Titles she answers with, by unit; `all` when the level above has put her in charge of it. */
  own: Map<string, Set<string> | 'all'>;
  /** Units whose lower units she is told of. */
  reviews: Set<string>;
}

/**
 * Who is reminded for whom. `owners`: the one cadre in charge of a unit, where the level above has chosen; she counts as
 * long as she is on the roster there. A stand-in who is away herself passes nothing on.
 */
export function dutiesOf(people: Person[], owners: Map<string, number>, today: string): Map<number, Duties> {
  const byId = new Map(people.map((person) => [person.cadreId, person]));
  const duties = new Map(people.map((person) => [person.cadreId, { own: new Map(), reviews: new Set() } as Duties]));
  const isAway = (id: number): boolean => (byId.get(id)?.awayUntil ?? '') >= today;
  const spokenFor = ({ cadreId, standInId }: Person): Duties | undefined => {
    if (!isAway(cadreId)) return duties.get(cadreId);
    return standInId === null || isAway(standInId) ? undefined : duties.get(standInId);
  };
  const inCharge = new Map([...owners].filter(([unitId, id]) => byId.get(id)?.posts.some((post) => post.unitId === unitId)));
  for (const person of people) {
    const receiver = spokenFor(person);
    if (!receiver) continue;
    for (const post of person.posts) {
      if (post.reviews) receiver.reviews.add(post.unitId);
      if (inCharge.get(post.unitId) === person.cadreId) receiver.own.set(post.unitId, 'all');
      else if (post.reminded && !inCharge.has(post.unitId)) addTitle(receiver, post);
    }
  }
  return duties;
}

function addTitle({ own }: Duties, { unitId, title }: Post): void {
  const held = own.get(unitId);
  if (held === 'all') return;
  if (held) held.add(title);
  else own.set(unitId, new Set([title]));
}
