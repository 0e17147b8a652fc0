import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Config } from '../../config.ts';
import type { Effect } from '../../conversation/index.ts';
import { periodOf, type SetFigure, type Term } from '../../indicators/index.ts';
import { markSeen } from '../../org/index.ts';
import type { Log } from '../../ops/log.ts';
import { buildProgram, type Program } from '../../program.ts';
import { planReminders, type ChooseHour, type GoAway, type SnoozeReminders } from '../../reminders/index.ts';
import type { Filed, FileReport, ReviewReport } from '../../reports/index.ts';
import { openScratch } from '../../store/index.ts';
import { addDays, clockOf, dayOf, daysBetween, instantOf } from '../../time.ts';
import { openBooks } from './books.ts';
import { chanceOf, type Chance } from './chance.ts';
import { Died, mortal } from './mortal.ts';
import { platformOf } from './platform.ts';
import { populate, type Place, type Population } from './population.ts';
import { proofOf, saidDays, type Missed, type Out, type Proof } from './proof.ts';
import { workOf, type Work } from './work.ts';

export interface SeasonOptions {
  from: string;
  to: string;
  units: number;
  cadres: number;
  seed: number;
  faults: boolean;
}

export interface Season {
  options: SeasonOptions;
  seconds: number;
  counts: Record<string, number>;
  proof: Proof;
  /** Messages and open indicators, week by week. */
  weeks: { from: string; messages: number; open: number }[];
}

const TITLES = ['Chủ tịch', 'Phó Chủ tịch', 'Cán bộ chuyên trách', 'Ủy viên Ban Chấp hành'];
const LEASE_MINUTES = 3;

