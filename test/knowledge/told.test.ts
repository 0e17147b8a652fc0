import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { entryText } from '../../scenes/procedure-words.ts';
import type { World } from '../../scenes/world.ts';
import { usualVoice } from '../../src/conversation/index.ts';
import { contentOf, parseEntry, type AmountRow } from '../../src/knowledge/index.ts';
import { fluentWords } from '../../src/words.ts';
import { goodFile } from './helpers.ts';

const words = fluentWords(fileURLToPath(new URL('../../locales/vi', import.meta.url)));
const amount = (from: string | null, to: string | null): AmountRow => ({ id: 'muc-thu', name: 'Mức thử', value: '700.000 đồng', from, to, source: { document: 'Nghị quyết', number: null, date: null, article: null, address: null, grade: 'S' } });

function told(file: string, amounts: AmountRow[] = [amount(null, null)], today = '2026-11-24', voice = usualVoice): string {
  const entry = parseEntry('procedures/viec-thu.md', file);
  const world = { today, knowledge: { content: contentOf([entry], amounts, []) } } as unknown as World;
  return entryText(entry, null, world).map((text) => words.render(text, voice)).join('\n\n');
}

describe('an answer', () => {
  test('in force carries no warning, its sources and the day they were checked', () => {
    const text = told(goodFile);
    expect(text).not.toContain('⚠');
    expect(text).toContain('• Điều lệ');
    expect(text).toContain('24/11/2026');
  });
  test('that was replaced says by what', () => {
    expect(told(goodFile.replace('status: in-force', 'status: superseded\nsuperseded_by: 2415/QĐ-TTg'))).toContain('⚠ Văn bản này đã được thay thế, nay là 2415/QĐ-TTg');
  });
  test('past its last day says so, whether or not its status has been changed', () => {
    const ended = goodFile.replace('valid_from: 2026-01-01', 'valid_from: 2026-01-01\nvalid_to: 2026-06-30');
    expect(told(ended)).toContain('đã hết hiệu lực từ sau ngày 30/06/2026');
    expect(told(ended, [amount(null, null)], '2026-06-30')).not.toContain('hết hiệu lực');
    expect(told(ended.replace('in-force', 'expired'), [amount(null, null)], '2026-06-01')).toContain('hết hiệu lực');
  });
  test('not yet verified, or without a source, says so', () => {
    expect(told(goodFile.replace('in-force', 'unverified'))).toContain('Chưa xác minh còn hiệu lực');
  });
  test('never shows an amount past its day, or before it, as what holds', () => {
    expect(told(goodFile)).toContain('mức 700.000 đồng.');
    expect(told(goodFile, [amount(null, '2026-10-31')])).toContain('đã hết hạn ngày 31/10/2026');
    expect(told(goodFile, [amount('2027-01-01', null)])).toContain('áp dụng từ 01/01/2027');
    expect(told(goodFile, [])).toContain('em chưa có mức tiền này');
  });
  test('marks each line of a secondary source, and a section of nothing else once', () => {
    expect(told(goodFile)).toContain('mức 700.000 đồng. (nguồn thứ cấp, cần đối chiếu)');
    const all = told(goodFile.replace('Làm trước. [dl]', 'Làm trước. [bao]'));
    expect(all).toContain('**Quy trình** (nguồn thứ cấp, cần đối chiếu)');
    expect(all.match(/nguồn thứ cấp/g)).toHaveLength(1);
  });
  test('speaks to the person as she is addressed, and leaves other women their word', () => {
    const file = goodFile.replace('Làm trước. [dl]', 'Một chị đi mời các chị khác. Chị giúp chị em; chị ấy báo lại chị. [dl]');
    const text = told(file, [amount(null, null)], '2026-11-24', { address: 'cô' });
    expect(text).toContain('Một chị đi mời các chị khác. Cô giúp chị em; chị ấy báo lại cô.');
  });
});
