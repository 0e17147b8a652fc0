import type { EffectContext } from '../store/index.ts';
import type { SaveQuestion } from './index.ts';

export const knowledgeEffects = {
  async 'question.save'({ person, text, outcome, entries }: SaveQuestion, { tx, world: { now }, key }: EffectContext<{ now: Date }>): Promise<void> {
    await tx
      .insertInto('questions')
      .values({ at: now, person, text, outcome, entries: JSON.stringify(entries), effect_key: key })
      .onConflict((conflict) => conflict.column('effect_key').doNothing())
      .execute();
  },
};