/** A season in seconds: reports come in, reminders go out, the platform and the process fail, and everything is counted. */
export async function runSeason(base: Config, options: SeasonOptions): Promise<Season> {
  const begun = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'hoi-simulate-'));
  const store = await openScratch();
  try {
    const config = { ...base, contentDir: await contentUpTo(base.contentDir, folder, options.to), dataDir: folder, redisUrl: undefined };
    const season = await playSeason(config, store.db, options);
    return { ...season, seconds: Math.round(performance.now() - begun) / 1000 };
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The content, with the last term running on under another name when the season is longer than the terms written so far. */
async function contentUpTo(contentDir: string, folder: string, to: string): Promise<string> {
  const content = join(folder, 'content');
  await cp(contentDir, content, { recursive: true });
  const names = (await readdir(join(content, 'indicators'))).filter((name) => name.endsWith('.yaml')).toSorted();
  const last = parse(await readFile(join(content, 'indicators', names.at(-1)!), 'utf8')) as { to: { day: string | Date } };
  const end = last.to.day instanceof Date ? dayOf(last.to.day) : last.to.day;
  if (end >= to) return content;
  const next = { ...last, term: 'sau', name: 'Nhiệm kỳ sau (mô phỏng)', from: { day: addDays(end, 1), confirmed: false }, to: { day: addDays(end, 5 * 365), confirmed: false } };
  await writeFile(join(content, 'indicators', 'sau.yaml'), stringify(next));
  return content;
}

type Store = Awaited<ReturnType<typeof openScratch>>['db'];

async function playSeason(config: Config, db: Store, options: SeasonOptions): Promise<Omit<Season, 'seconds'>> {
  const chance = chanceOf(options.seed);
  const clock = { at: instantOf(options.from, '06:00') };
  const counts: Record<string, number> = { reports: 0, accepted: 0, returned: 0, snoozes: 0, leaves: 0, deaths: 0, plannedByTwo: 0, clockSetBack: 0, stale: 0 };
  const process = mortal(db);
  const log: Log = (event, fields) => {
    if (event === 'reminders-planned') counts['stale']! += Number(fields?.['stale']);
  };
  const population = await populate(db, { units: options.units, cadres: options.cadres, titles: TITLES }, clock.at);
  const program = await buildProgram(config, log, { now: () => clock.at }, { db: process.db, kind: 'embedded', close: async () => undefined });
  const twin = (): Promise<unknown> => planReminders({ ...program.planning, db }, clock.at, config.remindClock);
  const scene = { options, chance, clock, counts, program, population, books: openBooks(program.terms), snoozedUntil: new Map<number, string>(), later: new Map<string, (() => Promise<void>)[]>() };
  const outs: Out[] = [];
  const platform = platformOf(chance, options.faults, (cadreId, replies, out) => {
    outs.push(witness(scene, cadreId, replies.map((one) => one.text).join('\n'), out));
  });
  program.channels.set('telegram', platform.channel);
  await settleIn(scene);
  const missed: Missed[] = [];
  const open = new Map<string, Missed>();
  const weeks: Season['weeks'] = [];
  for (let day = options.from; day <= options.to; day = addDays(day, 1)) {
    await happen(scene, `${day} 06:30`);
    watchMilestones(scene, day, open);
    await tick(scene, twin, process, `${day} 08:00`, true);
    await happen(scene, `${day} 11:00`);
    await drain(scene, twin, process, day);
    await happen(scene, `${day} 18:00`);
    await drain(scene, twin, process, day);
    missed.push(...endOf(scene, day, open));
    for (const cadreId of platform.blocked) if (chance.happens(0.03)) await comesBack(scene, platform.blocked, cadreId);
    if (daysBetween(options.from, day) % 7 === 0) weeks.push({ from: day, messages: 0, open: openCount(scene, day) });
  }
  for (const one of outs) if (one.out) weeks[Math.floor(daysBetween(options.from, dayOf(one.at)) / 7)]!.messages++;
  const ledger = await db.selectFrom('pushes').select(['state', (is) => is.fn.countAll<number>().as('count')]).groupBy('state').execute();
  for (const { state, count } of ledger) counts[`pushes-${state}`] = count;
  for (const [answer, count] of Object.entries(platform.answers)) counts[`platform-${answer}`] = count;
  return { options, counts, proof: proofOf(outs, missed, program.calendar, config.quiet), weeks };
}

interface Scene {
  options: SeasonOptions;
  chance: Chance;
  clock: { at: Date };
  counts: Record<string, number>;
  program: Program;
  population: Population;
  books: ReturnType<typeof openBooks>;
  snoozedUntil: Map<number, string>;
  /** What will happen, by "day hour". */
  later: Map<string, (() => Promise<void>)[]>;
}

const schedule = ({ later }: Scene, when: string, what: () => Promise<void>): void => {
  const held = later.get(when);
  if (held) held.push(what);
  else later.set(when, [what]);
};

async function happen({ later, clock }: Scene, when: string): Promise<void> {
  const events = later.get(when);
  if (!events) return;
  clock.at = instantOf(when.slice(0, 10), when.slice(11));
  for (const event of events) await event();
  later.delete(when);
}

/** Effects as a turn would commit them. */
async function commit({ program, clock }: Scene, effects: Effect[]): Promise<unknown[]> {
  let results: unknown[] = [];
  const world = { now: clock.at } as Parameters<Program['deps']['ledger']['commit']>[2];
  await program.deps.ledger.commit(`simulation:${randomUUID()}`, effects, world, (given) => {
    results = given;
    return { session: { format: 1, turn: 0, menus: [], recent: [], remembered: {} }, replies: [] };
  });
  return results;
}

/** Figures, hours of choice, and everything that will be reported in the season. */
async function settleIn(scene: Scene): Promise<void> {
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

/** A report from its draft to its verdict some days later; one in ten comes back and is filed again. */
async function file(scene: Scene, unit: Place, cadreId: number, work: Work, again: number | null = null): Promise<void> {
  const { counts, books, chance, program } = scene;
  const draft = { draftId: randomUUID(), cadreId, unitId: unit.id, kind: work.kind };
  const save = { type: 'report.save-draft', ...draft, version: 1, state: {} };
  const report: FileReport = { type: 'report.file', ...draft, title: work.kind, day: work.day, answers: {}, measures: work.measures, figures: [], final: false, again };
  const [, filed] = await commit(scene, [save, report]);
  counts['reports']!++;
  const { id } = again === null ? await program.db.selectFrom('reports').select('id').where('code', '=', (filed as Filed).code).executeTakeFirstOrThrow() : { id: again };
  if (again === null) books.file(id, unit.id, work.day, work.measures);
  else books.stands(id, unit.id, true);
  const accepted = again !== null || chance.happens(0.9);
  const day = addDays(dayOf(scene.clock.at), chance.whole(1, 6));
  schedule(scene, `${day} 11:00`, () => review(scene, unit, cadreId, work, id, accepted));
}

async function review(scene: Scene, unit: Place, authorId: number, work: Work, reportId: number, accepted: boolean): Promise<void> {
  const { counts, books, population, chance } = scene;
  const verdict: ReviewReport = { type: 'report.review', reportId, cadreId: population.cityCadres[0]!, verdict: accepted ? 'accepted' : 'returned' };
  await commit(scene, [verdict]);
  counts[accepted ? 'accepted' : 'returned']!++;
  if (accepted) return;
  books.stands(reportId, unit.id, false);
  schedule(scene, `${addDays(dayOf(scene.clock.at), chance.whole(1, 10))} 18:00`, () => file(scene, unit, authorId, work, reportId));
}

async function goAway(scene: Scene, cadreId: number): Promise<void> {
  const { population, chance, clock, counts } = scene;
  const colleagues = [...population.cadresOf.values()].find((of) => of.includes(cadreId))!.filter((id) => id !== cadreId);
  const effect: GoAway = { type: 'push.away', cadreId, until: addDays(dayOf(clock.at), chance.whole(3, 20)), standInId: colleagues.length > 0 ? chance.pick(colleagues) : null };
  await commit(scene, [effect]);
  counts['leaves']!++;
}

/** After a digest some ask for quiet, as the buttons allow: a working day not past the deadline. */
async function snooze(scene: Scene, cadreId: number, deadline: string): Promise<void> {
  const { clock, chance, program, snoozedUntil, counts } = scene;
  const until = program.calendar.workingDayFrom(addDays(dayOf(clock.at), chance.pick([1, 3, 7])));
  if (until > deadline) return;
  const effect: SnoozeReminders = { type: 'push.snooze', cadreId, until };
  await commit(scene, [effect]);
  snoozedUntil.set(cadreId, until);
  counts['snoozes']!++;
}

async function comesBack({ program, clock }: Scene, blocked: Set<number>, cadreId: number): Promise<void> {
  blocked.delete(cadreId);
  await markSeen(program.db, { channel: 'telegram', account: String(cadreId), chat: String(cadreId) }, clock.at);
}

/** What a message says, and whether it should have been said, by the simulation's own books. */
function witness(scene: Scene, cadreId: number, text: string, out: boolean): Out {
  const { population, books, clock, snoozedUntil, chance } = scene;
  const day = dayOf(clock.at);
  const [term] = books.termsOn(day);
  const reminded: Out['reminded'] = [];
  let afterDone = 0;
  let unit: Place | undefined;
  for (const line of text.split('\n')) {
    const title = /^\*\*(.+)\*\*$/.exec(line)?.[1];
    if (title) unit = population.units.find((one) => one.name === title);
    const number = /^(?:🔴|⚪) Chỉ tiêu (\d+)/u.exec(line)?.[1];
    const indicator = term?.indicators.find((one) => String(one.number) === number);
    if (!unit || !term || !indicator) continue;
    reminded.push({ unitId: unit.id, indicatorId: indicator.id });
    if (books.isDone(unit, term, indicator, day)) afterDone++;
    if (out && chance.happens(0.02)) schedule(scene, `${addDays(day, 0)} 11:00`, () => snooze(scene, cadreId, periodOf(indicator, term, day).to));
  }
  return { at: clock.at, cadreId, out, reminded, afterDone, snoozed: (snoozedUntil.get(cadreId) ?? '') > day };
}

/** One beat of the program's clock; sometimes two plan at once, the clock goes back an hour, or the process dies. */
async function tick(scene: Scene, twin: () => Promise<unknown>, process: ReturnType<typeof mortal>, when: string, planning: boolean): Promise<void> {
  const { program, clock, chance, counts, options } = scene;
  const trouble = options.faults ? chance.next() : 1;
  clock.at = instantOf(when.slice(0, 10), when.slice(11));
  const work = async (): Promise<void> => {
    if (planning && trouble < 0.05) await Promise.all([program.plan(), twin()]);
    else if (planning) await program.plan();
    await program.deliver();
  };
  if (planning && trouble < 0.05) counts['plannedByTwo']!++;
  if (trouble >= 0.05 && trouble < 0.13) process.dieAtQuery(chance.whole(0, planning ? 120 : 60));
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Died) && process.alive()) throw error;
    counts['deaths']!++;
    process.revive();
    clock.at = new Date(clock.at.getTime() + LEASE_MINUTES * 60_000);
    await work();
  }
  process.revive();
  if (planning && trouble >= 0.13 && trouble < 0.16) {
    counts['clockSetBack']!++;
    clock.at = new Date(clock.at.getTime() - 3_600_000);
    await work();
  }
}

