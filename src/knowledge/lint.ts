import { basename } from 'node:path';
import type { ContentFault } from '../content.ts';
import { fold } from '../vietnamese/fold.ts';
import type { AmountRow } from './amounts.ts';
import { overlaps } from './amounts.ts';
import { allLines, plain, waysOf, type Entry, type Line } from './entry.ts';
import type { SafetyCard } from './front.ts';
import { lintFigures } from './lint-figures.ts';
import { lintNumbers } from './lint-numbers.ts';

/** Longest texts that stay readable on a phone, in characters as written. */
export const limits = { lead: 300, section: 900, body: 3500, card: 900 };

const fault = (file: string, where: string, what: string): ContentFault => ({ file, where, what });

/** Rules that one entry keeps by itself. */
export function lintEntry(entry: Entry, lengths: { lead: number; body: number }): ContentFault[] {
  const faults: ContentFault[] = [];
  const say = (where: string, what: string): void => void faults.push(fault(entry.file, where, what));
  const name = basename(entry.file, '.md');
  if (entry.id !== name) say('id', `là "${entry.id}", phải giống tên tệp: "${name}"`);
  if (entry.lead.length === 0) say('', 'thiếu câu mở đầu trước mục đầu tiên');
  if (entry.sections.length === 0) say('', 'cần ít nhất một mục "## …"');
  if (lengths.lead > limits.lead) say('mở đầu', `dài ${lengths.lead} ký tự, tối đa ${limits.lead}`);
  if (lengths.body > limits.body) say('nội dung', `dài ${lengths.body} ký tự, tối đa ${limits.body}`);
  for (const section of entry.sections) {
    if (section.lines.length === 0) say(`mục ${section.heading}`, 'chưa có dòng nào; bỏ mục hoặc viết thêm');
    if (section.length > limits.section) say(`mục ${section.heading}`, `dài ${section.length} ký tự, tối đa ${limits.section}`);
  }
  faults.push(...lintStatus(entry), ...lintLines(entry));
  if (new Set(entry.ask.map((phrase) => phrase.toLowerCase())).size < entry.ask.length) say('ask', 'có hai cách hỏi giống hệt nhau; bỏ bớt một');
  if (entry.related.includes(entry.id)) say('related', 'không liên quan đến chính nó; bỏ đi');
  return faults;
}

function lintStatus(entry: Entry): ContentFault[] {
  const faults: ContentFault[] = [];
  if (entry.status === 'superseded' && !entry.supersededBy) faults.push(fault(entry.file, 'superseded_by', 'văn bản đã bị thay thì ghi văn bản thay'));
  if (entry.status === 'expired' && !entry.validTo) faults.push(fault(entry.file, 'valid_to', 'hết hiệu lực thì ghi ngày cuối còn hiệu lực'));
  if (entry.validFrom && entry.validTo && entry.validFrom > entry.validTo) faults.push(fault(entry.file, 'valid_to', 'phải sau valid_from'));
  if (entry.status === 'no-source' && entry.sources.length > 0) faults.push(fault(entry.file, 'sources', 'đã có nguồn thì status không còn là no-source'));
  if (entry.status !== 'no-source' && entry.sources.length === 0) faults.push(fault(entry.file, 'sources', 'chưa có nguồn nào; không có nguồn thì status là no-source'));
  return faults;
}

function lintLines(entry: Entry): ContentFault[] {
  const faults: ContentFault[] = [];
  const grades = new Map(entry.sources.map(({ ref, grade }) => [ref, grade]));
  const used = new Set<string>();
  if (grades.size < entry.sources.length) faults.push(fault(entry.file, 'sources', 'có hai nguồn cùng mã ref'));
  for (const line of allLines(entry)) {
    const where = `dòng ${line.at}`;
    for (const ref of line.refs) {
      used.add(ref);
      if (!grades.has(ref)) faults.push(fault(entry.file, where, `nguồn [${ref}] không có trong sources: ${[...grades.keys()].join(', ')}`));
    }
    // Nobody could see which half of the sentence is the weak one.
    if (new Set(line.refs.flatMap((ref) => grades.get(ref) ?? [])).size > 1) faults.push(fault(entry.file, where, 'một dòng không gộp nguồn S với nguồn S2; tách làm hai dòng'));
    if (line.refs.length === 0 && tellsFact(line)) faults.push(fault(entry.file, where, 'nêu con số, ngày hoặc văn bản mà không có [ref] ở cuối dòng'));
  }
  for (const ref of grades.keys()) if (!used.has(ref)) faults.push(fault(entry.file, 'sources', `nguồn ${ref} không dòng nào dùng; bỏ đi hoặc ghi [${ref}] ở dòng dựa vào nó`));
  return faults;
}

