import { z } from 'zod';

/** The questions of one group as she saw them: one that joins it later is not answered unseen. */
const ids = z.array(z.number()).min(1);
const answering = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), words: z.string(), source: z.string().nullable() }),
  z.object({ kind: z.literal('entry'), entryId: z.string() }),
  z.object({ kind: z.literal('not-ours') }),
]);
export const state = z.discriminatedUnion('step', [
  z.object({ step: z.literal('list') }),
  z.object({ step: z.literal('one'), ids }),
  z.object({ step: z.literal('answer'), ids }),
  z.object({ step: z.literal('source'), ids, words: z.string() }),
  z.object({ step: z.literal('point'), ids, offered: z.array(z.string()) }),
  z.object({ step: z.literal('agree'), ids, answer: answering }),
]);
export type State = z.infer<typeof state>;
export type At<Step extends State['step']> = Extract<State, { step: Step }>;