/** Everything else that comes due on that day: hours of choice, second tries, what was put off. */
async function drain(scene: Scene, twin: () => Promise<unknown>, process: ReturnType<typeof mortal>, day: string): Promise<void> {
  for (;;) {
    const next = await scene.program.db.selectFrom('pushes').select((is) => is.fn.min('due_at').as('at')).where('state', 'in', ['planned', 'claimed']).executeTakeFirst();
    if (!next?.at || dayOf(next.at) > day) return;
    const at = new Date(Math.max(next.at.getTime(), scene.clock.at.getTime() + 60_000));
    if (dayOf(at) > day) return;
    await tick(scene, twin, process, `${day} ${clockOf(at)}`, false);
  }
}

/** Notes who has what open on the day a milestone is said. */
function watchMilestones({ program, books, population }: Scene, day: string, open: Map<string, Missed>): void {
  if (!program.calendar.works(day)) return;
  eachIndicator(books.termsOn(day), (term, indicator) => {
    if (!saidDays(term, indicator, program.calendar, day).includes(day)) return;
    for (const unit of population.units) {
      if (population.cadresOf.get(unit.id)!.length === 0 || books.isDone(unit, term, indicator, day)) continue;
      const deadline = periodOf(indicator, term, day).to;
      const key = `${unit.id} ${indicator.id} ${deadline}`;
      const held = open.get(key) ?? { unitId: unit.id, indicatorId: indicator.id, deadline, asked: [] };
      held.asked.push(day);
      open.set(key, held);
    }
  });
}

/** On the last day of a period: who has still not met it and was open at a milestone. */
function endOf({ books, population }: Scene, day: string, open: Map<string, Missed>): Missed[] {
  const found: Missed[] = [];
  eachIndicator(books.termsOn(day), (term, indicator) => {
    if (periodOf(indicator, term, day).to !== day) return;
    for (const unit of population.units) {
      const held = open.get(`${unit.id} ${indicator.id} ${day}`);
      if (held && !books.isDone(unit, term, indicator, day)) found.push(held);
    }
  });
  return found;
}

function openCount({ books, population }: Scene, day: string): number {
  let count = 0;
  eachIndicator(books.termsOn(day), (term, indicator) => (count += population.units.filter((unit) => !books.isDone(unit, term, indicator, day)).length));
  return count;
}

const eachIndicator = (terms: Term[], what: (term: Term, indicator: Term['indicators'][number]) => void): void => {
  for (const term of terms) for (const indicator of term.indicators) what(term, indicator);
};

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
