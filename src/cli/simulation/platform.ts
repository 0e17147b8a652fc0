import { SendError, type Channel, type RenderedReply } from '../../conversation/index.ts';
import type { Chance } from './chance.ts';

/** What the made-up platform answers to a message that certainly goes out, certainly does not, or perhaps. */
export type Answer = 'ok' | 'flood' | 'broken' | 'blocked' | 'timeout';

export interface Platform {
  channel: Channel;
  /** How often each answer was given. */
  answers: Record<Answer, number>;
  blocked: Set<number>;
}

/** Shares of messages that go wrong: 429 and 500 are tried again later, 403 is for good, a time-out may have gone out. */
const FAULTS = { flood: 0.01, broken: 0.005, blocked: 0.003, timeout: 0.004 };

/** A stand-in for Telegram. `sent` hears of every message; `out` is false when the platform refused it. */
export function platformOf(chance: Chance, faults: boolean, sent: (cadreId: number, replies: RenderedReply[], out: boolean) => void): Platform {
  const answers: Platform['answers'] = { ok: 0, flood: 0, broken: 0, blocked: 0, timeout: 0 };
  const blocked = new Set<number>();
  const answerTo = (cadreId: number): Answer => {
    if (blocked.has(cadreId)) return 'blocked';
    if (!faults) return 'ok';
    let at = chance.next();
    for (const [answer, share] of Object.entries(FAULTS)) if ((at -= share) < 0) return answer as Answer;
    return 'ok';
  };
  const channel: Channel = {
    name: 'telegram',
    start: async () => undefined,
    stop: async () => undefined,
    check: async () => 'simulation',
    async send({ account }, replies) {
      const cadreId = Number(account);
      const answer = answerTo(cadreId);
      answers[answer]++;
      if (answer === 'blocked') blocked.add(cadreId);
      sent(cadreId, replies, answer === 'ok' || answer === 'timeout');
      if (answer === 'blocked') throw new SendError('unreachable', 'sendMessage', '403');
      if (answer === 'timeout') throw new SendError('unknown', 'sendMessage', 'no answer');
      if (answer !== 'ok') throw new SendError('failed', 'sendMessage', answer === 'flood' ? '429' : '500');
    },
  };
  return { channel, answers, blocked };
}
