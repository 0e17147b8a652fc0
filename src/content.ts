import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A file in `content/` that cannot be used: where, and what would be right. */
export interface ContentFault {
  file: string;
  where: string;
  what: string;
}

/** Stops the program (or an edit) with every fault of the content in one message. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly faults: ContentFault[];

  constructor(faults: ContentFault[]) {
    super(faults.map(({ file, where, what }) => `${file}${where && ` · ${where}`}: ${what}`).join('\n'));
    this.faults = faults;
  }
}

/** Reads one YAML file and checks its shape. Throws ContentError. */
export function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  let raw: unknown;
  try {
    raw = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ContentError([{ file, where: '', what: (cause as Error).message }]);
  }
  return checkShape(file, raw, schema);
}

/** Checks what was read from `file`. Throws ContentError with every fault. */
export function checkShape<T>(file: string, raw: unknown, schema: z.ZodType<T>): T {
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  throw new ContentError(read.error.issues.map((issue) => ({ file, where: issue.path.join('.'), what: issue.message })));
}
