import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError, readYaml, type ContentFault } from '../content.ts';

const id = z.string().regex(/^[a-z0-9-]+$/, 'mã chỉ gồm chữ thường không dấu, số và gạch nối');
const words = z.string().min(1, 'thiếu chữ');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'ngày viết như 2027-03-31');
/** A setting that no source states: used, but told as "chưa xác nhận". */
const dated = z.strictObject({ day, confirmed: z.boolean() });
const percent = z.number().min(0).max(100);

/** What is asked of everybody; of one unit (by its code) or of one kind of unit it may be another. */
const atLeast = (target: z.ZodNumber) => ({ target, targets: z.array(z.strictObject({ for: words, target: z.number().min(0) })).default([]) });
const count = atLeast(z.number().min(1));

const common = {
  id,
  number: z.int(),
  name: words,
  short: words,
  period: z.enum(['term', 'year']),
  /** Before the last day of the period, where it was set so: a day of the term, or of every year ('12-15'). */
  deadline: z.strictObject({ day: z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'ngày viết như 2027-02-28, mỗi năm thì như 12-15'), confirmed: z.boolean() }).optional(),
  /** Of a level above: the share of its units that must have met it (ratios are added up instead), in percent. */
  city: z.strictObject({ target: percent }),
  /** Kinds of activity that feed it; the first is the form that is offered to close the gap. */
  evidence: z.array(id).min(1),
  procedure: id,
  responsible: z.strictObject({ positions: z.array(words).min(1), confirmed: z.boolean() }),
};

const indicator = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yesno'), ...common, measure: id, ...count }),
  z.strictObject({ kind: z.literal('count'), ...common, measure: id, ...count }),
  z.strictObject({ kind: z.literal('ratio'), ...common, measure: id, of: id, ...atLeast(percent) }),
  z.strictObject({ kind: z.literal('composite'), ...common, parts: z.array(z.strictObject({ measure: id, ...count })).min(2) }),
]);

const shape = z.strictObject({
  term: words,
  name: words,
  source: z.strictObject({ document: words, date: day }),
  from: dated,
  to: dated,
  units: z.array(words).min(1),
  /** When a unit is reminded of what it has not met, and from how near the level above is told. */
  remind: z.strictObject({ 'days-before': z.array(z.int().min(0)), 'half-way': z.boolean(), 'tell-above': z.array(z.int().min(0)).default([]) }),
  measures: z.array(z.strictObject({ id, name: words, unit: words, add: z.enum(['sum', 'latest']) })),
  /** `within`: the figure it is a part of. */
  figures: z.array(z.strictObject({ id, name: words, unit: words, within: id.optional() })),
  indicators: z.array(indicator).min(1),
});

export type Term = z.infer<typeof shape>;
export type Indicator = z.infer<typeof indicator>;
export type Measure = Term['measures'][number];

/** Every term of `folder` (one file each), oldest first. Throws ContentError with all faults of all files. */
export function loadTerms(folder: string): Term[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).toSorted();
  const terms = files.map((name) => ({ file: join(folder, name), term: readYaml(join(folder, name), shape) }));
  const faults = [...terms.flatMap(({ file, term }) => faultsOf(file, term)), ...sharedIds(terms)];
  if (faults.length > 0) throw new ContentError(faults);
  return terms.map(({ term }) => term).toSorted((a, b) => (a.from.day < b.from.day ? -1 : 1));
}

function faultsOf(file: string, term: Term): ContentFault[] {
  const measures = new Set(term.measures.map((one) => one.id));
  const figures = new Set(term.figures.map((one) => one.id));
  const missing = (where: string, name: string, known: Set<string>): ContentFault[] =>
    known.has(name) ? [] : [{ file, where, what: `"${name}" chưa được khai báo` }];
  const dates = term.from.day < term.to.day ? [] : [{ file, where: 'to', what: 'ngày cuối phải sau ngày đầu' }];
  const parts = term.figures.flatMap((one) => (one.within ? missing(one.id, one.within, figures) : []));
  const deadlines = term.indicators.filter(({ deadline, period }) => deadline && (deadline.day.length === 5) !== (period === 'year')).map((one) => ({ file, where: one.id, what: 'hạn của chỉ tiêu hằng năm viết như 12-15, của cả nhiệm kỳ như 2027-02-28' }));
  return [...dates, ...parts, ...deadlines, ...term.indicators.flatMap((one) => [...measuresOf(one).flatMap((name) => missing(one.id, name, measures)), ...(one.kind === 'ratio' ? missing(one.id, one.of, figures) : [])])];
}

/** Terms that run side by side must not call two indicators the same. */
function sharedIds(terms: { file: string; term: Term }[]): ContentFault[] {
  return terms.flatMap(({ file, term }, at) =>
    terms.slice(0, at).flatMap(({ term: other }) => {
      const overlap = term.from.day <= other.to.day && other.from.day <= term.to.day;
      const taken = new Set(other.indicators.map((one) => one.id));
      const twice = overlap ? term.indicators.filter((one) => taken.has(one.id)) : [];
      return twice.map((one) => ({ file, where: one.id, what: `mã này đã có trong nhiệm kỳ ${other.term} chạy cùng lúc` }));
    }),
  );
}

/** The measures an indicator is reckoned from. */
export const measuresOf = (indicator: Indicator): string[] =>
  indicator.kind === 'composite' ? indicator.parts.map((part) => part.measure) : [indicator.measure];

/** What this unit has to reach: its own target, that of its kind, or everybody's. */
export function targetOf({ target, targets }: { target: number; targets: { for: string; target: number }[] }, unit: { id: string; kind: string }): number {
  const named = (name: string): number | undefined => targets.find((one) => one.for === name)?.target;
  return named(unit.id) ?? named(unit.kind) ?? target;
}

/** The days an indicator is reckoned over on `today`: the term, or the year of it. */
export function periodOf(indicator: Indicator, term: Term, today: string): { from: string; to: string } {
  const { from, to } = { from: term.from.day, to: term.to.day };
  if (indicator.period === 'term') return { from, to };
  const year = today.slice(0, 4);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return { from: first < from ? from : first, to: last > to ? to : last };
}

/** The day by which it is to be met, and whether a source states that day. What comes later still counts in its period. */
export function deadlineOf(indicator: Indicator, term: Term, today: string): { day: string; confirmed: boolean } {
  const { from, to } = periodOf(indicator, term, today);
  const { deadline } = indicator;
  const day = deadline && (indicator.period === 'year' ? `${today.slice(0, 4)}-${deadline.day}` : deadline.day);
  if (deadline && day && day >= from && day < to) return { day, confirmed: deadline.confirmed };
  return { day: to, confirmed: to !== term.to.day || term.to.confirmed };
}

/** Every kind that an indicator names as evidence must feed it, and its procedure must be there. */
export function evidenceFaults(terms: Term[], feeds: Map<string, Set<string>>, procedures: Set<string>): ContentFault[] {
  return terms.flatMap((term) =>
    term.indicators.flatMap((indicator): ContentFault[] => {
      const at = { file: `indicators/${term.term}`, where: indicator.id };
      const idle = indicator.evidence.filter((kind) => !measuresOf(indicator).some((measure) => feeds.get(kind)?.has(measure)));
      return [
        ...idle.map((kind) => ({ ...at, what: `loại hoạt động "${kind}" không góp số liệu cho chỉ tiêu này` })),
        ...(procedures.has(indicator.procedure) ? [] : [{ ...at, what: `không có mục hướng dẫn "${indicator.procedure}"` }]),
      ];
    }),
  );
}
