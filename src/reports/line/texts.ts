import { looksLikeQuestion } from '../../conversation/index.ts';
import type { Forms, Question } from '../activities.ts';
import type { Named } from './kind.ts';
import { all, phraseOf, within, type Span } from './spans.ts';

type Worded = Question & { type: 'text' };

/**
 * What stands after the words that announce it ("tại …", "phối hợp với …"), and after the kind's own words for its topic.
 * It goes on to the next comma, number, day, or announcing word.
 */
export function textsIn(line: string, named: Named, figures: Span[], forms: Forms): Map<string, string> {
  const questions = named.activity.questions.filter((question): question is Worded => question.type === 'text');
  const markers = all(line, Object.fromEntries(questions.flatMap((question) => question.after.map((words) => [phraseOf(words), question] as const))));
  // "Phối hợp" in "buổi phối hợp" stands before nothing; a marker inside the kind's own words announces nothing.
  const outside = markers.filter((one) => one.to <= named.from || one.from >= named.to);
  const breaks = [...figures, ...outside, ...(named.to > 0 ? [named] : [])].map((span) => span.from);
  const texts = new Map<string, string>();
  for (const { value: question, to } of outside) {
    const text = textFrom(line, to, breaks, question.partners ? forms.partners : [], forms);
    if (text && !texts.has(question.id)) texts.set(question.id, text);
  }
  const topic = questions.find((question) => question.topic && !texts.has(question.id));
  const text = topic && named.to > 0 ? textFrom(line, named.to, breaks, [], forms) : null;
  if (topic && text) texts.set(topic.id, text);
  return texts;
}

/** Words that lead to what follows and belong to neither side. */
const LEAD = /^(?:về|ve|là|la|:|-|–|,|với|voi|cho|của|cua|việc|viec|chuyên đề|các|cac|buổi|lớp)(?=\s|$)\s*/iu;
const TAIL = /(?:^|[\s,]+)(?:cho|có|co|với|voi|vào|vao|ngày|ngay|lúc|luc|gồm|gom|trị giá|tri gia|tổng trị giá|tổng|tong|được|duoc|khoảng|khoang|gần|hơn|trên|và|va|cùng|cung|số|so|sáng|chiều|tối|mỗi suất|mỗi|trong|hôm|buổi|là|la|-|–|:|\()$/iu;
const STOP = /[,;()\n]|\.(?=\s|$)/gu;

function textFrom(line: string, from: number, breaks: number[], goesOn: string[], forms: Forms): string | null {
  const end = endOf(line, from, breaks, goesOn);
  const text = expanded(trimmed(line.slice(from, end)), forms.short);
  return text.length < 2 || looksLikeQuestion(text) ? null : text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A list of partners goes on after a comma, when what follows begins like a partner's name. */
function endOf(line: string, from: number, breaks: number[], goesOn: string[]): number {
  const hard = Math.min(line.length, ...breaks.filter((place) => place >= from));
  for (const { index, 0: sign } of line.slice(0, hard).matchAll(STOP)) {
    if (index <= from) continue;
    const rest = line.slice(index + 1).trimStart();
    if (sign !== ',' || !goesOn.some((word) => within(rest, word)?.from === 0)) return index;
  }
  return hard;
}

function trimmed(text: string): string {
  const once = text.trim().replace(LEAD, '').replace(TAIL, '').trim();
  return once === text.trim() ? once : trimmed(once);
}

/** Abbreviations written out: "NVH tổ 5" is "nhà văn hóa tổ 5". Two letters count only as capitals: "ca" is a song too. */
function expanded(text: string, short: Record<string, string>): string {
  return text.replace(/\p{L}+/gu, (word) => short[word.length > 2 ? word.toLocaleUpperCase('vi') : word] ?? word);
}
