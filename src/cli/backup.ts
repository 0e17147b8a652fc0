import { writeBackup } from '../store/index.ts';
import { WrongUse, type Command } from './desk.ts';

/** `backup FILE`: the whole database and every file in one, for either kind of store. */
export const backup: Command = async ({ withProgram, say, print }, { words: [file], options }) => {
  if (!file) throw new WrongUse();
  await withProgram(async ({ db, files, clock }) => {
    const done = await writeBackup(db, files, file, clock.now());
    print(options.has('--json') ? JSON.stringify({ file, ...done }) : say('cli-backup', { file, ...done }));
  });
};
