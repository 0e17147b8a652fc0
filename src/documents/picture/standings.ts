import { say } from '../../conversation/index.ts';
import type { State } from '../../indicators/index.ts';
import { showDay } from '../../time.ts';
import type { Standings, UnitLine } from '../standings.ts';
import { inSentence, type Say } from '../words.ts';
import { foot, GAP, indicatorRails } from './picture.ts';
import { sign } from './sign.ts';
import { INNER, letters, PALE, paragraph, sheet, stack, type Piece } from './svg.ts';

const STATES: State[] = ['met', 'provisional', 'unmet', 'no-data'];
/** A chat shrinks a taller picture until nobody can read it. */
const ROWS = 24;
const ROW = 46;
const SIGN = 38;
const NAME = 24;
const NAME_WIDTH = 270;
const BETWEEN = 40;
/** An album that a person still looks through; the units furthest behind come first. */
const MOST_PAGES = 4;

/** The indicators against their targets; for a level above then unit by unit, on as many pictures as it takes. */
export function standingPages(standings: Standings, words: Say): string[] {
  const first = sheet(stack([title(standings, words), indicatorRails(standings.indicators, words), foot(true, words)], GAP));
  const { units } = standings;
  const perPage = ROWS * columnsFor(standings);
  const pages = Array.from({ length: Math.min(MOST_PAGES, Math.ceil(units.length / perPage)) }, (_, at) => units.slice(at * perPage, (at + 1) * perPage));
  const left = units.length - pages.flat().length;
  return [first, ...pages.map((shown, at) => unitPage(standings, shown, at === pages.length - 1 ? left : 0, words))];
}

/** Two columns of units while the signs leave room for the names. */
const columnsFor = ({ indicators }: Standings): number => (2 * (NAME_WIDTH + indicators.length * SIGN) + BETWEEN <= INNER ? 2 : 1);

function title({ unit, day }: Standings, words: Say): Piece {
  const name = paragraph(words(say('picture-standings', { unit: inSentence(unit.name) })), { size: 50, bold: true });
  return stack([name, paragraph(words(say('picture-standings-day', { day: showDay(day) })), { size: 32, color: PALE })], 12);
}

function unitPage(standings: Standings, units: UnitLine[], left: number, words: Say): string {
  const rest = left > 0 ? [paragraph(words(say('picture-standings-more', { count: left })), { size: 28, color: PALE })] : [];
  return sheet(stack([title(standings, words), legend(words), board(standings, units), ...rest], 36));
}

function legend(words: Say): Piece {
  let x = 0;
  const draw = STATES.map((state) => {
    const name = words(say(`doc-state-${state}`));
    const one = placed(x, 0, sign(state)) + letters(x + 54, 34, name, { size: 26 });
    x += 54 + 44 + name.length * 26 * 0.545;
    return one;
  });
  return { draw: draw.join(''), height: 44 };
}

/** A row a unit, a column an indicator, under the indicators' numbers. */
function board(standings: Standings, units: UnitLine[]): Piece {
  const columns = columnsFor(standings);
  const width = (INNER - (columns - 1) * BETWEEN) / columns;
  const rows = Math.ceil(units.length / columns);
  const signsAt = width - standings.indicators.length * SIGN;
  const head = standings.indicators.map(({ number }, at) => letters(signsAt + at * SIGN + SIGN / 2, 26, String(number), { size: NAME, bold: true, anchor: 'middle' })).join('');
  const line = ({ name, states }: UnitLine, y: number): string =>
    letters(0, y + 32, name, { size: sizeIn(signsAt - 8, name) }) + states.map((state, at) => (state ? placed(signsAt + at * SIGN + 3, y + 6, `<g transform="scale(0.72)">${sign(state)}</g>`) : '')).join('');
  const column = (at: number): string => head + units.slice(at * rows, (at + 1) * rows).map((unit, row) => line(unit, 40 + row * ROW)).join('');
  return { draw: Array.from({ length: columns }, (_, at) => placed(at * (width + BETWEEN), 0, column(at))).join(''), height: 40 + rows * ROW };
}

const placed = (x: number, y: number, draw: string): string => `<g transform="translate(${Math.round(x)} ${Math.round(y)})">${draw}</g>`;

/** A long name is written smaller. */
const sizeIn = (width: number, name: string): number => Math.min(NAME, width / (name.length * 0.56));
