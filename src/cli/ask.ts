import { createInterface } from 'node:readline';
import { loadKnowledge } from '../knowledge/index.ts';
import type { Command } from './desk.ts';

/** `ask "câu hỏi"`: the same answerer as in chat. `--batch -`: a question a line in, a JSON object a line out. */
export const ask: Command = async ({ config, say, print }, { words, options }) => {
  const knowledge = loadKnowledge(config.contentDir);
  const answer = (question: string) => {
    const { outcome, entries } = knowledge.ask(question, { now: new Date() });
    return { question, outcome, entries };
  };
  if (options.has('--batch')) {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) print(JSON.stringify(answer(line)));
    return;
  }
  const found = answer(words.join(' '));
  if (options.has('--json')) return print(JSON.stringify(found));
  print(say(`cli-ask-${found.outcome}`));
  for (const { id, section, score } of found.entries) print(`${score.toFixed(2)}  ${id}${section ? ` · ${section}` : ''}  ${knowledge.content.entry(id)?.title ?? ''}`);
};
