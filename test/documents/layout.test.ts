import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadLayout, sorted } from '../../src/documents/word/layout.ts';
import { forms } from '../reports/filing/forms.ts';

const layout = loadLayout(fileURLToPath(new URL('../../content/documents.yaml', import.meta.url)), forms.activities);

test('a report goes under the first heading that names what it is about; none is lost', () => {
  const titles = ['Truyền thông: Phòng chống bạo lực gia đình', 'Mẹ đỡ đầu: tặng quà', 'Sinh hoạt chi hội: việc chung', 'Mô hình "1+1": A', 'tuyen truyen binh dang gioi'];
  const found = sorted(layout.monthly, titles, (title) => title);
  const places = [...found].flatMap(([part, reports]) => reports.map((title) => [title, part.heading] as const));
  expect(Object.fromEntries(places)).toEqual({
    [titles[0]!]: 'b) Phòng, chống bạo lực gia đình',
    [titles[1]!]: 'a) Chương trình “Mẹ đỡ đầu”',
    [titles[2]!]: 'c) Phong trào, hoạt động khác',
    [titles[3]!]: 'c) Mô hình khác',
    [titles[4]!]: 'b) Phòng, chống bạo lực gia đình',
  });
});
