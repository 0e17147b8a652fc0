import readXlsxFile from 'read-excel-file/node';
import { SheetError } from './error.ts';
import { scanSheet, type Merge, type ScannedSheet } from './sheet-xml.ts';
import { isEmpty, type Cell, type Table, type TableRow } from './table.ts';
import { percentStyles, readWorkbook, writeWorkbook, type Workbook } from './workbook.ts';
import { openZip, storeZip, type Zip } from './zip.ts';

const WORKBOOK = 'xl/workbook.xml';
const WORKBOOK_RELATIONS = 'xl/_rels/workbook.xml.rels';

/**
 * Every sheet of an .xlsx workbook that a person can see. Dates become days, percentages the text "85%", failed
 * formulas the text "#N/A"; the value of cells merged downwards stands in each of their rows.
 * Throws `SheetError`.
 */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<Table> {
  const zip = openZip(bytes);
  if (!zip.has(WORKBOOK)) throw new SheetError('wrong-type');
  const workbook = readWorkbook(await partText(zip, WORKBOOK), await partText(zip, WORKBOOK_RELATIONS));
  if (workbook.sheets.length === 0) return { fileName, sheets: [] };
  const styles = await optionalText(zip, workbook.styles);
  const percents = styles === null ? new Set<string>() : percentStyles(styles);
  const scanned: ScannedSheet[] = [];
  for (const { part } of workbook.sheets) scanned.push(scanSheet(await partText(zip, part), percents));
  const strings = await optionalText(zip, workbook.sharedStrings);
  const sheets = await parse(repack(workbook, scanned, styles, strings));
  return {
    fileName,
    sheets: workbook.sheets.map(({ name }, at) => ({ name, rows: toRows(sheets[at] ?? [], scanned[at]) })),
  };
}

async function partText(zip: Zip, part: string): Promise<string> {
  const content = await zip.read(part);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    throw new SheetError('damaged', {}, error);
  }
}

async function optionalText(zip: Zip, part: string | null): Promise<string | null> {
  return part !== null && zip.has(part) ? partText(zip, part) : null;
}

/**
 * The parser gets an archive of our own making, of parts that were checked one by one. It reads archives as a stream
 * and would otherwise see what their directory, which was checked, does not tell.
 */
function repack(workbook: Workbook, scanned: ScannedSheet[], styles: string | null, strings: string | null): Buffer {
  const written = writeWorkbook(workbook.sheets, workbook.from1904);
  const parts: [string, string | null][] = [
    [WORKBOOK, written.workbook],
    [WORKBOOK_RELATIONS, written.relations],
    ['xl/sharedStrings.xml', strings],
    ['xl/styles.xml', styles],
    ...scanned.map(({ xml }, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, xml]),
  ];
  return storeZip(parts.flatMap(([name, text]) => (text === null ? [] : [[name, Buffer.from(text)] as const])));
}

async function parse(workbook: Buffer): Promise<unknown[][][]> {
  try {
    const sheets = await readXlsxFile(workbook);
    return sheets.map((sheet): unknown[][] => sheet.data);
  } catch (error) {
    throw new SheetError('damaged', {}, error);
  }
}

function toRows(data: readonly (readonly unknown[])[], scanned: ScannedSheet | undefined): TableRow[] {
  const rows: TableRow[] = [];
  const merges = scanned?.merges ?? [];
  const cells = data.map((row, at) => row.map((value, column) => toCell(value, `${at + 1}:${column + 1}`, scanned)));
  // Before filling: a merge that reaches over blank rows must not make them look filled.
  const filled = cells.map((row) => !row.every(isEmpty));
  for (const merge of merges) spread(merge, cells);
  cells.forEach((row, at) => {
    if (filled[at]) rows.push({ number: at + 1, cells: row });
  });
  return rows;
}

function spread({ column, from, to }: Merge, cells: Cell[][]): void {
  const value = cells[from - 1]?.[column - 1] ?? null;
  if (isEmpty(value)) return;
  for (let row = from; row < Math.min(to, cells.length); row++) {
    const below = cells[row];
    if (below && isEmpty(below[column - 1])) below[column - 1] = value;
  }
}

function toCell(value: unknown, place: string, scanned: ScannedSheet | undefined): Cell {
  if (typeof value === 'number' && scanned?.percents.has(place)) return `${Number((value * 100).toPrecision(12))}%`;
  if (value instanceof Date) {
    // The parser gives midnight in UTC. A time of day goes; a day beyond the calendar is no date.
    return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) };
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
