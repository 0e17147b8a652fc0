import { fold } from '../vietnamese/fold.ts';
import { spelling } from './sheets/index.ts';
import { bareUnitName, KINDS } from './unit-name.ts';

/** One unit of before 1/7/2025 and the unit it belongs to now, names as in the data. */
export interface FormerUnit {
  /** "Xã Đoàn Lập" */
  name: string;
  /** "Huyện Tiên Lãng"; '' for an island district that had no communes. */
  district: string;
  /** "Thành phố Hải Phòng" or "Tỉnh Hải Dương" */
  province: string;
  /** "Xã Tiên Minh" */
  now: string;
}

/** A place that a person named. */
export interface Mention {
  /** The name without its kind, folded, and as spelled with its marks. */
  folded: string;
  spelled: string;
  /** "xa", "phuong", "huyen"…, or null when she did not say. */
  kind: string | null;
  place: 'unit' | 'district' | 'province';
}

const DISTRICTS = new Set(['huyen', 'quan', 'thi xa', 'thanh pho']);
const LONGEST_NAME = 4;

/** Thủy Nguyên was a huyện until 2024 and a thành phố after: people say either. */
export const askedKind = (asked: string, kind: string | null): boolean =>
  asked === kind || (DISTRICTS.has(asked) && kind !== null && DISTRICTS.has(kind));

interface Names {
  units: Set<string>;
  districts: Set<string>;
  provinces: Set<string>;
}

/** The places named in a text, in order. The first that can be a commune is the unit asked for, the others lie around it. */
export function mentions(text: string, rows: readonly FormerUnit[]): Mention[] {
  const names = namesOf(rows);
  const words = text.normalize('NFC').toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const folded = words.map(fold);
  const found: Mention[] = [];
  let at = 0;
  while (at < words.length) {
    const kind = kindAt(folded, at);
    // "phượng kỳ" typed without marks begins like a kind, so a whole name goes first.
    const from = nameLength(folded, at, names) > 0 ? at : at + (kind?.length ?? 0);
    const length = nameLength(folded, from, names);
    if (length === 0) {
      at += 1;
      continue;
    }
    const name = { folded: folded.slice(from, from + length).join(' '), spelled: spelling(words.slice(from, from + length).join(' ')) };
    const said = from > at ? (kind?.kind ?? null) : null;
    const place = placeOf(name.folded, said, names, found.every((mention) => mention.place !== 'unit'));
    if (place) found.push({ ...name, kind: said, place });
    at = from + length;
  }
  return found;
}

function kindAt(folded: readonly string[], at: number): { kind: string; length: number } | null {
  for (const [words, kind] of KINDS) {
    const length = words.split(' ').length;
    if (folded.slice(at, at + length).join(' ') === words) return { kind, length };
  }
  return null;
}

function nameLength(folded: readonly string[], at: number, names: Names): number {
  for (let length = Math.min(LONGEST_NAME, folded.length - at); length > 0; length--) {
    const name = folded.slice(at, at + length).join(' ');
    if (names.units.has(name) || names.districts.has(name) || names.provinces.has(name)) return length;
  }
  return 0;
}

function placeOf(name: string, kind: string | null, names: Names, unitWanted: boolean): Mention['place'] | null {
  if (kind === 'tinh') return names.provinces.has(name) ? 'province' : null;
  if (kind !== null && DISTRICTS.has(kind)) {
    return names.districts.has(name) ? 'district' : names.provinces.has(name) ? 'province' : null;
  }
  if (names.units.has(name) && (unitWanted || kind !== null)) return 'unit';
  return names.districts.has(name) ? 'district' : names.provinces.has(name) ? 'province' : null;
}

function namesOf(rows: readonly FormerUnit[]): Names {
  const cached = namesByRows.get(rows);
  if (cached) return cached;
  const islands = rows.filter((row) => row.district === '').map((row) => row.name);
  const names = {
    units: bareSet(rows.flatMap((row) => [row.name, row.now])),
    districts: bareSet([...rows.map((row) => row.district), ...islands]),
    provinces: bareSet(rows.map((row) => row.province)),
  };
  namesByRows.set(rows, names);
  return names;
}

const bareSet = (names: readonly string[]): Set<string> => new Set(names.map((name) => bareUnitName(name).folded).filter(Boolean));

const namesByRows = new WeakMap<readonly FormerUnit[], Names>();
