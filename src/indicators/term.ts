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

const common = {
  id,
  number: z.int(),
  name: words,
  short: words,
  period: z.enum(['term', 'year']),
  /** Of a level above: the share of its units that must have met it (ratios are added up instead), in percent. */
  city: z.strictObject({ target: percent }),
  /** The kind of activity that closes the gap. */
  activity: id,
  procedure: id,
  responsible: z.strictObject({ positions: z.array(words).min(1), confirmed: z.boolean() }),
};

const indicator = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yesno'), ...common, measure: id, target: z.number().min(1) }),
  z.strictObject({ kind: z.literal('count'), ...common, measure: id, target: z.number().min(1) }),
  z.strictObject({ kind: z.literal('ratio'), ...common, measure: id, of: id, target: percent }),
  z.strictObject({ kind: z.literal('composite'), ...common, parts: z.array(z.strictObject({ measure: id, target: z.number().min(1) })).min(2) }),
]);

const shape = z.strictObject({
  term: words,
  name: words,
  source: z.strictObject({ document: words, date: day }),
  from: dated,
  to: dated,
  units: z.array(words).min(1),
  remind: z.strictObject({ 'days-before': z.array(z.int().min(0)), 'half-way': z.boolean() }),
  measures: z.array(z.strictObject({ id, name: words, unit: words, add: z.enum(['sum', 'latest']) })),
  figures: z.array(z.strictObject({ id, name: words, unit: words })),
  indicators: z.array(indicator).min(1),
});

export type Term = z.infer<typeof shape>;
export type Indicator = z.infer<typeof indicator>;
export type Measure = Term['measures'][number];

/** Every term of `folder` (one file each), oldest first. Throws ContentError with all faults of all files. */
export function loadTerms(folder: string): Term[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).toSorted();
  const terms = files.map((name) => ({ file: join(folder, name), term: readYaml(join(folder, name), shape) }));
  const faults = terms.flatMap(({ file, term }) => faultsOf(file, term));
  if (faults.length > 0) throw new ContentError(faults);
  return terms.map(({ term }) => term).toSorted((a, b) => (a.from.day < b.from.day ? -1 : 1));
}

function faultsOf(file: string, term: Term): ContentFault[] {
  const measures = new Set(term.measures.map((one) => one.id));
  const figures = new Set(term.figures.map((one) => one.id));
  const missing = (where: string, name: string, known: Set<string>): ContentFault[] =>
    known.has(name) ? [] : [{ file, where, what: `"${name}" chưa được khai báo` }];
  const dates = term.from.day < term.to.day ? [] : [{ file, where: 'to', what: 'ngày cuối phải sau ngày đầu' }];
  return [...dates, ...term.indicators.flatMap((one) => [...measuresOf(one).flatMap((name) => missing(one.id, name, measures)), ...(one.kind === 'ratio' ? missing(one.id, one.of, figures) : [])])];
}

/** The measures an indicator is reckoned from. */
export const measuresOf = (indicator: Indicator): string[] =>
  indicator.kind === 'composite' ? indicator.parts.map((part) => part.measure) : [indicator.measure];

/** The days an indicator is reckoned over on `today`: the term, or the year of it. */
export function periodOf(indicator: Indicator, term: Term, today: string): { from: string; to: string } {
  const { from, to } = { from: term.from.day, to: term.to.day };
  if (indicator.period === 'term') return { from, to };
  const year = today.slice(0, 4);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return { from: first < from ? from : first, to: last > to ? to : last };
}
