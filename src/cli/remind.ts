import type { Program } from '../program.ts';
import { drawPlan, type Digest } from '../reminders/index.ts';
import { dayOf } from '../time.ts';
import { WrongUse, type Command, type Desk } from './desk.ts';

/** `remind plan|send [--at ISO] [--dry-run] [--json]`: what would be sent, to whom, why; or into the ledger with it. */
export const remind: Command = async (desk, { words: [what = ''], options }) => {
  if (!['plan', 'send'].includes(what)) throw new WrongUse();
  await desk.withProgram(async (program) => {
    if (what === 'send' && !options.has('--dry-run')) return desk.print(desk.say('cli-planned', { count: await program.plan() }));
    const digests = await drawPlan(program.planning, program.clock.now());
    if (options.has('--json')) return desk.print(JSON.stringify(digests));
    await show(digests, program, desk);
    if (!options.has('--dry-run')) await program.plan();
  }, options.get('--at'));
};

async function show(digests: Digest[], program: Program, { say, print }: Desk): Promise<void> {
  const tree = await program.org.tree();
  for (const digest of digests) {
    const cadre = await program.org.byId(digest.cadreId, dayOf(program.clock.now()));
    print(say('cli-digest', { name: cadre?.name ?? '', count: digest.due.length }));
    for (const due of digest.due) print(`  ${tree.get(due.unitId)?.name ?? due.unitId} · ${due.indicatorId} · ${due.milestone}`);
  }
  print(say('cli-digests', { count: digests.length }));
}
