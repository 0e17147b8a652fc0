import type { Season } from './season.ts';

const WIDTH = 960;
const HEIGHT = 320;
const LEFT = 48;
const BOTTOM = 280;
const TOP = 48;

/** Week by week: messages as bars, indicators still open as a line. */
export function pictureOf({ weeks, options }: Season, say: (key: string, args?: Record<string, string | number>) => string): string {
  const step = (WIDTH - LEFT - 16) / Math.max(1, weeks.length);
  const most = Math.max(1, ...weeks.map((week) => week.messages));
  const mostOpen = Math.max(1, ...weeks.map((week) => week.open));
  const y = (share: number): number => Math.round((BOTTOM - share * (BOTTOM - TOP)) * 10) / 10;
  const x = (at: number): number => Math.round((LEFT + at * step) * 10) / 10;
  const bars = weeks.map(({ messages }, at) => `<rect x="${x(at)}" y="${y(messages / most)}" width="${Math.max(1, Math.round(step * 7) / 10)}" height="${Math.round((BOTTOM - y(messages / most)) * 10) / 10}" fill="#d9480f"/>`);
  const line = weeks.map(({ open }, at) => `${x(at + 0.4)},${y(open / mostOpen)}`).join(' ');
  const months = weeks.flatMap(({ from }, at) => (at > 0 && from.slice(0, 7) === weeks[at - 1]!.from.slice(0, 7) ? [] : [`<text x="${x(at)}" y="${BOTTOM + 16}">${from.slice(5, 7)}/${from.slice(2, 4)}</text>`]));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Be Vietnam Pro, sans-serif" font-size="10" fill="#333">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="14" font-weight="bold">${say('simulate-picture', { from: options.from, to: options.to })}</text>
<text x="${LEFT}" y="36" fill="#d9480f">${say('simulate-picture-bars', { most })}</text>
<text x="${WIDTH / 2}" y="36" fill="#1c7ed6">${say('simulate-picture-line', { most: mostOpen })}</text>
${bars.join('\n')}
<polyline points="${line}" fill="none" stroke="#1c7ed6" stroke-width="2"/>
${months.join('\n')}
</svg>
`;
}
