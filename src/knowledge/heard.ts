import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../content.ts';
import { cardIds, type CardId } from './front.ts';

/**
 * What people also type, from content/heard, one a line: questions for others (strangers), small talk (talk), tellings of
 * danger (danger), and what only sounds like it (calm). Large lists that teach by their number; the yaml files beside them
 * hold what must be certain. A list that is not there is empty. Throws ContentError.
 */
export function readHeard(dir: string, name: 'strangers' | 'talk' | 'calm'): string[] {
  return linesOf(dir, name).map(({ line }) => line);
}

/** Tellings of danger, each line: the card, a tab, the telling. */
export function readTellings(dir: string): Record<CardId, string[]> {
  const told: Record<CardId, string[]> = { violence: [], child: [], trafficking: [], suicide: [] };
  for (const { file, line, at } of linesOf(dir, 'danger')) {
    const [card = '', text = '', ...more] = line.split('\t');
    const id = cardIds.find((one) => one === card);
    if (!id || text === '' || more.length > 0) throw new ContentError([{ file, where: `dòng ${at}`, what: `mỗi dòng viết: thẻ (${cardIds.join(', ')}), dấu Tab, lời kể` }]);
    told[id].push(text);
  }
  return told;
}

function linesOf(dir: string, name: string): { file: string; line: string; at: number }[] {
  const file = join(dir, 'heard', `${name}.txt`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split(/\r?\n/).map((line, at) => ({ file, line: line.trim(), at: at + 1 }));
  const kept = lines.filter(({ line }) => line !== '');
  const faults = kept.filter(({ line }) => line !== line.normalize('NFC')).map(({ at }) => ({ file, where: `dòng ${at}`, what: 'chữ phải ở dạng dựng sẵn (NFC), dấu liền với chữ' }));
  if (faults.length > 0) throw new ContentError(faults);
  return kept;
}
