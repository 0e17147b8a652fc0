import { expect, test } from 'vitest';
import { parseRoster, readTable, type Fault } from '../../../src/org/sheets/index.ts';
import { table, workbook } from './make.ts';

const HEADER = ['Họ và tên', 'Số điện thoại', 'Đơn vị', 'Thuộc', 'Chức danh', 'Quyền', 'Ngôn ngữ xưng hô'];
const HOA = ['Nguyễn Thị Hoa', '0912 345 678', 'Chi hội 3', 'Phường An Biên', 'Chi hội trưởng', null, null];
const without = (row: (string | null)[], at: number): (string | null)[] => row.map((cell, i) => (i === at ? null : cell));
const short = ({ row, column, value, code }: Fault): unknown[] => [row, column?.letter ?? null, value, code];
const faultsOf = (...rows: (string | number | null)[][]): unknown[] => parseRoster(table(HEADER, ...rows)).faults.map(short);

test('a row gives the cadre, her unit and her position', () => {
  const boss = ['Trần Thị Lan', '+84 987 654 321', 'Hội LHPN thành phố', null, 'Trưởng ban', 'Quản trị', 'Cô'];
  expect(parseRoster(table(HEADER, HOA, boss))).toMatchObject({
    rows: [
      {
        sheet: 'thu.csv', row: 2, name: 'Nguyễn Thị Hoa', phone: '+84912345678', unit: 'Chi hội 3', above: 'Phường An Biên',
        title: 'Chi hội trưởng', administrator: false, address: null,
      },
      {
        sheet: 'thu.csv', row: 3, name: 'Trần Thị Lan', phone: '+84987654321', unit: 'Hội LHPN thành phố', above: null,
        title: 'Trưởng ban', administrator: true, address: 'cô',
      },
    ],
    faults: [],
    skipped: [],
  });
});

