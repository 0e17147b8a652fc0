import { z } from 'zod';
import { statuses } from './entry.ts';

/** Kinds of danger, each with a safety card. */
export const cardIds = ['violence', 'child', 'trafficking', 'suicide'] as const;

/** An existing day written 'YYYY-MM-DD'. */
export const day = z
  .string('cần một ngày viết như 2026-11-24')
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text), 'cần một ngày có thật, viết như 2026-11-24');

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** A field left empty in YAML comes as null. */
const empty = <T extends z.ZodType>(shape: T) => shape.nullish().transform((value) => value ?? null);

/** YAML reads a bare 111 or 30 as a number; here it is a word. */
const word = z
  .union([z.string(), z.number()], 'cần chữ')
  .transform((value) => String(value).trim())
  .refine((text) => text !== '', 'không được để trống');
const line = word.refine((text) => text === text.normalize('NFC'), 'chữ phải ở dạng dựng sẵn (NFC), dấu liền với chữ');

const id = z.string('cần mã chữ thường').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'mã chỉ gồm chữ thường không dấu, số và gạch nối');

/** A whole web address of a named host, as a phone opens it: nothing cut off, no name or password in it. */
function isAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s…]+$/.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) && !username && !password;
}

const cited = {
  document: line,
  number: empty(line),
  date: empty(day),
  article: empty(line),
  address: empty(
    z.string('cần địa chỉ web').refine(isAddress, 'địa chỉ phải trọn vẹn, bắt đầu bằng http:// hoặc https://; không trọn thì bỏ trống'),
  ),
  grade: z.enum(['S', 'S2'], 'grade là S (đã đọc tại nguồn) hoặc S2 (nguồn thứ cấp)'),
};

/** Where something was read, as in an amount or a safety card. */
export const citation = z.strictObject(cited);
export type Citation = z.infer<typeof citation>;

/** Front matter of content/procedures/<id>.md. */
export const front = z.strictObject({
  id,
  title: line,
  ask: z.array(line, 'cần danh sách các cách hỏi').min(5, 'cần ít nhất 5 cách hỏi'),
  keywords: z.array(line, 'cần danh sách từ khóa').min(1, 'cần ít nhất một từ khóa'),
  for: z.array(line, 'cần danh sách người dùng').min(1, 'cần ít nhất một loại người dùng'),
  public: z.boolean('là true hoặc false'),
  urgent: z.boolean('là true hoặc false'),
  status: z.enum(statuses, `là một trong: ${statuses.join(', ')}`),
  valid_from: empty(day),
  valid_to: empty(day),
  superseded_by: empty(line),
  checked: day,
  related: z.array(id).nullish().transform((ids) => ids ?? []),
  sources: z
    .array(z.strictObject({ ref: z.string('cần mã nguồn').regex(/^[a-z0-9-]+$/, 'mã nguồn chỉ gồm chữ thường không dấu, số và gạch nối'), ...cited }))
    .nullish()
    .transform((sources) => sources ?? []),
});
export type Front = z.infer<typeof front>;

/** One row of content/amounts/*.yaml: a value and the days it holds. */
export const amountRow = z
  .strictObject({ id, name: line, value: line, from: empty(day), to: empty(day), source: citation })
  .refine(({ from, to }) => !from || !to || from <= to, 'from phải trước hoặc bằng to');

const called = z.strictObject({
  number: z.string('cần số điện thoại').regex(/^[0-9 ]+$/, 'số điện thoại chỉ gồm chữ số và dấu cách'),
  who: line,
  when: empty(line),
  note: empty(line),
});
const orders = z.array(line).min(1, 'cần ít nhất một dòng');

/** content/safety.yaml: what is shown first when someone may be in danger. */
export const safety = z.strictObject({
  cards: z
    .array(
      z.strictObject({
        id: z.enum(cardIds, 'thẻ là violence, child, trafficking hoặc suicide'),
        title: line,
        lead: line,
        call: z.array(called).min(1, 'cần ít nhất một số để gọi'),
        do: orders,
        avoid: orders,
        related: empty(id),
        sources: z.array(citation).min(1, 'cần ít nhất một nguồn'),
      }),
    )
    .min(1),
});
export type SafetyCard = z.infer<typeof safety>['cards'][number];
export type CardId = (typeof cardIds)[number];
