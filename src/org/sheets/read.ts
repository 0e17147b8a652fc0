import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCsv } from './csv.ts';
import { SheetError } from './error.ts';
import { MAX_FILE, MEGABYTE } from './limits.ts';
import type { Table } from './table.ts';
import { readXlsx } from './xlsx.ts';

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

/** Reads a spreadsheet by its path; one that is too big is refused before it is read. Throws as `readTable` does, and what the disk says. */
export async function readTableFile(path: string): Promise<Table> {
  const about = await stat(path);
  if (!about.isFile()) throw new SheetError('wrong-type');
  if (about.size > MAX_FILE) throw new SheetError('too-big', { limit: String(MAX_FILE / MEGABYTE) });
  return readTable(await readFile(path), basename(path));
}

/**
 * Reads a spreadsheet an administrator gave, .xlsx or .csv. What the file is, its bytes say; its name must agree.
 * Throws `SheetError` with the reason when it is hostile, damaged, too big or of another type.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  if (bytes.length > MAX_FILE) throw new SheetError('too-big', { limit: String(MAX_FILE / MEGABYTE) });
  if (bytes.length === 0) throw new SheetError('empty');
  // A password makes Excel wrap the workbook into the container that old .xls files use.
  if (startsWith(bytes, OLE)) throw new SheetError(isEncrypted(bytes) ? 'encrypted' : 'old-xls');
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'xls') throw new SheetError('old-xls');
  const zipped = startsWith(bytes, ZIP);
  if (extension !== (zipped ? 'xlsx' : 'csv')) throw new SheetError('wrong-type');
  const table = zipped ? await readXlsx(bytes, fileName) : readCsv(bytes, fileName);
  if (table.sheets.every((sheet) => sheet.rows.length === 0)) throw new SheetError('empty');
  return table;
}

function isEncrypted(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
