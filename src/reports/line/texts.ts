import { oncePer } from '../../collections.ts';
import { lexicon, looksLikeQuestion, phrases } from '../../conversation/index.ts';
import type { Activity, Forms, Question } from '../activities.ts';
import type { Named } from './kind.ts';
import { withMarks } from './marks.ts';
import { all, phraseOf, within, type Span } from './spans.ts';

type Worded = Question & { type: 'text' };

/** What is no text: `over` is stepped over on the way to the topic ("họp chi hội tối qua bàn …", "mô hình 1+1 …"). */
export interface Figures {
  over: Span[];
  others: Span[];
}

/** Words that end a topic in every kind of report, also in those that ask for no place. */
const ASIDE = phrases(['tại', 'ở', 'phối hợp', 'kết quả']);

const textsOf = ({ questions }: Activity): Worded[] => questions.filter((question): question is Worded => question.type === 'text');

/** The words that announce a text, and which. */
const markersOf = oncePer((activity: Activity) => lexicon(Object.fromEntries(textsOf(activity).flatMap((question) => question.after.map((words) => [phraseOf(words), question] as const)))));

/**
 * What stands after the words that announce it ("tại …", "phối hợp với …"), and after the kind's own words for its topic.
 * Of a kind that she has chosen and the line does not name, the topic is what it begins with.
 * It goes on to the next comma, number, day, or announcing word. Null where the line says there is none.
 */
export function textsIn(line: string, named: Named, figures: Figures, forms: Forms): Map<string, string | null> {
  const questions = textsOf(named.activity);
  // Inside the kind's own words a marker announces nothing.
  const markers = all(line, markersOf(named.activity)).filter((one) => one.to <= named.from || one.from >= named.to);
  const breaks = [...figures.others, ...markers, ...all(line, ASIDE)].map((span) => span.from);
  const texts = new Map<string, string | null>(questions.flatMap((question) => (question.none && within(line, question.none) ? [[question.id, null] as const] : [])));
  const keep = (question: Worded | undefined, text: string | null): void => {
    if (question && text && !texts.has(question.id)) texts.set(question.id, text);
  };
  for (const marker of markers) {
    const { value: question, to } = marker;
    if (question.topic && isByTheWay(marker, named, line)) continue;
    keep(question, textFrom(line, to, named.from >= to ? [...breaks, named.from] : breaks, question.partners ? forms.partners : [], forms));
  }
  keep(questions.find((question) => question.place), placeIn(line, breaks, forms));
  const topic = questions.find((question) => question.topic);
  const start = topic?.topic === 'whole' && named.to > 0 ? named.from : stepOver(line, named.to, figures.over);
  keep(topic, textFrom(line, start, breaks, [], forms));
  return texts;
}

/** "…, có anh công an về nói chuyện": so short a word announces a topic only in the clause of the kind's own words. */
const isByTheWay = ({ from, to }: Span, named: Named, line: string): boolean =>
  named.to > 0 && !line.slice(from, to).includes(' ') && from > endOf(line, named.to, [], []);

const placesOf = oncePer(({ places }: Forms) => phrases(places.map(phraseOf)));

/** The clause that begins like a place: "…, nhà văn hóa thôn Đông, …". */
function placeIn(line: string, breaks: number[], forms: Forms): string | null {
  const found = all(line, placesOf(forms)).find(({ from }) => /(?:[,;(\n]|\.\s)\s*$/u.test(line.slice(0, from)));
  return found ? textFrom(line, found.from, breaks, [], forms) : null;
}

/** Past what stands there and is no topic: "tối qua", "20/11", "lúc 8h", the kind of model. */
function stepOver(line: string, from: number, over: Span[]): number {
  const here = from + /^[\s:"“]*/u.exec(line.slice(from))![0].length;
  const span = over.find((one) => one.from <= here && one.to > here && one.from >= from);
  return span ? stepOver(line, span.to + /^["”]?/u.exec(line.slice(span.to))![0].length, over) : from;
}

/** Words that lead to what follows and belong to neither side. */
const LEAD = /^(?:về|ve|là|la|:|-|–|,|với|voi|cho|của|cua|việc|viec|chuyên đề|các|cac|buổi|lớp)(?=\s|$)\s*/iu;
const TAIL = /(?:^|[\s,]+)(?:cho|có|co|với|voi|vào|vao|ngày|ngay|lúc|luc|gồm|gom|trị giá|tri gia|tổng trị giá|tổng|tong|được|duoc|khoảng|khoang|gần|hơn|trên|và|va|cùng|cung|sáng|chiều|tối|mỗi suất|mỗi|trong|hôm|buổi|tổ chức|to chuc|tiến hành|tien hanh|là|la|-|–|:|\()$/iu;
const STOP = /[,;()\n]|\.(?=\s|$)/gu;
/** "tháng 11", "đợt 2": when, not what. */
const WHEN = /^(?:tháng|thang|quý|quy|đợt|dot|năm|nam|kỳ|ky)\s*\d+$/iu;

function textFrom(line: string, from: number, breaks: number[], goesOn: string[], forms: Forms): string | null {
  const text = expanded(withMarks(trimmed(line.slice(from, endOf(line, from, breaks, goesOn))), forms), forms.short);
  const means = /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text) && !WHEN.test(text) && !looksLikeQuestion(text);
  return means ? text.charAt(0).toLocaleUpperCase('vi') + text.slice(1) : null;
}

/** A list of partners goes on after a comma, when what follows begins like a partner's name; so does what is quoted. */
function endOf(line: string, from: number, breaks: number[], goesOn: string[]): number {
  const hard = Math.min(line.length, ...breaks.filter((place) => place >= from && !isQuoted(line, from, place)));
  for (const { index, 0: sign } of line.slice(0, hard).matchAll(STOP)) {
    if (index < from || isQuoted(line, from, index)) continue;
    const rest = line.slice(index + 1).trimStart();
    if (sign !== ',' || !goesOn.some((word) => within(rest, word)?.from === 0)) return index;
  }
  return hard;
}

/** Whether a quotation that began after `from` is still open at `place`. */
const isQuoted = (line: string, from: number, place: number): boolean => (line.slice(from, place).match(/["“”]/gu)?.length ?? 0) % 2 === 1;

function trimmed(text: string): string {
  const once = text.trim().replace(LEAD, '').replace(TAIL, '').trim();
  return once === text.trim() ? once : trimmed(once);
}

/** Abbreviations written out: "NVH tổ 5" is "nhà văn hóa tổ 5". Two letters count only as capitals: "ca" is a song too. */
function expanded(text: string, short: Record<string, string>): string {
  return text.replace(/\p{L}+/gu, (word) => short[word.length > 2 ? word.toLocaleUpperCase('vi') : word] ?? word);
}
