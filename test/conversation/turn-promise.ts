import { expect, test } from 'vitest';
import type { RawInput, TurnDeps } from '../../src/conversation/index.ts';
import type { World } from '../../scenes/index.ts';
import type { Play, Player } from '../support/play.ts';

class Crash extends Error {}

/** A report from its first word to its receipt. A label presses that button; the rest is typed. */
const report = ['/baocao', '[Sinh hoạt chi hội]', 'hôm qua', 'Triển khai nhiệm vụ tháng 12', '42', '[Không có ảnh]', '[Gửi báo cáo]'];

/** Where a process may die inside one turn. */
const places = ['load', 'find', 'before commit', 'after commit', 'before save', 'after save', 'before send', 'after send'] as const;
type Place = (typeof places)[number];

/** The process dies at one place: from there on nothing it tries succeeds, until it is started again. */
function faulty(deps: TurnDeps<World>, place: Place): () => void {
  const { sessions, ledger, send } = deps;
  let dead = false;
  const die = (at: Place): void => {
    dead ||= at === place;
    if (dead) throw new Crash(at);
  };
  deps.sessions = {
    load: async (person) => (die('load'), sessions.load(person)),
    save: async (person, session) => {
      die('before save');
      await sessions.save(person, session);
      die('after save');
    },
  };
  deps.ledger = {
    find: async (update) => (die('find'), ledger.find(update)),
    async commit(update, effects, world, finish) {
      die('before commit');
      const record = await ledger.commit(update, effects, world, finish);
      die('after commit');
      return record;
    },
  };
  deps.send = async (to, replies, urgency) => {
    die('before send');
    await send(to, replies, urgency);
    die('after send');
  };
  return () => void Object.assign(deps, { sessions, ledger, send });
}

/** Whether stores are embedded or servers: a turn that dies anywhere and is delivered again leaves the same rows and says the same. */
export function turnPromise(open: () => Play): void {
  let people = 0;

  async function tell(crash: { step: number; place: Place } | null): Promise<{ heard: string[]; rows: unknown }> {
    const stage = open();
    const { program } = stage;
    const name = `turn-${++people}`;
    const hoa = await stage.person(name, '+84900000002');
    const before = await program.db.selectFrom('reports').select('id').execute();
    const heard: string[] = [];
    for (const [step, said] of report.entries()) {
      const [input, update] = [inputOf(said, hoa), `${name}:${step}`];
      const restore = crash?.step === step ? faulty(program.deps, crash.place) : null;
      const first = await hoa.sends(input, update).catch(() => hoa.heard());
      restore?.();
      heard.push(...first, ...(crash?.step === step ? await hoa.sends(input, update) : []));
    }
    const rows = await program.db
      .selectFrom('reports')
      .leftJoin('report_measures', 'report_measures.report_id', 'reports.id')
      .select(['kind', 'title', 'day', 'status', 'measure', 'value'])
      .where('reports.id', 'not in', [0, ...before.map((one) => one.id)])
      .orderBy('measure')
      .execute();
    const open_ = await program.db.selectFrom('drafts').select('id').where('closed_at', 'is', null).execute();
    // The next teller must find no twin of this report.
    await program.db.deleteFrom('reports').where('id', 'not in', [0, ...before.map((one) => one.id)]).execute();
    return { heard: heard.map(withoutCode), rows: { rows, openDrafts: open_.length } };
  }

  test.each(places)('a turn that dies at "%s" and is delivered again ends in the same rows and replies', async (place) => {
    const whole = await tell(null);
    for (const step of report.keys()) {
      const { heard, rows } = await tell({ step, place });
      expect({ step, rows }).toEqual({ step, rows: whole.rows });
      // What went out right before the process died may be said once more; nothing is left out or changed.
      expect({ step, heard: ['after send', 'before save'].includes(place) ? once(heard) : heard }).toEqual({ step, heard: whole.heard });
    }
  }, 60_000);
}

const once = (heard: string[]): string[] => heard.filter((text, at) => text !== heard[at - 1]);
const withoutCode = (text: string): string => text.replace(/BC-\d{4}-\d{4}/, 'BC');

function inputOf(said: string, who: Player): RawInput {
  if (said.startsWith('/')) return { kind: 'command', name: said.slice(1), args: '' };
  return said.startsWith('[') ? { kind: 'button', data: who.button(said.slice(1, -1)) } : { kind: 'text', text: said };
}
