import { z } from 'zod';
import { reply, say, type Choice, type Reply } from '../src/conversation/index.ts';

export const state = z.discriminatedUnion('step', [
  z.object({ step: z.literal('who') }),
  /** Recognised, but nothing is kept of her before she agrees. `code`: hash of the code she came by, used once she does. */
  z.object({ step: z.literal('agree'), cadreId: z.number(), code: z.string().nullable() }),
  /** Her own number, which is not on the roster: does she want it handed on? */
  z.object({ step: z.literal('offer'), phone: z.string() }),
  /** `phone` null: no channel of hers can prove it, so she writes it herself. */
  z.object({ step: z.literal('introduce'), phone: z.string().nullable() }),
]);
export type State = z.infer<typeof state>;

const noCode: Choice[] = [{ id: 'no-code', label: say('identify-no-code') }];
/** Where a number can be shared, one tap; elsewhere a code, or the wish for one. */
export const ask = reply([say('identify-ask'), say('identify-why')], { wantsContact: true, withoutContact: reply(say('identify-ask-code'), { choices: noCode }) });
export const askOtherwise = reply(say('identify-typed-phone'), { wantsContact: true, withoutContact: reply(say('identify-typed-phone-code'), { choices: noCode }) });
export const introduce = (phone: string | null): Reply => (phone === null ? reply([say('join-introduce-phone'), say('join-introduce-phone-example')]) : reply([say('join-introduce'), say('join-introduce-example')]));
export const missing = (phone: string | null): Reply => (phone === null ? reply([say('join-introduce-missing'), say('join-introduce-phone-example')]) : introduce(phone));

export const agreeing: Choice[] = [
  { id: 'agree', label: say('privacy-agree') },
  { id: 'more', label: say('privacy-more') },
  { id: 'refuse', label: say('privacy-refuse') },
];
export const offering: Choice[] = [
  { id: 'send', label: say('join-send') },
  { id: 'no', label: say('join-no') },
];

/** The open question, asked once more. */
export function question(at: State): Reply {
  switch (at.step) {
    case 'who':
      return ask;
    case 'agree':
      return reply(say('privacy-ask'), { choices: agreeing });
    case 'offer':
      return reply(say('join-ask'), { choices: offering });
    case 'introduce':
      return introduce(at.phone);
  }
}
