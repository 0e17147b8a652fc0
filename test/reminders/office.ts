import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { mortal } from '../../src/cli/simulation/mortal.ts';
import { loadNames } from '../../src/cli/simulation/names.ts';
import { populate, type Population } from '../../src/cli/simulation/population.ts';
import { readConfig } from '../../src/config.ts';
import { SendError, type Effect, type RenderedReply } from '../../src/conversation/index.ts';
import { buildProgram, type Program } from '../../src/program.ts';
import { openScratch, type Db } from '../../src/store/index.ts';
import { instantOf } from '../../src/time.ts';

const base = fileURLToPath(new URL('../../', import.meta.url));

export interface Heard {
  cadreId: number;
  at: Date;
  text: string;
  buttons: string[];
}

/**
 * The whole program for a made-up city of a few communes, on a store in memory whose process can die, with a clock that
 * stands and a platform that hears everything. Between tests `reset` forgets what was planned, chosen and reported.
 */
export interface Office {
  program: Program;
  process: ReturnType<typeof mortal>;
  db: Db;
  population: Population;
  heard: Heard[];
  /** What the platform does with the next messages; `null` is a good day. */
  fault: { of: ((cadreId: number) => SendError['outcome'] | 'out-then-unknown' | null) | null };
  logged: { event: string; fields: Record<string, unknown> | undefined }[];
  clock: { at: Date };
  at(day: string, hour?: string): void;
  /** The clock's beat at that moment. */
  tick(day: string, hour?: string): Promise<Heard[]>;
  commit(effects: Effect[]): Promise<unknown[]>;
  /** A report of a unit, filed and (unless told otherwise) accepted. */
  report(unitId: string, kind: string, measures: Record<string, number>, day: string, accepted?: boolean): Promise<number>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function openOffice(size = { units: 2, cadres: 5 }, env: Record<string, string> = {}): Promise<Office> {
  const clock = { at: instantOf('2026-11-01', '09:00') };
  const store = await openScratch();
  const process = mortal(store.db);
  const logged: Office['logged'] = [];
  const config = readConfig({ DATA_DIR: join(tmpdir(), 'hoi-office'), LOG_LEVEL: 'silent', ...env }, base);
  const program = await buildProgram(config, (event, fields) => void logged.push({ event, fields }), { now: () => clock.at }, { db: process.db, kind: 'embedded', close: store.close });
  const population = await populate(store.db, loadNames(config.contentDir), { ...size, titles: ['Chủ tịch', 'Phó Chủ tịch', 'Cán bộ chuyên trách'] }, clock.at);
  const heard: Heard[] = [];
  const fault: Office['fault'] = { of: null };
  program.channels.set('telegram', {
    name: 'telegram',
    start: async () => undefined,
    stop: async () => undefined,
    check: async () => 'test',
    async send({ account }, replies: RenderedReply[]) {
      const wrong = fault.of?.(Number(account)) ?? null;
      if (wrong === null || wrong === 'out-then-unknown') {
        heard.push({ cadreId: Number(account), at: clock.at, text: replies.map((one) => one.text).join('\n'), buttons: replies.flatMap((one) => one.choices.map((choice) => choice.label)) });
      }
      if (wrong) throw new SendError(wrong === 'out-then-unknown' ? 'unknown' : wrong, 'sendMessage', wrong);
    },
  });
  let commits = 0;
  const office: Office = {
    program,
    process,
    db: store.db,
    population,
    heard,
    fault,
    logged,
    clock,
    at: (day, hour = '08:00') => void (clock.at = instantOf(day, hour)),
    async tick(day, hour) {
      office.at(day, hour);
      heard.length = 0;
      await program.tick();
      return [...heard];
    },
    async commit(effects) {
      let results: unknown[] = [];
      const world = { now: clock.at } as Parameters<Program['deps']['ledger']['commit']>[2];
      await program.deps.ledger.commit(`office:${++commits}`, effects, world, (given) => {
        results = given;
        return { session: { format: 1, turn: 0, menus: [], recent: [], remembered: {} }, replies: [] };
      });
      return results;
    },
    async report(unitId, kind, measures, day, accepted = true) {
      const [cadreId] = population.cadresOf.get(unitId)!;
      const draft = { draftId: `draft:${++commits}`, cadreId, unitId, kind };
      const rows = Object.entries(measures).map(([measure, value]) => ({ measure, value }));
      await office.commit([{ type: 'report.save-draft', ...draft, version: 1, state: {} } as Effect, { type: 'report.file', ...draft, title: kind, day, answers: {}, measures: rows, figures: [], jointWith: [], final: false, again: null, known: Number.MAX_SAFE_INTEGER, late: false } as Effect]);
      const { id, revision } = await store.db.selectFrom('reports').select(['id', 'revision']).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
      if (accepted) await office.commit([{ type: 'report.review', reportId: id, revision, cadreId: population.cityCadres[0]!, verdict: 'accepted' } as Effect]);
      return id;
    },
    async reset() {
      process.revive();
      fault.of = null;
      heard.length = logged.length = 0;
      await sql`truncate pushes, planned_days, praises, paper_notes, snoozes, reminder_choices, reminder_owners, reminder_stop, reports, drafts, figures, sessions, turns restart identity cascade`.execute(store.db);
      await store.db.updateTable('accounts').set({ unreachable_at: null, unreachable_why: null }).execute();
    },
    close: () => program.close(),
  };
  return office;
}
