import { say } from '../../conversation/index.ts';
import { periodAfter } from '../../reports/index.ts';
import type { Behind, Contents } from '../contents.ts';
import { periodText, type Say } from '../words.ts';
import { heading, item, type Block, type Official } from './blocks.ts';
import { sorted, type Part } from './layout.ts';
import { narrativeLine, type Writing } from './narrative.ts';
import { blank, officialForm } from './office.ts';

/** A branch's report of one month to the commune above it. */
export function monthlyReport(contents: Contents, writing: Writing): Official {
  const { layout, activities, words } = writing;
  const kindName = new Map(activities.map(({ id, name }) => [id, name]));
  const places = sorted(layout.monthly, contents.reports, (one) => `${kindName.get(one.kind) ?? ''} ${one.title}`);
  const line = (report: Behind): string => narrativeLine(report, contents, writing);
  const body = layout.monthly.flatMap((part) => blocksOf(part, 1, places, line, words));
  const about = words(say('word-monthly-about', { period: periodText(contents.period), next: periodText(periodAfter(contents.period)!) }));
  return { ...officialForm(contents, layout, words), about, body };
}

function blocksOf(part: Part, level: 1 | 2 | 3, places: Map<Part, Behind[]>, line: (report: Behind) => string, words: Say): Block[] {
  const head = heading(level, part.heading);
  if (part.parts.length > 0) return [head, ...part.parts.flatMap((one) => blocksOf(one, level === 1 ? 2 : 3, places, line, words))];
  const reports = places.get(part) ?? [];
  return [head, ...(reports.length > 0 ? reports.map((one) => item(line(one))) : [blank(words)])];
}
