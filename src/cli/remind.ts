import type { Program } from '../program.ts';
import { drawPlan, isPlanned, stoppedSince, type Planned } from '../reminders/index.ts';
import { dayOf, showDay } from '../time.ts';
import { WrongUse, type Command, type Desk } from './desk.ts';

/** `remind plan|send [--at ISO] [--dry-run] [--json]`: what would be sent, to whom, why; or into the ledger with it. */
export const remind: Command = async (desk, { words: [what = ''], options }) => {
  if (!['plan', 'send'].includes(what)) throw new WrongUse();
  await desk.withProgram(async (program) => {
    if (what === 'send' && !options.has('--dry-run')) return desk.print(desk.say('cli-planned', { count: await program.plan() }));
    const { planned, stale } = await drawPlan(program.planning, program.clock.now());
    if (options.has('--json')) return desk.print(JSON.stringify({ planned, stale }));
    const held = await heldBack(program, desk);
    if (held) desk.print(held);
    await show(planned, program, desk);
    if (stale > 0) desk.print(desk.say('cli-stale', { count: stale }));
    if (!options.has('--dry-run')) await program.plan();
  }, options.get('--at'));
};

/** Why nothing, or nothing more, goes out today. */
async function heldBack({ db, calendar, clock }: Program, { say }: Desk): Promise<string | null> {
  const today = dayOf(clock.now());
  if (!calendar.works(today)) return say('cli-day-off', { day: showDay(today), next: showDay(calendar.workingDayFrom(today)) });
  const stopped = await stoppedSince(db);
  if (stopped) return say('cli-reminders-are-stopped', { day: showDay(dayOf(stopped)) });
  return (await isPlanned(db, today)) ? say('cli-planned-before', { day: showDay(today) }) : null;
}

async function show(planned: Planned[], program: Program, { say, print }: Desk): Promise<void> {
  const tree = await program.org.tree(program.clock.now());
  const unitName = (id: string): string => tree.get(id)?.name ?? id;
  for (const { cadreId, digest } of planned) {
    const cadre = await program.org.byId(cadreId, dayOf(program.clock.now()));
    print(say('cli-digest', { name: cadre?.name ?? '', count: digest.due.flatMap((one) => one.indicators).length }));
    for (const { unitId, milestone, indicators } of digest.due) print(say('cli-digest-due', { unit: unitName(unitId), milestone: milestoneText(milestone, say), indicators: indicators.join(', ') }));
    for (const { unitId, indicators } of digest.met) print(say('cli-digest-met', { unit: unitName(unitId), indicators: indicators.join(', ') }));
    for (const { milestone, indicators } of digest.above) print(say('cli-digest-above', { milestone: milestoneText(milestone, say), indicators: indicators.join(', ') }));
    if (digest.weekly) print(say('cli-digest-weekly'));
    if (digest.unreachable.length > 0) print(say('cli-digest-unreachable', { count: digest.unreachable.length }));
  }
  print(say('cli-digests', { count: planned.length }));
}

/** "d30" → còn 30 ngày. */
function milestoneText(id: string, say: Desk['say']): string {
  return /^d\d+$/.test(id) ? say('cli-milestone-days', { days: Number(id.slice(1)) }) : say(`cli-milestone-${id}`);
}
