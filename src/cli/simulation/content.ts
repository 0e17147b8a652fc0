import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { addDays, dayOf } from '../../time.ts';
import { loadNames } from './names.ts';

/** The content, with the last term running on under another name when the season is longer than the terms written so far. */
export async function contentUpTo(contentDir: string, folder: string, to: string): Promise<string> {
  const content = join(folder, 'content');
  await cp(contentDir, content, { recursive: true });
  const names = (await readdir(join(content, 'indicators'))).filter((name) => name.endsWith('.yaml')).toSorted();
  const last = parse(await readFile(join(content, 'indicators', names.at(-1)!), 'utf8')) as { to: { day: string | Date } };
  const end = last.to.day instanceof Date ? dayOf(last.to.day) : last.to.day;
  if (end >= to) return content;
  const next = { ...last, term: 'sau', name: loadNames(contentDir)['next-term'], from: { day: addDays(end, 1), confirmed: false }, to: { day: addDays(end, 5 * 365), confirmed: false } };
  await writeFile(join(content, 'indicators', 'sau.yaml'), stringify(next));
  return content;
}
