import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { ContentError, readYaml } from '../content.ts';
import { askedLine } from './asked.ts';
import { loadKnowledge, parseEntry, type Knowledge } from './index.ts';
import { measure, readRows, shares, type Measured, type Share } from './measure.ts';

/** One figure of one set, before and after. */
export interface Compared {
  set: string;
  share: Share;
  before: number;
  after: number;
  /** How many questions it is of. */
  of: number;
}

/** What is learnt from all shifts a little with each new question: one question of a set tips over by chance, two do not. Nobody in danger is given up for it. */
const CHANCE = 1.5;

/** The content would answer the measured questions worse than it does. */
export class WorseContent extends Error {
  override name = 'WorseContent';
  readonly worse: Compared[];

  constructor(worse: Compared[]) {
    super(worse.map(({ set, share, before, after }) => `${set} ${share}: ${before} → ${after}`).join('\n'));
    this.worse = worse;
  }
}

export interface Accepted {
  /** The content file that was written. */
  file: string;
  compared: Compared[];
  /** Of its own questions, how many get it first now. */
  own: { right: number; asked: number };
}

/**
 * Takes a suggestion into the content folder: only if the whole content is without fault with it, and no figure of any
 * measured set falls by more than one question. Throws ContentError or WorseContent, and then nothing has changed.
 */
export function acceptSuggestion(file: string, contentDir: string, setsDir: string): Accepted {
  const scratch = mkdtempSync(join(tmpdir(), 'hoi-content-'));
  try {
    cpSync(contentDir, scratch, { recursive: true });
    const { id, asks } = applySuggestion(file, scratch);
    const knowledge = loadKnowledge(scratch);
    const compared = compare(setsDir, loadKnowledge(contentDir), knowledge);
    const worse = compared.filter(({ share, before, after, of }) => before - after > (share === 'urgentRecall' ? 0 : CHANCE / of));
    if (worse.length > 0) throw new WorseContent(worse);
    const right = asks.filter((text) => knowledge.ask(text, { now: new Date(0) }).entries[0]?.id === id).length;
    return { file: applySuggestion(file, contentDir).file, compared, own: { right, asked: asks.length } };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    // Faults are told by the folder that the editor knows.
    throw new ContentError(error.faults.map((fault) => ({ ...fault, file: fault.file.replace(scratch, contentDir) })));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

interface Applied {
  id: string;
  file: string;
  asks: string[];
}

/** Writes the suggestion into the content folder `dir`, unchecked. */
function applySuggestion(file: string, dir: string): Applied {
  return extname(file) === '.md' ? newEntry(file, dir) : newAsks(file, dir);
}

function newEntry(file: string, dir: string): Applied {
  const text = readFileSync(file, 'utf8');
  const id = /^id: *([a-z0-9-]+) *$/m.exec(text)?.[1];
  if (!id) throw new ContentError([{ file, where: 'id', what: 'cần mã chữ thường' }]);
  const target = join(dir, 'procedures', `${id}.md`);
  if (existsSync(target)) throw new ContentError([{ file, where: 'id', what: `đã có mục "${id}"; đổi mã, hoặc viết tệp .yaml thêm cách hỏi` }]);
  const { ask } = parseEntry(target, text);
  writeFileSync(target, text);
  return { id, file: target, asks: ask };
}

const patch = z.strictObject({
  entry: z.string('cần mã của mục').regex(/^[a-z0-9-]+$/, 'mã chỉ gồm chữ thường không dấu, số và gạch nối'),
  ask: z.array(z.string('cần chữ').min(1), 'cần danh sách các cách hỏi').min(1, 'cần ít nhất một cách hỏi'),
});

/** Below the other ways of asking for the entry; which part they ask for is the editor's to add. */
function newAsks(file: string, dir: string): Applied {
  const { entry, ask } = readYaml(file, patch);
  if (!existsSync(join(dir, 'procedures', `${entry}.md`))) throw new ContentError([{ file, where: 'entry', what: `không có mục "${entry}"` }]);
  const target = join(dir, 'asked', `${entry}.txt`);
  mkdirSync(dirname(target), { recursive: true });
  const before = existsSync(target) ? readFileSync(target, 'utf8').replace(/\n?$/, '\n') : '';
  writeFileSync(target, before + ask.map((text) => askedLine({ section: null, text })).join(''));
  return { id: entry, file: target, asks: ask };
}

function compare(setsDir: string, before: Knowledge, after: Knowledge): Compared[] {
  const files = existsSync(setsDir) ? readdirSync(setsDir).filter((name) => name.endsWith('.tsv')).toSorted() : [];
  if (files.length === 0) throw new ContentError([{ file: setsDir, where: '', what: 'không có bộ câu hỏi đo nào, nên không biết nội dung mới có kém đi không' }]);
  return files.flatMap((name) => {
    const rows = readRows(join(setsDir, name));
    return bothShares(name.slice(0, -'.tsv'.length), measure(rows, before.ask), measure(rows, after.ask));
  });
}

const bothShares = (set: string, old: Measured, fresh: Measured): Compared[] =>
  shares.flatMap((share) => {
    const [before, after] = [old[share], fresh[share]];
    return before === null || after === null ? [] : [{ set, share, before, after, of: old.of[share] }];
  });
