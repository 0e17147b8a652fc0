import { crc32, deflateRawSync } from 'node:zlib';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Cell, Table } from '../../../src/org/sheets/index.ts';
import { openZip } from '../../../src/org/sheets/zip.ts';

/** A real workbook with these sheets, as Excel would open it. */
export async function workbook(sheets: Record<string, SheetData>): Promise<Uint8Array> {
  const listed = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }));
  return writeXlsxFile(listed).toBuffer();
}

export interface ZipPart {
  name: string;
  content: Buffer;
  /** What the directory tells instead of the truth. */
  declared?: number;
  encrypted?: boolean;
}

/** An archive written by hand, so that it may lie. */
export function handmadeZip(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content, declared = content.length, encrypted = false } of parts) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, Buffer.alloc(14), Buffer.from(name)]);
    entry.writeUInt32LE(at, 42);
    central.push(entry);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), packed]);
    files.push(file);
    at += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.reduce((sum, entry) => sum + entry.length, 0), 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...central, end]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet whose XML is given: for what write-excel-file would not write. */
export function workbookOf(sheetXml: string, more: { state?: string; before?: string; parts?: ZipPart[]; relations?: string } = {}): Uint8Array {
  const state = more.state ? ` state="${more.state}"` : '';
  const workbookXml = `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Trang 1" sheetId="1"${state} r:id="rId1"/></sheets></workbook>`;
  const relations = `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>${more.relations ?? ''}</Relationships>`;
  return handmadeZip([
    { name: 'xl/workbook.xml', content: Buffer.from(workbookXml) },
    { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from(relations) },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(`<worksheet>${more.before ?? ''}<sheetData>${sheetXml}`) },
    ...(more.parts ?? []),
  ]);
}

export const END_OF_SHEET = '</sheetData></worksheet>';

/** One part of a workbook, unpacked. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return (await openZip(bytes).read(name)).toString('utf8');
}

export const csv = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A table as the reader would give it, from rows of cells. */
export function table(...rows: Cell[][]): Table {
  return { fileName: 'thu.csv', sheets: [{ name: 'thu.csv', rows: rows.map((cells, at) => ({ number: at + 1, cells })) }] };
}
