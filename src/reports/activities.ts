import { z } from 'zod';
import { ContentError, readYaml, type ContentFault } from '../content.ts';

const id = z.string().regex(/^[a-z0-9-]+$/, 'mã chỉ gồm chữ thường không dấu, số và gạch nối');
const words = z.string().min(1, 'thiếu chữ');

const common = {
  id,
  label: words,
  ask: words,
  optional: z.boolean().default(false),
  /** Never asked: told in one line, or added from the summary. */
  unasked: z.boolean().default(false),
  /** Asked only when every named earlier answer is that value, or one of them; `true`: when it was given at all. */
  only: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])).optional(),
};
/** What a typed answer looks like. */
const typed = { ...common, example: words };
const whole = { min: z.int().default(0), max: z.int().default(1_000_000), unit: words };

const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('date'), ...typed }),
  z.strictObject({
    type: z.literal('text'),
    ...typed,
    /** Words that announce it in one line ("tại …"). */
    after: z.array(words).default([]),
    /** Unannounced, it is what stands after the kind's own words, or with `whole` those words and what follows. */
    topic: z.enum(['after', 'whole']).optional(),
    /** It takes no person's name (who got a gift). */
    nameless: z.boolean().default(false),
    /** Names of partners, which go on after a comma. */
    partners: z.boolean().default(false),
    /** A place: unannounced, it is the clause that begins like one. */
    place: z.boolean().default(false),
    /** What may be answered with one tap: these, and with `recent` what the unit answered in its last reports. */
    suggest: z.array(words).max(4).default([]),
    recent: z.boolean().default(false),
    /** The button that says there is none ("Không phối hợp"). */
    none: words.optional(),
  }),
  z.strictObject({ type: z.literal('yesno'), ...common }),
  z.strictObject({ type: z.literal('money'), ...typed }),
  z.strictObject({ type: z.literal('photos'), ...common }),
  z.strictObject({
    type: z.literal('number'),
    ...typed,
    ...whole,
    /** The answer becomes that figure of the unit, and is asked only while the unit has none. */
    figure: id.optional(),
    /** An earlier number that it cannot be above. */
    atMost: id.optional(),
    /** In one line it is the number of the clause that has one of these words; without them, the one before its unit. */
    words: z.array(words).default([]),
  }),
  z.strictObject({ type: z.literal('choice'), ...common, options: z.array(z.strictObject({ id, name: words, also: z.array(words).default([]) })).min(2) }),
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
      when: common.only,
    }),
  ),
});

const shape = z.strictObject({
  activities: z.array(activity).min(1),
  /** Abbreviations written out when one line is read. */
  short: z.record(z.string(), words),
  /** Words that get their marks back where a text was typed without any. */
  marked: z.array(words),
  /** Words that begin the name of a partner: after a comma they go on with the list. */
  partners: z.array(words),
  /** Words that begin the name of a place. */
  places: z.array(words),
});

export type Question = z.infer<typeof question>;
/** A kind of activity: what is asked, how the report is called, what it adds to which measure. */
export type Activity = z.infer<typeof activity>;

/** How reports are written here: the kinds, the most used first, and what helps to read a line about any of them. */
export interface Forms {
  activities: Activity[];
  short: Record<string, string>;
  marked: string[];
  partners: string[];
  places: string[];
}

/** Reads the kinds of activity. Throws ContentError with every fault, also those between entries. */
export function loadForms(file: string, measures: Set<string>, figures: Set<string>): Forms {
  const forms = readYaml(file, shape);
  const { activities } = forms;
  const faults = [...twice(file, activities), ...activities.flatMap((one) => faultsOf(file, one, measures, figures))];
  if (faults.length > 0) throw new ContentError(faults);
  return forms;
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
    ...questions.flatMap((one) => (one.type === 'number' && one.atMost ? known(one.atMost, ids, 'câu hỏi') : [])),
    ...[...title.matchAll(/\{([^}]+)\}/g)].flatMap((found) => known(found[1]!, ids, 'câu hỏi')),
  ];
}
