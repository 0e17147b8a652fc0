/** How cells look, by their place among `cellXfs` below. */
export const look = { plain: 0, title: 1, note: 2, head: 3, text: 4, quoted: 5, number: 6, day: 7, sumText: 8, sumNumber: 9 } as const;

const font = (size: number, more = ''): string => `<font>${more}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`;
const thin = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join('');
const solid = (color: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const align = (how: string): string => `<alignment ${how}/>`;

interface Xf {
  font: number;
  fill?: number;
  border?: number;
  format?: number;
  quote?: boolean;
  align?: string;
}

const xf = ({ font: fontId, fill = 0, border = 0, format = 0, quote = false, align: how = '' }: Xf): string =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1"${quote ? ' quotePrefix="1"' : ''}>${how}</xf>`;

const [PLAIN, TITLE, NOTE, BOLD] = [0, 1, 2, 3];
const [HEAD_FILL, SUM_FILL] = [2, 3];
const LINED = 1;
const [WHOLE, DAY] = [3, 164];
const wrapped = align('vertical="top" wrapText="1"');

const cells: Xf[] = [
  { font: PLAIN },
  { font: TITLE },
  { font: NOTE },
  { font: BOLD, fill: HEAD_FILL, border: LINED, align: align('horizontal="center" vertical="center" wrapText="1"') },
  { font: PLAIN, border: LINED, align: wrapped },
  { font: PLAIN, border: LINED, align: wrapped, quote: true },
  { font: PLAIN, border: LINED, format: WHOLE, align: align('vertical="top"') },
  { font: PLAIN, border: LINED, format: DAY, align: align('horizontal="center" vertical="top"') },
  { font: BOLD, fill: SUM_FILL, border: LINED, align: wrapped },
  { font: BOLD, fill: SUM_FILL, border: LINED, format: WHOLE, align: align('vertical="top"') },
];

export const styles = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="1"><numFmt numFmtId="${DAY}" formatCode="dd/mm/yyyy"/></numFmts>`,
  `<fonts count="4">${font(12)}${font(14, '<b/>')}${font(12, '<i/>')}${font(12, '<b/>')}</fonts>`,
  `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFE2EFDA')}${solid('FFF2F2F2')}</fills>`,
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cells.length}">${cells.map(xf).join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
