import type { ContentFault } from '../../content.ts';
import type { Activity, Answers, Question } from '../../reports/index.ts';
import { inSentence } from '../../vietnamese/sentence.ts';

/** `{so-nguoi}` is that answer; `{viec:thường}` without its capital; `{dong-y:, đã được đồng ý}` words for a yes. */
const HOLE = /\{([^:}]+)(?::([^}]*))?\}/g;
/** What stands in […] is left out when an answer in it is missing or nought. */
const OPTIONAL = /\[([^\]]*)\]/;
const SMALL = 'thường';

/**
 * A report as a sentence of a narrative, after a pattern of `content/documents.yaml`. `write` puts one answer into words.
 * Null when an answer that the pattern needs is missing.
 */
export function sentenceOf(pattern: string, { questions }: Activity, answers: Answers, write: (question: Question) => string | null): string | null {
  const value = (id: string, how: string | undefined): string | null => {
    const question = questions.find((one) => one.id === id);
    if (!question) return null;
    if (question.type === 'yesno') return answers[id] === true ? (how ?? '') : '';
    const written = write(question);
    return written !== null && how === SMALL ? lowered(written) : written;
  };
  const parts = pattern.split(OPTIONAL).map((part, at) => {
    const optional = at % 2 === 1;
    const filled = fill(part, (id, how) => (optional && answers[id] === 0 ? null : value(id, how)));
    return filled ?? (optional ? '' : null);
  });
  if (parts.includes(null)) return null;
  const sentence = parts.join('').replace(/^[\s,;]+/, '');
  return sentence === '' ? null : sentence;
}

function fill(text: string, value: (id: string, how: string | undefined) => string | null): string | null {
  let whole = true;
  const filled = text.replace(HOLE, (_, id: string, how: string | undefined) => {
    const answer = value(id, how);
    whole &&= answer !== null;
    return answer ?? '';
  });
  return whole ? filled : null;
}

/** "Số người" → "số người", but "VNeID" stays. */
export const lowered = (text: string): string => (/^\p{Lu}\p{Ll}|^\p{Lu}\s/u.test(text) ? inSentence(text) : text);

/** What is wrong with the patterns, each under the kind of activity that it is for. */
export function patternFaults(file: string, patterns: Record<string, string>, activities: Activity[]): ContentFault[] {
  return Object.entries(patterns).flatMap(([kind, pattern]) => {
    const activity = activities.find((one) => one.id === kind);
    const fault = (what: string): ContentFault => ({ file, where: `sentences.${kind}`, what });
    if (!activity) return [fault('không có loại hoạt động này')];
    const rest = pattern.replace(HOLE, '').replace(new RegExp(OPTIONAL, 'g'), '');
    const holes = [...pattern.matchAll(HOLE)].flatMap(([, id = '', how]) => holeFault(activity, id, how));
    return [...holes, ...(/[{}[\]]/.test(rest) ? ['ngoặc không đủ cặp'] : [])].map(fault);
  });
}

function holeFault({ questions }: Activity, id: string, how: string | undefined): string[] {
  const question = questions.find((one) => one.id === id);
  if (!question) return [`câu hỏi "${id}" chưa được khai báo`];
  if (question.type === 'photos') return [`"${id}" là ảnh, không viết vào câu được`];
  if (question.type === 'yesno') return how ? [] : [`"${id}" là câu có/không: sau dấu hai chấm cần chữ viết khi có`];
  return how === undefined || how === SMALL ? [] : [`"${id}": sau dấu hai chấm chỉ viết được "${SMALL}"`];
}
