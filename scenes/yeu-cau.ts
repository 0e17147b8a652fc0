import { end, lines, reply, say, type Choice, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { HandleRequests, JoinRequest } from '../src/org/index.ts';
import type { RecordAudit } from '../src/privacy/index.ts';
import { dayOf, showDay } from '../src/time.ts';
import { dialled } from '../src/vietnamese/phone.ts';
import { noState } from './bat-dau.ts';
import type { HoiScene, World } from './world.ts';

const LISTED = 20;

/** Whom the roster does not know and who asked to be added; for administrators. */
export const yeuCau: HoiScene<never> = {
  name: 'yeu-cau',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'cadre',

  async enter(args, world): Promise<Outcome<never>> {
    if (!world.scope.may('people')) return end([reply(say('requests-may-not'))]);
    const handled = /^x:(\d{1,9})$/.exec(args);
    if (handled) {
      const effect: HandleRequests = { type: 'org.handle-requests', upTo: Number(handled[1]) };
      const done: RecordAudit = { type: 'audit.record', what: 'handled', subject: 'people', id: 'join-requests' };
      return end([reply(say('requests-handled'))], { effects: [effect, done] });
    }
    const open = await world.org.openRequests();
    if (open.length === 0) return end([reply(say('requests-none'))]);
    const seen: RecordAudit = { type: 'audit.record', what: 'viewed', subject: 'people', id: 'join-requests' };
    return end([list(open)], { effects: [seen] });
  },

  /** In the morning: how many there are now. */
  async fire(_, world: World) {
    const open = world.scope.may('people') ? await world.org.openRequests() : [];
    if (open.length === 0) return { kind: 'drop', why: 'nobody-waits' };
    return { kind: 'say', replies: [reply(count(open), { choices: [seeRequests('requests-see')] })] };
  },
};

export const seeRequests = (label: 'requests-see' | 'requests-menu'): Choice => ({ id: 'yeu-cau', label: say(label), to: { scene: 'yeu-cau' } });

const named = (open: JoinRequest[]): JoinRequest[] => open.filter((one) => one.phone !== null);
const count = (open: JoinRequest[]) => say('requests-count', { count: open.length, named: named(open).length });

function list(open: JoinRequest[]): Reply {
  const rows = named(open);
  const shown = rows.slice(0, LISTED).map(({ at, words, phone, proved }) => say(proved ? 'requests-item' : 'requests-item-written', { day: showDay(dayOf(at)), words: words ?? '', phone: dialled(phone ?? '') }));
  const more = rows.length > LISTED ? [say('requests-more', { count: rows.length - LISTED })] : [];
  const newest = Math.max(...open.map((one) => one.id));
  return reply([count(open), ...(shown.length > 0 ? [lines([...shown, ...more])] : []), say('requests-how')], {
    choices: [{ id: 'done', label: say('requests-done'), to: { scene: 'yeu-cau', args: `x:${newest}` } }],
  });
}
