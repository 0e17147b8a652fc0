import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ContentError } from '../../src/content.ts';
import { amountsOf, loadContent, loadKnowledge, parseEntry } from '../../src/knowledge/index.ts';
import { loadTerms } from '../../src/indicators/index.ts';
import { allLines, plain } from '../../src/knowledge/entry.ts';
import { lintFigures } from '../../src/knowledge/lint-figures.ts';
import { lintTogether } from '../../src/knowledge/lint.ts';
import { contentDir, goodFile, knowledge } from './helpers.ts';

/** Other systems rely on these ids; more may be added, none may go. */
const procedureIds = readFileSync(new URL('procedure-ids.txt', import.meta.url), 'utf8').trim().split('\n');

const faultsOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof ContentError) return error.faults.map(({ where, what }) => `${where}: ${what}`);
    throw error;
  }
  return [];
};
const entryFaults = (text: string): string[] => faultsOf(() => parseEntry('procedures/viec-thu.md', text));

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'noi-dung-'));
  folders.push(folder);
  mkdirSync(join(folder, 'procedures'));
  mkdirSync(join(folder, 'amounts'));
  cpSync(join(contentDir, 'safety.yaml'), join(folder, 'safety.yaml'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** What was only remembered when the facts were gathered, read nowhere: entry, how it would be told, an example of that. */
const recalled = readFileSync(new URL('recalled.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((row) => {
  const [entry = '', pattern = '', example = ''] = row.split('\t');
  return { entry, pattern: new RegExp(pattern, 'iu'), example };
});

describe('the shipped content', () => {
  test('has every procedure that answers are known by', () => {
    const missing = procedureIds.filter((id) => !knowledge.content.entry(id));
    expect(missing).toEqual([]);
    expect(procedureIds).toHaveLength(57);
  });
  test('carries every amount that it names, with its source', () => {
    for (const entry of knowledge.content.entries) {
      for (const amount of amountsOf(knowledge.content, entry, '2026-11-24')) {
        expect(amount, `${entry.id} ${amount.id}`).toMatchObject({ row: { source: { document: expect.stringMatching(/./) } } });
      }
    }
  });
  test('leads from every urgent entry to a safety card and back', () => {
    const urgent = knowledge.content.entries.filter((entry) => entry.urgent).map(({ id }) => id);
    const led = knowledge.content.cards.flatMap(({ related }) => (related ? [related] : []));
    expect(urgent.toSorted()).toEqual(led.toSorted());
  });
  test.each(recalled)('never tells as a fact what nobody has read: $example', ({ entry, pattern, example }) => {
    expect(example).toMatch(pattern);
    const told = knowledge.content.entries.filter(({ id }) => entry === '*' || id === entry).flatMap((one) => allLines(one).map(plain));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((line) => pattern.test(line))).toEqual([]);
  });
  test('is where every indicator leads for how the work is done', () => {
    const led = loadTerms(join(contentDir, 'indicators')).flatMap(({ indicators }) => indicators.map(({ procedure }) => procedure));
    expect(led.length).toBeGreaterThan(0);
    expect(led.filter((id) => !knowledge.content.entry(id))).toEqual([]);
  });
  test('never asks for a name on a safety card, and gives only the checked numbers', () => {
    for (const card of knowledge.content.cards) for (const { number } of card.call) expect(['113', '111', '1900 969 680']).toContain(number);
  });
});

/** The good file as an entry that has no source at all. */
const noSource = (line: string): string =>
  goodFile
    .replace('status: in-force', 'status: no-source')
    .replace(/sources:\n[\s\S]*?---/, 'sources: []\n---')
    .replace(/ \[(dl|bao)\]/g, '')
    .replace(', mức {muc-thu}', '')
    .replace('- Chị hỏi Hội cấp trên giúp em.', line);

/** Sections each short enough, together too long. */
const longSections = ['Điều kiện', 'Thẩm quyền', 'Hồ sơ', 'Quyền', 'Nội dung'].map((heading) => `\n## ${heading}\n- ${'Làm đi. '.repeat(100)}[dl]\n`).join('');

describe('a procedure file', () => {
  test('is read into lines with their marks, sources and amounts', () => {
    const entry = parseEntry('procedures/viec-thu.md', goodFile);
    expect(entry.lead.map(({ refs }) => refs)).toEqual([['dl']]);
    expect(entry.sections.map(({ id }) => id)).toEqual(['quy-trinh', 'luu-y']);
    expect(entry.sections[0]?.lines.map(({ mark }) => mark)).toEqual(['1.', '2.']);
    expect(entry.sections[0]?.lines[1]?.parts).toContainEqual({ amount: 'muc-thu' });
    expect(entry.sections[0]?.lines.map(({ secondary }) => secondary)).toEqual([false, true]);
  });
  test.each([
    ['another id than its name', goodFile.replace('id: viec-thu', 'id: viec-khac'), 'giống tên tệp'],
    ['an unknown heading', goodFile.replace('## Lưu ý', '## Chuyện khác'), 'không có mục "Chuyện khác"'],
    ['a source that is not listed', goodFile.replace('thử. [dl]', 'thử. [khac]'), '[khac] không có trong sources'],
    ['a source that nobody uses', goodFile.replace('{muc-thu}. [bao]', '{muc-thu}. [dl]'), 'nguồn bao không dòng nào dùng'],
    ['a figure without a source', goodFile.replace('- Chị hỏi Hội cấp trên giúp em.', '- Làm trong 15 ngày.'), 'không có [ref]'],
    ['a source in the middle of a line', goodFile.replace('Làm trước. [dl]', 'Làm [dl] trước. [dl]'), 'cuối dòng'],
    ['a lead too long for a phone', goodFile.replace('Việc thử là việc để thử.', 'Việc thử. '.repeat(40)), 'tối đa 300'],
    ['a section too long for a phone', goodFile.replace('1. Làm trước.', `1. ${'Làm trước. '.repeat(100)}`), 'tối đa 900'],
    ['a day that is not in the calendar', goodFile.replace('checked: 2026-11-24', 'checked: 2026-02-30'), 'ngày có thật'],
    ['superseded without saying by what', goodFile.replace('status: in-force', 'status: superseded'), 'văn bản thay'],
    ['expired without its last day', goodFile.replace('status: in-force', 'status: expired'), 'ngày cuối'],
    ['a field that is not known', goodFile.replace('public: true', 'public: true\nmau: xanh'), 'mau'],
    ['decomposed letters', goodFile.replace('Làm trước', 'Làm trước'.normalize('NFD')), 'NFC'],
    ['no front matter', 'chỉ có chữ', 'phần khai báo'],
    ['an address that is cut off', goodFile.replace('grade: S\n', 'address: https://example.org/van-ban…\n    grade: S\n'), 'địa chỉ phải trọn vẹn'],
    ['an address without a host', goodFile.replace('grade: S\n', 'address: https://van-ban\n    grade: S\n'), 'địa chỉ phải trọn vẹn'],
    ['sources in an entry that says it has none', goodFile.replace('status: in-force', 'status: no-source'), 'không còn là no-source'],
    ['a fact in an entry that says it has no source', noSource('- Cả thành phố có 114 cơ sở.'), 'không có [ref]'],
    ['a source that was only remembered', goodFile.replace('grade: S2', 'grade: R'), 'grade là S'],
    ['a strong and a weak source for one line', goodFile.replace('Làm trước. [dl]', 'Làm trước. [dl] [bao]'), 'không gộp nguồn S với nguồn S2'],
    ['no source while it says it is in force', noSource('- Chị hỏi Hội cấp trên.').replace('status: no-source', 'status: in-force'), 'chưa có nguồn nào'],
    ['two sources of one ref', goodFile.replace('ref: bao', 'ref: dl'), 'hai nguồn cùng mã ref'],
    ['a field left out', goodFile.replace(/^checked: .*\n/m, ''), 'checked'],
    ['too few ways of asking', goodFile.replace('  - làm việc thử cần gì\n', ''), 'ít nhất 5 cách hỏi'],
    ['one way of asking twice', goodFile.replace('  - ai lo việc thử', '  - Việc thử là gì'), 'giống hệt nhau'],
    ['a status that is not known', goodFile.replace('status: in-force', 'status: good'), 'là một trong: in-force'],
    ['an end before its beginning', goodFile.replace('valid_from: 2026-01-01', 'valid_from: 2026-01-01\nvalid_to: 2025-01-01'), 'phải sau valid_from'],
    ['itself among what is related', goodFile.replace('related: []', 'related: [viec-thu]'), 'không liên quan đến chính nó'],
    ['no lead', goodFile.replace('Việc thử là việc để thử. [dl]\n', ''), 'thiếu câu mở đầu'],
    ['no section', goodFile.slice(0, goodFile.indexOf('## Quy trình')), 'cần ít nhất một mục'],
    ['a section twice', goodFile.replace('## Lưu ý', '## Quy trình'), 'có hai lần'],
    ['a section with nothing in it', `${goodFile}\n## Quyền\n`, 'chưa có dòng nào'],
    ['more text than a phone reads', goodFile + longSections, 'tối đa 3500'],
    ['a table', goodFile.replace('1. Làm trước.', '| Làm | trước |'), 'chỉ dùng gạch đầu dòng'],
    ['a web page as an address', goodFile.replace('Làm trước. [dl]', '[Làm trước](https://example.org). [dl]'), 'chỉ dùng gạch đầu dòng'],
    ['an amount in an entry that says it has no source', noSource('- Mức là {muc-thu}.'), 'không có [ref]'],
  ])('is refused with %s', (_, text, what) => expect(entryFaults(text).join('\n')).toContain(what));

  test('tells all of its faults at once, each with its line', () => {
    const faults = entryFaults(goodFile.replace('1. Làm trước. [dl]', '1. Làm trong 3 ngày.').replace('## Lưu ý', '## Chuyện khác'));
    expect(faults).toHaveLength(2);
    expect(faults.join('\n')).toMatch(/dòng 2\d/);
  });
});

describe('a content folder', () => {
  const asking = (file: string, text: string): string[] => {
    const folder = folderWith({ 'procedures/viec-thu.md': goodFile.replace('mức {muc-thu}', 'như trên') });
    mkdirSync(join(folder, 'asked'));
    writeFileSync(join(folder, 'asked', file), text);
    return faultsOf(() => loadContent(folder));
  };
  test.each([
    ['a part that there is not', 'viec-thu.txt', 'giay-to\tcần gì\n', 'không phải mã mục'],
    ['a line without its part', 'viec-thu.txt', 'cần giấy gì\n', 'dấu Tab'],
    ['ways of asking for an entry that is not there', 'viec-ba.txt', '-\tviệc ba\n', 'không có mục "viec-ba"'],
  ])('is refused with %s', (_, file, text, what) => expect(asking(file, text).join('\n')).toContain(what));
  test('gives each entry its many ways of asking, with the part asked for', () => {
    const folder = folderWith({ 'procedures/viec-thu.md': goodFile.replace('mức {muc-thu}', 'như trên') });
    mkdirSync(join(folder, 'asked'));
    writeFileSync(join(folder, 'asked', 'viec-thu.txt'), 'ho-so\tviệc thử nộp giấy gì\n-\tthử hộ chị\n');
    cpSync(join(contentDir, 'safety.yaml'), join(folder, 'safety.yaml'));
    writeFileSync(join(folder, 'safety.yaml'), readFileSync(join(folder, 'safety.yaml'), 'utf8').replace(/related: .*/g, 'related:'));
    expect(loadContent(folder).entry('viec-thu')?.asked).toEqual([{ section: 'ho-so', text: 'việc thử nộp giấy gì' }, { section: null, text: 'thử hộ chị' }]);
  });
  /** Faults of two entries that say `one` and `two`, the second written into another file. */
  const together = (one: string, two: string, more: (text: string) => string = (text) => text): string => {
    const first = goodFile.replace('mức {muc-thu}', 'như trên').replace('Làm trước.', one);
    const second = more(goodFile.replace('mức {muc-thu}', 'như trên').replace('Làm trước.', two)).replace('id: viec-thu', 'id: viec-hai').replace(/^ {2}- (?!ref)/gm, '  - hai ');
    const read = [parseEntry('procedures/viec-thu.md', first), parseEntry('procedures/viec-hai.md', second)];
    return lintTogether(read, [], knowledge.content.cards.map((card) => ({ ...card, related: null }))).map(({ what }) => what).join('\n');
  };
  test('is refused when one entry contradicts another on a number', () => {
    expect(together('Họp thôn thì báo trước ít nhất 2 ngày.', 'Họp thôn thì báo trước ít nhất 3 ngày.')).toContain('ghi 3, nơi khác ghi 2');
    expect(together('Họp thôn thì báo trước ít nhất 2 ngày.', 'Họp thôn thì báo trước ít nhất 2 ngày.')).toBe('');
    expect(together('Thôn báo trước ít nhất 2 ngày.', 'Chi hội mời trước ít nhất 3 ngày.')).toBe('');
    const steps = 'Đoàn gửi cho đơn vị được giám sát trước ít nhất 15 ngày. [dl]\n2. Đơn vị gửi báo cáo cho đoàn trước ít nhất 7 ngày.';
    expect(together(steps, 'Làm trước.')).toBe('');
  });
  test.each([
    ['cam-tiep-xuc', '12 giờ', '24 giờ'],
    ['hop-tac-xa', '108 tổ hợp tác', '118 tổ hợp tác'],
    ['gioi-thieu-vao-dang', '50%', '60%'],
    ['to-chuc-hoi', '27 chi hội', '28 chi hội'],
    ['tre-em', '12 giờ', '24 giờ'],
    ['sinh-hoat-chi-hoi', '- Chi hội, tổ phụ nữ sinh hoạt ít nhất 3 tháng', '- Chi hội, tổ phụ nữ sinh hoạt ít nhất 6 tháng'],
    ['mo-hinh-1-1', '100% cơ sở', '90% cơ sở'],
  ])('is refused when %s says %s otherwise than the rest of the shipped content', (id, right, wrong) => {
    const file = join(contentDir, 'procedures', `${id}.md`);
    const text = readFileSync(file, 'utf8');
    const changed = parseEntry(file, text.replaceAll(right, wrong));
    expect(text).toContain(right);
    const entries = knowledge.content.entries.map((entry) => (entry.id === id ? changed : entry));
    expect(lintFigures(entries, knowledge.content.cards).map(({ what }) => what).join('\n')).toContain('nơi khác ghi');
  });
  test('is refused when a safety card is too long for shaking hands, or leads nowhere', () => {
    const [card] = knowledge.content.cards.map((one) => ({ ...one, related: 'khong-co', do: ['Làm ngay. '.repeat(100)] }));
    const said = lintTogether([], [], [card!]).map(({ what }) => what).join('\n');
    expect(said).toContain('tối đa 900');
    expect(said).toContain('không có mục "khong-co"');
  });
  test('is refused when an urgent entry has no card', () => {
    const urgent = parseEntry('procedures/viec-thu.md', goodFile.replace('urgent: false', 'urgent: true').replace('{muc-thu}', 'như trên'));
    expect(lintTogether([urgent], [], []).map(({ what }) => what).join('\n')).toContain('mục khẩn phải có thẻ');
  });
  test('is refused when a document has two days', () => {
    const dated = (day: string) => (text: string) => text.replace('document: Điều lệ', `document: Điều lệ\n    number: 12/2025/NĐ-CP\n    date: ${day}`);
    const both = (day: string) => [dated('2025-01-02'), dated(day)] as const;
    for (const [day, said] of [['2025-01-02', ''], ['2025-02-01', '12/2025/NĐ-CP đề ngày 01/02/2025, nơi khác ghi 02/01/2025']] as const) {
      const [one, two] = both(day);
      const read = [parseEntry('procedures/viec-thu.md', one(goodFile.replace('{muc-thu}', 'như trên'))), parseEntry('procedures/viec-hai.md', two(goodFile.replace('{muc-thu}', 'như trên')).replace('id: viec-thu', 'id: viec-hai').replace(/^ {2}- (?!ref)/gm, '  - hai '))];
      const found = lintTogether(read, [], knowledge.content.cards.map((card) => ({ ...card, related: null })));
      expect(found.map(({ what }) => what).join('\n')).toContain(said);
      expect(found).toHaveLength(said === '' ? 0 : 1);
    }
    expect(together('Theo 12/HD-BTV ngày 02/01/2025.', 'Làm trước.', dated('2025-01-02'))).toBe('');
  });
  test('is refused when money that changes is written into a sentence', () => {
    expect(together('Mức là 500.000 đồng.', 'Làm trước.')).toContain('content/amounts');
    expect(together('Mức là 5 triệu.', 'Làm trước.')).toContain('content/amounts');
    expect(together('Dân số 4,66 triệu người.', 'Có 5 đồng chí.')).toBe('');
  });
  test('tells the faults of every file in one error', () => {
    const broken = folderWith({ 'procedures/mot.md': goodFile, 'procedures/hai.md': 'x', 'amounts/a.yaml': '- id: X\n' });
    const files = new Set(catchFaults(() => loadContent(broken)).map(({ file }) => file.split('/').at(-1)));
    expect([...files].toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['a.yaml', 'hai.md', 'mot.md']);
  });
  test('is refused when an amount, a related entry or a way of asking does not stand alone', () => {
    const other = goodFile.replace('id: viec-thu', 'id: viec-hai').replace('related: []', 'related: [khong-co]');
    const folder = folderWith({ 'procedures/viec-thu.md': goodFile, 'procedures/viec-hai.md': other });
    const said = catchFaults(() => loadContent(folder)).map(({ what }) => what).join('\n');
    expect(said).toContain('không có mục "khong-co"');
    expect(said).toContain('không có số tiền {muc-thu}');
    expect(said).toContain('"việc thử là gì" đã có ở');
    const unmarked = [goodFile, goodFile.replace('id: viec-thu', 'id: viec-hai').replace(/^ {2}- (?!ref)/gm, '  - hai ').replace('hai việc thử là gì', 'viec thu la gi')];
    const read = [parseEntry('procedures/viec-thu.md', unmarked[0]!), parseEntry('procedures/viec-hai.md', unmarked[1]!)];
    expect(lintTogether(read, [], []).map(({ what }) => what).join('\n')).toContain('"viec thu la gi" đã có ở viec-thu');
  });
  test('is refused when words lead to an entry that is not there', () => {
    const folder = folderWith({});
    cpSync(contentDir, folder, { recursive: true });
    writeFileSync(join(folder, 'words.yaml'), `${readFileSync(join(contentDir, 'words.yaml'), 'utf8')}  muc-khong-co: [chuyện lạ]\n`);
    expect(faultsOf(() => loadKnowledge(folder)).join('\n')).toContain('topics.muc-khong-co');
  });
});

function catchFaults(run: () => unknown): ContentError['faults'] {
  try {
    run();
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
  return [];
}
