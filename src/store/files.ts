import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from '../conversation/index.ts';
import { StoreError } from './errors.ts';

/** Files in a folder, named by the hash of their bytes: the same photo twice is one file, and a name proves its content. */
export function folderFiles(folder: string): Files {
  const pathOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new StoreError('read a file', 'its name is no hash');
    return join(folder, hash.slice(0, 2), hash);
  };
  return {
    async put(bytes, mime) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(hash);
      const there = await stat(path).catch(() => null);
      if (there?.size !== bytes.length) await write(path, bytes);
      return { hash, mime, bytes: bytes.length };
    },
    async read(hash) {
      try {
        return await readFile(pathOf(hash));
      } catch (cause) {
        throw cause instanceof StoreError ? cause : new StoreError('read a file', cause);
      }
    },
  };
}

/** Whole or not at all: a crash while writing leaves no half photo under a good name. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const part = `${path}.${randomUUID()}`;
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (cause) {
    throw new StoreError('keep a file', cause, 'is DATA_DIR writable and is there room?');
  }
}
