import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { ContentError, readYaml } from '../content.ts';
import { loadKnowledge, type Knowledge } from './index.ts';
import { measure, readRows, shares, type Measured, type Share } from './measure.ts';

/** One figure of one set, before and after. */
export interface Compared {
  set: string;
  share: Share;
  before: number;
  after: number;
}

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
 * measured set is lower than before. Throws ContentError or WorseContent, and then nothing has changed.
 */
export function acceptSuggestion(file: string, contentDir: string, setsDir: string): Accepted {
  const scratch = mkdtempSync(join(tmpdir(), 'hoi-content-'));
  try {
    cpSync(contentDir, scratch, { recursive: true });
    const { id, asks } = applySuggestion(file, scratch);
    const knowledge = loadKnowledge(scratch);
    const compared = compare(setsDir, loadKnowledge(contentDir), knowledge);
    const worse = compared.filter(({ before, after }) => after < before);
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
  writeFileSync(target, text);
  return { id, file: target, asks: asksIn(text).map(({ ask }) => ask) };
}

const patch = z.strictObject({
  entry: z.string('cần mã của mục').regex(/^[a-z0-9-]+$/, 'mã chỉ gồm chữ thường không dấu, số và gạch nối'),
  ask: z.array(z.string('cần chữ').min(1), 'cần danh sách các cách hỏi').min(1, 'cần ít nhất một cách hỏi'),
});

/** Below the last way of asking of the entry, line by line, so that nothing else of the file moves. */
function newAsks(file: string, dir: string): Applied {
  const { entry, ask } = readYaml(file, patch);
  const target = join(dir, 'procedures', `${entry}.md`);
  if (!existsSync(target)) throw new ContentError([{ file, where: 'entry', what: `không có mục "${entry}"` }]);
  const text = readFileSync(target, 'utf8');
  const last = asksIn(text).at(-1);
  if (!last) throw new ContentError([{ file: target, where: 'ask', what: 'cần danh sách các cách hỏi, mỗi cách một dòng "  - …"' }]);
  const lines = text.split('\n');
  lines.splice(last.at + 1, 0, ...ask.map((words) => `  - ${JSON.stringify(words)}`));
  writeFileSync(target, lines.join('\n'));
  return { id: entry, file: target, asks: ask };
}

/** The lines below "ask:" with their place. */
function asksIn(text: string): { at: number; ask: string }[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^ask: *$/.test(line)) + 1;
  if (start === 0) return [];
  const end = lines.findIndex((line, at) => at >= start && !/^ +- /.test(line));
  return lines.slice(start, end === -1 ? lines.length : end).map((line, at) => ({ at: start + at, ask: line.replace(/^ +- +/, '').replace(/^(["'])(.*)\1$/, '$2') }));
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
    return before === null || after === null ? [] : [{ set, share, before, after }];
  });
