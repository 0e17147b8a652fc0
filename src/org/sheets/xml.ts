import { SheetError } from './error.ts';

/** One tag of an XML part. Names are without their namespace prefix. */
export interface Tag {
  name: string;
  kind: 'open' | 'close' | 'empty';
  /** The attributes as they stand in the file; `attributes()` reads them. */
  raw: string;
  start: number;
  end: number;
}

const TAG =
  /<(\/?)(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /\s+(?:[A-Za-z_][\w.-]*:)?([^\s=<>"'/:]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Every tag, one after the other. Refuses what no spreadsheet program writes (comments, CDATA, DOCTYPE, broken
 * tags), so that nothing can be hidden here from a reader that understands it differently.
 */
export function* tags(xml: string): Generator<Tag> {
  let at = xml.indexOf('<');
  if (xml.startsWith('<?xml', at)) at = xml.indexOf('<', at + 1);
  while (at !== -1) {
    TAG.lastIndex = at;
    const match = TAG.exec(xml);
    if (!match) throw new SheetError('damaged');
    const end = TAG.lastIndex;
    const kind = match[1] ? 'close' : match[4] ? 'empty' : 'open';
    yield { name: match[2] ?? '', kind, raw: match[3] ?? '', start: at, end };
    at = xml.indexOf('<', end);
  }
}

/** Attribute values by name, without namespace prefixes. Two of one name are damage: readers differ on which counts. */
export function attributes(tag: Tag): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single] of tag.raw.matchAll(ATTRIBUTE)) {
    if (!name || found.has(name)) throw new SheetError('damaged');
    found.set(name, decode(double ?? single ?? ''));
  }
  return found;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? whole;
    const code = entity[1]?.toLowerCase() === 'x' ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function encode(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);
}
