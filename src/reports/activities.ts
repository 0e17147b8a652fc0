import { z } from 'zod';
import { ContentError, readYaml, type ContentFault } from '../content.ts';

const id = z.string().regex(/^[a-z0-9-]+$/, 'mã chỉ gồm chữ thường không dấu, số và gạch nối');
const words = z.string().min(1, 'thiếu chữ');

const common = {
  id,
  label: words,
  ask: words,
  example: words,
  optional: z.boolean().default(false),
  /** Asked only when every named earlier answer has that value. */
  only: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
};
const whole = { min: z.int().default(0), max: z.int().default(1_000_000), unit: words };

const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('date'), ...common }),
  z.strictObject({ type: z.literal('text'), ...common }),
  z.strictObject({ type: z.literal('yesno'), ...common }),
  z.strictObject({ type: z.literal('money'), ...common }),
  z.strictObject({ type: z.literal('photos'), ...common }),
  /** `figure`: the answer becomes that figure of the unit, and is asked only while the unit has none. */
  z.strictObject({ type: z.literal('number'), ...common, ...whole, figure: id.optional() }),
  z.strictObject({ type: z.literal('choice'), ...common, options: z.array(z.strictObject({ id, name: words })).min(2) }),
]);

const activity = z.strictObject({
  id,
  name: words,
  also: z.array(words),
  title: words,
  questions: z.array(question).min(1),
  feeds: z.array(
    z.strictObject({
      measure: id,
      value: z.union([z.number(), id]),
      when: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
    }),
  ),
});

const shape = z.strictObject({ activities: z.array(activity).min(1) });

export type Question = z.infer<typeof question>;
/** A kind of activity: what is asked, how the report is called, what it adds to which measure. */
export type Activity = z.infer<typeof activity>;

/** Reads the kinds of activity. Throws ContentError with every fault, also those between entries. */
export function loadActivities(file: string, measures: Set<string>, figures: Set<string>): Activity[] {
  const { activities } = readYaml(file, shape);
  const faults = [...twice(file, activities), ...activities.flatMap((one) => faultsOf(file, one, measures, figures))];
  if (faults.length > 0) throw new ContentError(faults);
  return activities;
}

function twice(file: string, activities: Activity[]): ContentFault[] {
  const ids = activities.map((one) => one.id);
  return ids.filter((one, at) => ids.indexOf(one) !== at).map((one) => ({ file, where: one, what: 'mã loại này có hai lần' }));
}

function faultsOf(file: string, { id: where, questions, feeds, title }: Activity, measures: Set<string>, figures: Set<string>): ContentFault[] {
  const ids = new Set(questions.map((one) => one.id));
  const fault = (what: string): ContentFault => ({ file, where, what });
  const known = (name: string, of: Set<string>, what: string): ContentFault[] => (of.has(name) ? [] : [fault(`${what} "${name}" chưa được khai báo`)]);
  return [
    ...(ids.size < questions.length ? [fault('có hai câu hỏi trùng mã')] : []),
    ...(ids.has('ngay') ? [] : [fault('thiếu câu hỏi "ngay" (ngày của hoạt động)')]),
    ...feeds.flatMap((feed) => known(feed.measure, measures, 'số đo')),
    ...feeds.flatMap((feed) => (typeof feed.value === 'string' ? known(feed.value, ids, 'câu hỏi') : [])),
    ...[...feeds.flatMap((feed) => Object.keys(feed.when ?? {})), ...questions.flatMap((one) => Object.keys(one.only ?? {}))].flatMap((name) => known(name, ids, 'câu hỏi')),
    ...questions.flatMap((one) => (one.type === 'number' && one.figure ? known(one.figure, figures, 'số liệu nền') : [])),
    ...[...title.matchAll(/\{([^}]+)\}/g)].flatMap((found) => known(found[1]!, ids, 'câu hỏi')),
  ];
}
