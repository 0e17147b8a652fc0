import { join } from 'node:path';
import { folderFiles, openDatabase, readHeader, restoreBackup } from '../store/index.ts';
import { WrongUse, type Command } from './desk.ts';

/** `restore FILE`: a backup into an empty store, all or nothing. One from an older program is brought up to date afterwards. */
export const restore: Command = async ({ config, say, print }, { words: [file], options }) => {
  if (!file) throw new WrongUse();
  const { migrations } = await readHeader(file);
  const where = config.databaseUrl ? { url: config.databaseUrl } : { folder: config.dataDir };
  const store = await openDatabase(where, migrations.at(-1));
  try {
    const done = await restoreBackup(store.db, folderFiles(join(config.dataDir, 'files')), file);
    print(options.has('--json') ? JSON.stringify({ file, ...done }) : say('cli-restored', { file, ...done }));
  } finally {
    await store.close();
  }
  await (await openDatabase(where)).close();
};
