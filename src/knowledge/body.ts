import { slug } from '../vietnamese/fold.ts';
import { sectionIds, type Line, type Part, type Section, type SectionId } from './entry.ts';

export interface BodyFault {
  line: number;
  what: string;
}

export interface Body {
  lead: Line[];
  sections: Section[];
  length: number;
  leadLength: number;
  faults: BodyFault[];
}

const TRAILING_REFS = /(?:\s*\[[a-z0-9-]+\])+\s*$/;
const ANY_REF = /\[([a-z0-9-]+)\]/g;
const STEP = /^(\d+)\. +/;

/**
 * Reads the Markdown of a procedure: a lead, then sections under `## `. `first` is the file's line number of the first
 * line of `text`. Faults are returned, not thrown, so that all of a file's can be told at once.
 */
export function readBody(text: string, first: number): Body {
  const faults: BodyFault[] = [];
  const lead: Line[] = [];
  const sections: Section[] = [];
  let leadLength = 0;
  let open: Section | null = null;
  text.split('\n').forEach((raw, index) => {
    const at = first + index;
    const written = raw.trim();
    if (written === '') return;
    if (written.startsWith('#')) {
      open = openSection(written, at, sections, faults);
      return;
    }
    const line = readLine(written, at, faults);
    if (open) {
      open.lines.push(line);
      open.length += written.length + 1;
    } else {
      lead.push(line);
      leadLength += written.length + 1;
    }
  });
  return { lead, sections, leadLength, length: text.trim().length, faults };
}

function openSection(written: string, at: number, sections: Section[], faults: BodyFault[]): Section {
  const heading = written.replace(/^#+\s*/, '');
  const id = slug(heading);
  if (!written.startsWith('## ')) faults.push({ line: at, what: 'đầu mục viết là "## " rồi tên mục' });
  if (!isSection(id)) faults.push({ line: at, what: `không có mục "${heading}"; được dùng: ${sectionIds.join(', ')}` });
  if (sections.some((section) => section.id === id)) faults.push({ line: at, what: `mục "${heading}" có hai lần; gộp lại một` });
  const section: Section = { id: isSection(id) ? id : 'noi-dung', heading, lines: [], length: 0 };
  sections.push(section);
  return section;
}

function readLine(written: string, at: number, faults: BodyFault[]): Line {
  const step = STEP.exec(written);
  const mark = step ? `${step[1]}.` : written.startsWith('- ') ? '-' : '';
  const words = written.slice(step ? step[0].length : mark === '-' ? 2 : 0);
  const tail = TRAILING_REFS.exec(words)?.[0] ?? '';
  const refs = [...tail.matchAll(ANY_REF)].map((found) => found[1]!);
  const told = words.slice(0, words.length - tail.length).trim();
  // A source in the middle would leave half of the sentence without one.
  if (/\[[^\]]*\]/.test(told)) faults.push({ line: at, what: 'nguồn [ref] viết ở cuối dòng, chữ thường không dấu' });
  if (/<[a-z/]|\]\(|^\||^>|`/i.test(told)) faults.push({ line: at, what: 'chỉ dùng gạch đầu dòng "- ", bước "1. " và **đậm**' });
  if (told === '') faults.push({ line: at, what: 'dòng chỉ có nguồn, thiếu nội dung' });
  return { mark, parts: partsOf(told), refs, secondary: false, at };
}

function partsOf(told: string): Part[] {
  const parts: Part[] = [];
  for (const piece of told.split(/(\{[a-z0-9-]+\})/)) {
    if (piece === '') continue;
    parts.push(/^\{.*\}$/.test(piece) ? { amount: piece.slice(1, -1) } : { text: piece });
  }
  return parts;
}

export const isSection = (id: string): id is SectionId => (sectionIds as readonly string[]).includes(id);
