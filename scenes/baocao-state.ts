import { z } from 'zod';
import type { Answers } from '../src/reports/index.ts';

const received = z.object({ hash: z.string(), mime: z.string(), bytes: z.number() });
const answer = z.union([z.string(), z.number(), z.boolean(), z.array(received), z.null()]);

const draft = z.object({
  id: z.string(),
  unitId: z.string(),
  kind: z.string(),
  answers: z.record(z.string(), answer),
  /** Figures the unit had when the draft began: those questions are not asked. */
  figures: z.array(z.string()),
  /** A returned report that is being put right. */
  again: z.object({ reportId: z.number(), code: z.string() }).nullable(),
});

/** What is under way, one shape a step. `editing`: came from the summary and goes back there. */
export const state = z.discriminatedUnion('step', [
  z.object({ step: z.literal('unit'), kind: z.string().nullable() }),
  z.object({ step: z.literal('kind'), unitId: z.string() }),
  z.object({ step: z.literal('drafts') }),
  z.object({ step: z.literal('ask'), draft, at: z.string(), tries: z.number(), editing: z.boolean() }),
  z.object({ step: z.literal('sure'), draft, at: z.string(), value: answer, editing: z.boolean() }),
  z.object({ step: z.literal('summary'), draft }),
  z.object({ step: z.literal('change'), draft }),
  z.object({ step: z.literal('twin'), draft, code: z.string() }),
]);

export type State = z.infer<typeof state>;
export type DraftState = Omit<z.infer<typeof draft>, 'answers'> & { answers: Answers };
export type Ask = Extract<State, { step: 'ask' }>;
export type Sure = Extract<State, { step: 'sure' }>;
