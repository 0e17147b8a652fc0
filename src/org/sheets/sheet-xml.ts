import { SheetError } from './error.ts';
import { LAST_COLUMN, LAST_ROW, MAX_CELLS, MAX_ROWS } from './limits.ts';
import { attributes, tags, type Tag } from './xml.ts';

/** A cell's place: both counted from 1, as a person sees them. */
export interface Place {
  row: number;
  column: number;
}

/** Cells merged downwards: one value stands for all rows from `from` to `to`. */
export interface Merge {
  column: number;
  from: number;
  to: number;
}

export interface ScannedSheet {
  /** The sheet's rows, safe to hand on: up to the last filled one, cells of a failed formula made text, "#N/A". */
  xml: string;
  merges: Merge[];
  /** Places (`row:column`) of numbers shown as a percentage: 0.85 in the file, "85%" to the eye. */
  percents: Set<string>;
}

/**
 * Goes over a sheet's XML before it is parsed: a single cell at row 1,000,000,000 would make a parser fill the gap
 * with empty rows until memory ends, and neither merged cells nor number formats nor errors survive the parsing.
 * Throws `SheetError`.
 */
export function scanSheet(xml: string, percentStyles: ReadonlySet<string>): ScannedSheet {
  const extent = { row: 0, column: 0 };
  const merges: Merge[] = [];
  const percents = new Set<string>();
  const pieces: string[] = [];
  let kept = 0;
  let row = 0;
  let filled = 0;
  let begin: number | null = null;
  for (const tag of tags(xml)) {
    // Formats reach down to the last row Excel has; rows after the last filled one are not handed on.
    if (tag.kind === 'close') {
      if (tag.name === 'row' && extent.row === row) filled = tag.end;
      continue;
    }
    if (tag.name === 'sheetData') begin ??= tag.end;
    else if (tag.name === 'row') row = rowNumber(tag, row);
    else if (tag.name === 'mergeCell') merges.push(...readMerge(tag));
    else if (tag.name === 'c') {
      const cell = attributes(tag);
      const place = parsePlace(cell.get('r') ?? '');
      if (place.row !== row) throw new SheetError('damaged');
      if (tag.kind === 'open') stretch(extent, place);
      if (percentStyles.has(cell.get('s') ?? '')) percents.add(`${place.row}:${place.column}`);
      if (tag.kind !== 'open' || cell.get('t') !== 'e') continue;
      pieces.push(xml.slice(kept, tag.start), xml.slice(tag.start, tag.end).replace(/(\st\s*=\s*["'])e/, '$1str'));
      kept = tag.end;
    }
  }
  if (filled > kept) pieces.push(xml.slice(kept, filled));
  const rows = begin === null || filled === 0 ? '' : pieces.join('').slice(begin);
  return { xml: `<worksheet><sheetData>${rows}</sheetData></worksheet>`, merges: sane(merges, extent.row), percents };
}

function rowNumber(tag: Tag, previous: number): number {
  const text = attributes(tag).get('r');
  if (text === undefined) return previous + 1;
  const row = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  // Rows stand in order, in every file a spreadsheet program writes.
  if (row <= previous || row > LAST_ROW) throw new SheetError('damaged');
  return row;
}

function parsePlace(text: string): Place {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(text) ?? [];
  if (!letters || !digits) throw new SheetError('damaged');
  const place = { row: Number(digits), column: columnNumber(letters) };
  if (place.row < 1 || place.row > LAST_ROW || place.column > LAST_COLUMN) throw new SheetError('damaged');
  return place;
}

function stretch(extent: Place, { row, column }: Place): void {
  if (row > extent.row) extent.row = row;
  if (column > extent.column) extent.column = column;
  if (extent.row > MAX_ROWS) throw new SheetError('too-many-rows', { limit: String(MAX_ROWS) });
  if (extent.row * extent.column > MAX_CELLS) throw new SheetError('too-many-cells', { limit: String(MAX_CELLS) });
}

/** Only downwards: a title merged across the columns is no value of each of them. */
function readMerge(tag: Tag): Merge[] {
  const [first, last] = (attributes(tag).get('ref') ?? '').split(':').map(parsePlace);
  if (!first || !last || last.row <= first.row) return [];
  return [{ column: first.column, from: first.row, to: last.row }];
}

/** Merged cells do not overlap, so together they are no more than the sheet's cells. */
function sane(merges: readonly Merge[], lastRow: number): Merge[] {
  const inside = merges.map((merge) => ({ ...merge, to: Math.min(merge.to, lastRow) })).filter(({ from, to }) => from < to);
  if (inside.reduce((sum, { from, to }) => sum + to - from, 0) > MAX_CELLS) throw new SheetError('damaged');
  return inside;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number;
}

/** "A" for 1, "AB" for 28. */
export function columnLetters(column: number): string {
  return column > 0 ? columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26)) : '';
}