test('the header is found below titles, whatever its marks, case, spaces, order and other columns', () => {
  const { rows, faults } = parseRoster(
    table(
      ['HỘI LHPN TP HẢI PHÒNG', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['Đơn vị: Phường An Biên'],
      ['STT', 'CHỨC  DANH', 'don vi', 'HO VA TEN ', 'Sốđiệnthoại (*)', 'Ngày sinh'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [1, 'Chủ tịch', 'Phường An Biên', 'Lê Thị Mai', 912345678, { day: '1980-01-02' }],
      ['STT', 'CHỨC  DANH', 'don vi', 'HO VA TEN ', 'Sốđiệnthoại (*)', 'Ngày sinh'],
      [2, 'Phó Chủ tịch', 'Phường An Biên', 'Lê Thị Cúc', '0912345679'],
      [null, null, null, null, null, 'Người lập biểu'],
    ),
  );
  expect(faults).toEqual([]);
  expect(rows.map(({ row, name, phone, title }) => [row, name, phone, title])).toEqual([
    [5, 'Lê Thị Mai', '+84912345678', 'Chủ tịch'],
    [7, 'Lê Thị Cúc', '+84912345679', 'Phó Chủ tịch'],
  ]);
});

test('every fault names its row, its column as the file shows it, and what stands there', () => {
  const wrong = ['Hoa', '091234', 'Chi hội 3', null, null, 'xem', 'madam'];
  expect(parseRoster(table(HEADER, HOA, wrong)).faults).toEqual([
    { sheet: 'thu.csv', row: 3, column: { letter: 'B', header: 'Số điện thoại' }, value: '091234', code: 'bad-phone', args: { field: 'phone' } },
    { sheet: 'thu.csv', row: 3, column: { letter: 'E', header: 'Chức danh' }, value: '', code: 'missing', args: { field: 'title' } },
    { sheet: 'thu.csv', row: 3, column: { letter: 'F', header: 'Quyền' }, value: 'xem', code: 'unknown-right', args: { field: 'right' } },
    { sheet: 'thu.csv', row: 3, column: { letter: 'G', header: 'Ngôn ngữ xưng hô' }, value: 'madam', code: 'unknown-address', args: { field: 'address' } },
  ]);
});

test.each([[0, 'A'], [1, 'B'], [2, 'C'], [4, 'E']])('an empty needed cell is a fault (column %i)', (at, letter) => {
  expect(faultsOf(without(HOA, at))).toEqual([[2, letter, '', 'missing']]);
});

test('a failed formula and a cell full of text are told, not taken', () => {
  expect(faultsOf(['#N/A', ...HOA.slice(1)])).toEqual([[2, 'A', '#N/A', 'formula-error']]);
  expect(faultsOf(['a'.repeat(201), ...HOA.slice(1)])).toEqual([[2, 'A', 'a'.repeat(80), 'too-long']]);
});

test('one person may hold several positions in several units', () => {
  const second = [...HOA.slice(0, 2), 'Phường An Biên', 'Thành phố Hải Phòng', 'Ủy viên', null, null];
  const third = ['NGUYEN THI HOA', ...HOA.slice(1, 2), 'Chi hội 4', ...HOA.slice(3)];
  expect(parseRoster(table(HEADER, HOA, second, third))).toMatchObject({ rows: { length: 3 }, faults: [] });
});

test('one phone with two names is a fault that tells the other row', () => {
  const other = ['Nguyễn Thị Hòa', '84912345678', 'Chi hội 4', ...HOA.slice(3)];
  expect(parseRoster(table(HEADER, HOA, other)).faults).toMatchObject([
    { row: 3, code: 'duplicate-phone', args: { name: 'Nguyễn Thị Hòa', otherName: 'Nguyễn Thị Hoa', otherRow: '2', otherSheet: 'thu.csv' } },
  ]);
});

test('the same position twice is a fault that tells the other row', () => {
  expect(parseRoster(table(HEADER, HOA, HOA)).faults).toMatchObject([{ row: 3, code: 'repeated-row', args: { otherRow: '2' } }]);
});

test('a table without a needed column, or with one twice, is told at its header', () => {
  expect(parseRoster(table(['Tiêu đề'], HEADER.slice(0, 3), HOA)).faults).toEqual([
    { sheet: 'thu.csv', row: 2, column: null, value: '', code: 'missing-column', args: { field: 'title' } },
  ]);
  expect(parseRoster(table([...HEADER, 'Đơn vị'], HOA)).faults.map(short)).toEqual([[1, 'H', 'Đơn vị', 'double-column']]);
});

test('a file without any such table is told', () => {
  expect(parseRoster(table(['a', 'b'], ['1', '2'])).faults.map(short)).toEqual([[null, null, '', 'no-header']]);
});

test('all sheets of a workbook with such a table are read; others are named, not lost unseen', async () => {
  const bytes = await workbook({ 'Ghi chú': [['Lưu ý']], A: [HEADER, HOA], B: [['Danh sách'], HEADER, ['Lan', 987654321, ...HOA.slice(2)]] });
  const { rows, faults, skipped } = parseRoster(await readTable(bytes, 'ds.xlsx'));
  expect(rows.map(({ sheet, row, phone }) => [sheet, row, phone])).toEqual([['A', 2, '+84912345678'], ['B', 3, '+84987654321']]);
  expect([faults, skipped]).toEqual([[], ['Ghi chú']]);
});

test('20,000 people in one workbook are all read', async () => {
  const people = Array.from({ length: 20_000 }, (_, at) => [`Hoa ${at}`, 900_000_000 + at, `Chi hội ${at % 7}`, 'Phường A', 'Chi hội trưởng', null, null]);
  const { rows, faults } = parseRoster(await readTable(await workbook({ S: [HEADER, ...people] }), 'ds.xlsx'));
  expect([rows.length, faults]).toEqual([20_000, []]);
  expect(rows.at(-1)).toMatchObject({ row: 20_001, name: 'Hoa 19999', phone: '+84900019999' });
});

test('"nt" and its like stand for what is above, in units and titles only; a number cell keeps its 0', () => {
  const same = (name: string, phone: string | number, ...rest: (string | null)[]): (string | number | null)[] => [name, phone, ...rest];
  const { rows, faults } = parseRoster(
    table(HEADER, HOA, same('Lan', 987654321, 'nt', '-nt-', 'Chi hội phó', null, null), same('Mai', '0987654322', 'như trên', '"', 'nt', null, null)),
  );
  expect(faults).toEqual([]);
  expect(rows.map(({ phone, unit, above, title }) => [phone, unit, above, title])).toEqual([
    ['+84912345678', 'Chi hội 3', 'Phường An Biên', 'Chi hội trưởng'],
    ['+84987654321', 'Chi hội 3', 'Phường An Biên', 'Chi hội phó'],
    ['+84987654322', 'Chi hội 3', 'Phường An Biên', 'Chi hội phó'],
  ]);
  expect(faultsOf(['Lan', '0987654321', 'nt', null, 'CHT', null, null])).toEqual([[2, 'C', 'nt', 'ditto']]);
  expect(faultsOf(HOA, ['nt', '0987654321', 'Chi hội 3', null, 'CHT', null, null])).toEqual([[3, 'A', 'nt', 'ditto']]);
});

test.each(['0912345678/0987654321', '0912 345 678 - 0987 654 321', '0912345678 0987654321', '0912345678; 0987654321'])('two numbers in one cell ("%s") are told', (phone) => {
  expect(faultsOf([HOA[0]!, phone, ...HOA.slice(2)])).toEqual([[2, 'B', phone, 'two-phones']]);
});

test('without a column of rights, what each may do is left as it is', () => {
  const bare = (row: (string | null)[]): (string | null)[] => row.slice(0, 5);
  expect(parseRoster(table(bare(HEADER), bare(HOA))).rows[0]?.administrator).toBeNull();
});
