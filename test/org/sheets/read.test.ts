import { expect, test } from 'vitest';
import { readTable, type Table } from '../../../src/org/sheets/index.ts';
import { csv, END_OF_SHEET, workbook, workbookOf } from './make.ts';

const cells = (table: Table, sheet = 0): unknown[] => table.sheets[sheet]?.rows.map((row) => row.cells) ?? [];
const text = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

test('every visible sheet of a workbook is read, with its name and the row numbers a person sees', async () => {
  const bytes = await workbook({ 'Phường A': [['Họ tên'], [null], ['Hoa']], 'Phường B': [['Họ tên'], ['Lan']] });
  expect(await readTable(bytes, 'ds.xlsx')).toEqual({
    fileName: 'ds.xlsx',
    sheets: [
      { name: 'Phường A', rows: [{ number: 1, cells: ['Họ tên'] }, { number: 3, cells: ['Hoa'] }] },
      { name: 'Phường B', rows: [{ number: 1, cells: ['Họ tên'] }, { number: 2, cells: ['Lan'] }] },
    ],
  });
});

test('numbers, numbers kept as text, dates and yes/no keep what they are', async () => {
  const day = { value: new Date(Date.UTC(2025, 6, 1)), type: Date, format: 'dd/mm/yyyy' };
  const bytes = await workbook({ S: [[912345678, '0912345678', day, true, 1234.5]] });
  expect(cells(await readTable(bytes, 'ds.xlsx'))).toEqual([[912345678, '0912345678', { day: '2025-07-01' }, true, 1234.5]]);
});

test('a percentage is read as it is shown, not as the fraction behind it', async () => {
  const bytes = await workbook({ S: [[{ value: 0.85, format: '0%' }, { value: 0.125, format: '0.0%' }, 0.5]] });
  expect(cells(await readTable(bytes, 'ds.xlsx'))).toEqual([['85%', '12.5%', 0.5]]);
});

test('cells merged downwards give their value to every row that holds anything else', async () => {
  const xml = [
    `<row r="1">${text('A1', 'Phường An Biên')}${text('B1', 'Hoa')}</row>`,
    `<row r="2">${text('B2', 'Lan')}</row>`,
    '<row r="3"/>',
    `<row r="4">${text('A4', 'Hết')}</row>`,
  ].join('');
  const merged = '</sheetData><mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells></worksheet>';
  expect(cells(await readTable(workbookOf(xml + merged), 'ds.xlsx'))).toEqual([
    ['Phường An Biên', 'Hoa'],
    ['Phường An Biên', 'Lan'],
    ['Hết', null],
  ]);
});

test('a title merged across the columns stays in its first cell', async () => {
  const bytes = await workbook({ S: [[{ value: 'DANH SÁCH', columnSpan: 3 }, null, null], ['a', 'b', 'c']] });
  expect(cells(await readTable(bytes, 'ds.xlsx'))).toEqual([['DANH SÁCH', null, null], ['a', 'b', 'c']]);
});

test('of a formula only the kept value is read; one without a value is empty, a failed one says so', async () => {
  const kept = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>';
  const other = '<c r="C1"><f>HYPERLINK("http://a.vn")</f></c><c r="D1" t="e"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v></c>';
  const table = await readTable(workbookOf(`<row r="1">${kept}${other}</row>${END_OF_SHEET}`), 'ds.xlsx');
  expect(cells(table)).toEqual([[2, '2x', null, '#N/A']]);
});

test('what Excel itself writes around the cells does not disturb: column widths, formats, spans, empty rows to the end', async () => {
  const xml = [
    `<row r="2" spans="1:3" x14ac:dyDescent="0.25" ht="15.75">${text('B2', 'Hoa &amp; Lan')}<c r="C2" s="0"/></row>`,
    '<row r="1048576" s="1" customFormat="1"><c r="A1048576" s="0"/></row></sheetData>',
    '<mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells></worksheet>',
  ].join('');
  const before = '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>';
  expect((await readTable(workbookOf(xml, { before }), 'ds.xlsx')).sheets[0]?.rows).toEqual([{ number: 2, cells: [null, 'Hoa & Lan'] }]);
});

test('hidden sheets are left out: nobody can see what to mend there', async () => {
  const bytes = workbookOf(`<row r="1">${text('A1', 'ẩn')}</row>${END_OF_SHEET}`, { state: 'hidden' });
  await expect(readTable(bytes, 'ds.xlsx')).rejects.toMatchObject({ code: 'empty' });
});

test.each([
  ['UTF-8', csv('Họ tên,Đơn vị\nHoa,An Biên\n')],
  ['UTF-8 with its mark', csv('\ufeffHọ tên,Đơn vị\r\nHoa,An Biên\r\n')],
  ['UTF-16LE with its mark', Buffer.from('\ufeffHọ tên\tĐơn vị\r\nHoa\tAn Biên', 'utf16le')],
  ['UTF-16LE without its mark', Buffer.from('Họ tên;Đơn vị\r\nHoa;An Biên', 'utf16le')],
  ['UTF-16BE with its mark', Buffer.from('\ufeffHọ tên;Đơn vị\nHoa;An Biên', 'utf16le').swap16()],
  ['semicolons though names hold commas', csv('Họ tên;Đơn vị\nHoa;An Biên\n')],
  ['old line ends', csv('Họ tên,Đơn vị\rHoa,An Biên')],
  ['quotation marks', csv('"Họ tên","Đơn vị"\n"Hoa","An Biên"')],
])('a .csv file is read: %s', async (_, bytes) => {
  expect(cells(await readTable(bytes, 'ds.csv'))).toEqual([['Họ tên', 'Đơn vị'], ['Hoa', 'An Biên']]);
});

test('the delimiter is the one that stands in every line, whatever the cells hold', async () => {
  const table = await readTable(csv('Hội LHPN, phường A, TP\nTên;Giá trị\nHoa;1,5\nLan;2,5\nMai;3,5\n'), 'ds.csv');
  expect(cells(table)).toEqual([['Hội LHPN, phường A, TP'], ['Tên', 'Giá trị'], ['Hoa', '1,5'], ['Lan', '2,5'], ['Mai', '3,5']]);
});

test("Excel's hint of the delimiter is followed and counts as a row", async () => {
  const table = await readTable(csv('sep=;\r\na;b\r\n1,2;3\r\n'), 'ds.csv');
  expect(table.sheets[0]?.rows).toEqual([{ number: 2, cells: ['a', 'b'] }, { number: 3, cells: ['1,2', '3'] }]);
});

test('a line break inside quotation marks stays in its cell, and rows are counted as Excel shows them', async () => {
  const table = await readTable(csv('a,b\n"hai\ndòng",x\n\n"nháy ""kép""",y\n'), 'ds.csv');
  expect(table.sheets[0]?.rows).toEqual([
    { number: 1, cells: ['a', 'b'] },
    { number: 2, cells: ['hai\ndòng', 'x'] },
    { number: 4, cells: ['nháy "kép"', 'y'] },
  ]);
});

test('text that looks like a formula stays text', async () => {
  const table = await readTable(csv('a,b,c,d\n=1+1,+84912345678,-5,@SUM(A1)\n'), 'ds.csv');
  expect(cells(table)[1]).toEqual(['=1+1', '+84912345678', '-5', '@SUM(A1)']);
});
