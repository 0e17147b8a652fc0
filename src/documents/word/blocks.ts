/** What an official document says, before it is laid out. Words in […] are left to the writer and shown marked. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'item'; text: string }
  | { kind: 'caption'; text: string }
  | { kind: 'table'; columns: TableColumn[]; rows: TableRow[] }
  | { kind: 'page' };

export interface TableColumn {
  head: string;
  /** Share of the page's width, of 100. */
  width: number;
  align: 'left' | 'right' | 'center';
}

export interface TableRow {
  cells: string[];
  bold?: boolean;
}

/** The parts of a document that its form prescribes. */
export interface Official {
  /** Above it, and the office that writes: each on its own lines. */
  above: string[];
  office: string[];
  number: string;
  motto: [string, string];
  placeAndDay: string;
  kind: string;
  about: string;
  body: Block[];
  recipients: { head: string; lines: string[] };
  /** On whose behalf, the position, and the name; a name that is not known is left to the writer. */
  signature: { lines: string[]; name: string };
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const text = (of: string): Block => ({ kind: 'text', text: of });
export const item = (of: string): Block => ({ kind: 'item', text: of });

/** Columns as [heading, share of the width, alignment]. */
export const table = (columns: [string, number, TableColumn['align']][], rows: TableRow[]): Block => ({ kind: 'table', columns: columns.map(([head, width, align]) => ({ head, width, align })), rows });
