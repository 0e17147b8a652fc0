import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreError } from './errors.ts';

/** Held while a program has the embedded database open: two programs on one folder would silently lose rows. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  token: string;
  pid: number;
  host: string;
  /** When that process started, so that a pid used again is not taken for the holder. */
  started: string;
}

const BEAT_MS = 5_000;
/** A holder on another host cannot be asked whether it lives: it counts as dead after this long without a beat. */
const SILENT_MS = 30_000;

/** Takes the folder for this process. Throws a StoreError that names the holder when it is taken. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'in-use.lock');
  const mine: Holder = { token: randomUUID(), pid: process.pid, host: hostname(), started: await startOf(process.pid) };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(path, mine)) return hold(path, mine);
    const holder = await readHolder(path);
    if (holder && (await lives(path, holder))) {
      throw new StoreError(`open the embedded database in ${folder}`, `it is open in process ${holder.pid}`, 'stop that program first');
    }
    await clear(path, holder);
  }
  throw new StoreError(`open the embedded database in ${folder}`, 'another program keeps taking it');
}

async function create(path: string, mine: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(JSON.stringify(mine));
    await file.close();
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new StoreError(`write ${path}`, cause);
  }
}

function hold(path: string, mine: Holder): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      if ((await readHolder(path))?.token === mine.token) await rm(path, { force: true });
    },
  };
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function lives(path: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname()) return alive(holder.pid) && (await startOf(holder.pid)) === holder.started;
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < SILENT_MS;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The kernel's start time of a process where it tells; empty elsewhere. */
async function startOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Puts a dead holder's file away; if someone else took the folder in between, gives it back. */
async function clear(path: string, dead: Holder | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  if (moved && moved.token !== dead?.token) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
