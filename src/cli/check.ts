import type { Command } from './desk.ts';

/** `check`: settings and content have been read by now; stores are opened and counted. */
export const check: Command = async ({ withProgram, say, print }) => {
  await withProgram(async (program) => {
    const units = await program.db.selectFrom('units').select((is) => is.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    print(say('cli-check', { store: program.store.kind, units: units.n, entries: program.knowledge.content.entries.length, activities: program.activities.length }));
  });
};
