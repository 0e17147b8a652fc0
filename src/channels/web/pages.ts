import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { capabilities } from '../../conversation/index.ts';
import { webKeys, type WebTexts } from './keys.ts';
import { MOST_PHOTOS, TEXT_LIMIT } from './sending.ts';

const folder = join(import.meta.dirname, 'page');
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

export interface PageFile {
  type: string;
  body: string;
  tag: string;
}

/** The files of the page by name, read once; `index.html` with its texts filled in. Throws when one is missing. */
export function pageFiles(texts: WebTexts, demo: boolean): Map<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types[name.slice(name.lastIndexOf('.') + 1)];
    if (!type) continue;
    const source = readFileSync(join(folder, name), 'utf8');
    const body = name.endsWith('.html') ? filled(source, texts, demo) : source;
    files.set(name, { type, body, tag: `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"` });
  }
  return files;
}

/** `{{web-…}}` becomes that text, `{{settings}}` what the scripts need. */
function filled(source: string, texts: WebTexts, demo: boolean): string {
  const needed = Object.fromEntries(webKeys.map((key) => [key, texts[key]]));
  const settings = { texts: needed, demo, mostPhotos: MOST_PHOTOS, photoLimit: capabilities.web.photoLimit, textLimit: TEXT_LIMIT };
  return source.replace(/\{\{([a-z-]+)\}\}/g, (_, key: string) => {
    // `<` would end the script element that holds the settings.
    if (key === 'settings') return JSON.stringify(settings).replaceAll('<', '\\u003c');
    const known = webKeys.find((one) => one === key);
    if (!known) throw new Error(`index.html asks for ${key}, which webKeys does not list`);
    return escaped(texts[known]);
  });
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark]!);

/** Always asked for again, sent again only when changed: a new version of the program is a new page at once. */
export function serve(c: Context, file: PageFile): Response {
  c.header('Cache-Control', 'no-cache');
  c.header('ETag', file.tag);
  if (c.req.header('if-none-match') === file.tag) return c.body(null, 304);
  c.header('Content-Type', file.type);
  return c.body(file.body);
}
