import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ContentError, type ContentFault } from '../content.ts';
import { sectionIds, type Asked, type SectionId } from './entry.ts';

const LONGEST = 300;
/** A way of asking for no part in particular. */
const WHOLE = '-';

/** The entry that a file of ways of asking belongs to: content/asked/hoi-phi.txt to "hoi-phi". */
export const askedOf = (file: string): string => basename(file, '.txt');

/**
 * Ways of asking for one entry, one a line: the part asked for ("-" for none), a tab, the question as people type it.
 * Many of them teach how people speak of it; the few that show best what it is about stay in its own front matter.
 * Throws ContentError with every fault.
 */
export function readAsked(file: string): Asked[] {
  const faults: ContentFault[] = [];
  const asked: Asked[] = [];
  for (const [at, line] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const fault = faultIn(line);
    if (fault) faults.push({ file, where: `dòng ${at + 1}`, what: fault });
    const [part = '', text = ''] = line.split('\t');
    asked.push({ section: part === WHOLE ? null : (part as SectionId), text: text.trim() });
  }
  if (faults.length > 0) throw new ContentError(faults);
  return asked;
}

function faultIn(line: string): string | null {
  const [part = '', text, ...more] = line.split('\t');
  if (text === undefined || text.trim() === '' || more.length > 0) return 'mỗi dòng viết: mã mục (hoặc "-"), dấu Tab, câu hỏi';
  if (part !== WHOLE && !(sectionIds as readonly string[]).includes(part)) return `"${part}" không phải mã mục; dùng một trong: -, ${sectionIds.join(', ')}`;
  if (text !== text.normalize('NFC')) return 'chữ phải ở dạng dựng sẵn (NFC), dấu liền với chữ';
  return text.length > LONGEST ? `câu dài ${text.length} ký tự, tối đa ${LONGEST}` : null;
}

/** A line of such a file. */
export const askedLine = ({ section, text }: Asked): string => `${section ?? WHOLE}\t${text.replace(/\s+/g, ' ').trim()}\n`;
