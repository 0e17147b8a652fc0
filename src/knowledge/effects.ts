import type { EffectContext } from '../store/index.ts';
import type { AnswerQuestions, HandUpQuestions, SaveQuestion, TellAnswers } from './questions.ts';

type Context = EffectContext<{ now: Date }>;

export const knowledgeEffects = {
  /** The same words of the same person wait once, however often she taps. */
  async 'question.save'({ person, text, outcome, entries, unitId, handedTo }: SaveQuestion, { tx, world: { now }, key }: Context): Promise<void> {
    await tx
      .insertInto('questions')
      .values({ at: now, person, text, outcome, entries: JSON.stringify(entries), unit_id: unitId, handed_to: handedTo, effect_key: key })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  /** How many questions it answered: of two officers at once the second answers none, and leaves nothing behind. */
  async 'question.answer'({ ids, answer, cadreId, title, unitId }: AnswerQuestions, { tx, world: { now }, key }: Context): Promise<number> {
    const { id } = await tx
      .insertInto('question_answers')
      .values({
        at: now,
        kind: answer.kind,
        cadre_id: cadreId,
        title,
        unit_id: unitId,
        words: answer.kind === 'words' ? answer.words : null,
        source: answer.kind === 'words' ? answer.source : null,
        entry_id: answer.kind === 'entry' ? answer.entryId : null,
        effect_key: key,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const done = await tx
      .updateTable('questions')
      .set({ status: answer.kind === 'not-ours' ? 'closed' : 'answered', answer_id: id })
      .where('id', 'in', ids)
      .where('status', '=', 'open')
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) await tx.deleteFrom('question_answers').where('id', '=', id).execute();
    return Number(done.numUpdatedRows);
  },

  async 'question.hand-up'({ ids, from, to }: HandUpQuestions, { tx }: Context): Promise<number> {
    const done = await tx.updateTable('questions').set({ handed_to: to }).where('id', 'in', ids).where('handed_to', 'in', from).where('status', '=', 'open').executeTakeFirst();
    return Number(done.numUpdatedRows);
  },

  async 'question.told'({ ids }: TellAnswers, { tx, world: { now } }: Context): Promise<void> {
    await tx.updateTable('questions').set({ told_at: now }).where('id', 'in', ids).execute();
  },
};
