import { WrongUse, type Command } from './desk.ts';

/** `questions open`: what people asked and nobody has answered yet, oldest first. */
export const questions: Command = async ({ withProgram, print }, { words: [what], options }) => {
  if (what !== 'open') throw new WrongUse();
  await withProgram(async ({ db }) => {
    const rows = await db.selectFrom('questions').select(['id', 'at', 'text', 'outcome']).where('status', '=', 'open').orderBy('at').execute();
    for (const row of rows) print(options.has('--json') ? JSON.stringify(row) : `${row.id}  ${row.at.toISOString()}  ${row.outcome}  ${row.text}`);
  });
};
