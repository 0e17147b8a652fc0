import { z } from 'zod';
import { readYaml } from '../content.ts';

const days = z.int('là số ngày').min(1, 'ít nhất 1 ngày');

const shape = z.strictObject({
  notice: z.string().min(1, 'thiếu phiên bản thông báo'),
  controller: z.string().min(1, 'thiếu tên bên chịu trách nhiệm'),
  keep: z.strictObject({
    turns: days,
    'web-messages': days,
    'closed-drafts': days,
    questions: days,
    pushes: days,
    audit: days,
    'join-requests': days,
    'link-codes': days,
    'code-attempts': days,
    'unknown-accounts': days,
    exports: days,
    'loose-files': days,
    'left-people': days,
  }),
});

/** Which notice people agree to, who answers for their data, and for how many days each kind of it is kept. */
export type Policy = z.infer<typeof shape>;
export type Keep = Policy['keep'];

export const loadPolicy = (file: string): Policy => readYaml(file, shape);
