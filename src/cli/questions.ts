import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { acceptSuggestion, WorseContent, type Compared } from '../knowledge/accept.ts';
import { nearestTo } from '../knowledge/index.ts';
import { dayOf, showDay } from '../time.ts';
import { base, Refused, WrongUse, type Command, type Desk } from './desk.ts';

/**
 * `questions open [--json]`: what nobody has answered yet, alike together. `questions suggestions`: answers of officers as
 * files for an editor. `questions accept FILE`: one of them into the content, once it is checked and measured.
 */
export const questions: Command = async (desk, { words: [what, file], options }) => {
  if (what === 'open') return open(desk, options.has('--json'));
  if (what === 'suggestions') return suggestions(desk);
  if (what === 'accept' && file !== undefined) return accept(desk, file);
  throw new WrongUse();
};

const NEAREST = 3;

function open({ withProgram, print, say }: Desk, json: boolean): Promise<void> {
  return withProgram(async (program) => {
    const tree = await program.org.tree(program.clock.now());
    const unit = (id: string | null): string => tree.get(id ?? '')?.name ?? say('cli-questions-nobody');
    for (const group of await program.questions.allGroups()) {
      const { id, questions: asked } = group;
      const [first] = asked;
      const row = { id, asked: asked.length, since: first!.at.toISOString(), texts: asked.map(({ text }) => text), outcome: first!.outcome, near: nearestTo(group, NEAREST), unit: unit(first!.handedTo) };
      if (json) print(JSON.stringify(row));
      else print(say('cli-question', { id: String(id), count: row.asked, day: showDay(dayOf(first!.at)), unit: row.unit, text: row.texts[0]! }));
    }
  });
}

const folderOf = ({ config }: Desk): string => join(config.dataDir, 'suggestions');

/** Read from the folder, not from the store: it works while the program runs. */
async function suggestions(desk: Desk): Promise<void> {
  const folder = folderOf(desk);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(md|yaml)$/.test(name)) : [];
  if (names.length === 0) return desk.print(desk.say('cli-suggestions-none', { folder }));
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');
    const title = /^(?:title|entry): *(.+)$/m.exec(text)?.[1] ?? '';
    desk.print(desk.say(name.endsWith('.md') ? 'cli-suggestion-entry' : 'cli-suggestion-ask', { file: join(folder, name), title }));
  }
}

async function accept(desk: Desk, file: string): Promise<void> {
  const path = existsSync(file) ? file : join(folderOf(desk), file);
  if (!existsSync(path)) throw new Refused(desk.say('cli-no-suggestion', { file }));
  try {
    const { file: written, compared, own } = acceptSuggestion(path, desk.config.contentDir, join(base, 'test/knowledge/sets'));
    setAside(path);
    for (const line of figures(compared, desk)) desk.print(line);
    desk.print(desk.say('cli-accepted', { file: written, right: own.right, asked: own.asked }));
  } catch (error) {
    if (!(error instanceof WorseContent)) throw error;
    throw new Refused([desk.say('cli-worse'), ...figures(error.worse, desk)].join('\n'));
  }
}

const percent = (share: number): string => (share * 100).toFixed(1).replace('.', ',');
const figures = (compared: readonly Compared[], { say }: Desk): string[] =>
  compared.map(({ set, share, before, after }) => say('cli-figure', { set, share: say(`cli-share-${share}`), before: percent(before), after: percent(after) }));

/** Kept beside the others, out of the list. */
function setAside(path: string): void {
  const folder = join(dirname(path), 'accepted');
  mkdirSync(folder, { recursive: true });
  renameSync(path, join(folder, basename(path)));
}
