import { z } from 'zod';
import { ContentError, readYaml } from '../../content.ts';
import type { Activity } from '../../reports/index.ts';
import { fold } from '../../vietnamese/fold.ts';
import { patternFaults } from './sentence.ts';

/** A part of the monthly report: a heading, and either parts of its own, or the reports that go there. */
export interface Part {
  heading: string;
  parts: Part[];
  words: string[];
  rest: boolean;
}

const part: z.ZodType<Part, unknown> = z.lazy(() =>
  z.strictObject({
    heading: z.string().min(1, 'thiếu đề mục'),
    parts: z.array(part).default([]),
    words: z.array(z.string().min(2, 'chữ để nhận ra báo cáo phải có ít nhất 2 chữ cái')).default([]),
    rest: z.boolean().default(false),
  }),
);

const leaves = (parts: Part[]): Part[] => parts.flatMap((one) => (one.parts.length > 0 ? leaves(one.parts) : [one]));

const shape = z.strictObject({
  /** Who signs, first found first, and what stands above the name. */
  signatures: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()).min(1) })),
  /** How a narrative tells of each kind of activity. */
  sentences: z.record(z.string(), z.string().min(1, 'thiếu câu')),
  monthly: z
    .array(part)
    .min(1)
    .refine((parts) => leaves(parts).filter((one) => one.rest).length === 1, 'cần đúng một mục "rest: true", để không báo cáo nào bị sót'),
});

export type Layout = z.infer<typeof shape>;

/** Throws ContentError with every fault, also of patterns that ask what their kind of activity does not. */
export function loadLayout(file: string, activities: Activity[]): Layout {
  const layout = readYaml(file, shape);
  const faults = patternFaults(file, layout.sentences, activities);
  if (faults.length > 0) throw new ContentError(faults);
  return layout;
}

/** Which reports go under which heading: each under the first whose words its kind or title holds, else under the rest. */
export function sorted<R>(parts: Part[], reports: R[], textOf: (report: R) => string): Map<Part, R[]> {
  const places = leaves(parts);
  const rest = places.find((one) => one.rest)!;
  const found = new Map<Part, R[]>(places.map((place) => [place, []]));
  for (const report of reports) {
    const text = fold(textOf(report));
    const place = places.find((one) => one.words.some((words) => text.includes(fold(words)))) ?? rest;
    found.get(place)!.push(report);
  }
  return found;
}