/**
 * A line without a source may advise, ask or admit that nothing is known; it may not state a figure, a day, a document
 * or an amount. A line that admits ("em chưa có nguồn") may name what it lacks.
 */
export function tellsFact(line: Line): boolean {
  const words = plain(line);
  if (line.parts.some((part) => 'amount' in part)) return true;
  if (/chưa (có|thấy|tìm được|kiểm|đọc được|rõ|biết)|chị (hỏi|nhắn|gõ|xem)|hỏi lại|đối chiếu/i.test(words)) return false;
  return /\d/.test(words);
}

/** Rules that hold between entries, amounts and cards. */
export function lintTogether(entries: readonly Entry[], amounts: readonly (AmountRow & { file: string })[], cards: readonly SafetyCard[]): ContentFault[] {
  const faults: ContentFault[] = [];
  const ids = new Set(entries.map(({ id }) => id));
  const amountIds = new Set(amounts.map(({ id }) => id));
  const asked = new Map<string, string>();
  for (const entry of entries) {
    for (const id of entry.related) if (!ids.has(id)) faults.push(fault(entry.file, 'related', `không có mục "${id}"`));
    for (const line of allLines(entry)) {
      for (const part of line.parts) {
        if ('amount' in part && !amountIds.has(part.amount)) faults.push(fault(entry.file, `dòng ${line.at}`, `không có số tiền {${part.amount}} trong content/amounts`));
      }
    }
    for (const phrase of waysOf(entry)) {
      // Typed without marks, both would be the same question.
      const other = asked.get(fold(phrase));
      if (other !== undefined && other !== entry.id) faults.push(fault(entry.file, 'ask', `"${phrase}" đã có ở ${other}; mỗi cách hỏi thuộc một mục`));
      asked.set(fold(phrase), entry.id);
    }
  }
  for (const [a, b] of overlaps(amounts)) faults.push(fault(fileOf(a), a.id, `hai giá trị cùng một ngày: "${a.value}" và "${b.value}"; sửa from, to`));
  return [...faults, ...lintCards(entries, cards), ...lintNumbers(entries, amounts, cards), ...lintFigures(entries, cards)];
}

const fileOf = (row: AmountRow & { file?: string }): string => row.file ?? '';

/** Each card leads to an urgent entry and each urgent entry has a card, so that neither stands alone in an emergency. */
function lintCards(entries: readonly Entry[], cards: readonly SafetyCard[]): ContentFault[] {
  const faults: ContentFault[] = [];
  const led = new Set(cards.map(({ related }) => related));
  for (const entry of entries) {
    if (entry.urgent !== led.has(entry.id)) {
      faults.push(fault(entry.file, 'urgent', entry.urgent ? 'mục khẩn phải có thẻ trong content/safety.yaml (related)' : 'thẻ an toàn dẫn tới mục này, nên urgent phải là true'));
    }
  }
  for (const card of cards) {
    if (card.related && !entries.some(({ id }) => id === card.related)) faults.push(fault('content/safety.yaml', card.id, `không có mục "${card.related}"`));
    const long = cardLength(card);
    if (long > limits.card) faults.push(fault('content/safety.yaml', card.id, `dài ${long} ký tự, tối đa ${limits.card}`));
  }
  return faults;
}

const cardLength = (card: SafetyCard): number =>
  [card.title, card.lead, ...card.call.flatMap(({ number, who, when, note }) => [number, who, when ?? '', note ?? '']), ...card.do, ...card.avoid].join('\n').length;
