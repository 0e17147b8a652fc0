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
  /** A filed report that is being put right, as its author saw it (a revision that is null was not yet kept). */
  again: z.object({ reportId: z.number(), code: z.string(), revision: z.number().nullable() }).nullable(),
});

/** What she has said before the kind was known: her line and the photos with it, and the draft that keeps them. */
const begun = z.object({ line: z.string(), photos: z.array(received), id: z.string().nullable() });

/** What is under way, one shape a step. `editing`: came from the summary and goes back there. */
export const state = z.discriminatedUnion('step', [
  z.object({ step: z.literal('unit'), kind: z.string().nullable(), begun }),
  /** `of`: a draft whose kind was wrong; what fits the new kind is kept. */
  z.object({ step: z.literal('kind'), unitId: z.string(), all: z.boolean(), tries: z.number(), begun, of: draft.nullable() }),
  /** She told of something done, without saying that it is to be reported. */
  z.object({ step: z.literal('offer'), begun }),
  z.object({ step: z.literal('drafts') }),
  z.object({ step: z.literal('ask'), draft, at: z.string(), tries: z.number(), editing: z.boolean() }),
  z.object({ step: z.literal('sure'), draft, at: z.string(), value: answer, editing: z.boolean() }),
  z.object({ step: z.literal('summary'), draft }),
  z.object({ step: z.literal('change'), draft }),
]);

export const VERSION = 3;

/**
 * Version 1 kept neither revisions nor what was said before the kind was known; it asked about twins in a step. Version 2
 * kept what was said before in the session only.
 */
export const migrations: Record<number, (old: unknown) => unknown> = {
  1(old) {
    const at = old as { step: string; draft?: { again: object | null } };
    const nothing = { line: '', photos: [] };
    if (at.step === 'unit') return { ...at, begun: nothing };
    if (at.step === 'kind') return { ...at, all: false, begun: nothing, of: null };
    if (!at.draft) return at;
    const draft = { ...at.draft, again: at.draft.again && { ...at.draft.again, revision: null } };
    return at.step === 'twin' ? { step: 'summary', draft } : { ...at, draft };
  },
  2(old) {
    const at = old as { step: string; begun?: object };
    const asked = at.begun ? { ...at, begun: { ...at.begun, id: null } } : at;
    return at.step === 'kind' ? { ...asked, tries: 0 } : asked;
  },
};

/** A state that was stored at `version`, as it is today; null when nothing explains it. */
export function readState(version: number, stored: unknown): State | null {
  let old = stored;
  for (let from = version; from < VERSION; from++) old = migrations[from]?.(old);
  const read = state.safeParse(old);
  return read.success ? read.data : null;
}

export type State = z.infer<typeof state>;
export type Begun = z.infer<typeof begun>;
export type DraftState = Omit<z.infer<typeof draft>, 'answers'> & { answers: Answers };
export type Ask = Extract<State, { step: 'ask' }>;
export type Sure = Extract<State, { step: 'sure' }>;
/** A step that has its draft. */
export type Drafted = Extract<State, { draft: unknown }>;

/** A step before there is a draft with answers. */
export type Before = Extract<State, { step: 'unit' | 'kind' }>;

export const nothingBegun: Begun = { line: '', photos: [], id: null };
