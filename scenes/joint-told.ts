import { reply, say, type Choice, type Effect, type Fired } from '../src/conversation/index.ts';
import { showDay } from '../src/time.ts';
import { seeReport } from './report-words.ts';
import { inSentence, tell, type World } from './world.ts';

/** What a partner unit is told: a report of a draft, or one known by its id, now counts for it (`gone`: no longer). */
type Told = ({ draftId: string } | { reportId: number }) & { gone: boolean };

/** One cadre of each partner unit hears of a report that counts for hers, so that nobody there files it a second time. */
export async function tellPartners(unitIds: string[], told: Told, world: World): Promise<Effect[]> {
  const effects = await Promise.all(
    unitIds.map(async (unitId) => {
      const cadreId = await world.org.toldAbout({ authorId: null, unitId }, world.tree, world.today);
      return cadreId === null ? [] : [tell(cadreId, `joint:${unitId}:${world.turnId}`, 'bao-cao-da-gui', { ...told, unitId }, world)];
    }),
  );
  return effects.flat();
}

/** Looked at again when it is said: the report may have been returned, withdrawn or taken back meanwhile. */
export async function partnerHears(payload: unknown, world: World): Promise<Fired> {
  const told = payload as Told & { unitId: string };
  const { unitId, gone } = told;
  const report = await ('draftId' in told ? world.reports.ofDraft(told.draftId) : world.reports.byId(told.reportId));
  if (!report?.jointWith.includes(unitId) || !world.scope.files(unitId)) return { kind: 'drop', why: 'not-joint' };
  if (!(gone ? ['withdrawn'] : ['filed', 'accepted']).includes(report.status)) return { kind: 'drop', why: 'changed' };
  const { code, title, day } = report;
  const [holder, own] = [report.unitId, unitId].map((id) => world.tree.get(id)?.name ?? '');
  const choices: Choice[] = [seeReport(code), ...(gone ? [{ id: 'baocao', label: say('menu-report'), to: { scene: 'baocao' } }] : [])];
  return { kind: 'say', replies: [reply(say(gone ? 'own-joint-gone' : 'own-joint', { code, title, day: showDay(day), holder: holder!, own: inSentence(own!) }), { choices })] };
}
