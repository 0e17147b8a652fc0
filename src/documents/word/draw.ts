import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { Block, Official } from './blocks.ts';

const FONT = 'Times New Roman';
/** docx counts letters in half points, lengths in twentieths of a point. */
const points = (size: number): number => size * 2;
const mm = (length: number): number => Math.round((length / 25.4) * 1440);
const pt = (length: number): number => length * 20;

/** Margins of administrative documents: 20, 20, 30, 15 mm; A4. */
const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) } };
const TEXT_WIDTH = mm(210 - 30 - 15);

/** Lays a document out as offices write it, and packs it as .docx. `after` follows the signature. */
export async function draw(document: Official, after: Block[] = []): Promise<Buffer> {
  const children = [
    heading(document),
    line('', { size: 6 }),
    centered(document.kind, { bold: true, size: points(14), allCaps: true }, { spacing: { before: pt(12) } }),
    centered(document.about, { bold: true, size: points(14) }),
    rule(165, 60),
    ...document.body.slice(0, -1).flatMap((block) => blockParts(block)),
    // No signature alone on a page: the last words of the text go with it.
    ...document.body.slice(-1).flatMap((block) => blockParts(block, true)),
    line('', { size: points(6) }, true),
    signature(document),
    ...after.flatMap((block) => blockParts(block)),
  ];
  const file = new Document({
    creator: document.office.join(' '),
    title: document.about,
    styles: { default: { document: { run: { font: FONT, size: points(14), language: { value: 'vi-VN' } } } } },
    sections: [{ properties: { page, titlePage: true }, headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) }, children }],
  });
  return Packer.toBuffer(file);
}

/** In the middle of the upper margin, from the second page on. */
const pageNumber = (): Header =>
  new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: points(13) })] })] });

/** Left: the office above and the one that writes. Right: the nation's name and motto. Below: number; place and day. */
function heading({ above, office, number, motto, placeAndDay }: Official): Table {
  const [nation, words] = motto;
  const left = [
    ...above.map((text) => centered(text, { size: points(12), allCaps: true })),
    ...office.map((text) => centered(text, { size: points(12), bold: true, allCaps: true })),
    rule(70, 25),
  ];
  const right = [centered(nation, { size: points(12), bold: true, allCaps: true }), centered(words, { size: points(13), bold: true }), rule(95, 47)];
  const rows = [
    [cell(left, 42), cell(right, 58)],
    [cell([centered(number, { size: points(13) })], 42), cell([centered(placeAndDay, { size: points(13), italics: true })], 58)],
  ];
  return bare(rows.map((children) => new TableRow({ children })), [42, 58]);
}

function signature({ recipients, signature: { lines, name } }: Official): Table {
  const left = [
    new Paragraph({ children: runs(recipients.head, { bold: true, italics: true, size: points(12) }) }),
    ...recipients.lines.map((text) => new Paragraph({ children: runs(text, { size: points(11) }) })),
  ];
  const right = [
    ...lines.map((text) => centered(text, { bold: true, allCaps: true, size: points(14) })),
    // Room for the signature and the seal.
    ...Array.from({ length: 4 }, () => new Paragraph({})),
    centered(name, { bold: true, size: points(14) }),
  ];
  return bare([new TableRow({ cantSplit: true, children: [cell(left, 48), cell(right, 52)] })], [48, 52]);
}

function blockParts(block: Block, keepNext = false): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingLine(block.level, block.text)];
    case 'text':
      return [justified(block.text, keepNext)];
    case 'item':
      return [justified(`- ${block.text}`, keepNext)];
    case 'caption':
      return [centered(block.text, { bold: true, size: points(14) }, { spacing: { after: pt(6) } })];
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'table':
      return [table(block), line('', { size: points(4) })];
  }
}

function headingLine(level: 1 | 2 | 3, text: string): Paragraph {
  const run: IRunOptions = level === 3 ? { italics: true } : { bold: true };
  return new Paragraph({ keepNext: true, indent: { firstLine: mm(10) }, spacing: { before: pt(6), after: pt(3) }, children: runs(text, run) });
}

const justified = (text: string, keepNext: boolean): Paragraph =>
  new Paragraph({ keepNext, alignment: AlignmentType.JUSTIFIED, indent: { firstLine: mm(10) }, spacing: { before: pt(3), after: pt(3), line: pt(18), lineRule: LineRuleType.AT_LEAST }, children: runs(text) });

const centered = (text: string, run: IRunOptions, more: IParagraphOptions = {}): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, ...more, children: runs(text, run) });

const line = (text: string, run: IRunOptions, keepNext = false): Paragraph => new Paragraph({ keepNext, children: runs(text, run) });

/** A short rule in the middle of a space, under a name or a title; lengths in mm. */
function rule(space: number, length: number): Paragraph {
  const side = mm((space - length) / 2);
  return new Paragraph({ indent: { left: side, right: side }, border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } }, spacing: { before: pt(3) }, children: [new TextRun({ text: '', size: points(4) })] });
}

/** What is left to the writer, […], is marked yellow. */
function runs(text: string, run: IRunOptions = {}): TextRun[] {
  return text
    .split(/(\[[^\]]*…[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => new TextRun({ ...run, text: part, ...(part.startsWith('[') && part.includes('…') ? { highlight: 'yellow' } : {}) }));
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const align = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER };
  const small = points(12);
  const row = (cells: string[], run: IRunOptions, of: (at: number) => (typeof align)[keyof typeof align], tableHeader = false): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: columns.map(({ width }, at) => cell([new Paragraph({ alignment: of(at), children: runs(cells[at] ?? '', { ...run, size: small }) })], width, tableHeader ? 'head' : 'body')),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / 100)),
    layout: TableLayoutType.FIXED,
    rows: [row(columns.map((column) => column.head), { bold: true }, () => AlignmentType.CENTER, true), ...rows.map((one) => row(one.cells, { bold: one.bold ?? false }, (at) => align[columns[at]!.align]))],
  });
}

/** Without lines unless it is of a table: there a heading stands in the middle, all else at the top. */
function cell(children: Paragraph[], width: number, of: 'head' | 'body' | 'bare' = 'bare'): TableCell {
  const margins = of !== 'bare' ? { top: pt(2), bottom: pt(2), left: pt(4), right: pt(4) } : { left: 0, right: 0 };
  return new TableCell({ children, width: { size: Math.round((TEXT_WIDTH * width) / 100), type: WidthType.DXA }, margins, verticalAlign: of === 'head' ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** A table without lines, for things side by side. */
const bare = (rows: TableRow[], widths: number[]): Table =>
  new Table({
    rows,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((TEXT_WIDTH * width) / 100)),
    layout: TableLayoutType.FIXED,
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
  });

