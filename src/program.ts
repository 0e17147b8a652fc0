import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandNames, house, type World } from '../scenes/index.ts';
import { inSentence } from '../scenes/world.ts';
import type { Config } from './config.ts';
import { ContentError } from './content.ts';
import { push, takeTurn, updateKey, SendError, usualVoice, type Address, type Channel, type Envelope, type TurnDeps } from './conversation/index.ts';
import { loadLayout, openDocuments } from './documents/index.ts';
import { evidenceFaults, indicatorEffects, loadTerms, openIndicators } from './indicators/index.ts';
import { knowledgeEffects } from './knowledge/effects.ts';
import { loadKnowledge, modelChooser, openQuestions, writeSuggestions, type Knowledge } from './knowledge/index.ts';
import type { Log } from './ops/log.ts';
import { loadPositions, openOrg, orgEffects, readFormerUnits, sightings } from './org/index.ts';
import { readTable } from './org/sheets/index.ts';
import { claimNight, loadPolicy, openPrivacy, privacyEffects, tidy } from './privacy/index.ts';
import { deliverDue, loadCalendar, openReminders, planQuestions, planReminders, pushEffects, type DeliverDeps } from './reminders/index.ts';
import { loadForms, openReports, reportEffects } from './reports/index.ts';
import { folderFiles, openDatabase, openRedis, processLocks, redisLocks, redisSessions, sqlLocks, sqlSessions, turnLedger, type Database } from './store/index.ts';
import { clockOf, dayOf } from './time.ts';
import { fluentWords } from './words.ts';

export type Program = Awaited<ReturnType<typeof buildProgram>>;

/** A clock that can be set forward, for the demonstration and for tests. */
export interface Clock {
  now(): Date;
}

/** What the folders hold: checked before any store is opened, so that a broken file stops the program at once. */
export async function loadEverything(config: Pick<Config, 'contentDir' | 'localesDir'>) {
  const at = (name: string): string => join(config.contentDir, name);
  const terms = loadTerms(at('indicators'));
  const ids = (pick: 'measures' | 'figures'): Set<string> => new Set(terms.flatMap((term) => term[pick].map((one) => one.id)));
  const forms = loadForms(at('activities.yaml'), ids('measures'), ids('figures'));
  const knowledge = loadKnowledge(config.contentDir);
  const feeds = new Map(forms.activities.map((one) => [one.id, new Set(one.feeds.map(({ measure }) => measure))]));
  const faults = evidenceFaults(terms, feeds, new Set(knowledge.content.entries.map((entry) => entry.id)));
  if (faults.length > 0) throw new ContentError(faults);
  return {
    words: fluentWords(config.localesDir),
    terms,
    forms,
    activities: forms.activities,
    calendar: loadCalendar(at('calendar.yaml')),
    positions: loadPositions(at('positions.yaml')),
    policy: loadPolicy(at('privacy.yaml')),
    layout: loadLayout(at('documents.yaml'), forms.activities),
    knowledge,
    former: readFormerUnits(await readTable(await readFile(at('units/ten-cu.csv')), 'ten-cu.csv')),
  };
}

