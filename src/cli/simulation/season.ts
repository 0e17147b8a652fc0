import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { Session, Sessions } from '../../conversation/index.ts';
import type { Log } from '../../ops/log.ts';
import { buildProgram } from '../../program.ts';
import { planReminders } from '../../reminders/index.ts';
import { openScratch, type Db } from '../../store/index.ts';
import { addDays, clockOf, dayOf, daysBetween, instantOf } from '../../time.ts';
import { openBooks } from './books.ts';
import { chanceOf } from './chance.ts';
import { contentUpTo } from './content.ts';
import { Died, mortal } from './mortal.ts';
import { comesBack, settleIn } from './people.ts';
import { platformOf } from './platform.ts';
import { loadNames } from './names.ts';
import { populate } from './population.ts';
import { proofOf, type Missed, type Out, type Proof } from './proof.ts';
import { happen, type Scene } from './scene.ts';
import { endOf, openCount, watchOpen, witness } from './witness.ts';

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
  /** Reports filed, messages said, and indicators open at the week's beginning. */
  weeks: { from: string; reports: number; messages: number; open: number }[];
}

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

async function playSeason(config: Config, db: Db, options: SeasonOptions): Promise<Omit<Season, 'seconds'>> {
  const [chance, luck] = [chanceOf(options.seed), chanceOf(options.seed + 1)];
  const clock = { at: instantOf(options.from, '06:00') };
  const counts: Record<string, number> = { reports: 0, accepted: 0, returned: 0, snoozes: 0, leaves: 0, deaths: 0, plannedByTwo: 0, clockSetBack: 0, stale: 0 };
  const process = mortal(db);
  const log: Log = (event, fields) => {
    if (event === 'reminders-planned') counts['stale']! += Number(fields?.['stale']);
  };
  const names = loadNames(config.contentDir);
  const population = await populate(db, names, { units: options.units, cadres: options.cadres, titles: names.titles }, clock.at);
  const program = await buildProgram(config, log, { now: () => clock.at }, { db: process.db, kind: 'embedded', close: async () => undefined });
  program.deps.sessions = memorySessions();
  const twin = (): Promise<unknown> => planReminders({ ...program.planning, db }, clock.at, config.remindClock);
  const scene: Scene = { options, chance, luck, clock, counts, program, population, books: openBooks(program.terms), snoozedUntil: new Map<number, string>(), later: new Map<string, (() => Promise<void>)[]>() };
  const outs: Out[] = [];
  const platform = platformOf(luck, options.faults, (cadreId, replies, out) => {
    outs.push(witness(scene, cadreId, replies.map((one) => one.text).join('\n'), out));
  });
  program.channels.set('telegram', platform.channel);
  await settleIn(scene);
  const missed: Missed[] = [];
  const open = new Map<string, string>();
  const weeks: Season['weeks'] = [];
  let filed = 0;
  for (let day = options.from; day <= options.to; day = addDays(day, 1)) {
    await happen(scene, `${day} 06:30`);
    await tick(scene, twin, process, `${day} 08:00`, true);
    await happen(scene, `${day} 11:00`);
    await drain(scene, twin, process, day);
    await happen(scene, `${day} 18:00`);
    await drain(scene, twin, process, day);
    watchOpen(scene, day, open);
    missed.push(...endOf(scene, day, open));
    for (const cadreId of platform.blocked) if (luck.happens(0.03)) await comesBack(scene, platform.blocked, cadreId);
    if (daysBetween(options.from, day) % 7 === 0) weeks.push({ from: day, reports: 0, messages: 0, open: openCount(scene, day) });
    weeks.at(-1)!.reports += counts['reports']! - filed;
    filed = counts['reports']!;
  }
  for (const one of outs) if (one.out) weeks[Math.floor(daysBetween(options.from, dayOf(one.at)) / 7)]!.messages++;
  const ledger = await db.selectFrom('pushes').select(['state', (is) => is.fn.countAll<number>().as('count')]).groupBy('state').execute();
  for (const { state, count } of ledger) counts[`pushes-${state}`] = count;
  for (const [answer, count] of Object.entries(platform.answers)) counts[`platform-${answer}`] = count;
  return { options, counts, proof: proofOf(outs, missed, program.calendar, config.quiet), weeks };
}

/** Conversations outlive the process, as they do in Redis; what is put to the proof is the ledger in SQL. */
function memorySessions(): Sessions {
  const kept = new Map<string, Session>();
  return { load: async (person) => kept.get(person) ?? null, save: async (person, session) => void kept.set(person, session) };
}

/** One beat of the program's clock; sometimes two plan at once, the clock goes back an hour, or the process dies. */
async function tick(scene: Scene, twin: () => Promise<unknown>, process: ReturnType<typeof mortal>, when: string, planning: boolean): Promise<void> {
  const { program, clock, luck, counts, options } = scene;
  const trouble = options.faults ? luck.next() : 1;
  clock.at = instantOf(when.slice(0, 10), when.slice(11));
  const work = async (): Promise<void> => {
    if (planning && trouble < 0.05) await Promise.all([program.plan(), twin()]);
    else if (planning) await program.plan();
    await program.deliver();
  };
  if (planning && trouble < 0.05) counts['plannedByTwo']!++;
  if (trouble >= 0.05 && trouble < 0.13) process.dieAtQuery(luck.whole(0, planning ? 120 : 60));
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

