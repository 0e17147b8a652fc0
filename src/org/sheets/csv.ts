import { parse } from 'csv-parse/sync';
import { SheetError } from './error.ts';
import { MAX_CELLS, MAX_ROWS } from './limits.ts';
import { isEmpty, type Table, type TableRow } from './table.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** How much of the file is looked at to find the delimiter. */
const SAMPLE = 64 * 1024;

/**
 * A .csv file: UTF-8 or UTF-16, with commas, semicolons or tabs. Every cell is the text that stands there, also one
 * that begins with = + - or @. Rows are numbered as a spreadsheet program would show them. Throws `SheetError`.
 */
export function readCsv(bytes: Uint8Array, fileName: string): Table {
  const text = decode(bytes);
  const { delimiter, skip } = findDelimiter(text);
  guardSize(text, delimiter);
  const records = split(text, delimiter);
  const rows: TableRow[] = [];
  records.forEach((cells, at) => {
    if (at >= skip && !cells.every(isEmpty)) rows.push({ number: at + 1, cells });
  });
  return { fileName, sheets: [{ name: fileName, rows }] };
}

function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding);
  // eslint-disable-next-line no-control-regex -- these are what tells a picture or a program from a table
  if (/[\0-\x08\x0e-\x1f]/.test(text.slice(0, SAMPLE))) throw new SheetError('wrong-type');
  return text;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Old Vietnamese fonts and code pages cannot be told apart safely: better refused than read wrong.
    throw new SheetError('bad-encoding', {}, error);
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // UTF-16 without its mark: the commas, digits and line ends have a zero byte beside them. No text in UTF-8 has any.
  const zeros = (from: number): boolean => bytes.subarray(0, SAMPLE).some((byte, at) => byte === 0 && at % 2 === from);
  const [even, odd] = [zeros(0), zeros(1)];
  if (even && odd) throw new SheetError('wrong-type');
  return odd ? 'utf-16le' : even ? 'utf-16be' : 'utf-8';
}

function findDelimiter(text: string): { delimiter: string; skip: number } {
  // Excel's own hint, "sep=;", counts as row 1.
  const told = /^sep=([,;\t])\r?\n/i.exec(text);
  if (told?.[1]) return { delimiter: told[1], skip: 1 };
  const lines = outsideQuotes(text.slice(0, SAMPLE)).split(/\r\n|\n|\r/);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: regularity(lines, delimiter) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.delimiter, skip: 0 };
}

const outsideQuotes = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""');

/** The true delimiter stands equally often in nearly every line; commas inside names and numbers do not. */
function regularity(lines: readonly string[], delimiter: string): number {
  const often = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) often.set(count, (often.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...[...often].map(([count, times]) => times * 1000 + count));
}

function guardSize(text: string, delimiter: string): void {
  let cells = 0;
  let rows = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === delimiter) cells += 1;
    else if (letter === '\n' || letter === '\r') rows += 1;
  }
  if (rows > MAX_ROWS) throw new SheetError('too-many-rows', { limit: String(MAX_ROWS) });
  if (cells + rows > MAX_CELLS) throw new SheetError('too-many-cells', { limit: String(MAX_CELLS) });
}

function split(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A quotation mark in the middle of a cell is a letter like any other.
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    throw new SheetError('bad-quotes', { row: lineOf(error) }, error);
  }
}

function lineOf(error: unknown): string {
  const at = error instanceof Error && 'lines' in error ? error.lines : null;
  return typeof at === 'number' ? String(at) : '?';
}
