import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPeriod } from '../../src/reports/index.ts';
import { openZip } from '../../src/org/sheets/zip.ts';
import { play, type Play } from '../support/play.ts';
import { given, TODAY } from './make.ts';

let stage: Play;
beforeAll(async () => {
  stage = await play();
  const { program } = stage;
  const talk = { 'chu-de': 'Phòng, chống bạo lực gia đình', 'dia-diem': 'Nhà văn hóa tổ dân phố 5', 'so-nguoi': 85, 'phoi-hop': 'Công an phường', anh: null };
  await given(program, 'Phường An Biên', 'truyen-thong', '2026-11-20', talk);
  await given(program, 'Phường An Biên', 'truyen-thong', '2026-02-20', { ...talk, 'so-nguoi': 40 });
  await given(program, 'Chi hội phụ nữ tổ dân phố 1', 'truyen-thong', '2026-11-10', { ...talk, 'chu-de': 'Kỹ năng số & <an toàn>', 'so-nguoi': 30 }, 'filed');
  await given(program, 'Chi hội phụ nữ tổ dân phố 1', 'tham-hoi', '2026-11-12', { 'doi-tuong': '=HYPERLINK("http://x")', 'so-suat': 12, 'tri-gia': 6_000_000, anh: null });
  await given(program, 'Phường An Biên', 'truyen-thong', '2026-11-21', { ...talk, 'so-nguoi': 999 }, 'returned');
}, 60_000);
afterAll(() => stage.close());

async function make(format: 'xlsx' | 'docx' | 'png', unitName: string, periodId: string) {
  const { org, indicators, documents } = stage.program;
  const tree = await org.tree();
  const period = readPeriod(periodId, indicators.termOn(TODAY))!;
  return documents.make(format, { unit: tree.find(unitName, TODAY)[0]!, period, tree, today: TODAY });
}

type Sheets = { sheet: string; data: (string | number | Date | null)[][] }[];
const sheets = async (unit: string, period: string): Promise<Sheets> => (await readXlsx((await make('xlsx', unit, period)).bytes)) as unknown as Sheets;

