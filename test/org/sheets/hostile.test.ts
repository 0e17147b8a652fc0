import { expect, test } from 'vitest';
import { readTable, SheetError } from '../../../src/org/sheets/index.ts';
import { csv, END_OF_SHEET, handmadeZip, workbook, workbookOf, type ZipPart } from './make.ts';

const MEGABYTE = 1024 * 1024;
const cell = (place: string): string => `<c r="${place}" t="inlineStr"><is><t>x</t></is></c>`;
const row = (number: string, ...places: string[]): string => `<row r="${number}">${places.map(cell).join('')}</row>`;
const named = (name: string, content: string | Buffer): ZipPart => ({ name, content: Buffer.from(content) });

async function refusal(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    await readTable(bytes, fileName);
  } catch (error) {
    return error instanceof SheetError ? error.code : `not a SheetError: ${String(error)}`;
  }
  return 'read';
}

test('the plain workbook these are made from is read', async () => {
  expect(await refusal(workbookOf(row('1', 'A1') + END_OF_SHEET), 'ds.xlsx')).toBe('read');
});

test('a file over 30 MB is refused before it is looked into', async () => {
  expect(await refusal(new Uint8Array(30 * MEGABYTE + 1), 'ds.csv')).toBe('too-big');
});

test.each([
  ['nothing at all', new Uint8Array(), 'ds.csv', 'empty'],
  ['only blank lines', csv('\n\n,,\n'), 'ds.csv', 'empty'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'anh.png', 'wrong-type'],
  ['a picture called .csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'anh.csv', 'wrong-type'],
  ['text called .xlsx', csv('a,b\n1,2\n'), 'ds.xlsx', 'wrong-type'],
  ['a web page called .xls', csv('<table></table>'), 'ds.xls', 'old-xls'],
  ['an old .xls', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'ds.xls', 'old-xls'],
  ['an old .xls called .xlsx', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'ds.xlsx', 'old-xls'],
  ['a table in an old code page', Buffer.from('Hä tªn,§¬n vÞ\n', 'latin1'), 'ds.csv', 'bad-encoding'],
  ['a quotation mark never closed', csv('a,b\n"Hoa,An Biên\nLan,x\n'), 'ds.csv', 'bad-quotes'],
  ['another kind of archive called .xlsx', handmadeZip([named('word/document.xml', '<x/>')]), 'ds.xlsx', 'wrong-type'],
  ['an archive cut off', workbookOf(row('1', 'A1') + END_OF_SHEET).subarray(0, 300), 'ds.xlsx', 'damaged'],
])('refused with its reason: %s', async (_, bytes, fileName, code) => {
  expect(await refusal(bytes, fileName)).toBe(code);
});

test('a workbook called .csv is refused', async () => {
  expect(await refusal(await workbook({ S: [['a']] }), 'ds.csv')).toBe('wrong-type');
});

test('a workbook with a password is told from an old .xls', async () => {
  const wrapped = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]);
  expect(await refusal(wrapped, 'ds.xlsx')).toBe('encrypted');
  const part = { ...named('xl/workbook.xml', '<workbook/>'), encrypted: true };
  expect(await refusal(handmadeZip([part]), 'ds.xlsx')).toBe('encrypted');
});

const zeros = Buffer.alloc(40 * MEGABYTE);

test.each<[string, ZipPart[]]>([
  ['a part packed a thousand to one', [named('xl/media/a.xml', zeros)]],
  ['parts that are 4 GB together', [{ ...named('xl/a.xml', 'x'), declared: 0xfffffffe }]],
  ['more parts than any workbook has', Array.from({ length: 1001 }, (_, at) => named(`xl/${at}.xml`, ''))],
])('a zip bomb is refused from what its directory declares: %s', async (_, parts) => {
  expect(await refusal(workbookOf(row('1', 'A1') + END_OF_SHEET, { parts }), 'ds.xlsx')).toBe('zip-bomb');
});

test('a zip bomb that declares little is refused as soon as more comes out', async () => {
  const lying: ZipPart = { name: 'xl/workbook.xml', content: zeros, declared: 1000 };
  expect(await refusal(handmadeZip([lying]), 'ds.xlsx')).toBe('zip-bomb');
});

test('two parts of one name are refused', async () => {
  const parts = [named('xl/workbook.xml', '<workbook/>')];
  expect(await refusal(workbookOf(row('1', 'A1') + END_OF_SHEET, { parts }), 'ds.xlsx')).toBe('damaged');
});

test('a part that is not what its checksum says is refused', async () => {
  const bytes = Buffer.from(workbookOf(row('1', 'A1') + END_OF_SHEET));
  const at = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  bytes.writeUInt32LE(12345, at + 16);
  expect(await refusal(bytes, 'ds.xlsx')).toBe('damaged');
});

test.each([
  ['a row beyond the last of Excel', row('999999999999', 'A1') + END_OF_SHEET],
  ['a row number hidden behind a namespace', `<row x:r="9999999">${cell('A1')}</row>${END_OF_SHEET}`],
  ['a row number written as entities', `<row r="&#57;999999">${cell('A1')}</row>${END_OF_SHEET}`],
  ['two row numbers in one tag', `<row r="1" x:r="1048576">${cell('A1')}</row>${END_OF_SHEET}`],
  ['a column beyond the last of Excel', row('1', 'ZZZ1') + END_OF_SHEET],
  ['a cell without a place', `<row r="1"><c><v>1</v></c></row>${END_OF_SHEET}`],
  ['a cell outside its row', `<row r="1">${cell('A9')}</row>${END_OF_SHEET}`],
  ['rows out of order', row('2', 'A2') + row('1', 'A1') + END_OF_SHEET],
  ['entities that multiply', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${row('1', 'A1')}${END_OF_SHEET}`],
  ['rows hidden in a comment', `<!-- " -->${row('1', 'A1')}<!-- " -->${END_OF_SHEET}`],
  ['XML cut off', '<row r="1"><c r="A1"'],
  ['a shared text that does not exist', `<row r="1"><c r="A1" t="s"><v>7</v></c></row>${END_OF_SHEET}`],
])('a sheet no spreadsheet program wrote is refused: %s', async (_, xml) => {
  expect(await refusal(workbookOf(xml), 'ds.xlsx')).toBe('damaged');
});

test('two cells far apart do not make the program fill the space between them', async () => {
  expect(await refusal(workbookOf(row('1', 'XFD1') + row('100', 'A100') + END_OF_SHEET), 'ds.xlsx')).toBe('too-many-cells');
  expect(await refusal(workbookOf(row('1', 'A1') + row('1048576', 'A1048576') + END_OF_SHEET), 'ds.xlsx')).toBe('too-many-rows');
  expect(await refusal(csv('a\n'.repeat(100_002)), 'ds.csv')).toBe('too-many-rows');
  expect(await refusal(csv(','.repeat(3_000_000)), 'ds.csv')).toBe('too-many-cells');
});

test('empty formatted cells far out cost nothing', async () => {
  const xml = `<row r="1">${cell('A1')}<c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>${END_OF_SHEET}`;
  expect(await refusal(workbookOf(xml), 'ds.xlsx')).toBe('read');
});
