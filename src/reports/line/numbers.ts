import { findMoney, findNumber, type Found } from '../../conversation/index.ts';
import type { Activity, Question } from '../activities.ts';
import { within, type Span } from './spans.ts';

/** A count and the question it answers; said only roughly it is no answer ("hơn 70 lượt" is not 70). */
export interface Said extends Span {
  id: string;
  value: number;
  sure: boolean;
}

export const moneyIn = (line: string): Found<number> | null => findMoney(line);

type Counted = Question & { type: 'number' };

/**
 * The counts a line gives, each to its question: by the words of its clause ("kết nạp 5, danh dự 2"), else by
 * its unit ("85 hội viên"). Where two questions could mean the same number, both are asked.
 */
export function numbersIn({ questions }: Activity, line: string): Said[] {
  const counted = questions.filter((question): question is Counted => question.type === 'number' && !question.figure);
  const said = counted.flatMap((question) => {
    const found = question.words.length > 0 ? inClause(line, question.words) : findNumber(line, { unit: question.unit });
    return found && question.min <= found.value && found.value <= question.max ? [{ id: question.id, ...found }] : [];
  });
  return said.filter((one) => !said.some((other) => other !== one && other.from === one.from && !moreExact(one, other, counted)));
}

/** A number that two questions claim goes to the one whose words stand nearer to it, told by their length. */
function moreExact(one: Said, other: Said, counted: Counted[]): boolean {
  const longest = ({ id }: Said): number => Math.max(0, ...(counted.find((question) => question.id === id)?.words ?? []).map((word) => word.length));
  return longest(one) > longest(other);
}

const SEPARATOR = /[,;]|\.(?=\s|$)|\s(?:và|va|gồm|gom|trong đó|trong do)\s|$/giu;

/** The only number of the clause that holds one of these words. */
function inClause(line: string, words: string[]): Found<number> | null {
  let from = 0;
  for (const { 0: sign, index } of line.matchAll(SEPARATOR)) {
    const clause = line.slice(from, index);
    const found = words.some((word) => within(clause, word)) ? findNumber(clause) : null;
    if (found && !findNumber(clause.slice(found.to))) return { ...found, from: from + found.from, to: from + found.to };
    from = index + sign.length;
  }
  return null;
}
