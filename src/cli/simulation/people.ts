import { randomUUID } from 'node:crypto';
import { periodOf, type SetFigure } from '../../indicators/index.ts';
import { sightings } from '../../org/index.ts';
import type { ChooseHour, GoAway, SnoozeReminders } from '../../reminders/index.ts';
import type { Filed, FileReport, ReviewReport } from '../../reports/index.ts';
import { addDays, dayOf } from '../../time.ts';
import type { Place } from './population.ts';
import { commit, schedule, type Scene } from './scene.ts';
import { workOf, type Work } from './work.ts';

/** Figures, hours of choice, and everything that will be reported in the season. */
export async function settleIn(scene: Scene): Promise<void> {
  const { chance, population, program, options } = scene;
  for (const unit of population.units) {
    const [head] = population.cadresOf.get(unit.id)!;
    if (head === undefined) continue;
    const whole = chance.whole(6, 24);
    const figures: Record<string, number> = { 'chi-hoi-truong': whole, 'cht-chua-dang-vien': chance.whole(1, whole) };
    for (const figure of new Set(program.terms.flatMap((term) => term.figures.map((one) => one.id)))) {
      const tell = async (): Promise<void> => {
        const value = figures[figure] ?? whole;
        const effect: SetFigure = { type: 'indicator.set-figure', unitId: unit.id, figure, value, asOf: dayOf(scene.clock.at), cadreId: head };
        await commit(scene, [effect]);
        scene.books.figure(unit.id, figure, value);
      };
      if (chance.happens(0.9)) await tell();
      else schedule(scene, `${addDays(options.from, chance.whole(10, 300))} 11:00`, tell);
    }
    for (const work of worksOf(scene, unit, figures)) schedule(scene, `${work.day} ${chance.pick(['06:30', '11:00', '18:00'])}`, () => file(scene, unit, head, work));
  }
  for (const cadreId of [...population.cadresOf.values()].flat()) {
    const hour: ChooseHour = { type: 'push.hour', cadreId, clock: chance.pick(['10:00', '14:00', '19:00']) };
    if (chance.happens(0.15)) await commit(scene, [hour]);
    if (chance.happens(0.05)) schedule(scene, `${addDays(options.from, chance.whole(5, 400))} 11:00`, () => goAway(scene, cadreId));
  }
}

function worksOf({ program, options, chance }: Scene, unit: Place, figures: Record<string, number>): Work[] {
  const works: Work[] = [];
  for (const term of program.terms) {
    for (const indicator of term.indicators) {
      for (let at = later(options.from, term.from.day); at <= earlier(options.to, term.to.day); ) {
        works.push(...workOf(indicator, term, unit, figures, { from: at, to: options.to }, chance));
        at = addDays(periodOf(indicator, term, at).to, 1);
      }
    }
  }
  return works;
}

/** Reports like this one are all known: nobody is asked about twins. */
const ANY = Number.MAX_SAFE_INTEGER;

/** A report from its draft to its verdict some days later; one in ten comes back and is filed again. */
async function file(scene: Scene, unit: Place, cadreId: number, work: Work, again: number | null = null): Promise<void> {
  const { counts, books, chance, program } = scene;
  const draft = { draftId: randomUUID(), cadreId, unitId: unit.id, kind: work.kind };
  const save = { type: 'report.save-draft', ...draft, version: 1, state: {} };
  const report: FileReport = { type: 'report.file', ...draft, title: work.kind, day: work.day, answers: {}, measures: work.measures, figures: [], jointWith: [], final: false, again: again === null ? null : { reportId: again, revision: null }, known: ANY, late: false };
  const [, filed] = await commit(scene, [save, report]);
  counts['reports']!++;
  const { id, revision } = await program.db.selectFrom('reports').select(['id', 'revision']).where('code', '=', (filed as Filed).code).executeTakeFirstOrThrow();
  if (again === null) books.file(id, unit.id, work.day, work.measures);
  else books.stands(id, unit.id, true);
  const accepted = again !== null || chance.happens(0.9);
  const day = addDays(dayOf(scene.clock.at), chance.whole(1, 6));
  schedule(scene, `${day} 11:00`, () => review(scene, unit, cadreId, work, { id, revision, accepted }));
}

async function review(scene: Scene, unit: Place, authorId: number, work: Work, { id, revision, accepted }: { id: number; revision: number; accepted: boolean }): Promise<void> {
  const { counts, books, population, chance } = scene;
  const verdict: ReviewReport = { type: 'report.review', reportId: id, revision, cadreId: population.cityCadres[0]!, verdict: accepted ? 'accepted' : 'returned' };
  await commit(scene, [verdict]);
  counts[accepted ? 'accepted' : 'returned']!++;
  if (accepted) return;
  books.stands(id, unit.id, false);
  schedule(scene, `${addDays(dayOf(scene.clock.at), chance.whole(1, 10))} 18:00`, () => file(scene, unit, authorId, work, id));
}

async function goAway(scene: Scene, cadreId: number): Promise<void> {
  const { population, chance, clock, counts } = scene;
  const colleagues = [...population.cadresOf.values()].find((of) => of.includes(cadreId))!.filter((id) => id !== cadreId);
  const effect: GoAway = { type: 'push.away', cadreId, until: addDays(dayOf(clock.at), chance.whole(3, 20)), standInId: colleagues.length > 0 ? chance.pick(colleagues) : null };
  await commit(scene, [effect]);
  counts['leaves']!++;
}

/** After a digest some ask for quiet, as the buttons allow: a working day not past the deadline. */
export async function snooze(scene: Scene, cadreId: number, deadline: string): Promise<void> {
  const { clock, luck, program, snoozedUntil, counts } = scene;
  const until = program.calendar.workingDayFrom(addDays(dayOf(clock.at), luck.pick([1, 3, 7])));
  if (until > deadline) return;
  const effect: SnoozeReminders = { type: 'push.snooze', cadreId, until };
  await commit(scene, [effect]);
  snoozedUntil.set(cadreId, until);
  counts['snoozes']!++;
}

export async function comesBack({ program, clock }: Scene, blocked: Set<number>, cadreId: number): Promise<void> {
  blocked.delete(cadreId);
  await sightings(program.db).mark({ channel: 'telegram', account: String(cadreId), chat: String(cadreId) }, clock.at);
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
