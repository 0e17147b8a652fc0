import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from '../conversation/index.ts';
import { StoreError } from './errors.ts';

/** A file store that can also be looked through and tidied. */
export interface KeptFiles extends Files {
  /** Every file with when it was last put there, in no order. */
  list(): AsyncIterable<{ hash: string; at: Date }>;
  /** Gone afterwards, whether or not it was there. */
  remove(hash: string): Promise<void>;
}

const HASH = /^[0-9a-f]{64}$/;

/** Files in a folder, named by the hash of their bytes: the same photo twice is one file, and a name proves its content. */
export function folderFiles(folder: string): KeptFiles {
  const pathOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new StoreError('read a file', 'its name is no hash');
    return join(folder, hash.slice(0, 2), hash);
  };
  return {
    async put(bytes, mime) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(hash);
      const there = await stat(path).catch(() => null);
      if (there?.size !== bytes.length) await write(path, bytes);
      // Put again, it is as new: nobody may tidy it away before it is named somewhere.
      else await touch(path);
      return { hash, mime, bytes: bytes.length };
    },
    async read(hash) {
      try {
        return await readFile(pathOf(hash));
      } catch (cause) {
        throw cause instanceof StoreError ? cause : new StoreError('read a file', cause);
      }
    },
    async *list() {
      for (const below of await readdir(folder).catch(() => [])) {
        for (const hash of (await readdir(join(folder, below)).catch(() => [])).filter((name) => HASH.test(name))) {
          const there = await stat(pathOf(hash)).catch(() => null);
          if (there) yield { hash, at: there.mtime };
        }
      }
    },
    remove: (hash) => rm(pathOf(hash), { force: true }),
  };
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now);
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
