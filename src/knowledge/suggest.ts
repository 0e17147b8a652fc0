import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../store/index.ts';
import { answeringOf } from './queries.ts';
import { suggestionFile, type SaySuggestion } from './suggestions.ts';

/**
 * Writes a file for each answer that has none yet, and marks it. The rows are the truth: a crash in between writes the
 * same file again. Once written, the file is the editor's.
 */
export async function writeSuggestions(db: Db, folder: string, unionOf: (unitId: string) => string, say: SaySuggestion, now: Date): Promise<string[]> {
  const rows = await db.selectFrom('question_answers').selectAll().where('suggested_at', 'is', null).where('kind', '<>', 'not-ours').orderBy('id').limit(100).execute();
  if (rows.length > 0) await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const row of rows) {
    const answer = answeringOf(row);
    if (answer.kind === 'not-ours') continue;
    const asked = await db.selectFrom('questions').select('text').where('answer_id', '=', row.id).orderBy('id').execute();
    const { name, text } = suggestionFile({ id: row.id, at: row.at, answer, title: row.title, union: unionOf(row.unit_id), texts: asked.map((one) => one.text) }, say);
    await writeFile(join(folder, name), text);
    await db.updateTable('question_answers').set({ suggested_at: now }).where('id', '=', row.id).execute();
    written.push(name);
  }
  return written;
}
