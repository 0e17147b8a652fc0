import { tidy } from '../../vietnamese/fold.ts';

/** A day without a time, `YYYY-MM-DD`: a cell that the spreadsheet program itself knows to be a date. */
export interface Day {
  day: string;
}

/** What stands in a cell. Text is as written; formulas are never evaluated, only their kept value is read. */
export type Cell = string | number | boolean | Day | null;

export interface TableRow {
  /** The row's number as the person sees it in her spreadsheet program, from 1. */
  number: number;
  cells: readonly Cell[];
}

export interface TableSheet {
  /** The sheet's name; of a .csv file, the file's. */
  name: string;
  /** Rows that hold anything, in order. */
  rows: readonly TableRow[];
}

/** A spreadsheet file, read but not yet understood. */
export interface Table {
  fileName: string;
  sheets: readonly TableSheet[];
}

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** No name of a person, unit or indicator is this long. */
export const LONGEST_VALUE = 200;

/** A cell as a person would read it, in one line, cut where no honest value goes on. Dates are dd/mm/yyyy. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.day.split('-').toReversed().join('/');
  return tidy(String(cell).slice(0, LONGEST_VALUE + 1)).replace(/[\s\p{Cc}]+/gu, ' ');
}
