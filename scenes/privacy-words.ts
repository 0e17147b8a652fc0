import { lines, say, type Text } from '../src/conversation/index.ts';
import type { Cadre } from '../src/org/index.ts';
import type { World } from './world.ts';

/** What she is asked to agree to: a few lines before the first use. Periods come from the policy, so that it cannot promise otherwise. */
export function noticeInShort({ address }: Cadre, world: World): Text[] {
  const chi = { chi: address };
  return [say('privacy-head', chi), lines([say('privacy-what', chi), say('privacy-why', chi), say('privacy-how-long', { ...chi, days: world.privacy.policy.keep['web-messages'] }), say('privacy-rights', chi)]), say('privacy-ask', chi)];
}

/** The same in full. */
export function noticeInFull({ address }: Cadre, world: World): Text[] {
  const { controller, keep, notice } = world.privacy.policy;
  const chi = { chi: address };
  return [
    say('privacy-full-law', chi),
    say('privacy-full-controller', { ...chi, controller }),
    say('privacy-full-data', chi),
    say('privacy-full-who', chi),
    say('privacy-full-how-long', { ...chi, messages: keep['web-messages'], turns: keep.turns, questions: keep.questions, audit: keep.audit, left: keep['left-people'] }),
    say('privacy-full-rights', { ...chi, controller }),
    say('privacy-full-version', { ...chi, version: notice }),
    say('privacy-ask', chi),
  ];
}
