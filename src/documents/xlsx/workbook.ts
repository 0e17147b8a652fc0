import { daysBetween } from '../../time.ts';
import { xmlText } from '../xml.ts';
import { look, styles } from './styles.ts';
import { zip, type Entry } from './zip.ts';

/** `day` holds 'YYYY-MM-DD' and is shown as a date. */
export interface Column {
  head: string;
  /** In letters. */
  width: number;
  type: 'text' | 'number' | 'day';
}

/** One line: a value a column, null for an empty cell; `sum` stands out as a line of totals. */
export interface Row {
  cells: (string | number | null)[];
  sum?: boolean;
}

export interface Sheet {
  name: string;
  /** Lines above the header: the first is the title. */
  above: string[];
  columns: Column[];
  rows: Iterable<Row>;
  /** Columns that stay while the rest is moved sideways. */
  frozen: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PIECE = 64 * 1024;
const CELL_LIMIT = 32_767;

/**
 * An .xlsx file: real numbers and dates, a header that stays, no text that a program could take for a formula.
 * Rows are read one by one and packed as they come, so that a large sheet costs little memory.
 */
export function workbook(sheets: Sheet[]): Promise<Buffer> {
  const numbers = sheets.map((_, at) => at + 1);
  const entries: Entry[] = [
    { name: '[Content_Types].xml', text: [contentTypes(numbers)] },
    { name: '_rels/.rels', text: [relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }])] },
    { name: 'xl/workbook.xml', text: [book(sheets)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [relations([...numbers.map((at) => ({ type: 'worksheet', target: `worksheets/sheet${at}.xml` })), { type: 'styles', target: 'styles.xml' }])] },
    { name: 'xl/styles.xml', text: [XML + styles] },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, text: pieces(sheetXml(sheet)) })),
  ];
  return zip(entries);
}

const contentTypes = (numbers: number[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbers.map((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`;

const relations = (of: { type: string; target: string }[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${of.map(({ type, target }, at) => `<Relationship Id="rId${at + 1}" Type="${RELS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** Each sheet's header is printed on every page, and so are the columns that stay. */
function book(sheets: Sheet[]): string {
  const list = sheets.map(({ name }, at) => `<sheet name="${xmlText(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  const titles = sheets.map((sheet, at) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${xmlText(titlesOf(sheet))}</definedName>`).join('');
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${list}</sheets><definedNames>${titles}</definedNames></workbook>`;
}

function titlesOf({ name, above, frozen }: Sheet): string {
  const sheet = `'${sheetName(name).replace(/'/g, "''")}'!`;
  const row = `${sheet}$${headRow(above)}:$${headRow(above)}`;
  return frozen > 0 ? `${sheet}$A:$${letters(frozen - 1)},${row}` : row;
}

/** What Excel takes as a sheet's name. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
const headRow = (above: string[]): number => above.length + 1;

function* sheetXml({ above, columns, rows, frozen }: Sheet): Generator<string> {
  const head = headRow(above);
  const corner = `${letters(frozen)}${head + 1}`;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ${frozen > 0 ? `xSplit="${frozen}" ` : ''}ySplit="${head}" topLeftCell="${corner}" activePane="${frozen > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/></sheetView></sheetViews>`;
  yield `<cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  yield above.map((line, at) => rowXml(at + 1, [textCell(at + 1, 0, line, at === 0 ? look.title : look.note)])).join('');
  yield rowXml(head, columns.map((column, at) => textCell(head, at, column.head, look.head)), linesOf(columns.map((column) => column.head), columns));
  let number = head;
  for (const row of rows) {
    number++;
    yield rowXml(number, columns.map((column, at) => cell(number, at, row.cells[at] ?? null, column.type, row.sum ?? false)), linesOf(row.cells, columns));
  }
  const last = `${letters(columns.length - 1)}${number}`;
  yield `</sheetData><autoFilter ref="A${head}:${last}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide(columns)}" fitToHeight="0"/></worksheet>`;
}

/** Letters on the width of a page that can still be read. */
const PAGE_WIDTH = 200;
const pagesWide = (columns: Column[]): number => Math.max(1, Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_WIDTH));

const LINE = 16;
const rowXml = (number: number, cells: string[], lines = 1): string => `<row r="${number}"${lines > 1 ? ` ht="${lines * LINE}" customHeight="1"` : ''}>${cells.join('')}</row>`;

/** On how many lines the longest text of a row is wrapped: programs that show the file do not all find out themselves. */
function linesOf(cells: Row['cells'], columns: Column[]): number {
  let most = 1;
  for (const [at, value] of cells.entries()) if (typeof value === 'string') most = Math.max(most, Math.ceil((value.length * 1.08) / (columns[at]?.width ?? value.length)));
  return most;
}

function cell(row: number, column: number, value: string | number | null, type: Column['type'], sum: boolean): string {
  if (value === null) return `<c r="${letters(column)}${row}" s="${sum ? look.sumText : look.text}"/>`;
  if (typeof value === 'number') return `<c r="${letters(column)}${row}" s="${sum ? look.sumNumber : look.number}"><v>${value}</v></c>`;
  if (type === 'day') return `<c r="${letters(column)}${row}" s="${look.day}"><v>${daysBetween('1899-12-30', value)}</v></c>`;
  return textCell(row, column, value, sum ? look.sumText : look.text);
}

/** Kept as text by its type; one that begins like a formula also stays text when somebody edits the cell. */
function textCell(row: number, column: number, text: string, as: number): string {
  const formulaLike = /^[=+\-@\t\r]/.test(text);
  return `<c r="${letters(column)}${row}" s="${formulaLike ? look.quoted : as}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, CELL_LIMIT))}</t></is></c>`;
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Gathers small pieces into ones worth packing. */
function* pieces(texts: Iterable<string>): Generator<string> {
  let held = '';
  for (const text of texts) {
    held += text;
    if (held.length < PIECE) continue;
    yield held;
    held = '';
  }
  yield held;
}
