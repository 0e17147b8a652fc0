import { groupBy } from '../src/collections.ts';
import { lines, quote, reply, say, type Choice, type Reply, type Text } from '../src/conversation/index.ts';
import { formerId, isProvince, type FormerUnit, type Unit } from '../src/org/index.ts';
import { inSentence, type World } from './world.ts';

/** More places than this are told in a list; so few are chosen from by a button. */
const BUTTONS = 8;
const LISTED = 12;

/** What became of the former units that a text names, or what a unit of today was made of; null when it names none. */
export function formerReply(text: string, world: World): Reply | null {
  const { kind, asked, matches } = world.org.former(text, world.tree, world.today);
  if (kind === 'none') return null;
  if (asked === 'former') return kind === 'one' ? madeOf(matches[0]!.now, matches) : chooseNow(matches, world);
  if (kind === 'one') return whatBecame(matches, world);
  return matches.length <= BUTTONS ? chooseFormer(matches) : allByUnit(matches);
}

const LONGEST_QUESTION = 200;

/** The answer to a text that asks for a place and nothing else. */
export function placeReply(text: string, world: World): Reply | null {
  return text.length <= LONGEST_QUESTION && world.org.asksPlace(text, world.tree, world.today) ? formerReply(text, world) : null;
}

/** One former unit, chosen among several. */
export function formerById(id: string, world: World): Reply | null {
  const rows = world.org.formerById(id, world.tree, world.today);
  return rows.length > 0 ? whatBecame(rows, world) : null;
}

/** A unit of today and all that went into it. */
export function partsOf(unit: Unit, world: World): Reply | null {
  const rows = world.org.madeOf(unit, world.tree, world.today);
  return rows.length > 0 ? madeOf(unit.name, rows) : null;
}

function whatBecame(rows: FormerUnit[], world: World): Reply {
  const [first] = rows;
  const told = rows.map((row) => say('former-row', { name: placed(row), now: inSentence(row.now) }));
  // The old name may be the new name of somewhere else: she may have meant that.
  const alike = world.tree.find(first!.name, world.today).find((unit) => unit.name !== first!.now && sameWords(unit.name, first!.name));
  return reply([lines(told), ...(alike ? [say('former-name-reused', { unit: inSentence(alike.name) })] : []), say('former-source')], {
    choices: [...unitsNamed(first!.now, world), ...(alike ? [alike] : [])].map(partsChoice),
  });
}

const sameWords = (a: string, b: string): boolean => a.toLowerCase().normalize('NFC') === b.toLowerCase().normalize('NFC');

const unitsNamed = (name: string, world: World): Unit[] => world.tree.find(name, world.today).filter((unit) => unit.name === name);

const partsChoice = (unit: Unit): Choice => ({ id: unit.id, label: say('former-parts', { unit: unit.name }), to: { scene: 'donvi', args: `m:${unit.id}` } });

const chooseFormer = (rows: FormerUnit[]): Reply =>
  reply(say('former-many'), { choices: rows.map((row) => ({ id: formerId(row), label: quote(`${row.name}${row.district ? `, ${inSentence(row.district)}` : ''}`), to: { scene: 'donvi', args: `t:${formerId(row)}` } })) });

/** Two units of today that differ in a tone only. */
function chooseNow(rows: FormerUnit[], world: World): Reply {
  const units = [...new Set(rows.map((row) => row.now))].flatMap((name) => unitsNamed(name, world));
  return reply(say('former-which-now'), { choices: units.slice(0, BUTTONS).map((unit) => ({ id: unit.id, label: quote(unit.name), to: { scene: 'donvi', args: `m:${unit.id}` } })) });
}

function allByUnit(rows: FormerUnit[]): Reply {
  const groups = [...groupBy(rows, (row) => row.now)];
  const told = groups.slice(0, LISTED).map(([now, parts]) => say('former-group', { now, names: names(parts) }));
  const more = groups.length > LISTED ? [say('former-more', { count: groups.length - LISTED })] : [];
  return reply([say('former-district', { count: groups.length }), lines(told), ...more, say('former-source')]);
}

/** By former district, names of a kind behind each other. */
function madeOf(now: string, rows: FormerUnit[]): Reply {
  const told: Text[] = [...groupBy(rows, (row) => row.district)].map(([district, parts]) => say('former-part', { names: names(parts), district: district ? say('former-of', { district: inSentence(district) }) : quote('') }));
  return reply([say('former-made-of', { unit: now }), lines(told), say('former-source')]);
}

export const names = (rows: FormerUnit[]): string => [...new Set(rows.map((row) => inSentence(row.name)))].join(', ');

const placed = ({ name, district, province }: FormerUnit): string => [name, inSentence(district), isProvince(province) ? inSentence(province) : ''].filter((part) => part !== '').join(', ');
