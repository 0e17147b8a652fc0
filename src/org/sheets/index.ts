// The only door of this folder: administrators' files in, rows and faults out.
export { SheetError, type SheetErrorCode } from './error.ts';
export { faultArgs, faultPlace, type Fault, type FaultCode, type FaultColumn, type Origin, type Parsed } from './fault.ts';
export { sameName, spelling } from './fields.ts';
export { parseFigures, type FigureRow } from './figures.ts';
export { readPhone, type PhoneReading } from '../../vietnamese/phone.ts';
export { readTable, readTableFile } from './read.ts';
export { parseRoster, type RosterRow } from './roster.ts';
export type { Cell, Table, TableRow, TableSheet } from './table.ts';
export { parseUnits, type UnitKind, type UnitRow } from './units.ts';