/** Opens the stores and joins all parts; channels are added by whoever starts it. `database` may be given (tests). */
export async function buildProgram(config: Config, log: Log, clock: Clock, database?: Database) {
  const loaded = await loadEverything(config);
  const store = database ?? (await openDatabase(config.databaseUrl ? { url: config.databaseUrl } : { folder: config.dataDir }));
  const redis = config.redisUrl ? await openRedis(config.redisUrl) : null;
  const { db } = store;
  const org = openOrg(db, loaded.positions, loaded.former, loaded.policy.notice);
  const privacy = openPrivacy(db, loaded.policy);
  const reports = openReports(db, loaded.forms);
  const indicators = openIndicators(db, loaded.terms, reports);
  const reminders = openReminders(db, org);
  const questions = openQuestions(db, loaded.knowledge.contentWords);
  const knowledge: Knowledge = config.model ? { ...loaded.knowledge, choose: modelChooser(config.model, loaded.knowledge.content, { fetch, failed: (why) => log('model-failed', { why }) }) } : loaded.knowledge;
  const files = folderFiles(join(config.dataDir, 'files'));
  const documents = openDocuments({ files, words: loaded.words, layout: loaded.layout, reports, indicators, org });
  const sessions = redis ? redisSessions(redis) : sqlSessions(db);
  const channels = new Map<string, Channel>();
  const seen = sightings(db);
  /** A turn has planned a push: what is due now need not wait for the next tick. */
  let planned = false;
  const planPush: (typeof pushEffects)['push.plan'] = (effect, context) => {
    planned = true;
    return pushEffects['push.plan'](effect, context);
  };

  const worldOf = async (from: Address, turnId: string, cadreId?: number): Promise<World> => {
    const now = clock.now();
    const today = dayOf(now);
    const { agreed, tree, ...who } = await org.who(cadreId === undefined ? from : { cadreId }, now);
    const cadre = agreed ? who.cadre : null;
    const key = cadre ? `cadre:${cadre.id}` : `${from.channel}:${from.account}`;
    const { calendar } = loaded;
    const person = { key, known: cadre !== null, cadre, unagreed: agreed ? null : who.cadre };
    return { now, today, turnId, from, person, tree, scope: org.scope(cadre, tree, today), org, privacy, knowledge, questions, reports, indicators, documents, reminders, calendar, quiet: config.quiet };
  };

  /** Who was erased in a turn that is still running: her conversations are forgotten once this one has been saved. */
  const erased = new Map<string, string[]>();
  const privately = privacyEffects({
    files,
    word: (key) => loaded.words.render({ key }, usualVoice),
    session: async (person) => (redis ? sessions.load(person) : null),
    erased: (turnId, people) => void erased.set(turnId, people),
  });

  const deps: TurnDeps<World> = {
    house,
    words: loaded.words,
    voice: ({ person }) => person.cadre ?? person.unagreed ?? usualVoice,
    locks: redis ? redisLocks(redis) : store.kind === 'server' ? sqlLocks(db) : processLocks(),
    sessions,
    ledger: turnLedger<World>(db, { ...orgEffects, ...reportEffects, ...indicatorEffects, ...pushEffects, ...knowledgeEffects, ...privately, 'push.plan': planPush }),
    world: (envelope) => worldOf(envelope, shortId(updateKey(envelope))),
    async send(to, replies, urgency) {
      const channel = channels.get(to.channel);
      if (!channel) throw new SendError('unreachable', `send on ${to.channel}`, 'this channel is not running');
      await channel.send(to, replies, urgency);
    },
    async undelivered(to, error) {
      const outcome = error instanceof SendError ? error.outcome : 'failed';
      log('answer-not-sent', { channel: to.channel, outcome });
      if (outcome === 'unreachable') await seen.lost(to, 'blocked', clock.now());
    },
  };

  /** The turn that erased her has itself left a session and a record, with her account's number in them. */
  async function forgetTurn(update: string, people: string[]): Promise<void> {
    for (const person of people) await sessions.forget(person);
    await db.deleteFrom('turns').where('update_key', '=', update).execute();
  }

  const deliver: DeliverDeps = {
    db,
    quiet: config.quiet,
    now: () => clock.now(),
    addresses: async (cadreIds) => (await org.addresses(cadreIds)).filter((one) => !one.unreachable && channels.has(one.channel)),
    push: async (cadreId, to, what, leaving) => {
      const world = await worldOf(to, shortId(`push:${cadreId}:${clock.now().toISOString()}`), cadreId);
      return world.person.cadre ? push(deps, to, world, what, leaving) : 'left the roster';
    },
    unreachable: (to, why) => seen.lost(to, why, clock.now()),
    log,
  };
  const planning = { db, org, indicators, calendar: loaded.calendar };
  let delivering: Promise<unknown> = Promise.resolve();

  const program = {
    ...loaded,
    config,
    db,
    store,
    org,
    questions,
    reports,
    indicators,
    channels,
    deps,
    documents,
    files,
    privacy,
    sessions,
    planning,
    clock,
    /** One update, start to end; what it planned for others goes out right after. */
    async take(envelope: Envelope): Promise<void> {
      await takeTurn(deps, envelope);
      const update = updateKey(envelope);
      const gone = erased.get(shortId(update));
      if (gone) {
        erased.delete(shortId(update));
        await forgetTurn(update, gone);
      } else if (envelope.private) await seen.mark(envelope, clock.now());
      if (!planned) return;
      planned = false;
      void program.deliver().catch((error: Error) => log('deliver-failed', { error: error.name }));
    },
    /** Sends what is due; one run at a time in this process. */
    deliver(): Promise<number> {
      const run = delivering.then(() => deliverDue(deliver));
      delivering = run.catch(() => undefined);
      return run;
    },
    /** Once the day's hour has come on a working day: today's digests into the ledger. Repeating it changes nothing. */
    async plan(): Promise<number> {
      const now = clock.now();
      if (clockOf(now) < config.remindClock) return 0;
      const done = await planReminders(planning, now, config.remindClock);
      if (done) log('reminders-planned', done);
      return (done?.digests ?? 0) + (await planQuestions(planning, now, config.remindClock));
    },
    /** Scenes that have waited long enough hear the silence. */
    async hearSilence(): Promise<void> {
      for (const person of await sessions.silent(clock.now(), 100)) {
        const session = await sessions.load(person);
        if (!session?.last || !session.silentAt || Date.parse(session.silentAt) > clock.now().getTime()) continue;
        const { person: now } = await worldOf(session.last, '');
        // The account she last wrote from has ceased to be hers: nothing is said there.
        if (now.key !== person) {
          const { silentAt: _, ...quiet } = session;
          await sessions.save(person, quiet);
        } else await takeTurn(deps, { ...session.last, update: `silence:${person}:${session.turn}`, private: true, input: { kind: 'silence' } });
      }
    },
    /** What officers answered, as files for the content's editor. */
    async suggest(): Promise<string[]> {
      const tree = await org.tree(clock.now());
      const text = (key: string, args: Record<string, string> = {}): string => loaded.words.render({ key, args }, usualVoice);
      const unionOf = (unitId: string): string => text('union-of', { unit: inSentence(tree.get(unitId)?.name ?? '') });
      return writeSuggestions(db, join(config.dataDir, 'suggestions'), unionOf, text, clock.now());
    },
    /** Once a day, in the small hours or whenever the program is next up: what has been kept long enough goes. */
    async tidy(): Promise<void> {
      const now = clock.now();
      if (clockOf(now) < TIDY_AT || !(await claimNight(db, dayOf(now)))) return;
      log('tidied', { ...(await tidy(db, files, loaded.policy.keep, now)), sessions: await sessions.sweep() });
    },
    /** Everything the clock starts. */
    async tick(): Promise<void> {
      await program.plan();
      await program.deliver();
      await program.hearSilence();
      await program.suggest();
      await program.tidy();
    },
    /** Asks both stores for something small. Throws when one does not answer. */
    async reachable(): Promise<void> {
      await org.tree(clock.now());
      await redis?.ping();
    },
    commands: commandNames.map((command) => ({ command, description: loaded.words.render({ key: `command-${command}` }, usualVoice) })),
    async close(): Promise<void> {
      await delivering;
      // An answer to the last command says that those before it have arrived: a lock given back without waiting, too.
      await redis?.ping().catch(() => undefined);
      redis?.disconnect();
      await store.close();
    },
  };
  return program;
}

const TIDY_AT = '02:00';

/** Same for the same update, short enough for a button. */
const shortId = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 12);

export const newSecret = (): string => randomBytes(32).toString('hex');
