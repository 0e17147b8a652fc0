import { xmlText } from '../xml.ts';

/** A piece of a picture: its drawing, as if it began at 0, and how high it is. */
export interface Piece {
  draw: string;
  height: number;
}

export const WIDTH = 1080;
export const MARGIN = 56;
export const INNER = WIDTH - 2 * MARGIN;

export interface Lettering {
  size: number;
  bold?: boolean;
  color?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of letters; `y` is where they stand. */
export const letters = (x: number, y: number, text: string, { size, bold = false, color = INK, anchor = 'start' }: Lettering): string =>
  `<text x="${round(x)}" y="${round(y)}" font-family="Be Vietnam Pro" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${color}" text-anchor="${anchor}">${xmlText(text)}</text>`;

export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 8): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" rx="${Math.min(radius, width / 2, height / 2)}" fill="${fill}"/>`;

export const round = (value: number): number => Math.round(value * 10) / 10;

export const INK = '#1f2328';
export const PALE = '#59636e';

/** Words on lines of at most so many pixels, by the mean width of this font's letters. */
export function wrapped(text: string, size: number, width: number, bold = false): string[] {
  const most = Math.floor(width / (size * (bold ? 0.58 : 0.545)));
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

/** Text on as many lines as it takes. */
export function paragraph(text: string, by: Lettering): Piece {
  const lines = wrapped(text, by.size, INNER, by.bold);
  const step = by.size * 1.32;
  return { draw: lines.map((one, at) => letters(0, by.size + at * step, one, by)).join(''), height: lines.length * step };
}

/** Pieces below each other, with a gap between. */
export function stack(pieces: Piece[], gap: number): Piece {
  let y = 0;
  const draw = pieces.map((piece) => {
    const placed = `<g transform="translate(0 ${round(y)})">${piece.draw}</g>`;
    y += piece.height + gap;
    return placed;
  });
  return { draw: draw.join(''), height: Math.max(0, y - gap) };
}

/** Hatching for what still waits: told apart without colour. */
const hatch = (id: string, color: string): string =>
  `<pattern id="${id}" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" fill="#ffffff"/><rect width="8" height="14" fill="${color}"/></pattern>`;

export const hatched = { amber: 'url(#amber)', blue: 'url(#blue)' } as const;

export function sheet(content: Piece): string {
  const height = Math.ceil(content.height + 2 * MARGIN);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"><defs>${hatch('amber', '#b26a00')}${hatch('blue', '#2463a8')}</defs><rect width="${WIDTH}" height="${height}" fill="#ffffff"/><g transform="translate(${MARGIN} ${MARGIN})">${content.draw}</g></svg>`;
}
