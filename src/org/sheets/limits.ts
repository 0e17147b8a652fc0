// What an honest roster never reaches: 20,000 people with ten columns are 200,000 cells and 15 MB of XML.
export const MEGABYTE = 1024 * 1024;
export const MAX_FILE = 30 * MEGABYTE;
/** All parts of a workbook together, unpacked. */
export const MAX_UNPACKED = 200 * MEGABYTE;
/** One part: it becomes a string and then cells, several times its size in memory. */
export const MAX_PART = 64 * MEGABYTE;
export const MAX_PARTS = 1000;
/** Sheets of text pack about 10:1 and seldom beyond 100:1; a bomb packs about 1000:1. */
export const MAX_RATIO = 300;
export const RATIO_COUNTS_FROM = 4 * MEGABYTE;
export const MAX_SHEETS = 100;
/** Rows times columns up to the last filled cell: gaps cost memory too. */
export const MAX_CELLS = 1_000_000;
/** The parser of .xlsx takes four seconds for this many, and a minute for twice as many: its time is no longer linear. */
export const MAX_ROWS = 100_000;
/** Excel's own edges; a cell beyond them was not written by a spreadsheet program. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
