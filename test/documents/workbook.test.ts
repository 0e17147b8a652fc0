import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { openZip } from '../../src/org/sheets/zip.ts';
import { workbook, type Sheet } from '../../src/documents/xlsx/workbook.ts';

const sheet = (more: Partial<Sheet>): Sheet => ({ name: 'Số liệu', above: ['Tiêu đề'], columns: [{ head: 'Tên', width: 20, type: 'text' }, { head: 'Số', width: 9, type: 'number' }, { head: 'Ngày', width: 12, type: 'day' }], rows: [], frozen: 1, ...more });
const part = async (bytes: Uint8Array, name: string): Promise<string> => (await openZip(bytes).read(name)).toString('utf8');

test('numbers and days come back as numbers and days', async () => {
  const bytes = await workbook([sheet({ rows: [{ cells: ['Phường An Biên', 1234567, '2026-11-20'] }, { cells: [null, null, null] }] })]);
  const [{ data }] = (await readXlsx(bytes)) as unknown as [{ data: unknown[][] }];
  expect(data[2]).toEqual(['Phường An Biên', 1234567, new Date('2026-11-20T00:00:00Z')]);
});

test.each(['=1+1', '+84900000001', '-5', '@SUM(A1)', '\tx', '=HYPERLINK("http://x","y")'])('text that looks like a formula stays text: %s', async (text) => {
  const bytes = await workbook([sheet({ rows: [{ cells: [text, null, null] }] })]);
  const [{ data }] = (await readXlsx(bytes)) as unknown as [{ data: unknown[][] }];
  expect(String(data[2]![0]).trim()).toBe(text.trim());
  const xml = await part(bytes, 'xl/worksheets/sheet1.xml');
  expect(xml).not.toContain('<f>');
  expect(xml).toContain('t="inlineStr"');
});

test('signs that XML has a meaning for, and letters it has none for, do no harm', async () => {
  const bytes = await workbook([sheet({ name: 'A/B:C*?[1]', rows: [{ cells: ['<b> & "x" \u0001 \ud800 hết', null, null] }] })]);
  const [{ data }] = (await readXlsx(bytes)) as unknown as [{ data: unknown[][] }];
  expect(data[2]![0]).toBe('<b> & "x"   hết');
});

test('the header stays in sight, on paper too, and every column has its width', async () => {
  const bytes = await workbook([sheet({ rows: [{ cells: ['a', 1, '2026-01-01'] }] })]);
  const xml = await part(bytes, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>');
  expect(xml).toContain('<col min="1" max="1" width="20" customWidth="1"/>');
  expect(xml).toContain('<autoFilter ref="A2:C3"/>');
  expect(await part(bytes, 'xl/workbook.xml')).toContain("_xlnm.Print_Titles\" localSheetId=\"0\">'Số liệu'!$A:$A,'Số liệu'!$2:$2<");
});
