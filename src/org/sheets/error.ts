/** Why a whole file is refused; the sentence is `sheet-error-<code>` in locales/vi/import.ftl. */
export type SheetErrorCode =
  | 'too-big'
  | 'wrong-type'
  | 'old-xls'
  | 'encrypted'
  | 'zip-bomb'
  | 'damaged'
  | 'bad-encoding'
  | 'bad-quotes'
  | 'too-many-cells'
  | 'too-many-rows'
  | 'empty';

/** A file that cannot be read at all. Faults inside a readable file are `Fault`s, not errors. */
export class SheetError extends Error {
  readonly code: SheetErrorCode;
  /** What the sentence of this code needs, e.g. `{ limit: '30' }` megabytes. */
  readonly args: Record<string, string>;

  constructor(code: SheetErrorCode, args: Record<string, string> = {}, cause?: unknown) {
    super(`spreadsheet refused: ${code}`, { cause });
    this.name = 'SheetError';
    this.code = code;
    this.args = args;
  }
}
