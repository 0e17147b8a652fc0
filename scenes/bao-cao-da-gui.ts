import { end, lines, reply, say, type Choice, type Outcome, type Reply } from '../src/conversation/index.ts';
import type { RecordAudit } from '../src/privacy/index.ts';
import { photosOf, type Report, type RestoreReport, type WithdrawReport } from '../src/reports/index.ts';
import { showDay } from '../src/time.ts';
import { noState } from './bat-dau.ts';
import { partnerHears, tellPartners } from './joint-told.ts';
import { historyOf, reportView } from './report-words.ts';
import { cadreOf, tell, type HoiScene, type World } from './world.ts';

const NEWEST = 8;
const CODE = /^\s*(?:xem |báo cáo |bao cao |mã |ma )*(bc-?\d{4}-?\d{4,})\s*[.!?]?\s*$/iu;

/**
 * Reports that were filed: her own, or any in her scope by its code. Its buttons live for ever, so every one looks again at
 * what the report has become, and what is not hers to see is told like what does not exist.
 */
export const baoCaoDaGui: HoiScene<never> = {
  name: 'bao-cao-da-gui',
  version: 1,
  migrations: {},
  parse: noState,
  for: 'cadre',
  claims: (text) => CODE.test(text.normalize('NFC')),

  async enter(args, world): Promise<Outcome<never>> {
    const code = CODE.exec(args)?.[1];
    if (code) return seen(await world.reports.byCode(written(code)), world, (report) => oneReport(report, world));
    const [what = '', id = ''] = args.split(':');
    const act = acts[what];
    if (!act) return end([await ownReports(world)]);
    return seen(Number.isSafeInteger(Number(id)) ? await world.reports.byId(Number(id)) : undefined, world, (report) => act(report, world));
  },

  fire: partnerHears,
};

const acts: Record<string, (report: Report, world: World) => Promise<Outcome<never>>> = {
  xem: oneReport,
  'lich-su': history,
  rut: withdraw,
  'lay-lai': restore,
};

/** "bc26110006" → BC-2611-0006. */
function written(code: string): string {
  const digits = code.replace(/\D/g, '');
  return `BC-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** Goes on with a report she may see; for any other it says the same as for one that is not there. */
const seen = async (report: Report | undefined, world: World, then: (report: Report) => Promise<Outcome<never>>): Promise<Outcome<never>> =>
  report && [report.unitId, ...report.jointWith].some((id) => world.scope.sees(id)) ? then(report) : end([reply(say('own-not-found'))]);

const button = (what: string, key: string, { id }: Report): Choice => ({ id: what, label: say(key), to: { scene: 'bao-cao-da-gui', args: `${what}:${id}` } });

/** Her newest reports, each one tap away; what she filed for a unit she has left is that unit's now. */
export async function ownReports(world: World): Promise<Reply> {
  const reports = (await world.reports.by(cadreOf(world).id, NEWEST)).filter((report) => world.scope.sees(report.unitId));
  if (reports.length === 0) return reply(say('own-none'), { choices: [{ id: 'baocao', label: say('menu-report'), to: { scene: 'baocao' } }] });
  const choices = reports.map((report): Choice => ({
    id: String(report.id),
    label: say('own-item', { day: showDay(report.day).slice(0, 5), title: report.title, status: say(`own-mark-${report.status}`) }),
    to: { scene: 'bao-cao-da-gui', args: `xem:${report.id}` },
  }));
  return reply(say('own-list'), { choices });
}

/** The report as it was filed, how it stands, and what her unit may still do with it. */
async function oneReport(report: Report, world: World): Promise<Outcome<never>> {
  const returned = report.status === 'returned' ? await lastReturn(report, world) : [];
  const viewed: RecordAudit[] = report.authorId === cadreOf(world).id ? [] : [{ type: 'audit.record', what: 'viewed', subject: 'report', id: report.code }];
  return end([
    reply([...reportView(report, world), say('own-status', { status: say(`own-status-${report.status}`) }), ...returned], {
      photos: photosOf(report.answers),
      choices: [...changes(report, world), button('lich-su', 'own-history', report)],
    }),
  ], { effects: viewed });
}

async function lastReturn(report: Report, world: World) {
  const last = (await world.reports.events(report.id)).findLast((event) => event.what === 'returned');
  const label = world.reports.activity(report.kind)?.questions.find((one) => one.id === last?.detail.question)?.label ?? '';
  return last ? [say('history-comment', { label, comment: last.detail.comment ?? '' })] : [];
}

function changes(report: Report, world: World): Choice[] {
  if (!world.scope.files(report.unitId) || report.status === 'withdrawn') return [];
  return [{ id: 'sua', label: say('own-correct'), to: { scene: 'baocao', args: `c:${report.id}` } }, button('rut', 'own-withdraw', report)];
}

async function history(report: Report, world: World): Promise<Outcome<never>> {
  const events = await world.reports.events(report.id);
  return end([reply([say('own-history-of', { code: report.code }), lines([historyOf(report, events, world)])])]);
}

/** It counts no more from now on; today it can still be taken back. */
async function withdraw(report: Report, world: World): Promise<Outcome<never>> {
  const { id, code, status, title } = report;
  if (!world.scope.files(report.unitId)) return end([reply(say('own-not-found'))]);
  const effect: WithdrawReport = { type: 'report.withdraw', reportId: id, cadreId: cadreOf(world).id };
  const reviewers = status === 'accepted' ? await world.org.reviewersOf(report.unitId, world.tree, world.today) : [];
  const told = reviewers.filter((one) => one.id !== cadreOf(world).id).map((one) => tell(one.id, `withdrawn:${id}:${world.turnId}`, 'duyet', { withdrawn: id }, world));
  const partners = status === 'withdrawn' ? [] : await tellPartners(report.jointWith, { reportId: id, gone: true }, world);
  return end([], {
    effects: [effect, ...told, ...partners],
    receipt: ([done]) => [reply(say(done === true ? 'own-withdrawn' : 'own-withdrawn-before', { code, title }), { choices: [button('lay-lai', 'own-restore', report)] })],
  });
}

async function restore(report: Report, world: World): Promise<Outcome<never>> {
  if (!world.scope.files(report.unitId)) return end([reply(say('own-not-found'))]);
  const effect: RestoreReport = { type: 'report.restore', reportId: report.id, cadreId: cadreOf(world).id };
  const partners = await tellPartners(report.jointWith, { reportId: report.id, gone: false }, world);
  return end([], {
    effects: [effect, ...partners],
    receipt: ([done]) => [reply(say(done === true ? 'own-restored' : 'own-not-restored', { code: report.code }), { choices: [button('xem', 'own-see', report)] })],
  });
}
