import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Text, Words } from './conversation/index.ts';

/**
 * The sentences of `folder` (*.ftl), rendered strictly: a key that is missing, given twice or not filled throws.
 * Every sentence may use `{ $chi }` and `{ $Chi }` for the person's form of address; an argument `chi` says another one,
 * as when a turn has only just found out who she is.
 */
export function fluentWords(folder: string): Words & { keys: Set<string> } {
  // Isolating marks would be shown as boxes by some phones.
  const bundle = new FluentBundle('vi-VN', { useIsolating: false });
  const names = readdirSync(folder).filter((name) => name.endsWith('.ftl')).toSorted();
  const keys = new Set<string>();
  for (const name of names) {
    const resource = new FluentResource(readFileSync(join(folder, name), 'utf8'));
    refuseJunk(resource, readFileSync(join(folder, name), 'utf8'), name);
    for (const entry of resource.body) if (!entry.id.startsWith('-')) keys.add(entry.id);
    const problems = bundle.addResource(resource);
    if (problems.length > 0) throw new Error(`${name}: ${problems.map(String).join('; ')}`);
  }
  const render = (key: string, args: Record<string, FluentVariable>): string => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`no sentence ${key} in ${folder}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, args, errors);
    if (errors.length > 0) throw new Error(`sentence ${key}: ${errors.map((error) => error.message).join('; ')}`);
    return text;
  };
  const shown = (text: Text, address: string): string => {
    if ('quote' in text) return text.quote;
    if ('lines' in text) return text.lines.map((line) => shown(line, address)).join('\n');
    const args = Object.entries(text.args ?? {}).map(([name, value]) => [name, typeof value === 'object' ? shown(value, address) : value] as const);
    const called = typeof text.args?.['chi'] === 'string' ? text.args['chi'] : address;
    return render(text.key, { ...Object.fromEntries(args), chi: called, Chi: capital(called) });
  };
  return { keys, render: (text, { address }) => shown(text, address) };
}

/** The parser skips what it cannot read; a sentence that nobody finds must stop the program instead. */
function refuseJunk(resource: FluentResource, source: string, name: string): void {
  const written = [...source.matchAll(/^([a-z][\w-]*)\s*=/gm)].map((found) => found[1]!);
  const read = new Set(resource.body.map((entry) => entry.id));
  const lost = written.filter((key) => !read.has(key));
  if (lost.length > 0) throw new Error(`${name}: cannot read ${lost.join(', ')}`);
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1);
