import { SheetError } from './error.ts';
import { attributes, encode, tags } from './xml.ts';
import { MAX_SHEETS } from './limits.ts';

/** A sheet that a person sees when she opens the workbook, and the part it is kept in. */
export interface SheetPart {
  name: string;
  part: string;
}

export interface Workbook {
  sheets: SheetPart[];
  sharedStrings: string | null;
  styles: string | null;
  /** Old workbooks of Excel for Mac count days from 1904. */
  from1904: boolean;
}

/** Reads `xl/workbook.xml` and its relations. Hidden sheets are left out: nobody can see what to mend in them. */
export function readWorkbook(workbook: string, relations: string): Workbook {
  const targets = readRelations(relations);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  for (const tag of tags(workbook)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes(tag).get('date1904') ?? '');
    if (tag.name !== 'sheet') continue;
    const sheet = attributes(tag);
    const target = targets.get(sheet.get('id') ?? '');
    if ((sheet.get('state') ?? 'visible') !== 'visible' || target?.type !== 'worksheet') continue;
    sheets.push({ name: sheet.get('name') ?? '', part: target.part });
  }
  const parts = new Set(sheets.map((sheet) => sheet.part));
  if (sheets.length > MAX_SHEETS || parts.size < sheets.length) throw new SheetError('damaged');
  const byType = (type: string): string | null => [...targets.values()].find((one) => one.type === type)?.part ?? null;
  return { sheets, sharedStrings: byType('sharedStrings'), styles: byType('styles'), from1904 };
}

function readRelations(relations: string): Map<string, { type: string; part: string }> {
  const targets = new Map<string, { type: string; part: string }>();
  for (const tag of tags(relations)) {
    if (tag.name !== 'Relationship' || tag.kind === 'close') continue;
    const relation = attributes(tag);
    const target = relation.get('Target') ?? '';
    targets.set(relation.get('Id') ?? '', {
      type: (relation.get('Type') ?? '').split('/').at(-1) ?? '',
      part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    });
  }
  return targets;
}

/** Ids of the cell styles that show a number as a percentage, as cells name them ("0", "1"…). */
export function percentStyles(styles: string): Set<string> {
  const BUILT_IN = ['9', '10'];
  const formats = new Set(BUILT_IN);
  const percents = new Set<string>();
  let inCells = false;
  let index = 0;
  for (const tag of tags(styles)) {
    if (tag.name === 'cellXfs') inCells = tag.kind === 'open';
    if (tag.kind === 'close') continue;
    if (tag.name === 'numFmt') {
      const format = attributes(tag);
      // Quoted and escaped letters are shown as they are: "%" there is no percentage.
      const code = (format.get('formatCode') ?? '').replace(/"[^"]*"|\\./g, '');
      if (code.includes('%')) formats.add(format.get('numFmtId') ?? '');
    }
    if (tag.name !== 'xf' || !inCells) continue;
    if (formats.has(attributes(tag).get('numFmtId') ?? '')) percents.add(String(index));
    index += 1;
  }
  return percents;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The workbook and its relations written anew: sheet n is `xl/worksheets/sheet<n>.xml`, and nothing else is named. */
export function writeWorkbook(sheets: readonly SheetPart[], from1904: boolean): { workbook: string; relations: string } {
  const ids = sheets.map((_, at) => at + 1);
  const listed = sheets.map(({ name }, at) => `<sheet name="${encode(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const related = ids.map(
    (id) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  return {
    workbook: `<workbook xmlns:r="${RELATIONS}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    relations: `<Relationships>${related.join('')}</Relationships>`,
  };
}
