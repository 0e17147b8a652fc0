import type { StoreFaultCode } from './store-fault.ts';

/** The column a fault stands in: "C" and the header as it is written in the file. */
export interface FaultColumn {
  letter: string;
  header: string;
}

/** What is wrong inside a file that could be read. Its sentence is `fault-<code>` in locales/vi/import.ftl. */
export interface Fault {
  sheet: string;
  /** As the spreadsheet program numbers it, or null when the whole sheet is meant. */
  row: number | null;
  column: FaultColumn | null;
  /** What stands in the cell, at most 80 letters; '' when nothing does. */
  value: string;
  code: FaultCode | StoreFaultCode;
  /** What the sentence needs besides `value`; keys of columns ("name", "phone") are told by `import-column`. */
  args: Record<string, string>;
}

export type FaultCode =
  | 'no-header'
  | 'missing-column'
  | 'double-column'
  | 'missing'
  | 'too-long'
  | 'formula-error'
  | 'bad-phone'
  | 'duplicate-phone'
  | 'repeated-row'
  | 'unknown-right'
  | 'unknown-address'
  | 'unknown-kind'
  | 'bad-date'
  | 'date-order'
  | 'duplicate-code'
  | 'duplicate-unit'
  | 'merge-without-end'
  | 'bad-period'
  | 'bad-number'
  | 'percentage'
  | 'repeated-figure'
  | 'two-phones'
  | 'ditto';

/** Rows that can be used, and everything that cannot. Rows with a fault are left out: an import takes all or nothing. */
export interface Parsed<Row> {
  rows: Row[];
  /** Rows with a fault, as far as they can be read: what else is wrong with them is told at once, too. */
  half?: Row[];
  faults: Fault[];
  /** Sheets without a table of this kind, by name: said to the administrator, so that nothing is left out unseen. */
  skipped: string[];
}

/** Where a row came from, for what is only found later, against the store. */
export interface Origin {
  sheet: string;
  row: number;
  /** Where each value stood, by field. */
  columns?: Partial<Record<string, FaultColumn>>;
}

/** The arguments of a fault's sentence, and of where it is: `fault-place`, `fault-place-row` or `fault-place-sheet`. */
export function faultArgs(fault: Fault): Record<string, string> {
  return {
    sheet: fault.sheet,
    row: fault.row === null ? '' : String(fault.row),
    letter: fault.column?.letter ?? '',
    header: fault.column?.header ?? '',
    value: fault.value,
    ...fault.args,
  };
}

/** The key of the words that say where a fault is. */
export function faultPlace({ row, column }: Fault): 'fault-place' | 'fault-place-row' | 'fault-place-sheet' {
  return row === null ? 'fault-place-sheet' : column === null ? 'fault-place-row' : 'fault-place';
}