/** The words of a .docx, a paragraph a line. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const xml = (await openZip(bytes).read('word/document.xml')).toString('utf8');
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '').replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"');
}

test('Excel: the total of the period and since the new year, and the rows that make it up', async () => {
  const [totals] = await sheets('Phường An Biên', '2026-11');
  const head = totals!.data[2]!;
  const row = (name: string) => totals!.data.find((one) => one[0] === name)!;
  const column = head.findIndex((cell) => String(cell).startsWith('Lượt người tham gia'));
  expect(totals!.sheet).toBe('Tổng hợp');
  expect([row('Tổng trong kỳ')[1], row('Tổng trong kỳ')[2], row('Tổng trong kỳ')[column]]).toEqual([3, 1, 115]);
  expect(row('Lũy kế từ 01/01/2026')[column]).toBe(155);
  expect([row('Riêng phường An Biên')[column], row('Chi hội phụ nữ tổ dân phố 1')[column], row('Chi hội phụ nữ tổ dân phố 2')[column]]).toEqual([85, 30, 0]);
});

test('Excel: every figure leads to the reports behind it; what was returned is not among them', async () => {
  const list = (await sheets('Phường An Biên', '2026-11')).at(-1)!;
  expect(list.sheet).toBe('Báo cáo');
  const rows = list.data.slice(3);
  const column = list.data[2]!.findIndex((cell) => String(cell).startsWith('Lượt người tham gia'));
  expect(rows.map((row) => [(row[1] as Date).toISOString().slice(0, 10), row[6], row[column]])).toEqual([['2026-11-10', 'Chờ duyệt', 30], ['2026-11-12', 'Đã duyệt', null], ['2026-11-20', 'Đã duyệt', 85]]);
});

test('Word: a unit writes in the official form, with its number, day and assessments left to the writer', async () => {
  const { bytes, name } = await make('docx', 'Phường An Biên', '2026');
  const words = await wordsOf(bytes);
  expect(name).toBe('bao-cao_phuong-an-bien_2026.docx');
  for (const part of ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập - Tự do - Hạnh phúc', 'Thành phố Hải Phòng', 'Số: […]/BC-BTV', 'An Biên, ngày […] tháng 11 năm 2026', 'Kết quả công tác Hội và phong trào phụ nữ năm 2026; phương hướng, nhiệm vụ năm 2027', 'TM. Ban Thường vụ', 'Trần Thị Minh Họa', 'Nơi nhận:', 'Hội LHPN thành phố Hải Phòng (để báo cáo)', 'PHỤ LỤC']) expect(words).toContain(part);
  expect(words).toContain('Ngày 20/11/2026, tổ chức truyền thông, tập huấn với chủ đề “Phòng, chống bạo lực gia đình” tại Nhà văn hóa tổ dân phố 5, có 85 người dự, phối hợp với Công an phường.');
  expect(words).toContain('Ngày 10/11/2026, chi hội phụ nữ tổ dân phố 1 tổ chức truyền thông, tập huấn với chủ đề “Kỹ năng số & <an toàn>”');
  expect(words).toContain('(chờ duyệt).');
  expect(words).toContain('Cộng lại: lượt người tham gia 155 lượt');
  expect(words).toContain('12 chi hội trưởng');
  expect(words).not.toContain('999');
  const xml = (await openZip(bytes).read('word/document.xml')).toString('utf8');
  expect(xml.match(/<w:highlight w:val="yellow"\/>/g)!.length).toBeGreaterThan(8);
  expect(xml).toContain('<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
});

test('Word: a branch writes its month in the layout of branches, each activity under its heading', async () => {
  const { bytes, name } = await make('docx', 'Chi hội phụ nữ tổ dân phố 1', '2026-11');
  const lines = (await wordsOf(bytes)).split('\n');
  const after = (heading: string): string => lines[lines.indexOf(heading) + 1] ?? '';
  expect(name).toBe('CTH_DLXH_chi-hoi-phu-nu-to-dan-pho-1_T11_2026.docx');
  expect(lines.join('\n')).toContain('tình hình dư luận xã hội tháng 11 năm 2026; nhiệm vụ trọng tâm tháng 12 năm 2026');
  expect(after('1. Tư tưởng hội viên, phụ nữ')).toContain('[… đề nghị bổ sung]');
  expect(after('b) An sinh xã hội')).toContain('12/11/2026');
  expect(after('III. Đề xuất, kiến nghị')).toContain('[…');
  expect(lines).toContain('Lê Thị Ví Dụ');
  expect(lines).toContain('Chi hội trưởng');
});

test('the picture is one, wide enough for a phone, and has every Vietnamese letter', async () => {
  const { bytes, mime } = await make('png', 'Phường An Biên', '2026');
  expect(mime).toBe('image/png');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBe(1080);
});

test('in a chat a commune gets two pictures that a phone shows whole, a branch one', async () => {
  const { org, documents, files } = stage.program;
  const tree = await org.tree();
  const photos = (name: string) => documents.photos({ unit: tree.find(name, TODAY)[0]!, period: readPeriod('2026')!, tree, today: TODAY });
  const commune = await photos('Phường An Biên');
  expect([commune.length, (await photos('Chi hội phụ nữ tổ dân phố 1')).length]).toEqual([2, 1]);
  for (const { hash } of commune) {
    const bytes = Buffer.from(await files.read(hash));
    expect(bytes.readUInt32BE(20) / bytes.readUInt32BE(16)).toBeLessThan(1.8);
  }
});

test('the same figures make the same file', async () => {
  expect((await make('xlsx', 'Phường An Biên', '2026-11')).bytes.equals((await make('xlsx', 'Phường An Biên', '2026-11')).bytes)).toBe(true);
});

test('an accepted report is in every total above it at once', async () => {
  const { program } = stage;
  const total = async (unit: string): Promise<unknown> => (await sheets(unit, '2026-11'))[0]!.data.find((row) => row[0] === 'Tổng trong kỳ')!.slice(1, 3);
  const id = await given(program, 'Chi hội phụ nữ tổ dân phố 2', 'sinh-hoat', '2026-11-24', { 'noi-dung': 'Họp', 'so-nguoi': 20, anh: null }, 'filed');
  const before = [await total('Chi hội phụ nữ tổ dân phố 2'), await total('Phường An Biên'), await total('Thành phố Hải Phòng')];
  await program.db.updateTable('reports').set({ status: 'accepted' }).where('id', '=', id).execute();
  expect(before).toEqual([[1, 1], [4, 2], [4, 2]]);
  expect([await total('Chi hội phụ nữ tổ dân phố 2'), await total('Phường An Biên'), await total('Thành phố Hải Phòng')]).toEqual([[1, 0], [4, 1], [4, 1]]);
});

test('an activity of two branches stands in the line of each, once in the total, and the sheet says so', async () => {
  const { program } = stage;
  const other = (await program.org.tree()).find('Chi hội phụ nữ tổ dân phố 2', TODAY)[0]!.id;
  const id = await given(program, 'Chi hội phụ nữ tổ dân phố 1', 'van-nghe', '2025-10-19', { ten: 'Giao lưu dân vũ', 'dia-diem': 'Nhà văn hóa', 'so-nguoi': 70, anh: null });
  await program.db.updateTable('reports').set({ joint_with: [other] }).where('id', '=', id).execute();
  const [totals, , list] = await sheets('Phường An Biên', '2025-10');
  expect(totals!.data.slice(0, 3).flat().join(' ')).toContain('chỉ tính một lần trong tổng số');
  const column = totals!.data[3]!.findIndex((cell) => String(cell).startsWith('Lượt người tham gia'));
  const people = (name: string) => totals!.data.find((row) => row[0] === name)![column];
  expect([people('Tổng trong kỳ'), people('Chi hội phụ nữ tổ dân phố 1'), people('Chi hội phụ nữ tổ dân phố 2')]).toEqual([70, 70, 70]);
  expect(list!.data[4]).toContain('Chi hội phụ nữ tổ dân phố 2');
});

test('Word: sections are numbered without a gap, also where a unit has no indicators; nothing done is said plainly', async () => {
  const words = await wordsOf((await make('docx', 'Chi hội phụ nữ tổ dân phố 2', '2025-Q3')).bytes);
  expect(words).toContain('1. Các hoạt động');
  expect(words).toContain('2. Số liệu tổng hợp');
  expect(words).toContain('chi hội phụ nữ tổ dân phố 2 chưa có báo cáo hoạt động.');
});

test('a document says of which day its base figures are, and how many units have told none', async () => {
  const { program } = stage;
  const unit_id = (await program.org.tree()).find('Phường An Biên', TODAY)[0]!.id;
  await program.db.insertInto('figures').values({ unit_id, figure: 'chi-hoi-truong', period: 'term', value: 9, as_of: '2026-06-30', source: 'test' }).execute();
  expect(await wordsOf((await make('docx', 'Phường An Biên', '2026-Q3')).bytes)).toContain('tổng số tính đến 30/06/2026');
  const [, indicators] = await sheets('Thành phố Hải Phòng', '2026');
  const head = indicators!.data.findIndex((row) => row[0] === 'Số');
  expect(indicators!.data[head]!.at(-1)).toBe('Số đơn vị chưa có tổng số');
  expect(indicators!.data[head + 5]!.at(-1)).toBe(112);
});
